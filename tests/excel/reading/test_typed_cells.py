"""What people type, brought to one spelling."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.faults import Fault
from inspector.excel.reading.plain_sheets import Cell
from inspector.excel.reading.typed_cells import as_typed, comparable, read_number, read_text, tidy


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("B03 ", "B03"),
        ("挂号收费 3号", "挂号收费3号"),
        ("　挂号　收费\n3号\u00a0", "挂号收费3号"),
        ("２００１", "2001"),
        ("Ａ－１＃", "A-1#"),
        ("张 三", "张三"),
        ("Tom  Lee", "Tom Lee"),
        ("A 01", "A 01"),
        ("市医院（东区）：一楼，左", "市医院（东区）：一楼，左"),
        ("\ufeff\u200b1号\u200d", "1号"),
        ("一_x000D_\n二", "一二"),
        ("_xD800_1", "1"),
        ("e\u0301", "\u00e9"),
        ("", ""),
        (" \n\t", ""),
    ],
)
def test_tidy(typed: str, text: str) -> None:
    assert tidy(typed) == text


@given(st.text(max_size=40))
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once or "_x" in text  # an escape may hide another
    assert once == once.strip()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A 01", "a01"),
        ("挂号收费 3号", "挂号收费３号"),
        ("市医院（东区）", "市医院(东区)"),
    ],
)
def test_comparable(one: str, other: str) -> None:
    assert comparable(one) == comparable(other)


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (2002, "General", "2002"),
        (1001.0, "General", "1001"),
        (1.5, "General", "1.5"),
        (-3, "General", "-3"),
        (23, "000", "023"),
        (1234, "000", "1234"),
        (23, "0.00", "23"),
        (0, "General", "0"),
    ],
)
def test_numbers_count_as_the_text_they_show(value: float, number_format: str, text: str) -> None:
    assert read_text(Cell(value, "n", number_format)) == (text, None, "")


def test_an_absent_cell_is_empty() -> None:
    assert read_text(None) == ("", None, "")


@pytest.mark.parametrize(
    ("cell", "fault", "found"),
    [
        (Cell("=1+1", "f"), Fault.FORMULA, "=1+1"),
        (Cell("#REF!", "e"), Fault.UNREADABLE, "#REF!"),
        (Cell(True, "b"), Fault.NOT_TEXT, "TRUE"),
        (Cell(datetime(2026, 3, 1), "d"), Fault.NOT_TEXT, "2026-03-01 00:00:00"),
        (Cell(date(2026, 3, 1), "d"), Fault.NOT_TEXT, "2026-03-01"),
        (Cell(time(8, 30), "d"), Fault.NOT_TEXT, "08:30:00"),
        (Cell(timedelta(hours=30), "d"), Fault.NOT_TEXT, "1 day, 6:00:00"),
        (Cell(1.2345678901234568e17, "n"), Fault.NOT_TEXT, "123456789012345680"),
    ],
)
def test_what_is_no_text(cell: Cell, fault: Fault, found: str) -> None:
    assert read_text(cell) == ("", fault, found)


@pytest.mark.parametrize(
    ("held", "text"),
    [
        (" 你 好\u3000", "你 好"),
        ("ＡＢ  １", "ＡＢ  １"),
        ("一_x000D_\n二\r三", "一\n二\n三"),
        ("_x005F_x0041_", "_x0041_"),
        ("_xD800_1", "_xD800_1"),  # half a character is none
    ],
)
def test_what_was_typed_is_kept(held: str, text: str) -> None:
    assert read_text(Cell(held, "s"), as_typed) == (text, None, "")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("4", 4),
        (" ４．５０ ", Decimal("4.5")),
        ("4.00", 4),
        ("-1", -1),
        ("0.1", Decimal("0.1")),
        ("", None),
        ("4分", None),
        ("1e3", None),
        ("1.2.3", None),
        ("٣", None),
        ("∞", None),
    ],
)
def test_numbers_in_texts(text: str, number: int | Decimal | None) -> None:
    assert read_number(text) == number


def test_nobody_sees_the_sixteenth_digit() -> None:
    assert read_text(Cell(0.1 + 0.2, "n")) == ("0.3", None, "")
