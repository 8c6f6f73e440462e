"""What a workbook covers: days, and one site, several or all. Loads with the first page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from inspector.domain.days.month_end import month_end


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
        from inspector.domain.days.span import Span

        earlier = Span(self.first, self.last).before
        return Period(earlier.first, earlier.last)

    @property
    def chinese(self) -> str:
        """The period as a title says it: 2026年11月, or from day to day."""
        from inspector.excel.sheet.report_heading import chinese_date

        if self == month_of(self.first):
            return f"{self.first.year}年{self.first.month}月"
        if self.first == self.last:
            return chinese_date(self.first)
        return f"{chinese_date(self.first)}至{chinese_date(self.last)}"


@dataclass(frozen=True, slots=True)
class Extent:
    """What a workbook covers: a period, and one site by its name, several of them, or all.

    With a `phase` a summary is only of visits that were made for it.
    """

    period: Period
    site: str | None = None
    phase: str = ""
    sites: tuple[str, ...] = ()  # two or more, where it is of several

    @staticmethod
    def of(period: Period, sites: Sequence[str], phase: str = "") -> "Extent":
        """Return the extent of the sites named; none stands for all."""
        if len(sites) == 1:
            return Extent(period, sites[0], phase)
        return Extent(period, None, phase, tuple(sites))

    @property
    def named(self) -> tuple[str, ...]:
        """The sites that are named; none: all of them are covered."""
        return self.sites if self.site is None else (self.site,)

    def covers(self, site: str) -> bool:
        """Tell whether a site is covered, by its name."""
        return not self.named or site in self.named


def month_of(day: date) -> Period:
    """Return the whole month of a day."""
    return Period(day.replace(day=1), month_end(day))
