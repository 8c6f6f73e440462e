"""Cells of several lines: lists, options, bands."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.excel.packs.pack_lines import (
    cases_text,
    list_text,
    read_bands,
    read_cases,
    read_list,
    read_options,
    read_worth,
    run_on,
    worth_text,
)

texts = st.text("\n\\n=＝≤、（） a字", min_size=1).map(str.strip).filter(bool)


@given(st.lists(texts))
def test_a_list_comes_back(entries: list[str]) -> None:
    assert read_list(list_text(entries)) == entries


@given(st.lists(st.tuples(texts, st.integers(0, 99) | st.just(Decimal("1.5")))))
def test_titles_and_numbers_come_back(entries: list[tuple[str, int | Decimal]]) -> None:
    rows = [{"title": title, "points": points} for title, points in entries]
    got, lines = read_worth(worth_text(rows, "points"), "points")
    assert (got, len(lines)) == (rows, len(rows))


@given(st.lists(st.tuples(texts, st.integers(0, 99), texts | st.just(""))))
def test_options_come_back_with_the_words_of_their_findings(
    entries: list[tuple[str, int, str]],
) -> None:
    options = [{"title": t, "points": p} | ({"finding": f} if f else {}) for t, p, f in entries]
    got, lines = read_options(cases_text({"kind": "choice", "options": options}))
    assert (got, len(lines)) == (options, len(options))


@pytest.mark.parametrize(
    ("line", "option"),
    [
        ("没有=0（未设投诉信箱）", {"title": "没有", "points": 0, "finding": "未设投诉信箱"}),
        ("没有=0 (未设信箱)", {"title": "没有", "points": 0, "finding": "未设信箱"}),
        ("没有（无）=0分", {"title": "没有（无）", "points": 0}),
        ("好（新）=3（锁（箱）好）", {"title": "好（新）", "points": 3, "finding": "锁（箱）好"}),
    ],
)
def test_a_line_of_an_option(line: str, option: dict[str, object]) -> None:
    assert read_options(line)[0] == [option]


def test_a_line_break_within_a_text_is_written_as_one_writes_it() -> None:
    assert list_text(["第一行\n第二行", "C:\\new"]) == "第一行\\n第二行\nC:\\\\new"


def test_a_rule_without_cases_has_no_lines() -> None:
    assert cases_text({"kind": "deduct", "each": 1, "unit": "次"}) == ""


@pytest.mark.parametrize(
    ("line", "band"),
    [
        ("≤10=4", {"upto": 10, "points": 4}),
        ("≤ 10 = 4", {"upto": 10, "points": 4}),
        ("＜＝１０＝４", {"upto": 10, "points": 4}),
        ("10=4", {"upto": 10, "points": 4}),
        ("≤0.5分钟=1.5", {"upto": Decimal("0.5"), "points": Decimal("1.5")}),
        ("以上=0", {"points": 0}),
        ("其他=0", {"points": 0}),
        ("≤10", {"upto": 10}),
        ("≤10=", {"upto": 10}),
        ("≤10=满分", {"upto": 10, "points": "满分"}),
        ("≤十=4", {"upto": "≤十", "points": 4}),
        ("≤10秒=4", {"upto": "≤10秒", "points": 4}),
        ("=4", {"upto": "", "points": 4}),
    ],
)
def test_a_band(line: str, band: dict[str, object]) -> None:
    assert read_bands(line, "分钟") == ([band], [line])


def test_a_unit_that_is_a_digit_takes_nothing_from_a_number() -> None:
    assert read_bands("≤10=4", "0")[0] == [{"upto": 10, "points": 4}]


def test_named_deductions_on_one_line_are_told_by_the_sign_between_them() -> None:
    assert run_on(["未戴工牌=1/人次；发型=2/次"]) == "；"
    assert run_on(["未戴工牌=1/人次", "发型=2/次"]) == ""
    assert run_on(["≤10=4/≤15=2/以上=0"]) == "/"
    rows, _ = read_cases("a=b\\=1/x\\e\\\\e/y")
    assert rows == [{"title": "a=b\\", "each": 1, "unit": "x=\\e/y"}]
