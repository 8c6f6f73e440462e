"""The line to enter that a training was held: when, how many took part, which team held it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSpinBox, QWidget

from inspector.domain.errors import RefusedInputError
from inspector.domain.faults import Fault, Problem
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.theme import GRID, fix_width
from inspector.gui.widgets.day_field import DayField
from inspector.gui.widgets.fields.text_limit import NAME, TextLimit
from inspector.gui.widgets.labels import hairline, label
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import tr
from inspector.workspace.training.trainings import MOST_PEOPLE

_LEAST_TEAM, _MOST_TEAM = 96, 240
"""Pixels of the team, which takes what the others leave."""


class TrainingForm(QWidget):
    """`entry` is what is in it."""

    confirmed = Signal()
    left = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        surface(area=self)
        self._today = today
        self.held_on = DayField("trainingHeldOn", tr("Held on"), today)
        self.took_part = QSpinBox()
        self.took_part.setObjectName("trainingTookPart")
        self.took_part.setAccessibleName(tr("Took part"))
        self.took_part.lineEdit().setTextMargins(GRID, 0, 0, 0)  # as in the other fields
        self.took_part.setRange(1, MOST_PEOPLE)
        self.led_by = QLineEdit()
        TextLimit(self.led_by, NAME)
        self.led_by.setObjectName("trainingLedBy")
        self.led_by.setAccessibleName(tr("Held by (a team)"))
        self.commands = CommandTable(self)
        keep, leave = self.commands.add_answers(
            (tr("Record it"), self.confirmed.emit), (tr("Cancel"), self.left.emit)
        )
        save = command_button(keep, "saveTraining", steady=True)
        cancel = command_button(leave, "cancelTraining")
        row = QHBoxLayout()
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(GRID)
        for title, widget, width in (
            (tr("Held on"), self.held_on, 136),
            (tr("Took part"), self.took_part, 96),
            (tr("Held by (a team)"), self.led_by, 0),
        ):
            named = stack(None, (label(title, "secondary"), widget), spacing=GRID // 2)
            named.addStretch(1)
            if width:
                fix_width(widget, width)
            row.addLayout(named, int(not width))
        self.led_by.setMinimumWidth(_LEAST_TEAM)
        self.led_by.setMaximumWidth(_MOST_TEAM)
        row.addStretch(1)
        for made in (cancel, save):
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignBottom)
        stack(self, (hairline(), row))
        self.hide()

    def open_for(self, team: str) -> None:
        """Begin with today and the team that would hold it."""
        self.held_on.show_day(self._today())
        self.took_part.setValue(1)
        self.led_by.setText(team)
        self.show()
        self.held_on.setFocus(Qt.FocusReason.TabFocusReason)

    def entry(self) -> tuple[date, int, str]:
        """Return day, number of people and team; raises RefusedInputError."""
        day = self.held_on.day()
        if day is None:
            raise RefusedInputError([Problem(tr("Held on"), Fault.MISSING, expected="2026-12-1")])
        return day, self.took_part.value(), self.led_by.text().strip()
