"""Days that figures are told of: a day, week, month, quarter, year, or any days in a row.

Each knows the one before it, the one after it, and the shorter ones a trend is drawn of.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from inspector.domain.days.month_end import month_end

_ONE = timedelta(days=1)
_QUARTER = 3
"""Months."""

_DAYS_AT_MOST, _WEEKS_AT_MOST, _MONTHS_AT_MOST = 14, 184, 1100
"""Days in a row that a trend is drawn of by day, by week, by month; longer ones are by year."""

RECENT = 14
"""Days up to a day that stand for its trend: a day has no parts that are visited apart."""


class SpanKind(StrEnum):
    """How long it is."""

    DAY = "day"
    WEEK = "week"  # Monday to Sunday
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    FREE = "free"  # from any day to any day


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def kind(self) -> SpanKind:
        """What it is the whole of."""
        for kind in SpanKind:
            if kind is not SpanKind.FREE and self == span_of(kind, self.first):
                return kind
        return SpanKind.FREE

    @property
    def before(self) -> "Span":
        """The one to compare with: the month before a month, else as many days before.

        It is shorter where the calendar begins.
        """
        end = _day(self.first.toordinal() - 1)
        kind = self.kind
        if kind is SpanKind.FREE:
            return Span(_day(end.toordinal() - self.days + 1), end)
        return span_of(kind, end)

    @property
    def after(self) -> "Span":
        """The one that follows, of the same kind or as many days."""
        start = _day(self.last.toordinal() + 1)
        kind = self.kind
        if kind is SpanKind.FREE:
            return Span(start, _day(start.toordinal() + self.days - 1))
        return span_of(kind, start)

    def parts(self) -> tuple["Span", ...]:
        """Return what a trend is drawn of, in order; parts at the ends are cut off at its own."""
        if self.kind is SpanKind.DAY:
            days = range(max(self.last.toordinal() - RECENT + 1, 1), self.last.toordinal() + 1)
            return tuple(Span(date.fromordinal(n), date.fromordinal(n)) for n in days)
        return tuple(self._cut(part_kind(self)))

    def _cut(self, kind: SpanKind) -> Iterator["Span"]:
        day = self.first
        while day <= self.last:
            whole = span_of(kind, day)
            yield Span(max(whole.first, self.first), min(whole.last, self.last))
            if whole.last >= self.last:
                return
            day = whole.last + _ONE


def part_kind(span: Span) -> SpanKind:
    """Return what the parts of a span are."""
    if span.days <= _DAYS_AT_MOST:
        return SpanKind.DAY
    if span.days <= _WEEKS_AT_MOST:
        return SpanKind.WEEK
    return SpanKind.MONTH if span.days <= _MONTHS_AT_MOST else SpanKind.YEAR


def span_of(kind: SpanKind, day: date) -> Span:
    """Return the whole week, month … that a day is in; for FREE, the day alone."""
    match kind:
        case SpanKind.WEEK:
            monday = _day(day.toordinal() - day.weekday())
            return Span(monday, _day(day.toordinal() - day.weekday() + 6))
        case SpanKind.MONTH:
            return Span(day.replace(day=1), month_end(day))
        case SpanKind.QUARTER:
            begin = date(day.year, (day.month - 1) // _QUARTER * _QUARTER + 1, 1)
            return Span(begin, month_end(begin.replace(month=begin.month + _QUARTER - 1)))
        case SpanKind.YEAR:
            return Span(date(day.year, 1, 1), date(day.year, 12, 31))
    return Span(day, day)


def _day(ordinal: int) -> date:
    """Return a day of the calendar; before its first or after its last there is none."""
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))
