"""What a paper covers: days, and one site or all of them."""

import calendar
from dataclasses import dataclass
from datetime import date

from inspector.domain.span import Span
from inspector.excel.heading import chinese_date


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    @property
    def before(self) -> "Period":
        """The period to compare with: the month before a whole month (quarter, year), else as many
        days before.

        It is shorter where the calendar begins.
        """
        earlier = Span(self.first, self.last).before
        return Period(earlier.first, earlier.last)

    @property
    def chinese(self) -> str:
        """The period as a title says it: 2026年11月, or from day to day."""
        if self == month_of(self.first):
            return f"{self.first.year}年{self.first.month}月"
        if self.first == self.last:
            return chinese_date(self.first)
        return f"{chinese_date(self.first)}至{chinese_date(self.last)}"


@dataclass(frozen=True, slots=True)
class Extent:
    """What a workbook covers: a period, and one site by its name or all of them.

    With a `phase` a summary is only of visits that were made for it.
    """

    period: Period
    site: str | None = None
    phase: str = ""


def month_of(day: date) -> Period:
    """Return the whole month of a day."""
    days = calendar.monthrange(day.year, day.month)[1]
    return Period(day.replace(day=1), day.replace(day=days))
