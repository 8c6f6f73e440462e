"""Texts by the letters that are typed for them: of each character the first of every reading.

A letter stands for itself as well, so that `3hck` is in `3号窗口`. Whatever word a character is in,
all its readings count. SQL asks by `FUNCTION`.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

FUNCTION = "typed_by"
"""The name of `typed_by` in SQL: `typed_by('wqs', text, item_text)`."""

LEAST = 2
"""Letters of a word that may stand for characters: one alone does for nearly every text."""

_RARE = re.compile("[\U00010000-\U0010ffff]")
"""Outside the basic plane: `re` would look through all of them at every place of a text."""


def stands_for_others(word: str) -> bool:
    """Tell whether a word may be the letters that something is typed by."""
    return len(word) >= LEAST and word.isascii() and any(map(str.isalpha, word))


def typed_by(word: str, *texts: str) -> bool:
    """Tell whether a word, in small letters, is in one of some texts, or typed for a part of one.

    What is typed for a space or a comma is that itself.
    """
    text = "\n".join(texts)
    if _RARE.search(text):
        text = text.translate(_stand_ins())
    return _pattern(word).search(text) is not None


def letters_of(character: str) -> str:
    """Return what a character is typed by: its letters, or itself where a keyboard has it."""
    if character.isascii():
        return character.lower()
    return _first_letters().get(ord(character), "")


@lru_cache(maxsize=64)
def _pattern(word: str) -> re.Pattern[str]:
    return re.compile("".join(map(_any_of, word)))


@cache
def _any_of(letter: str) -> str:
    """Return what matches every character that one letter is typed for."""
    return f"[{re.escape(letter)}{re.escape(letter.upper())}{_usual().get(letter, '')}]"


@cache
def _usual() -> Mapping[str, str]:
    """Return the characters of the basic plane by letter."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for code, letters in _first_letters().items():
        if code <= 0xFFFF:
            for letter in letters:
                found[letter].append(chr(code))
    return {letter: "".join(each) for letter, each in found.items()}


@cache
def _stand_ins() -> Mapping[int, str]:
    """Return for each rare character a usual one that is typed by the same letters."""
    usual = {letters: code for code, letters in _first_letters().items() if code <= 0xFFFF}
    return {
        code: chr(usual.get(letters) or usual[letters[0]])
        for code, letters in _first_letters().items()
        if code > 0xFFFF
    }


@cache
def _first_letters() -> Mapping[int, str]:
    from unicodedata import normalize

    from inspector.storage.database.pinyin_readings import readings  # who looks for letters does

    return {
        code: "".join(sorted({normalize("NFD", each)[0] for each in said.split(",")}))
        for code, said in readings().items()
    }
