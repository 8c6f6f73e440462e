"""Every sentence has its Chinese, with the same values in it, and the compiled file is current."""

import ast
import re
from functools import cache

import pytest

from tests.translation.update import (
    CATALOGUE,
    ROOT,
    catalogue_text,
    compiled,
    source_sentences,
    translations,
)

_FIELD = re.compile(r"\{(\w+)\}")
_COUNTED = re.compile(  # "{enter} changes it" is no number
    r"\{(?!enter|sideways)\w+\} "
    r"(items|windows|sites|problems|changes|findings|visits|inspections|workdays|sets)\b"
)
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
# An English comma or bracket next to a Chinese character is a slip of the keyboard.
_HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:?!]|[,;:?!][\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def chinese() -> dict[str, str]:
    return translations()


@cache
def said() -> frozenset[tuple[str, str]]:
    """Return every sentence that stands in a call, and what is called, as Python reads it."""
    return frozenset(
        (call.func.id, word.value)
        for path in (ROOT / "inspector").rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in ("tr", "tr_count")
        for word in call.args
        if isinstance(word, ast.Constant) and isinstance(word.value, str)
    )


def test_what_is_counted_has_a_singular() -> None:
    plain = {sentence for called, sentence in said() if called == "tr"}
    assert [each for each in plain if _COUNTED.search(each)] == []


def test_no_sentence_is_overlooked() -> None:
    # One with another one in its own values is not found: it would stay English without a word.
    assert {sentence for _, sentence in said()} - source_sentences() == set()


def test_every_sentence_is_translated(chinese: dict[str, str]) -> None:
    missing = [s for s in source_sentences() if not chinese.get(s)]
    assert missing == []


def test_nothing_is_translated_that_is_not_said(chinese: dict[str, str]) -> None:
    assert set(chinese) - source_sentences() == set()


def test_the_values_of_a_sentence_stay(chinese: dict[str, str]) -> None:
    wrong = {
        english: text
        for english, text in chinese.items()
        if set(_FIELD.findall(english)) != set(_FIELD.findall(text))
    }
    assert wrong == {}


def test_chinese_sentences_are_chinese(chinese: dict[str, str]) -> None:
    # Only what is nothing but values and signs may look the same in both languages.
    same = [e for e, text in chinese.items() if not _CHINESE.search(_FIELD.sub("", text))]
    words = [(e, re.sub(r"%\(\w+\)[rs]", "", _FIELD.sub("", e))) for e in same]
    assert [e for e, left in words if re.search(r"[A-Za-z]{3,}", left)] == []


def test_punctuation_is_full_width(chinese: dict[str, str]) -> None:
    assert [text for text in chinese.values() if _HALF_WIDTH.search(text)] == []


def test_the_files_are_current(chinese: dict[str, str]) -> None:
    assert CATALOGUE.read_bytes() == catalogue_text(chinese)
    assert CATALOGUE.with_suffix(".mo").read_bytes() == compiled()


def test_one_ellipsis_where_english_has_one() -> None:
    doubled = [
        each for each, chinese in translations().items() if each[-1:] == "…" and "……" in chinese
    ]
    assert doubled == []
