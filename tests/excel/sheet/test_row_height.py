"""How many lines text takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.excel.sheet.row_height import (
    fits,
    line_count,
    row_height,
    text_width,
)

# Ten Chinese characters of 10 points are 100 points wide: 139.3 pixels, 19.9 units, 20 to be safe.
TEN = 20.0


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 1),
        ("一二三四五六七八九十", 1),
        ("一二三四五六七八九十一", 2),
        ("一二三四五六七八九十" * 3, 3),
        ("一\n二", 2),
        ("一\n", 2),
        ("abcdefghijklmnop", 1),
        ("abcdefghijklmnopqrs", 2),
        ("一二三四五六 Unlimited", 2),  # a word that would be broken goes to the next line
        ("A" * 100, 7),  # longer than a line, it is broken anywhere
        ("e\u0301" * 16, 1),  # an accent has no width of its own
        ("…—★①“”" * 2, 2),  # wide in Chinese fonts
    ],
)
def test_line_count(text: str, lines: int) -> None:
    assert line_count(text, TEN, 10) == lines


def test_a_row_is_as_high_as_its_longest_text() -> None:
    short, long = row_height([("短", 20)], 10), row_height([("短", 20), ("长" * 40, 20)], 10)
    assert short == pytest.approx(19.5)
    assert long == pytest.approx(4 * 14.5 + 5)
    assert row_height([], 10, lowest=22) == 22


@given(st.text("一a b\n★W,。", max_size=80), st.floats(2, 60))
def test_lines_have_room_for_the_text_and_more_width_needs_no_more_lines(
    text: str, width: float
) -> None:
    lines = line_count(text, width, 11)
    room = max((width * 7 - 6) * 0.75 / 11, 1)
    assert lines >= text.count("\n") + 1
    assert lines * room >= text_width(text.replace("\n", "")) - 1e-9
    assert line_count(text, width + 10, 11) <= lines


def test_no_line_begins_with_a_mark() -> None:
    assert line_count("已联系后勤修复，现可正常使用", 15.6, 10.5) == 3  # 修 | 复，…使 | 用
    assert line_count("已联系后勤修复", 15.6, 10.5) == 1
    assert line_count("，" * 7, 15.6, 10.5) == 1


def test_no_line_breaks_beside_a_quotation_mark() -> None:
    # Eight characters have room: 其 goes over with “自, and 上 stays with ”，
    assert line_count("手续，营业员让其“自己看墙上”，未引导至相应窗口", 17, 10.5) == 4


@given(
    st.text(st.sampled_from("文明w W“）\n，"), max_size=40),
    st.floats(1, 100),
    st.floats(8, 14),
    st.floats(9, 409),
)
def test_a_text_fits_that_needs_no_more(
    text: str, width: float, size: float, highest: float
) -> None:
    assert fits(text, width, size, highest) == (row_height([(text, width)], size) <= highest)
