"""Days off and make-up workdays: those that ship, and what the user says on top of them."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from inspector.domain.errors import DaysOutOfOrderError
from inspector.domain.workdays import Calendar, DayKind, SpecialDay, calendar_of
from inspector.paths import holidays_folder
from inspector.storage.holiday_files import shipped_holidays, shipped_notices
from inspector.storage.holiday_store import HolidayStore
from inspector.workspace.changes import Changes

if TYPE_CHECKING:
    from inspector.workspace.workspace import Workspace

MOST_DAYS = 31
"""Days that can be said at once: the longest holiday has nine."""


@dataclass(frozen=True, slots=True)
class HolidayLine:
    """A day of the table as it counts; `own`: the user said so."""

    special: SpecialDay
    own: bool


class Holidays:
    """The operations on the holiday table."""

    def __init__(self, workspace: "Workspace") -> None:
        self._database = workspace.database
        self._store = HolidayStore(workspace.database)
        self._calendar: Calendar | None = None

    def calendar(self) -> Calendar:
        """Return which days are worked."""
        if self._calendar is None:
            self._calendar = calendar_of((*shipped_holidays(holidays_folder()), *self._store.all()))
        return self._calendar

    def lines(self, year: int) -> list[HolidayLine]:
        """Return the days of a year that differ from their weekday, or that the user spoke of."""
        lines = {s.day: HolidayLine(s, False) for s in shipped_holidays(holidays_folder())}
        lines.update((s.day, HolidayLine(s, True)) for s in self._store.all())
        return [lines[day] for day in sorted(lines) if day.year == year]

    def years(self) -> list[int]:
        """Return the years that the table says anything of."""
        every = (*shipped_holidays(holidays_folder()), *self._store.all())
        return sorted({special.day.year for special in every})

    def notice(self, year: int) -> date | None:
        """Return the day of the notice that the holidays of a year that ship come from."""
        return shipped_notices(holidays_folder()).get(year)

    def set_days(self, first: date, last: date, kind: DayKind, name: str = "") -> Changes:
        """Say of the days from `first` to `last` what `set` says of one; at most 31 days.

        Raises DaysOutOfOrderError.
        """
        if not 0 <= (last - first).days < MOST_DAYS:
            raise DaysOutOfOrderError(first, last, MOST_DAYS)
        with self._database.transaction():
            for number in range((last - first).days + 1):
                self.set(first + timedelta(days=number), kind, name)
        return Changes(holidays=True)

    def set(self, day: date, kind: DayKind, name: str = "") -> Changes:
        """Say that a day is off, is worked, or is as its weekday says."""
        self._store.put(SpecialDay(day, kind, name.strip()))
        self._calendar = None
        return Changes(holidays=True)

    def restore(self, first: date, last: date | None = None) -> Changes:
        """Let what ships count again for a day, or from `first` to `last`."""
        self._store.drop(first, last or first)
        self._calendar = None
        return Changes(holidays=True)
