"""What is different between two packs: before one is taken in, or to look at only."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.data.checklists.difference_model import DifferenceRow, difference_model
from inspector.gui.measures import sized
from inspector.gui.widgets.labels import wrapped
from inspector.gui.widgets.lists.row_heights import fit_rows
from inspector.gui.widgets.lists.table import TableView
from inspector.gui.widgets.question_panel import lay_out_question
from inspector.gui.widgets.text_box import TextBox
from inspector.translation import tr

WIDE = 1000
"""Pixels from which before and after have the width they want."""

_CHANGE, _BEFORE, _NOW = 1, 2, 3
_NARROW = {_CHANGE: 128, _BEFORE: 208, _NOW: 208}


class DifferenceView(QWidget):
    """A heading with the answers, a summary, a row for each change."""

    confirmed = Signal()
    parted = Signal()
    """It is to be a checklist of its own, and no version of another one."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asks = self._all_new = False
        self._heading = wrapped("", "title")
        self._heading.setObjectName("differenceHeading")
        self.commands = CommandTable(self)
        confirm, leave = self.commands.add_answers(
            (tr("Import it"), self.confirmed.emit), (tr("Cancel"), self.left.emit)
        )
        self._confirm = command_button(confirm, "confirmPack", "primary")
        apart = self.commands.add("apart", tr("As a new checklist"), "Ctrl+N", self.parted.emit)
        self._apart = command_button(apart, "packApart")
        self._leave = command_button(leave, "discardPack")
        self._summary = TextBox("packDifferenceSummary", tr("What is different"), "secondary")
        self._model = difference_model()
        self._table = TableView(self._model, "packDifferences", tr("What is different"), self)
        fit_rows(self._table)
        give_context_menu(self._table, list(self.commands))
        lay_out_question(
            self,
            self._heading,
            (self._leave, self._apart, self._confirm),
            (self._summary,),
            self._table,
        )
        self._table.answered.connect(lambda _: confirm.trigger())

    def ask(
        self,
        heading: str,
        summary: str,
        rows: Sequence[DifferenceRow],
        all_new: bool,
        answers: tuple[str, str],
        renamed: bool = False,
    ) -> None:
        """Show what would change, and ask whether it should.

        `all_new`: nothing was before; `answers` are the words of yes and of no; `renamed`: it may
        be a checklist of its own.
        """
        self._offer_apart(renamed)
        self._all_new = all_new
        self.commands["confirm"].set_words(answers[0])
        self.commands["leave"].set_words(answers[1])
        self._show(heading, summary, rows, asks=True)

    def compare(self, heading: str, summary: str, rows: Sequence[DifferenceRow]) -> None:
        """Show what is different, to look at."""
        self._all_new = False
        self._offer_apart(False)
        self.commands["leave"].set_words(tr("Back"))
        self._show(heading, summary, rows, asks=False)

    def _offer_apart(self, renamed: bool) -> None:
        self._apart.setVisible(renamed)
        self.commands.set_there("apart", renamed)

    def take_focus(self) -> None:
        """Go to the answer, or to the rows where nothing is asked."""
        if self._asks:
            self._confirm.setFocus()
        else:
            self._table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        wide = self.width() >= sized(WIDE)
        for column, narrow in _NARROW.items():
            width = sized(self._model.columns[column].width if wide else narrow)
            self._table.setColumnWidth(column, 2 * width if self._all_new else width)
        for column in (_CHANGE, _BEFORE):
            self._table.setColumnHidden(column, self._all_new)

    def _show(self, heading: str, summary: str, rows: Sequence[DifferenceRow], asks: bool) -> None:
        self._asks = asks
        self._heading.setText(heading)
        self._summary.set_text(summary)
        self._model.set_rows(rows)
        self._make_room()
        if rows:
            self._table.selectRow(0)
        self._confirm.setVisible(asks)
        self.commands.set_there("confirm", asks)
