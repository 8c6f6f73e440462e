"""Deadlines in workdays."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.days.workdays import (
    Calendar,
    DayKind,
    SpecialDay,
    add_workdays,
    calendar_of,
    last_workday_before,
    workdays_between,
)

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
        (date(2026, 12, 31), 1, date(2027, 1, 1)),  # no holidays are said
    ],
)
def test_weekends_do_not_count(start: date, count: int, end: date) -> None:
    assert add_workdays(start, count, Calendar()) == end


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(1, 60))
def test_as_many_workdays_lie_between_as_were_asked_for(start: date, count: int) -> None:
    end = add_workdays(start, count, Calendar())
    days = [start + timedelta(n) for n in range(1, (end - start).days + 1)]
    assert sum(day.isoweekday() <= 5 for day in days) == count
    assert end.isoweekday() <= 5


SPRING = calendar_of(
    [
        *(SpecialDay(date(2026, 2, day), DayKind.OFF, "春节") for day in range(15, 24)),
        SpecialDay(date(2026, 2, 14), DayKind.WORK, "春节"),
        SpecialDay(date(2026, 2, 28), DayKind.WORK, "春节"),
    ]
)


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2026, 2, 13), 1, date(2026, 2, 14)),  # a Saturday that is worked
        (date(2026, 2, 14), 1, date(2026, 2, 24)),  # over nine days off
        (date(2026, 2, 27), 1, date(2026, 2, 28)),  # worked again
        (date(2026, 2, 27), 2, date(2026, 3, 2)),
        (date(2026, 2, 17), 0, date(2026, 2, 17)),  # 立行立改 on a day off
    ],
)
def test_holidays_and_make_up_workdays_count_as_they_are_said(
    start: date, count: int, end: date
) -> None:
    assert add_workdays(start, count, SPRING) == end


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (date(2026, 2, 24), date(2026, 2, 14)),
        (date(2026, 2, 15), date(2026, 2, 14)),
        (date(2026, 2, 14), date(2026, 2, 13)),
        (date(2026, 11, 30), date(2026, 11, 27)),  # Monday: Friday
        (date(2026, 11, 29), date(2026, 11, 27)),
    ],
)
def test_the_workday_before(day: date, before: date) -> None:
    assert last_workday_before(day, SPRING) == before


def test_what_is_said_later_of_a_day_counts() -> None:
    new_year = date(2027, 1, 1)
    off = SpecialDay(new_year, DayKind.OFF, "元旦")
    assert not calendar_of([off]).is_workday(new_year)
    assert calendar_of([off, SpecialDay(new_year, DayKind.ORDINARY)]).is_workday(new_year)
    assert calendar_of([off, SpecialDay(new_year, DayKind.WORK)]) == Calendar(
        workdays=frozenset({new_year})
    )


special_days = st.builds(
    SpecialDay, st.dates(date(2026, 1, 1), date(2026, 3, 31)), st.sampled_from(DayKind)
)


@given(st.lists(special_days), st.dates(date(2026, 1, 1), date(2026, 3, 1)), st.integers(0, 20))
def test_counting_on_and_counting_between_agree(
    said: list[SpecialDay], start: date, count: int
) -> None:
    calendar = calendar_of(said)
    end = add_workdays(start, count, calendar)
    assert workdays_between(start, end, calendar) == count
    assert count == 0 or calendar.is_workday(end)
    assert last_workday_before(end, calendar) < end
    assert calendar.holidays.isdisjoint(calendar.workdays)
