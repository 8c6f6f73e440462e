"""Days as they are typed in a hurry."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.days.day_text import read_count, read_day

TODAY = date(2026, 12, 20)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-12-1", date(2026, 12, 1)),
        ("2026/12/01", date(2026, 12, 1)),
        ("2026.12.1", date(2026, 12, 1)),
        ("2026年12月1日", date(2026, 12, 1)),
        (" 2026 年 12 月 1 日 ", date(2026, 12, 1)),
        ("20261201", date(2026, 12, 1)),
        ("12月25", date(2026, 12, 25)),
        ("12-25", date(2026, 12, 25)),
        ("1-5", date(2027, 1, 5)),  # in December the next January
        ("12.1", date(2026, 12, 1)),  # and what has just passed
        ("2026-13-1", None),
        ("2026-2-29", None),
        ("soon", None),
        ("", None),
        ("3", None),
        ("1-2-3", None),
    ],
)
def test_a_day_is_read(text: str, day: date | None) -> None:
    assert read_day(text, TODAY) == day


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_every_way_of_writing_a_day_says_the_same(day: date, today: date) -> None:
    for text in (
        day.isoformat(),
        f"{day.year}年{day.month}月{day.day}日",
        f"{day:%Y%m%d}",
        f"{day.year}/{day.month}/{day.day}",
    ):
        assert read_day(text, today) == day


@given(st.dates(date(2001, 1, 1), date(2090, 1, 1)), st.integers(-180, 180))
def test_without_a_year_it_is_the_nearest(today: date, days: int) -> None:
    day = date.fromordinal(today.toordinal() + days)
    assert read_day(f"{day.month}-{day.day}", today) == day or (day.month, day.day) == (2, 29)


@pytest.mark.parametrize(
    ("text", "count"), [("3", 3), (" 12 ", 12), ("0", 0), ("1000", None), ("三", None), ("", None),
                        ("-1", None), ("３", None)],
)  # fmt: skip
def test_a_number_of_workdays_is_read(text: str, count: int | None) -> None:
    assert read_count(text) == count
