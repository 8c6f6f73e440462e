"""The statutory days of ten years ahead, against the notices that are out and the sky."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.days.statutory_days import STATUTORY_YEARS, statutory_days
from inspector.domain.days.workdays import (
    Calendar,
    DayKind,
    add_workdays,
    calendar_of,
    workdays_between,
)
from inspector.paths import holidays_folder
from inspector.storage.packs.holiday_files import shipped_holidays
from tests.domain.days.astronomy import day_of_longitude, first_of_month

years = pytest.mark.parametrize("year", STATUTORY_YEARS)
PUBLISHED = (2025, 2026)
ALL = calendar_of(day for year in STATUTORY_YEARS for day in statutory_days(year))


def named(year: int, name: str) -> list[date]:
    return [special.day for special in statutory_days(year) if name in special.name]


def test_twelve_years_are_known_and_no_others() -> None:
    assert tuple(range(2025, 2037)) == STATUTORY_YEARS
    assert statutory_days(2024) == statutory_days(2037) == ()


@years
def test_the_moving_days_are_those_of_moon_and_sun(year: int) -> None:
    one = timedelta(days=1)
    spring = first_of_month(1, year)
    assert named(year, "春节") == [spring - one, spring, spring + one, spring + 2 * one]
    assert named(year, "清明节") == [day_of_longitude(15, year)]
    assert named(year, "端午节") == [first_of_month(5, year) + 4 * one]
    assert named(year, "中秋节") == [first_of_month(8, year) + 14 * one]


@years
def test_the_counts_are_those_of_the_rule(year: int) -> None:
    counts = Counter(name for s in statutory_days(year) for name in s.name.split("、"))
    assert counts == {
        "元旦": 1, "春节": 4, "清明节": 1, "劳动节": 2, "端午节": 1, "中秋节": 1, "国庆节": 3,
    }  # fmt: skip
    assert counts.total() == 13
    days = [special.day for special in statutory_days(year)]
    assert days == sorted(set(days))
    assert all(day.year == year for day in days)
    assert len(days) == (12 if year in (2028, 2031) else 13)  # 中秋 falls into 国庆


@pytest.mark.parametrize("year", PUBLISHED)
def test_the_published_years_have_them_all_off(year: int) -> None:
    off = {
        special.day
        for special in shipped_holidays(holidays_folder())
        if special.kind is DayKind.OFF
    }
    assert {special.day for special in statutory_days(year)} <= off


@given(
    st.dates(date(2025, 1, 1), date(2036, 11, 1)),
    st.integers(0, 30),
)
def test_no_deadline_falls_on_a_statutory_day(start: date, count: int) -> None:
    end = add_workdays(start, count, ALL)
    assert workdays_between(start, end, ALL) == count
    if count:
        assert end.weekday() < 5
        assert end not in {special.day for special in statutory_days(end.year)}
    assert end >= add_workdays(start, count, Calendar())


def test_after_the_last_day_of_2026_comes_the_first_monday() -> None:
    assert add_workdays(date(2026, 12, 31), 1, ALL) == date(2027, 1, 4)
