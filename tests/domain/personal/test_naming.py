"""A name goes from whatever text holds it, and nothing else does."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.personal.naming import Naming

ZHANG = Naming("张三", "已删除-1", frozenset({"1001"}), frozenset({"13800000000"}), ("张三丰",))
IDENTIFIER = "0acada4a-1001-4999-8999-ada123456789"


@pytest.mark.parametrize(
    ("field", "was", "now"),
    [
        ("staff_name", "张三", "已删除-1"),
        ("staff_number", "1001", "已删除-1"),
        ("staff_number", "10015", "10015"),
        ("note", "编号1001的凳子", "编号1001的凳子"),
        ("note", "张三答话未抬头，张三丰在旁", "已删除-1答话未抬头，张三丰在旁"),
        ("phone", "13800000000", ""),
        ("content", "请拨13800000000", "请拨已删除-1"),
        ("inspectors", '["张三", "李四"]', '["已删除-1", "李四"]'),
        ("present", '["1001", "1002"]', '["已删除-1", "1002"]'),
        ("samples", "[1001, 2]", "[1001, 2]"),
        ("content", '{"owner": "1001", "count": 1001}', '{"owner": "已删除-1", "count": 1001}'),
        ("content", "{“张三”", "{“已删除-1”"),  # no JSON after all
        ("value", '"张三"', '"已删除-1"'),
    ],
)
def test_each_text(field: str, was: str, now: str) -> None:
    assert ZHANG.without(was, field) == now
    assert ZHANG.names(was, field) is (was != now)


def test_what_was_written_in_ascii_stays_so() -> None:
    written = json.dumps({"owner": "张三"})
    assert json.loads(ZHANG.without(written, "content")) == {"owner": "已删除-1"}
    assert ZHANG.without(written, "content").isascii()


def test_a_word_of_the_checklists_is_a_name_only_where_it_stands_alone() -> None:
    wen = Naming("文明", "已删除-2", is_word=True)
    assert wen.without("使用文明用语", "note") == "使用文明用语"
    assert wen.without("文明、李四", "host") == "已删除-2、李四"
    assert wen.without('["文明"]', "inspectors") == '["已删除-2"]'


def test_a_latin_name_is_a_whole_word_and_no_identifier() -> None:
    ada = Naming("ada", "已删除-3")
    told = json.dumps({"id": IDENTIFIER, "window_ids": [IDENTIFIER], "note": "ada said: adamant"})
    assert json.loads(ada.without(told, "content")) == {
        "id": IDENTIFIER, "window_ids": [IDENTIFIER], "note": "已删除-3 said: adamant",
    }  # fmt: skip


def test_who_has_a_number_alone_is_no_part_of_any_text() -> None:
    nameless = Naming("", "已删除-4", frozenset({"1001"}))
    assert nameless.without("第1001次", "note") == "第1001次"
    assert nameless.without("1001", "owner") == "已删除-4"


LETTERS = st.text("张三丰李四，、 ", max_size=12)


@given(LETTERS, LETTERS)
def test_nothing_is_left_and_the_rest_stays(before: str, after: str) -> None:
    zhang = Naming("张三", "〇")
    said = zhang.without(f"{before}张三{after}", "note")
    assert "张三" not in said
    assert said.replace("〇", "张三") == f"{before}张三{after}"


@given(st.recursive(st.none() | st.integers() | LETTERS, lambda c: st.lists(c)
                    | st.dictionaries(st.sampled_from(["note", "owner", "id"]), c)))  # fmt: skip
def test_json_stays_json_of_the_same_shape(told: object) -> None:
    written = json.dumps(told, ensure_ascii=False)
    erased = ZHANG.without(written, "content")
    if written[:1] in "[{":
        assert type(json.loads(erased)) is type(told)
    assert ZHANG.without(erased, "content") == erased
