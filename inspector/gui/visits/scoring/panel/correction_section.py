"""In the panel: how a deduction was put right before the inspector left."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor

from inspector.domain.visit.phrase_offers import CORRECTIONS
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import TAKE_AWAY
from inspector.gui.visits.scoring.panel.panel_section import PanelSection
from inspector.gui.visits.scoring.panel.shown_item import Shown
from inspector.gui.widgets.labels import label, wrapped
from inspector.gui.widgets.lists.choice_list import ChoiceList
from inspector.gui.widgets.note_edit import NoteEdit
from inspector.translation import tr


class CorrectionSection(PanelSection):
    """What was done, once something was corrected."""

    taken_off = Signal()
    """It was not corrected after all."""

    def __init__(self) -> None:
        super().__init__()
        self._title = label(tr("How it was corrected"), "small")
        self.field = NoteEdit("correction", tr("How it was corrected"))
        table = self.commands = CommandTable(self.field)
        digits, off = tuple("123456789"), tr("Not corrected after all")
        self._empty = (
            table.add(
                "choose-correction", tr("Choose, while nothing is written"), digits,
                lambda at: self.say(at + 1), short=tr("Choose"), numbered=True,
                choices=CORRECTIONS, left_over=True,
            ),
            table.add(
                "take-off", off, TAKE_AWAY, self.taken_off.emit, short=off,
                left_over=True,
            ),
        )  # fmt: skip
        self.field.textChanged.connect(self._follow_text)
        self._choices = ChoiceList("corrections")
        self._kept = wrapped("", "small")
        self._kept.setObjectName("correctionKept")
        for widget in (self._title, self._choices, self.field, self._kept):
            self.column.addWidget(widget)
        self._choices.chosen.connect(lambda position: self.say(position + 1))

    def say(self, digit: int) -> None:
        """Write what stands behind a digit."""
        if digit <= len(CORRECTIONS):
            self.field.setPlainText(CORRECTIONS[digit - 1])
            self.field.moveCursor(QTextCursor.MoveOperation.End)

    def wanted(self, shown: Shown) -> bool:
        return shown.deducted and shown.correction is not None

    def fill(self, shown: Shown, other: bool) -> None:
        correction = shown.correction
        self._choices.setVisible(correction == "")
        self._choices.show_choices(CORRECTIONS)
        self._kept.setText(
            tr(
                "The points stay off. {key} in the empty field takes it back.",
                key=self.commands["take-off"].key,
            )
            if correction == ""
            else tr("Corrected on the spot; the points stay off.")
        )
        self.field.show_text(correction or "")
        self._follow_text()
        self.field.setReadOnly(shown.card.left_out)

    def empty(self) -> None:
        self.field.show_text("")

    def _follow_text(self) -> None:
        """Let digits and Backspace be commands where nothing is written."""
        for each in self._empty:
            each.setEnabled(not self.field.toPlainText())
