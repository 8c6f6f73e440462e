"""Days that figures are told of: what comes before, after, and what a trend is drawn of."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.days.span import RECENT, Span, SpanKind, part_kind, span_of

DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
WHOLE = [kind for kind in SpanKind if kind is not SpanKind.FREE]


def span(first: str, last: str) -> Span:
    return Span(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("kind", "first", "last", "before_first", "before_last"),
    [
        (SpanKind.DAY, "2026-03-01", "2026-03-01", "2026-02-28", "2026-02-28"),
        (SpanKind.WEEK, "2026-11-23", "2026-11-29", "2026-11-16", "2026-11-22"),
        (SpanKind.MONTH, "2024-03-01", "2024-03-31", "2024-02-01", "2024-02-29"),
        (SpanKind.QUARTER, "2026-01-01", "2026-03-31", "2025-10-01", "2025-12-31"),
        (SpanKind.QUARTER, "2026-10-01", "2026-12-31", "2026-07-01", "2026-09-30"),
        (SpanKind.YEAR, "2025-01-01", "2025-12-31", "2024-01-01", "2024-12-31"),
        (SpanKind.FREE, "2026-11-03", "2026-11-12", "2026-10-24", "2026-11-02"),
    ],
)
def test_what_it_is_the_whole_of_and_what_it_is_compared_with(
    kind: SpanKind, first: str, last: str, before_first: str, before_last: str
) -> None:
    own = span(first, last)
    assert own.kind is kind
    assert own.before == span(before_first, before_last)


@given(DAYS, st.sampled_from(WHOLE))
def test_the_one_after_the_one_before_is_itself(day: date, kind: SpanKind) -> None:
    own = span_of(kind, day)
    assert own.first <= day <= own.last
    assert own.kind is kind
    assert own.before.after == own == own.after.before
    assert own.before.last + timedelta(1) == own.first


@given(DAYS, st.integers(0, 3000))
def test_parts_are_the_days_of_the_whole_without_gaps(day: date, more: int) -> None:
    own = Span(day, day + timedelta(more))
    parts = own.parts()
    assert all(one.last + timedelta(1) == next_one.first for one, next_one in pairwise(parts))
    assert parts[-1].last == own.last
    if own.kind is not SpanKind.DAY:
        assert parts[0].first == own.first
        assert len(parts) <= 60
        assert all(part.days <= span_of(part_kind(own), part.first).days for part in parts)


def test_a_day_is_seen_among_the_days_before_it() -> None:
    parts = span("2026-11-27", "2026-11-27").parts()
    assert len(parts) == RECENT
    assert parts[0] == span("2026-11-14", "2026-11-14")


@pytest.mark.parametrize(
    ("first", "last", "kind", "number"),
    [
        ("2026-11-23", "2026-11-29", SpanKind.DAY, 7),
        ("2026-11-01", "2026-11-30", SpanKind.WEEK, 6),  # it begins on a Sunday
        ("2026-10-01", "2026-12-31", SpanKind.WEEK, 14),
        ("2026-01-01", "2026-12-31", SpanKind.MONTH, 12),
        ("2020-01-01", "2026-12-31", SpanKind.YEAR, 7),
    ],
)
def test_what_the_parts_are(first: str, last: str, kind: SpanKind, number: int) -> None:
    own = span(first, last)
    assert (part_kind(own), len(own.parts())) == (kind, number)


def test_the_calendar_ends() -> None:
    assert Span(date.min, date.min).before == Span(date.min, date.min)
    assert Span(date.max, date.max).after == Span(date.max, date.max)
    assert span_of(SpanKind.WEEK, date.max).last == date.max
