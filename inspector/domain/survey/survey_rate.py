"""What the sheets of a survey come to: 满意率, 差评率 and an interval, exactly, in integers.

The interval is Wilson's at 95 %, which stays within 0 and 100 % however few sheets there are.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import isqrt

from inspector.domain.survey.survey_sheet import GRADES, Satisfaction, SheetLine

WHOLE = 10_000
"""100 % in hundredths of a percent, in which every rate here is counted."""

_Z = 196
"""1.96 in hundredths: 95 % of a normal distribution lie within as many deviations."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Bounds in hundredths of a percent, rounded half up."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class SurveyRate:
    """Sheets of a site, from the best grade to the worst; `least` of them are needed to rank."""

    counts: tuple[int, ...]
    least: int

    @property
    def n(self) -> int:
        """How many sheets there are."""
        return sum(self.counts)

    @property
    def bad(self) -> int:
        """How many are 差评: the two lowest grades (DOMAIN §2.4)."""
        return sum(count for grade, count in zip(GRADES, self.counts, strict=True) if grade.is_bad)

    @property
    def satisfied(self) -> int:
        """How many are 非常满意, 满意 or 基本满意: all that are not 差评."""
        return self.n - self.bad

    @property
    def percent(self) -> int | None:
        """满意率 in hundredths of a percent, rounded half up; None without a sheet."""
        return share(self.satisfied, self.n)

    @property
    def bad_percent(self) -> int | None:
        """差评率 in the same way; together they are 100 %, however they were rounded."""
        satisfied = self.percent
        return None if satisfied is None else WHOLE - satisfied

    @property
    def interval(self) -> Interval | None:
        """Where 满意率 of everybody lies, at 95 %; None without a sheet."""
        return wilson(self.satisfied, self.n) if self.n else None

    @property
    def ranked(self) -> bool:
        """There are enough sheets to be compared with others."""
        return self.n >= max(1, self.least)


def share(part: int, n: int) -> int | None:
    """Return `part` of `n` in hundredths of a percent, rounded half up once; None of nothing."""
    return (2 * WHOLE * part + n) // (2 * n) if n else None


def wilson(part: int, n: int) -> Interval:
    """Return Wilson's interval at 95 % of `part` of `n` (1 or more).

    (2k + z² ± z·√(z² + 4k(n−k)/n)) / (2(n + z²)), with z² = 3.8416, in whole numbers: the root is
    taken down for the upper bound and up for the lower one, and a floor of a quotient by a whole
    number is the same behind it.
    """
    squared = _Z * _Z  # of z, in ten-thousandths
    middle = 20_000 * part + squared
    below = 2 * (10_000 * n + squared)
    # (2·WHOLE·10,000·z·√…)², as a fraction over n
    radicand = (2 * WHOLE * _Z) ** 2 * (squared * n + 40_000 * part * (n - part))
    down = isqrt(radicand // n)
    up = down if down * down * n == radicand else down + 1
    high = (2 * WHOLE * middle + below + down) // (2 * below)
    low = (2 * WHOLE * middle + below - up) // (2 * below)
    return Interval(low, high)


def rate_of(grades: Iterable[Satisfaction], least: int) -> SurveyRate:
    """Return what grades come to."""
    given = list(grades)
    return SurveyRate(tuple(map(given.count, GRADES)), least)


def rate_of_lines(lines: Iterable[SheetLine], least: int) -> SurveyRate:
    """Return what the sheets come to that stand for themselves and were not taken back."""
    return rate_of((each.sheet.grade for each in lines if each.counts and each.sheet.grade), least)


def together(rates: Iterable[SurveyRate]) -> SurveyRate:
    """Return what the sheets of several sites come to, each counted alike."""
    every = list(rates)
    counts = [sum(own) for own in zip(*(rate.counts for rate in every), strict=True)]
    return SurveyRate(tuple(counts) or (0,) * len(GRADES), every[0].least if every else 1)


def ranks(rates: Mapping[str, SurveyRate]) -> dict[str, int]:
    """Return the rank of each site by its 满意率: of those with enough sheets; equals share one."""
    ranked = {key: rate.percent or 0 for key, rate in rates.items() if rate.ranked}
    return {
        key: 1 + sum(other > percent for other in ranked.values())
        for key, percent in ranked.items()
    }
