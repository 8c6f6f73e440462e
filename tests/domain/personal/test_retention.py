"""When something is due: after so many months, never while it is open, never by itself."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.personal.retention import is_due, months_before

DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2026, 11, 28), 12, date(2025, 11, 28)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2028, 2, 29), 12, date(2027, 2, 28)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
    ],
)
def test_months_before(day: date, months: int, before: date) -> None:
    assert months_before(day, months) == before


@given(DAYS, st.integers(1, 600))
def test_a_longer_period_keeps_more(day: date, months: int) -> None:
    assert months_before(day, months + 1) < months_before(day, months) < day


@given(st.none() | DAYS, st.none() | DAYS)
def test_only_what_is_closed_is_due_and_only_with_a_period(
    closed_on: date | None, kept_until: date | None
) -> None:
    due = is_due(closed_on, kept_until)
    assert due is (closed_on is not None and kept_until is not None and closed_on < kept_until)
