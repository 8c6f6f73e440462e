"""Figures and their days in words."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from inspector.domain.checklist.points import ONE, Hundredths, format_score
from inspector.domain.days.span import Span, SpanKind
from inspector.domain.figures.figure_facts import FigureScope
from inspector.domain.visit.coverage import Coverage
from inspector.gui.words import month_word, short_day_text, span_text
from inspector.translation import tr, tr_count

DOT = " · "
NONE = "—"
_LONGER_THAN_WEEKS, _LONGER_THAN_MONTHS = 7, 31
"""Days: a part at the end of a period may be cut off, but is not longer."""

UP, DOWN, SAME = "↑", "↓", "="


def kind_word(kind: SpanKind) -> str:
    """Return what a kind of period is called."""
    return {
        SpanKind.DAY: tr("day"),
        SpanKind.WEEK: tr("week"),
        SpanKind.MONTH: tr("month"),
        SpanKind.QUARTER: tr("quarter"),
        SpanKind.YEAR: tr("year"),
        SpanKind.FREE: tr("From … to …"),
    }[kind]


def label_text(span: Span) -> str:
    """Write a period where there is little room and the year stands beside: 11月23日至29日."""
    first, last = span.first, span.last
    if span.kind is not SpanKind.WEEK:
        return span_text(span)
    if first.month != last.month:
        return part_text(span)
    return tr("{month} {first} to {last}", month=month_word(first), first=first.day, last=last.day)


def scope_text(scope: FigureScope) -> str:
    """Write the period of a scope, by the name of its phase where it is one."""
    return scope.phase or span_text(scope.span)


def opening_period(scope: FigureScope, today: date, places: Sequence[str]) -> str:
    """Write what a summary is of, as a sentence begins: 11月, or 城东营业厅11月.

    The year stands there where it is not that of `today`; `places` are the sites it is narrowed to.
    """
    span = scope.span
    period = scope.phase or label_text(span)
    if not scope.phase and span.first.year == span.last.year == today.year:
        match span.kind:
            case SpanKind.DAY:
                period = short_day_text(span.first)
            case SpanKind.MONTH:
                period = month_word(span.first)
            case SpanKind.FREE:
                period = part_text(span)
    if not places:
        return period
    place = places[0] if len(places) == 1 else sites_text(len(places))
    return tr("{place}, {period}", place=place, period=period)


def before_word(scope: FigureScope) -> str:
    """Return what the period before is called, to compare with."""
    if scope.phase:
        return tr("prior phase")
    return {
        SpanKind.DAY: tr("prior day"),
        SpanKind.WEEK: tr("prior week"),
        SpanKind.MONTH: tr("prior month"),
        SpanKind.QUARTER: tr("prior quarter"),
        SpanKind.YEAR: tr("prior year"),
        SpanKind.FREE: tr("prior days"),
    }[scope.span.kind]


def part_text(span: Span) -> str:
    """Write a part of a period as short as it is clear within it."""
    first, last = span.first, span.last
    match span.kind:
        case SpanKind.MONTH | SpanKind.YEAR:
            return span_text(span)
    if first == last:
        return short_day_text(first)
    return tr("{first} to {last}", first=short_day_text(first), last=short_day_text(last))


class Tick(NamedTuple):
    """A part of a period beneath a chart: 11-23, 11/23–29, 11月, 2026.

    Where there is no room it is `less`: 23–29; or even `short`: 23, 11. Below the first of a
    month, or of a year, stands what `begins`, unless the words say so: `below` says that.
    """

    whole: str
    short: str
    begins: str
    says_month: bool = False
    less: str = ""  # "": there is nothing between

    def below(self, short: bool) -> str:
        """Return what stands below it."""
        return "" if self.says_month and not short else self.begins


def tick_texts(spans: Sequence[Span]) -> list[Tick]:
    """Write the parts of a period beneath a chart."""
    ticks, before = [], ""
    for span in spans:
        first, less = span.first, ""
        if span.kind is SpanKind.YEAR or span.days > _LONGER_THAN_MONTHS:
            whole = short = str(first.year)
            group = ""
        elif span.kind is SpanKind.MONTH or span.days > _LONGER_THAN_WEEKS:
            whole, short, group = month_word(first), str(first.month), str(first.year)
        else:
            whole, short, group = f"{first.month}-{first.day}", str(first.day), month_word(first)
            if span.days > 1:  # a week: with its first day alone it would be taken for that day
                last = span.last
                end = f"{last.day}" if last.month == first.month else f"{last.month}/{last.day}"
                less = f"{first.day}–{last.day}"
                whole = f"{first.month}/{first.day}–{end}"
        begins = group if group != before else ""
        ticks.append(Tick(whole, short, begins, group == month_word(first), less))
        before = group
    return ticks


def percent_text(rate: Hundredths | None) -> str:
    """Write a rate: 83.69%."""
    return NONE if rate is None else f"{format_score(rate)}%"


def observed_text(coverage: Coverage | None) -> str:
    """Write how much was observed, rounded down: 94%; — where that was not kept."""
    return NONE if coverage is None else f"{coverage.percent // ONE}%"


def change_text(change: int | None, points: bool = True) -> str:
    """Write a change against the period before: ↑0.70, ↓3, =; — with nothing to compare with."""
    if change is None:
        return NONE
    size = format_score(abs(change)) if points else str(abs(change))
    return SAME if not change else f"{UP if change > 0 else DOWN}{size}"


def visits_text(count: int) -> str:
    """Write a number of visits."""
    return tr_count(count, "1 visit", "{count} visits")


def sites_text(count: int) -> str:
    """Write a number of sites."""
    return tr_count(count, "1 site", "{count} sites")
