"""回收站: discarded visits; each can be taken back as it was."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.shared_keys import CONFIRM
from inspector.gui.frame.panel import Panel, add_table_keys
from inspector.gui.session import Session
from inspector.gui.widgets.empty_note import EmptyNote
from inspector.gui.widgets.lists.row_heights import fit_rows
from inspector.gui.widgets.lists.table import Column, TableModel, TableView
from inspector.gui.words import kind_word, moment_text
from inspector.translation import tr, tr_count
from inspector.workspace.changes import Changes
from inspector.workspace.visits.inspections import InspectionLine


def bin_model() -> TableModel[InspectionLine]:
    """Return a model of discarded visits."""
    return TableModel(
        [
            Column(tr("Site"), lambda line: line.inspection.site_name),
            Column(tr("Started"), lambda line: moment_text(line.inspection.started_at), 216),
            Column(tr("Kind of visit"), lambda line: kind_word(line.inspection.kind), 144),
            Column(tr("Inspectors"), lambda line: "、".join(line.inspection.inspectors), 200),
        ]
    )


class BinPanel(Panel):
    """Discarded visits, newest first."""

    chapter = "keeping"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._model = bin_model()
        self._table = TableView(self._model, "bin", tr("Bin"))
        self._table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        fit_rows(self._table)
        word = tr("Restore it")
        back = self.commands.add(
            "take-back", word, CONFIRM, self._restore, short=word, at=self._table
        )
        add_table_keys(self.commands, self._table)
        give_context_menu(self._table, [back, self.commands["copy"]])
        self.head_buttons = (command_button(back, "takeBack", "primary"),)
        self._empty = EmptyNote(
            tr("The bin is empty"),
            tr("A visit that is discarded waits here, whole, until it is taken back."),
        )
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._table.answered.connect(lambda _: self._restore())

    # What the page asks

    def concerns(self, changes: Changes) -> bool:
        return changes.inspections

    def redraw(self) -> None:
        row = max(self._table.currentIndex().row(), 0)
        self._model.set_rows(self.session.workspace.inspections.discarded())
        count = self._model.rowCount()
        self._stack.setCurrentWidget(self._table if count else self._empty)
        self.commands.set_mode("" if count else "empty")
        if count:
            self._table.selectRow(min(row, count - 1))

    @property
    def subtitle(self) -> str:
        count = self._model.rowCount()
        return tr_count(count, "1 discarded visit", "{count} discarded visits") if count else ""

    @property
    def shows_head_buttons(self) -> bool:
        return bool(self._model.rowCount())

    def enter(self) -> None:
        self.draw()
        if self._model.rowCount():
            self._table.setFocus()
        else:
            self.nothing_left.emit()

    def _restore(self) -> None:
        row = self._table.currentIndex().row()
        if not 0 <= row < self._model.rowCount():
            return
        inspection = self._model.row_at(row).inspection
        inspections = self.session.workspace.inspections
        if self.session.attempt(lambda: inspections.take_back(inspection.id)) is not None:
            self.enter()
            self.session.told.emit(
                tr(
                    "The visit to {site} of {time} is unfinished again.",
                    site=inspection.site_name,
                    time=moment_text(inspection.started_at),
                ),
                "",
            )
