"""What one asks with: where and how, the five grades as large buttons, the reasons of a bad one."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from inspector.domain.survey.survey_sheet import GRADES, LONGEST_REASON, Channel
from inspector.gui.commands.command import Command
from inspector.gui.commands.command_button import CommandButton, command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.measures import measures, sized
from inspector.gui.survey.survey_words import channel_word
from inspector.gui.theme import GRID
from inspector.gui.widgets.choice import Choice
from inspector.gui.widgets.fields.text_limit import TextLimit
from inspector.gui.widgets.flow_row import FlowRow
from inspector.gui.widgets.labels import button, label, wrapped
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr

_GRADE_HEIGHT, _GRADE_WIDTH = 72, 116
"""Pixels: a thumb finds it on a tablet held in one hand."""

_MOST = 9


class _GradeButton(CommandButton):
    """Large, and each as large as the others; it takes a double click for one click."""

    def __init__(self, command: Command, name: str) -> None:
        super().__init__(name, steady=True)
        self.give(command)

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(sized(_GRADE_WIDTH), sized(_GRADE_HEIGHT)))


class AskPanel(QWidget):
    """Fields and buttons; what they come to, the page knows."""

    reason_chosen = Signal(int)
    """By tap, from 0."""

    def __init__(self, table: CommandTable) -> None:
        super().__init__()
        self.window_choice = Choice("surveyWindow", tr("Window"))
        self.channel = Choice("surveyChannel", tr("Channel"))
        self.channel.offer([(channel_word(each), each) for each in Channel])
        for each in (self.window_choice, self.channel):
            each.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        slips = command_button(table["slips"], "surveySlips", "chip")
        self.where = FlowRow([
            label(tr("Window"), "secondary"), self.window_choice,
            label(tr("Channel"), "secondary"), self.channel, slips,
        ])  # fmt: skip
        self.question = wrapped("", "title")
        self.question.setObjectName("surveyQuestion")
        self.grades = [
            _GradeButton(table[grade.value], f"surveyGrade{key}")
            for key, grade in enumerate(GRADES, 1)
        ]
        self.grade_row = FlowRow(self.grades)
        self.reasons: list[QPushButton] = []
        for place in range(_MOST):
            made = button("", f"surveyReason{place + 1}", steady=True)
            made.clicked.connect(lambda _=False, place=place: self.reason_chosen.emit(place))
            self.reasons.append(made)
        without = command_button(table["no-reason"], "surveyNoReason", steady=True)
        keep = command_button(table["keep-reason"], "surveyKeepReason")
        self._leaves = [
            command_button(table["stop"], "surveyStop", "quiet"),
            command_button(table["stop-correcting"], "surveyStopCorrecting", "quiet"),
        ]
        self._keep = keep
        self.reason_row = FlowRow([*self.reasons, without])
        self.other = QLineEdit()
        self.other.setObjectName("surveyOtherReason")
        self.other.setAccessibleName(tr("Another reason"))
        self.other.setPlaceholderText(tr("Another reason"))
        TextLimit(self.other, LONGEST_REASON)
        self.below = QWidget()
        stack(self.below, ((self.other, 1), keep, *self._leaves), spacing=GRID, across=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.setSpacing(GRID)
        for part in (self.where, self.question, self.grade_row, self.reason_row, self.below):
            column.addWidget(part)

    def show_state(
        self, question: str, *, wants_reason: bool, can_stop: bool, corrects: bool
    ) -> None:
        """Ask for a grade or, instead, for the reason of a bad one."""
        self.question.setText(question)
        self.where.setVisible(not can_stop)
        self.grade_row.setVisible(not wants_reason)
        self.reason_row.setVisible(wants_reason)
        self.other.setVisible(wants_reason)
        self._keep.setVisible(wants_reason)
        for each, is_there in zip(self._leaves, (not corrects, corrects), strict=True):
            each.setVisible(is_there)
        self.below.setVisible(can_stop)
        self.other.clear()

    def offer_reasons(self, reasons: Sequence[str]) -> None:
        """Show the reasons, each with its digit."""
        for place, made in enumerate(self.reasons):
            made.setVisible(place < len(reasons))
            if place < len(reasons):
                said = f"{place + 1} {reasons[place]}" if measures().shows_keys else reasons[place]
                made.setText(said)
                made.setAccessibleName(reasons[place])
        self.reason_row.arrange()

    def offer_windows(self, numbers: Sequence[str]) -> None:
        """Offer the windows of a site; the whole hall first."""
        self.window_choice.choose("", tr("The whole hall"))
        self.window_choice.offer(
            [(tr("The whole hall"), ""), *((number, number) for number in numbers)]
        )
