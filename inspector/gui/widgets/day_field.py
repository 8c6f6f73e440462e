"""A field for a day as it is typed in a hurry; it says beneath what it was understood as."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from inspector.domain.days.day_text import read_count, read_day
from inspector.domain.days.workdays import Calendar, add_workdays
from inspector.domain.errors import RefusedInputError
from inspector.domain.faults import Fault, Problem
from inspector.gui.theme import GRID
from inspector.gui.widgets.fields.text_limit import NAME, TextLimit
from inspector.gui.widgets.labels import label, set_role
from inspector.gui.widgets.stacked import stack
from inspector.gui.words import day_text
from inspector.translation import tr, tr_count
from inspector.workspace.findings.arrangement_words import awaited_text


class DayField(QWidget):
    """A day, or with `counts` a number of workdays. Blank is None."""

    changed = Signal()

    def __init__(
        self,
        name: str,
        title: str,
        today: Callable[[], date],
        calendar: Callable[[], Calendar] | None = None,
    ) -> None:
        """With a `calendar` a number is taken as workdays."""
        super().__init__()
        self._title = title
        self._today = today
        self._calendar = calendar
        self.start: date | None = None
        """The day workdays are counted from; None: several days, nothing is foretold."""
        self.blank = ""
        """What no day stands for, said while the field is blank."""

        self.field = QLineEdit()
        TextLimit(self.field, NAME)
        self.field.setObjectName(name)
        self.field.setAccessibleName(title)
        self.setFocusProxy(self.field)
        self._echo = label("", "small")
        self._echo.setObjectName(f"{name}Echo")
        stack(self, (self.field, self._echo), spacing=GRID // 2)
        self.field.textChanged.connect(self._on_changed)
        self._on_changed()

    def showEvent(self, event: QShowEvent) -> None:
        """Say how a day is written by today's: any other looks filled in."""
        super().showEvent(event)
        self.say_how()

    def say_how(self) -> None:
        """Say in the blank field how a day is written, or what it stands for."""
        today = f"{self._today():%m-%d}"
        said = tr("3 or 12-1") if self._calendar else tr("like {day}", day=today)
        self.field.setPlaceholderText(self.blank or said)

    def draft_text(self) -> str:
        """Return what is typed, as a draft keeps it."""
        return self.field.text()

    def show_draft(self, text: str) -> None:
        """Show what was typed when a draft was kept."""
        self.field.setText(text)

    def show_day(self, day: date | None) -> None:
        """Show a day, or nothing."""
        self.field.setText(day.isoformat() if day else "")

    def value(self) -> date | int | None:
        """Return what is typed; raises RefusedInputError for what says no day."""
        text = self.field.text().strip()
        if not text:
            return None
        count = read_count(text) if self._calendar else None
        if count is not None:
            return count
        day = read_day(text, self._today())
        if day is None:
            expected = tr("3 (workdays) or 2026-12-1") if self._calendar else tr("2026-12-1")
            raise RefusedInputError([Problem(self._title, Fault.NOT_A_DATE, text, expected)])
        return day

    def day(self) -> date | None:
        """Return the day that is typed, workdays counted; raises RefusedInputError."""
        value = self.value()
        if isinstance(value, int):
            assert self._calendar is not None
            return add_workdays(self.start or self._today(), value, self._calendar())
        return value

    def _on_changed(self) -> None:
        try:
            value = self.value()
        except RefusedInputError:
            self._say(tr("✗ not a day"), "wrong")
        else:
            self._say(self._understood(value), "small")
        self.changed.emit()

    def _understood(self, value: date | int | None) -> str:
        if value is None:
            return ""
        if isinstance(value, int) and self.start is None:
            return tr_count(value, "1 workday more each", "{count} workdays more each")
        day = self.day()
        assert day is not None
        names = tr("Mon Tue Wed Thu Fri Sat Sun").split()
        said = f"{day_text(day)} {names[day.weekday()]}"
        if self._calendar and not self._calendar().is_workday(day):
            said = tr("{day}, a day off", day=said)
        awaited = awaited_text(day, self._calendar()) if self._calendar else ""
        return tr("; ").join(part for part in (said, awaited) if part)

    def _say(self, text: str, role: str) -> None:
        set_role(self._echo, role)
        self._echo.setText(text)
        self._echo.setVisible(bool(text))
