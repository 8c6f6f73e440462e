"""Finding Chinese by a part of it, its pinyin, or the initials of that."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.workspace.pinyin import begins_with, matches


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("城东营业厅", ""),
        ("城东营业厅", "  "),
        ("城东营业厅", "东营"),
        ("城东营业厅", "cdyyt"),
        ("城东营业厅", "CDYYT"),
        ("城东营业厅", " yyt "),
        ("城东营业厅", "chengdong"),
        ("城东营业厅", "dongying"),
        ("城东营业厅", "engd"),
        ("重庆路营业厅", "cql"),  # a reading that depends on its neighbour
        ("银行大厦", "yhds"),
        ("绿城广场", "lvcheng"),
        ("ETC专用车道", "etczy"),
        ("3号窗口", "3hck"),
        ("Window 3", "window"),
        ("Straße", "STRASSE"),
        ("𠮷野家", "𠮷"),
    ],
)
def test_is_found(text: str, query: str) -> None:
    assert matches(text, query)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("城东营业厅", "西"),
        ("城东营业厅", "cxyyt"),
        ("城东营业厅", "cdyytx"),
        ("城东营业厅", "营东"),
        ("", "a"),
        ("城东营业厅", "%"),
        ("城东营业厅", ".*"),
    ],
)
def test_is_not_found(text: str, query: str) -> None:
    assert not matches(text, query)


@given(st.text(max_size=10), st.text(max_size=5))
def test_anything_can_be_looked_for(text: str, query: str) -> None:
    matches(text, query)
    assert matches(text, text)
    assert matches(text, text[2:4])


def test_every_word_has_to_be_found() -> None:
    assert matches("排队等候不超过15分钟", "排队 15")
    assert matches("排队等候不超过15分钟", "pddh 15")
    assert not matches("排队等候不超过15分钟", "排队 20")


@pytest.mark.parametrize("query", ["", "未佩", "wpd", "WEIPEI", "weipeidaigongpai"])
def test_what_begins_with_it(query: str) -> None:
    assert begins_with("未佩戴工牌", query)


@pytest.mark.parametrize("query", ["佩戴", "pd", "eipei", "未戴"])
def test_what_only_contains_it(query: str) -> None:
    assert not begins_with("未佩戴工牌", query)
