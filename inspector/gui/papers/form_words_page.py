"""The words for a superior's own form, to choose from: what each means, and its value beside."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import CONFIRM, LEAVE, UP_DOWN
from inspector.gui.frame.page_frame import Page
from inspector.gui.frame.page_head import PageHead
from inspector.gui.papers.file_reader import read_apart
from inspector.gui.session import Session
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import wrapped
from inspector.gui.widgets.lists.row_heights import fit_rows
from inspector.gui.widgets.lists.table import Column, TableModel, TableView
from inspector.gui.widgets.search_field import SearchField
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr, tr_count
from inspector.workspace.extent import Extent
from inspector.workspace.papers.form_words import FormWord, narrowed


class FormWordsPage(Page):
    """One goes into it beside the papers; Esc leads back there."""

    left = Signal()

    commands: CommandTable
    chapter = "forms"

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("formWordsPage")
        self._session = session
        self._words: list[FormWord] = []
        self.search = SearchField("formWordSearch", tr("Field or pinyin initials"))
        self._model: TableModel[FormWord] = TableModel(
            [
                Column(tr("Field"), lambda word: word.written, 208),
                Column(tr("Stands in"), lambda word: word.where, 136),
                Column(tr("Value now"), lambda word: word.value, 216),
                Column(tr("What it means"), lambda word: word.meaning),
            ]
        )
        self.table = TableView(self._model, "formWords", tr("Fields of forms"))
        self.table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        fit_rows(self.table)
        self.commands = self._make_commands()
        self.head = PageHead()
        self.head.lead_back(self.commands["leave"])
        self.head.add(command_button(self.commands["copy"], "copyFormWord", "primary"))
        give_context_menu(self.table, [self.commands["copy"]])
        said = wrapped(
            tr("Copy a field and paste it into a cell of the form; the value is put there."),
            "secondary",
        )
        above = stack(None, (self.search, said), margin=(2 * GRID, GRID, 2 * GRID, GRID),
                      spacing=GRID)  # fmt: skip
        stack(self, (self.head, above, (self.table, 1)))
        self.search.textChanged.connect(lambda _: self._narrow())
        self.search.left.connect(self.table.setFocus)
        self.table.opened.connect(lambda _: self.copy())

    def _make_commands(self) -> CommandTable:
        table = CommandTable(self)
        table.changed.connect(self.keys_changed)
        words, find, back = tr("Copy"), tr("Find a field"), tr("Back")
        table.add("choose", tr("Choose"), UP_DOWN)
        table.add("copy", tr("Copy the field"), (*CONFIRM, "Ctrl+C"), self.copy, short=words,
                  at=self.table, why_not=self._why_not)  # fmt: skip
        table.add("find", find, "/", self.search.setFocus, short=find)
        table.add("leave", back, LEAVE, self.left.emit, short=back)
        return table

    # What the window asks

    def enter(self) -> None:
        self.table.setFocus()

    def open(self, extent: Extent) -> None:
        """Show the words with the values of an extent, which are worked out beside the window."""
        self._words = []
        self.search.clear()
        self._narrow()
        self.head.set_texts(tr("Fields of forms"), tr("Reading the values …"))
        read_apart(
            self._session,
            tr("Reading the values …"),
            lambda apart, hear: apart.reports.form_words(extent),
            self._show,
        )

    # What happens

    def copy(self) -> None:
        """Put the chosen word onto the clipboard, in its braces."""
        row = self.table.currentIndex().row()
        if row >= 0:
            written = self._model.row_at(row).written
            QGuiApplication.clipboard().setText(written)
            self._session.hinted.emit(tr("Copied: {field}", field=written))

    def _show(self, words: list[FormWord]) -> None:
        self._words = words
        self._narrow()

    def _narrow(self) -> None:
        found = narrowed(self._words, self.search.text())
        self._model.set_rows(found)
        if found:
            self.table.selectRow(0)
        count = tr_count(len(found), "1 field", "{count} fields")
        self.head.set_texts(tr("Fields of forms"), count)
        self.commands.look_again()

    def _why_not(self) -> str:
        return "" if self._model.rowCount() else tr("No field of this name.")
