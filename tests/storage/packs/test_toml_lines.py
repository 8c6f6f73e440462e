"""Where values stand in TOML: every way of writing one, by example."""

import tomllib
from pathlib import Path

import pytest

from inspector.domain.checklist.table_values import Path as KeyPath
from inspector.storage.packs.toml_lines import line_numbers, line_of

EXAMPLE = (Path(__file__).parents[1] / "samples" / "awkward.toml").read_text("utf-8")

LINES: dict[KeyPath, int] = {
    ("id",): 2,
    ("weights",): 4,
    ("weights", "etiquette"): 5,
    ("weights", "civil-language"): 6,
    ("weights", "literal key"): 7,
    ("weights", "中文"): 8,
    ("weights", "policy"): 9,
    ("weights", "policy", "floor"): 9,
    ("weights", "policy", "veto"): 10,
    ("grade",): 12,
    ("grade", 0): 12,
    ("grade", 0, "title"): 13,
    ("grade", 0, "from"): 14,
    ("grade", 1): 15,
    ("grade", 1, "title"): 16,
    ("grade", 1, "extra"): 17,
    ("grade", 1, "extra", "note"): 18,
    ("grade", 1, "extra", "list"): 19,
    ("grade", 1, "extra", "list", 0): 19,
    ("grade", 1, "extra", "list", 0, "a"): 20,
    ("grade", 1, "extra", "list", 1): 21,
    ("grade", 1, "extra", "list", 1, "b"): 22,
    ("a",): 24,
    ("a", "b"): 24,
    ("a", "b", "c"): 24,
    ("a", "b", "c", "d"): 25,
    ("item",): 27,
    ("item", 0): 27,
    ("item", 0, "text"): 28,
    ("item", 0, "after"): 33,
    ("item", 0, "literal"): 34,
    ("item", 0, "line"): 37,
    ("item", 0, "hash"): 38,
    ("item", 0, "rule"): 39,
    ("item", 0, "rule", "kind"): 39,
    ("item", 0, "rule", "bands"): 39,
    ("item", 0, "rule", "bands", 0): 39,
    ("item", 0, "rule", "bands", 0, "upto"): 39,
    ("item", 0, "rule", "bands", 0, "points"): 39,
    ("item", 0, "rule", "bands", 1): 39,
    ("item", 0, "rule", "bands", 1, "points"): 39,
    ("item", 0, "phrases"): 40,
    ("item", 0, "phrases", 0): 41,
    ("item", 0, "phrases", 1): 44,
    ("item", 0, "phrases", 2): 44,
    ("item", 0, "phrases", 3): 45,
    ("item", 0, "phrases", 4): 48,
    ("item", 0, "nested"): 50,
    ("item", 0, "nested", 0): 51,
    ("item", 0, "nested", 0, 0): 51,
    ("item", 0, "nested", 0, 1): 51,
    ("item", 0, "nested", 1): 52,
    ("item", 0, "nested", 1, 0): 53,
    ("item", 0, "nested", 2): 55,
    ("item", 0, "nested", 2, "a"): 55,
    ("item", 0, "nested", 2, "a", 0): 56,
    ("item", 0, "nested", 2, "a", 1): 57,
    ("item", 0, "nested", 2, "b"): 57,
    ("item", 0, "last"): 59,
}


def test_everything_is_found_where_it_stands() -> None:
    tomllib.loads(EXAMPLE)
    assert line_numbers(EXAMPLE) == {(): 1, **LINES}


def test_windows_line_ends_count_once() -> None:
    assert line_numbers(EXAMPLE.replace("\n", "\r\n")) == {(): 1, **LINES}


@pytest.mark.parametrize("character", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c"])
def test_only_a_line_feed_ends_a_line(character: str) -> None:
    # An editor and the parser count line feeds; str.splitlines() counts more.
    assert line_numbers(f'# a{character}b\nc = 1\nd = "{character}"\ne = 1') == {
        (): 1,
        ("c",): 2,
        ("d",): 3,
        ("e",): 4,
    }


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("grade", 1, "from"), 15),  # missing: where its table begins
        (("item", 0, "rule", "unit"), 39),
        (("item", 0, "phrases", 9), 40),
        (("item", 7, "id"), 27),
        (("nowhere", "at", "all"), 1),
        ((), 1),
    ],
)
def test_what_is_missing_stands_where_it_belongs(path: KeyPath, line: int) -> None:
    assert line_of(line_numbers(EXAMPLE), path) == line


@pytest.mark.parametrize(
    "text",
    [
        "", "\n", "=", "a", "a =", "a.", "[", "[[", "]", "[a", "[[a]", "a = [", "a = {", "a = [}",
        ",", 'a = "', "a = '''", 'a = """', "a = {b", "a = {b=", "a = [[[[", '"', "'", "{}",
        "a = ]]]", "[a]]", '"\\q" = 1', "a = 1 2\nb = [",
    ],
)  # fmt: skip
def test_what_is_no_toml_is_gone_through_all_the_same(text: str) -> None:
    assert line_numbers(text)[()] == 1
