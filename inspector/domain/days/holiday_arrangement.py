"""A year's holidays as the yearly notice arranges them: days off, and days worked in exchange."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from inspector.domain.days.statutory_days import statutory_days
from inspector.domain.days.workdays import DayKind, SpecialDay
from inspector.domain.faults import Fault, Problem

MOST_DAYS = 120
"""Days of an arrangement: 28 to 40 in practice."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A day as a file says it, with the place where it does: 2027.toml:12."""

    special: SpecialDay
    place: str


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The days of one year, in order. `notice` is the day of the notice; None where nobody says."""

    year: int
    notice: date | None
    days: tuple[SpecialDay, ...]


def arranged(
    placed: Sequence[Placed], notice: date | None, name: str
) -> tuple[Arrangement, list[Problem]]:
    """Return what a file with days comes to, and what is wrong with it.

    The year is that of most days; 元旦 may reach back into the December before. Every statutory
    day has to be off: a file without one is half a file, or of another year.
    """
    years = Counter(each.special.day.year for each in placed)
    year = max(years, key=lambda each: (years[each], each), default=0)
    problems: list[Problem] = []
    first: dict[date, Placed] = {}
    for each in placed:
        day = each.special.day
        if not date(year - 1, 12, 20) <= day <= date(year, 12, 31):
            problems.append(Problem(each.place, Fault.OTHER_YEAR, day.isoformat(), str(year)))
        elif day in first:
            problems.append(Problem(each.place, Fault.DUPLICATE, day.isoformat(), first[day].place))
        elif each.special.kind is DayKind.WORK and day.isoweekday() <= 5:  # Monday to Friday
            problems.append(Problem(each.place, Fault.NO_WEEKEND, day.isoformat()))
        first.setdefault(day, each)
    missing = [
        f"{special.day.isoformat()} {special.name}"
        for special in statutory_days(year)
        if special.day not in first or first[special.day].special.kind is not DayKind.OFF
    ]
    if missing:
        problems.append(Problem(name, Fault.NO_STATUTORY_DAY, str(year), "、".join(missing)))
    days = sorted((each.special for each in first.values()), key=lambda special: special.day)
    return Arrangement(year, notice, tuple(days)), problems
