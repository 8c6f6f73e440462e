"""The line for a day or several: off, worked or ordinary, and what it is called."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from inspector.domain.days.workdays import DayKind
from inspector.domain.errors import RefusedInputError
from inspector.domain.faults import Fault, Problem
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import UP_DOWN
from inspector.gui.data.holidays.holiday_names import kind_word
from inspector.gui.editor_draft import Field
from inspector.gui.theme import GRID, fix_width
from inspector.gui.widgets.choice import Choice
from inspector.gui.widgets.day_field import DayField
from inspector.gui.widgets.fields.text_limit import NAME, TextLimit
from inspector.gui.widgets.labels import hairline, label
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import tr

_LEAST_NAME, _MOST_NAME = 80, 240
"""Pixels of the name, which takes what the others leave."""


class HolidayForm(QWidget):
    """`days` is what is in it."""

    confirmed = Signal()
    left = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(area=self)
        self.first = DayField("holidayFirst", tr("Day"), today)
        self.last = DayField("holidayLast", tr("Last day"), today)
        self._kind = Choice("holidayKind", tr("What it is"))
        self._kind.offer([(kind_word(kind), kind.value) for kind in DayKind])
        self._name = QLineEdit()
        TextLimit(self._name, NAME)
        self._name.setObjectName("holidayName")
        self._name.setAccessibleName(tr("Name"))
        self._name.setPlaceholderText(tr("Such as Spring Festival"))
        self.commands = CommandTable(self)
        keep, leave = self.commands.add_answers(
            (tr("Save"), self.confirmed.emit), (tr("Cancel"), self.left.emit)
        )
        self.commands.add("choose", tr("Choose"), UP_DOWN, short=tr("Choose"))
        save = command_button(keep, "saveHoliday", steady=True)
        cancel = command_button(leave, "cancelHoliday")
        row = QHBoxLayout()
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(GRID)
        for title, widget, width in (
            (tr("Day"), self.first, 120),
            (tr("to (blank: one day)"), self.last, 120),
            (tr("is"), self._kind, 112),
            (tr("Name"), self._name, 0),
        ):
            named = stack(None, (label(title, "secondary"), widget), spacing=GRID // 2)
            named.addStretch(1)
            if width:
                fix_width(widget, width)
            row.addLayout(named, int(not width))
        self._name.setMinimumWidth(_LEAST_NAME)
        self._name.setMaximumWidth(_MOST_NAME)
        row.addStretch(1)
        for made in (cancel, save):
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignBottom)
        stack(self, (hairline(), row))
        self.hide()

    @property
    def drafted(self) -> dict[str, Field]:
        """What is filled in, by name."""
        return {"first": self.first, "last": self.last, "kind": self._kind, "name": self._name}

    def take_focus(self) -> None:
        """Take the keyboard, as when it was opened."""
        self.first.setFocus(Qt.FocusReason.TabFocusReason)

    def open_for(self, day: date | None, kind: DayKind, name: str = "") -> None:
        """Begin with a day, or with none."""
        self.first.show_day(day)
        self.last.show_day(None)
        self._kind.choose(kind.value)
        self._name.setText(name)
        self.show()
        (self._name if day else self.first).setFocus(Qt.FocusReason.TabFocusReason)

    def days(self) -> tuple[date, date, DayKind, str]:
        """Return first and last day, kind and name; raises RefusedInputError."""
        first = self.first.day()
        if first is None:
            raise RefusedInputError([Problem(tr("Day"), Fault.MISSING, expected="2026-12-1")])
        kind = DayKind(self._kind.currentData())
        return first, self.last.day() or first, kind, self._name.text().strip()
