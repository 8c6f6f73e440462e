"""Days as people write them."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.excel.reading.cell_days import parse_day, read_day
from inspector.excel.reading.plain_sheets import Cell

TODAY = date(2026, 11, 27)
DAY = date(2026, 11, 5)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-05", "2026-11-5", "2026/11/5", "2026.11.5", "2026．11．05", "2026年11月5日",
        "2026年 11 月 5 日", "2026年11月05号", "26-11-05", "26.11.5", "20261105", "11月5日",
        "11-5", "11/5", "11.5", "二〇二六年十一月五日", "二零二六年十一月五号",
        "2026-11-05 15:30", "2026-11-05T15:30:00", "2026年11月5日下午", "2026年11月5日 下午3时",
        "2026年11月5日15：30", "2026-11-05 15:30:12.5", "　２０２６－１１－０５　",
        "2026年11月5日。", "46331",
    ],
)  # fmt: skip
def test_a_day_in_any_usual_form(text: str) -> None:
    assert parse_day(text, TODAY) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "", "已完成", "2026-13-01", "2026-02-30", "2026年11月", "11月", "十一月五日前", "今天",
        "2026-11-05至2026-11-09", "2026年11月5日前", "5", "1999-12-31", "2100-01-01", "1/2/3/4",
        "20261399", "2026-11-05 整改", "12345678901234567890", "二〇二六年十三月五日",
    ],
)  # fmt: skip
def test_what_is_no_day(text: str) -> None:
    assert parse_day(text, TODAY) is None


def test_without_a_year_it_is_the_last_such_day() -> None:
    assert parse_day("11月27日", TODAY) == TODAY
    assert parse_day("12月1日", TODAY) == date(2025, 12, 1)
    assert parse_day("2月29日", TODAY) == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("value", "kind", "day"),
    [
        (datetime(2026, 11, 5, 15), "d", DAY),
        (DAY, "d", DAY),
        (46331, "n", DAY),
        (46331.75, "n", DAY),
        (20261105, "n", DAY),
        (20261105.0, "n", DAY),
        (0, "n", None),
        (-5, "n", None),
        (11.5, "n", None),
        (10**300, "n", None),
        (float("inf"), "n", None),
        (True, "b", None),
        ("=TODAY()", "f", None),
        ("#N/A", "e", None),
    ],
)
def test_a_cell(value: object, kind: str, day: date | None) -> None:
    assert read_day(Cell(value, kind), TODAY) == day


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_form_of_a_day_comes_back(day: date) -> None:
    forms = (f"{day}", f"{day:%Y/%m/%d}", f"{day.year}年{day.month}月{day.day}日", f"{day:%Y%m%d}")
    assert {parse_day(form, TODAY) for form in forms} == {day}


@given(st.text(max_size=30))
def test_no_text_breaks_it(text: str) -> None:
    day = parse_day(text, TODAY)
    assert day is None or 2000 <= day.year <= 2099
