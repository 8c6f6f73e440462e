"""What taking in the holidays of a year would do, and the deadlines that it would move."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import CONFIRM, LEAVE
from inspector.gui.widgets.labels import wrapped
from inspector.gui.widgets.lists.row_heights import fit_rows
from inspector.gui.widgets.lists.table import Column, TableModel, TableView
from inspector.gui.widgets.question_panel import lay_out_question
from inspector.gui.widgets.text_box import TextBox
from inspector.gui.words import day_text
from inspector.translation import tr, tr_count
from inspector.workspace.findings.arrangement_words import arrangement_sentence
from inspector.workspace.findings.arrangements import ArrangementPreview, MovedDeadline


class ArrangementQuestion(QWidget):
    """A heading with the two answers, the summary, and the findings whose deadline would move.

    None moves unless `recounts` was ticked.
    """

    confirmed = Signal()
    discarded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = wrapped("", "title")
        self.commands = CommandTable(self)
        add, move = self.commands.add, tr("Move the deadlines as well, or not")
        take_in, leave = tr("Import it"), tr("Cancel")
        enter, take = CONFIRM, self.confirmed.emit
        confirm = add("confirm", take_in, enter, take, short=take_in, left_over=True)
        self._tick = add("move", move, "Space", short=move)
        discard = add("leave", leave, LEAVE, self.discarded.emit, short=leave, left_over=True)
        self.confirm = command_button(confirm, "confirmHolidays", "primary")
        self._summary = TextBox("holidaysSummary", tr("What importing it would change"))
        self._recount = QCheckBox()
        self._recount.setObjectName("recountDeadlines")
        self._model = TableModel[MovedDeadline](
            [
                Column(tr("Finding no."), lambda row: row.finding.number, 144),
                Column(tr("Site"), lambda row: row.finding.site_name, 160),
                Column(tr("Window"), lambda row: row.finding.window_number, 120),
                Column(tr("Finding"), lambda row: row.finding.text or row.finding.item_text),
                Column(tr("Deadline now"), lambda row: day_text(row.finding.deadline), 144),
                Column(tr("Deadline then"), lambda row: day_text(row.deadline), 144),
            ]
        )
        said = tr("Deadlines that would move")
        self._table = TableView(self._model, "movedDeadlines", said, self)
        fit_rows(self._table)
        give_context_menu(self._table, list(self.commands))
        policy = self._table.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # what is above stays where it is
        self._table.setSizePolicy(policy)
        lay_out_question(
            self, self._heading, (command_button(discard, "discardHolidays"), self.confirm),
            (self._summary, self._recount), self._table,
        )  # fmt: skip
        self._table.answered.connect(lambda _: self.confirmed.emit())

    def take_focus(self) -> None:
        """Go where Space decides about the deadlines, if any would move; Enter takes in anyhow."""
        (self._recount if self.moves_deadlines else self.confirm).setFocus()

    @property
    def moves_deadlines(self) -> bool:
        """There is something to tick."""
        return self._model.rowCount() > 0

    @property
    def recounts(self) -> bool:
        """The deadlines are to move."""
        return self._recount.isChecked()

    def show_preview(self, preview: ArrangementPreview) -> None:
        """Show what a file would bring."""
        self._heading.setText(tr("Import “{name}”?", name=preview.source))
        self._summary.set_text(arrangement_sentence(preview))
        count = len(preview.moved)
        self._recount.setText(
            tr_count(count, "Move this deadline as well", "Move these {count} deadlines as well")
        )
        self._recount.setChecked(False)
        self._recount.setVisible(count > 0)
        self._tick.setVisible(count > 0)
        self._model.set_rows(list(preview.moved))
        self._table.setVisible(count > 0)
