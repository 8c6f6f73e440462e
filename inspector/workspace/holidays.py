"""Days off and make-up workdays: those that ship, those the law names of years to come, the
arrangement of a year once it is published and taken in, and what the user says on top.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto
from pathlib import Path

from inspector.domain.days.holiday_arrangement import Arrangement
from inspector.domain.days.statutory_days import STATUTORY_YEARS, statutory_days
from inspector.domain.days.workdays import Calendar, DayKind, SpecialDay, calendar_of
from inspector.domain.errors import DaysOutOfOrderError
from inspector.paths import holidays_folder
from inspector.storage.own.holiday_store import ArrangementStore, HolidayStore, TakenIn
from inspector.storage.packs.holiday_files import (
    read_arrangement,
    shipped_holidays,
    shipped_notices,
)
from inspector.workspace.changes import Changes
from inspector.workspace.opened_folder import OpenedFolder

MOST_DAYS = 31
"""Days that can be said at once: the longest holiday has nine."""


class Origin(Enum):
    """Where a line of the table comes from."""

    SHIPPED = auto()
    STATUTORY = auto()  # the law's; the exchange of days is still to be published
    TAKEN_IN = auto()
    OWN = auto()


@dataclass(frozen=True, slots=True)
class HolidayLine:
    """A day of the table as it counts."""

    special: SpecialDay
    origin: Origin

    @property
    def own(self) -> bool:
        """The user said so."""
        return self.origin is Origin.OWN


class Holidays:
    """The operations on the holiday table."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._store = HolidayStore(opened.database)
        self._arrangements = ArrangementStore(opened.database)
        self._calendar: Calendar | None = None

    def calendar(self) -> Calendar:
        """Return which days are worked."""
        if self._calendar is None:
            self._calendar = self.calendar_with(self.all_taken_in())
        return self._calendar

    def calendar_with(self, taken_in: Iterable[TakenIn]) -> Calendar:
        """Return which days are worked with these arrangements, the last of a year counting."""
        by_year = {each.arrangement.year: each.arrangement for each in taken_in}
        published = {*shipped_notices(holidays_folder()), *by_year}
        return calendar_of([line.special for line in self._lines(by_year)], published)

    def lines(self, year: int) -> list[HolidayLine]:
        """Return the days of a year that differ from their weekday, or that the user spoke of."""
        by_year = {each.arrangement.year: each.arrangement for each in self.all_taken_in()}
        lines = {line.special.day: line for line in self._lines(by_year)}
        return [lines[day] for day in sorted(lines) if day.year == year]

    def years(self) -> list[int]:
        """Return the years that the table says anything of."""
        by_year = {each.arrangement.year: each.arrangement for each in self.all_taken_in()}
        return sorted({line.special.day.year for line in self._lines(by_year)})

    def notice(self, year: int) -> date | None:
        """Return the day of the notice that the holidays of a year come from, if it is known."""
        taken = self.taken_in(year)
        if taken is not None:
            return taken.arrangement.notice
        return shipped_notices(holidays_folder()).get(year)

    def taken_in(self, year: int) -> TakenIn | None:
        """Return the arrangement of a year that was taken in last."""
        own = [each for each in self.all_taken_in() if each.arrangement.year == year]
        return own[-1] if own else None

    def all_taken_in(self) -> list[TakenIn]:
        """Return every arrangement that was taken in, the last of a year behind those before."""
        return self._arrangements.all()

    def read(self, path: Path) -> Arrangement:
        """Read the arrangement of a year: TOML, or a workbook with 日期 and 性质.

        Raises FaultyFileError, NotAWorkbookError, NotFoundError or CannotReadError.
        """
        if path.suffix.casefold() == ".toml":
            return read_arrangement(path)
        from inspector.excel.rosters.holiday_workbook import read_holidays

        return read_holidays(path)

    def take_in(self, arrangement: Arrangement, source: str) -> Changes:
        """Let an arrangement count; deadlines already set stay as they are. The same one twice
        changes nothing."""
        last = self.taken_in(arrangement.year)
        if last is not None and last.arrangement == arrangement:
            return Changes()
        self._arrangements.add(TakenIn(self._opened.now(), source, arrangement))
        self._calendar = None
        return Changes(holidays=True)

    def set_days(self, first: date, last: date, kind: DayKind, name: str = "") -> Changes:
        """Say of the days from `first` to `last` what `set` says of one; at most 31 days.

        Raises DaysOutOfOrderError.
        """
        if not 0 <= (last - first).days < MOST_DAYS:
            raise DaysOutOfOrderError(first, last, MOST_DAYS)
        with self._opened.database.transaction():
            for number in range((last - first).days + 1):
                self.set(first + timedelta(days=number), kind, name)
        return Changes(holidays=True)

    def set(self, day: date, kind: DayKind, name: str = "") -> Changes:
        """Say that a day is off, is worked, or is as its weekday says."""
        self._store.put(SpecialDay(day, kind, name.strip()))
        self._calendar = None
        return Changes(holidays=True)

    def restore(self, first: date, last: date | None = None) -> Changes:
        """Let what ships or was taken in count again for a day, or from `first` to `last`."""
        self._store.drop(first, last or first)
        self._calendar = None
        return Changes(holidays=True)

    def _lines(self, by_year: dict[int, Arrangement]) -> list[HolidayLine]:
        """Return every line, what counts less before what counts more."""
        shipped = shipped_notices(holidays_folder())
        return [
            *(
                HolidayLine(special, Origin.STATUTORY)
                for year in STATUTORY_YEARS
                if year not in shipped and year not in by_year
                for special in statutory_days(year)
            ),
            *(
                HolidayLine(special, Origin.SHIPPED)
                for special in shipped_holidays(holidays_folder())
                if special.day.year not in by_year
            ),
            *(
                HolidayLine(special, Origin.TAKEN_IN)
                for year in sorted(by_year)
                for special in by_year[year].days
            ),
            *(HolidayLine(special, Origin.OWN) for special in self._store.all()),
        ]
