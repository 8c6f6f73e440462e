"""Deadlines counted in workdays: Monday to Friday, but for holidays and make-up workdays (调休)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

_SATURDAY = 5
_ONE = timedelta(days=1)


class DayKind(StrEnum):
    """What somebody says of one day."""

    OFF = "off"  # 放假
    WORK = "work"  # 调休上班: a weekend day that is worked
    ORDINARY = "ordinary"  # as its weekday says, whatever was said before


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """One day that differs from its weekday, and what it is called: 春节."""

    day: date
    kind: DayKind
    name: str = ""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days are worked besides what the weekday says; the two sets share no day.

    `published` are the years whose exchange of days (调休) is known.
    """

    holidays: frozenset[date] = frozenset()
    workdays: frozenset[date] = frozenset()
    published: frozenset[int] = frozenset()

    def is_workday(self, day: date) -> bool:
        """Tell whether `day` is worked."""
        if day in self.workdays:
            return True
        return day.weekday() < _SATURDAY and day not in self.holidays

    def awaits_exchange(self, day: date) -> bool:
        """Tell whether the exchange of days of the year of `day` is still to be published."""
        return bool(self.published) and day.year not in self.published


def calendar_of(days: Iterable[SpecialDay], published: Iterable[int] = ()) -> Calendar:
    """Return the calendar of `days`; of two that speak of one day, the later one counts."""
    said = {special.day: special.kind for special in days}
    return Calendar(
        frozenset(day for day, kind in said.items() if kind is DayKind.OFF),
        frozenset(day for day, kind in said.items() if kind is DayKind.WORK),
        frozenset(published),
    )


def add_workdays(day: date, count: int, calendar: Calendar) -> date:
    """Return the day `count` workdays after `day`; 0 is the day itself (立行立改)."""
    while count > 0:
        day += _ONE
        if calendar.is_workday(day):
            count -= 1
    return day


def workdays_between(first: date, last: date, calendar: Calendar) -> int:
    """Return how many workdays come after `first`, up to and with `last`; 0 when it is earlier."""
    days = (last - first).days
    return sum(calendar.is_workday(first + timedelta(days=n)) for n in range(1, days + 1))


def last_workday_before(day: date, calendar: Calendar) -> date:
    """Return the nearest workday before `day`."""
    day -= _ONE
    while not calendar.is_workday(day):
        day -= _ONE
    return day
