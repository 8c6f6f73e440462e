"""Ordering Chinese as a spreadsheet does: digits, letters, then characters by their pinyin."""

from collections.abc import Mapping
from functools import cache, lru_cache
from unicodedata import normalize

FUNCTION = "by_pinyin"
"""The name of `pinyin_key` in SQL: `ORDER BY by_pinyin(owner)`."""

_AFTER_LETTERS = "|"
"""Stands before every syllable: after z, and after whatever ASCII a name has."""

_TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}


@lru_cache(maxsize=16384)
def pinyin_key(text: str) -> str:
    """Return what a text is ordered by.

    Each character stands at its usual reading, whatever word it is in, as in Excel and WPS.
    A text costs a look into a table; one that was met before, nothing.
    """
    return text.casefold().translate(_syllables())


@cache
def _syllables() -> Mapping[int, str]:
    from inspector.storage.database.pinyin_readings import readings  # who orders by a text needs it

    return _Syllables(readings())


class _Syllables(dict[int, str]):
    """Characters with their syllables, spelled out when they are first met."""

    def __init__(self, readings: Mapping[int, str]) -> None:
        super().__init__()
        self._readings = readings

    def __missing__(self, code: int) -> str:
        reading = self._readings.get(code)
        spelled = chr(code) if reading is None else _spelled(reading.partition(",")[0]) + chr(code)
        self[code] = spelled
        return spelled


def _spelled(syllable: str) -> str:
    """Return `|cheng2` for `chéng`, `|lv3` for `lǚ`."""
    tone = "5"
    letters: list[str] = []
    for letter in normalize("NFD", syllable):
        if letter in _TONES:
            tone = _TONES[letter]
        elif letter == "\u0308":
            letters[-1] = "v"
        else:
            letters.append(letter)
    return f"{_AFTER_LETTERS}{''.join(letters)}{tone}"
