"""Deadlines in workdays."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.workdays import add_workdays

THURSDAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (THURSDAY, 0, date(2026, 11, 26)),
        (THURSDAY, 1, date(2026, 11, 27)),  # Friday
        (THURSDAY, 2, date(2026, 11, 30)),  # Monday
        (THURSDAY, 7, date(2026, 12, 7)),  # two weekends: 27, 30, 1, 2, 3, 4, 7
        (date(2026, 11, 28), 0, date(2026, 11, 28)),  # 立行立改 on a Saturday: that day
        (date(2026, 11, 28), 1, date(2026, 11, 30)),
        (date(2026, 11, 29), 1, date(2026, 11, 30)),
        (date(2026, 12, 31), 1, date(2027, 1, 1)),  # holidays are not known yet
    ],
)
def test_weekends_do_not_count(start: date, count: int, end: date) -> None:
    assert add_workdays(start, count) == end


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(1, 60))
def test_as_many_workdays_lie_between_as_were_asked_for(start: date, count: int) -> None:
    end = add_workdays(start, count)
    days = [start + timedelta(n) for n in range(1, (end - start).days + 1)]
    assert sum(day.isoweekday() <= 5 for day in days) == count
    assert end.isoweekday() <= 5
