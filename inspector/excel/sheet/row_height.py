"""How high a row has to be for its text: computed, since merged cells never fit themselves.

Works from the widths of characters in Chinese fonts: a Chinese character is as wide as the font
is high, a Latin letter a little more than half of that.
"""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

HIGHEST_ROW = 409.0
"""Points; Excel allows no more."""

LOWEST_ROW = 22.0
"""Points of a row of a table."""

_LINE = 1.45  # line height in font sizes: that of the fonts that stand in on Linux
_PADDING = 5.0  # points above and below together
_PIXEL = 0.75  # points
_PIXELS_PER_UNIT = 7  # one unit of column width at 96 dots per inch
_CELL_PADDING = 6  # pixels lost at both sides of a cell
_LEAST_PIXELS, _LEAST_PADDING = 6.8, 2.6  # the same two in LibreOffice
_LATIN, _DIGIT = 0.6, 0.64  # of the font size: W and m are wide, so are digits that stand in

_CLOSING = frozenset("，。、；：？！）》”’」』】")
_OPENING = frozenset("（《“‘「『【")

_QUOTES = frozenset("“”‘’")  # no program breaks a line on either side of them
_HOLD_NEXT, _HELD_BEFORE = _OPENING | _QUOTES, _CLOSING | _QUOTES

_SPARE = 8  # lines that have one more in reserve

_LONGEST_KEPT = 200  # characters of a text whose height is remembered


def row_height(texts: Iterable[tuple[str, float]], size: float, lowest: float = 0) -> float:
    """Return the height in points of a row.

    `texts` are the texts of its cells, each with the width of its column in Excel's units; `size`
    is the font size in points. The result may exceed HIGHEST_ROW; whoever asks decides what then.
    """
    lines = max((line_count(text, width, size) for text, width in texts), default=1)
    return max(lowest, round(lines * size * _LINE + _PADDING, 1))


def fits(text: str, width: float, size: float, highest: float) -> bool:
    """Tell whether a row of `highest` points has room for `text`; most are too short to measure."""
    return len(text) <= _sure(size, highest) or row_height([(text, width)], size) <= highest


@lru_cache(maxsize=64)
def _sure(size: float, highest: float) -> int:
    """Return how long a text may be that fits in whatever column, at worst a character a line."""
    lines = (highest - _PADDING) / (size * _LINE)
    return int(lines * _SPARE / (_SPARE + 1)) - 2


def line_count(text: str, width: float, size: float) -> int:
    """Return how many lines `text` takes in a column of `width` units at `size` points."""
    if len(text) > _LONGEST_KEPT:
        return _counted(text, width, size)
    return _kept_count(text, width, size)


def share_that_fits(text: str, width: float, size: float) -> float:
    """Return how much of `text` a line has room for; 1 and more: all of it.

    `width` is that of the column in Excel's units, `size` the font size in points.
    """
    return _room(width, size) / max(text_width(text), _LATIN)


def _room(width: float, size: float) -> float:
    """Return the room of a line in font sizes; at least one character has its place."""
    pixels = min(width * _PIXELS_PER_UNIT - _CELL_PADDING, width * _LEAST_PIXELS - _LEAST_PADDING)
    return max(pixels * _PIXEL / size, 1.0)


def _counted(text: str, width: float, size: float) -> int:
    room = _room(width, size)
    if len(text) <= room and "\n" not in text:
        return 1  # no character is wider than the font is high
    lines = sum(_lines_of_paragraph(paragraph, room) for paragraph in text.split("\n"))
    return lines + lines // _SPARE  # programs break lines a little differently


_kept_count = lru_cache(maxsize=4096)(_counted)
"""The same department or requirement stands in row after row."""


def text_width(text: str) -> float:
    """Return the width of `text` in font sizes."""
    return sum(_character_width(character) for character in text)


def _lines_of_paragraph(paragraph: str, room: float) -> int:
    lines, used = 1, 0.0
    for word in _unbreakable(paragraph):
        width = _character_width(word) if len(word) == 1 else text_width(word)
        if used + width <= room:
            used += width
            continue
        if width <= room:
            lines, used = lines + 1, width
            continue
        # A word longer than the line starts on a fresh one and is broken anywhere.
        lines, used = lines + (used > 0), 0.0
        for character in word:
            step = _character_width(character)
            if used + step > room:
                lines, used = lines + 1, 0.0
            used += step
    return lines


def _unbreakable(paragraph: str) -> Iterable[str]:
    """Split where a line may break: around every Chinese character, after spaces.

    A mark that no line begins with takes the character before it along, one that no line ends
    with the character behind it.
    """
    word = ""
    for place, character in enumerate(paragraph):
        if character in _OPENING:
            if word and word[-1] not in _OPENING and character not in _QUOTES:
                yield word
                word = ""
            word += character
            continue
        if word and (character in _CLOSING or word[-1] in _HOLD_NEXT):
            word += character
            continue
        if paragraph[place + 1 : place + 2] in _HELD_BEFORE and character != " ":
            if word and _character_width(character) == 1.0:
                yield word
                word = ""
            word += character
            continue
        if _character_width(character) == 1.0:
            if word:
                yield word
            word = ""
            yield character
            continue
        word += character
        if character == " ":
            yield word
            word = ""
    if word:
        yield word


@lru_cache(maxsize=8192)
def _character_width(character: str) -> float:
    if character.isascii():
        return _DIGIT if character.isdigit() else _LATIN
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0.0
    # Ambiguous ones (“ ” … — ★ ①) are wide in Chinese fonts.
    return 1.0 if unicodedata.east_asian_width(character) in "WFA" else _LATIN
