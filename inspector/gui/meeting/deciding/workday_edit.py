"""A day that is stepped through by workdays: ↑ and ↓ one, PgUp and PgDn ten."""

from datetime import date

from PySide6.QtCore import QDate, QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateEdit

from inspector.domain.days.workdays import Calendar, add_workdays, last_workday_before
from inspector.gui.commands.shared_keys import UP_DOWN, by_hand, key_name
from inspector.gui.measures import measures
from inspector.translation import tr
from inspector.workspace.findings.arrangement_words import awaited_text


def deadline_words() -> str:
    """Return the name of a deadline; the keys that move it, where there are any."""
    with_keys = tr("Deadline ({arrows} workday)", arrows=key_name(UP_DOWN))
    return by_hand(with_keys, tr("Deadline"))


class WorkdayEdit(QDateEdit):
    """A day, not before `least`; or, in words, that each of several has a day of its own."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._suit_hand()
        self.setDisplayFormat("yyyy-MM-dd  ddd")
        self._calendar = Calendar()
        self._last = QDate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        is_other = self.calendarPopup() is bool(measures().step)
        if event.type() is QEvent.Type.StyleChange and is_other:
            self._suit_hand()

    def _suit_hand(self) -> None:
        """A mouse has a calendar, a finger a day less and a day more: those of one are small."""
        steps = bool(measures().step)
        self.setCalendarPopup(not steps)
        self.setProperty("steps", steps)
        self.style().unpolish(self)
        self.style().polish(self)

    def show_day(self, day: date, least: date, calendar: Calendar) -> None:
        """Show a day; steps follow `calendar`."""
        self._calendar, self._last = calendar, QDate(day)
        self.setSpecialValueText("")
        self.setMinimumDate(QDate(min(day, least)))
        self.setDate(QDate(day))
        self.setSelectedSection(QDateEdit.Section.DaySection)

    def show_each(self, words: str, last: date, least: date, calendar: Calendar) -> None:
        """Say in `words` that each has its own day, `last` the latest; the first step leads there.

        A step back from `least` brings the words again.
        """
        self.show_day(last, least, calendar)
        self.setSpecialValueText(words)
        self.setMinimumDate(self.minimumDate().addDays(-1))  # Qt has the words for that one
        self.setDate(self.minimumDate())

    @property
    def is_each(self) -> bool:
        """Each has its own day."""
        return bool(self.specialValueText()) and self.date() == self.minimumDate()

    @property
    def awaited(self) -> str:
        """That the day may still move, as its year's make-up days are not published; or ''."""
        return awaited_text(self.day, self._calendar)

    @property
    def day(self) -> date:
        """The day that is shown; the latest where each has its own."""
        chosen = self._last if self.is_each else self.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def stepEnabled(self) -> QDateEdit.StepEnabledFlag:
        """Steps lead out of a month: Qt itself ends at its last day."""
        flag = QDateEdit.StepEnabledFlag
        lower = self.is_each or self.date() > self.minimumDate()
        down = flag.StepDownEnabled if lower else flag.StepNone
        return flag.StepUpEnabled | down

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_each and event.text().isdigit():
            self._leave_words()
        super().keyPressEvent(event)

    def _leave_words(self) -> None:
        self.setDate(self._last)
        self.setSelectedSection(QDateEdit.Section.DaySection)

    def stepBy(self, steps: int) -> None:
        if self.is_each:
            self._leave_words()
            return
        day = self.day
        if steps > 0:
            day = add_workdays(day, steps, self._calendar)
        for _ in range(-steps):
            day = last_workday_before(day, self._calendar)
        self.setDate(max(QDate(day), self.minimumDate()))
        self.setSelectedSection(QDateEdit.Section.DaySection)
