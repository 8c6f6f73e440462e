"""Text and sheet names that a workbook can hold.

Nothing vanishes unseen: what cannot be written is replaced by something that shows.
"""

import re
from collections.abc import Iterable

LONGEST_TEXT = 32_767
"""Characters of a cell, counted as Excel counts: UTF-16 units."""

CUT_NOTE = "…（后略，全文见系统）"

PRINTED_NOTE = "…（后略，全文见“全表”）"
"""Behind as much of a text as a printed row holds; another sheet has it whole."""

LONGEST_SHEET_NAME = 31

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
# What XML 1.0 cannot hold: most control characters, halves of surrogate pairs, two non-characters.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_NOT_AT_ENDS = "' "  # of a sheet name
_FULL_WIDTH = str.maketrans("[]:*?/\\", "［］：＊？／＼")


def legal_text(text: str) -> str:
    """Return `text` with line feeds for line ends and U+FFFD for what XML cannot hold."""
    return _ILLEGAL.sub(_REPLACEMENT, text.replace("\r\n", "\n").replace("\r", "\n"))


def cell_text(text: str) -> str:
    """Return `text` as a cell holds it: legal, and cut at Excel's limit with a note saying so."""
    text = _whole_text(text)
    if _units(text) <= LONGEST_TEXT:
        return text
    return _cut(text, LONGEST_TEXT - _units(CUT_NOTE)) + CUT_NOTE


def is_cut(text: str) -> bool:
    """Tell whether a cell holds only the beginning of `text`."""
    # No character takes more than eight units, and a long one is seldom met.
    return len(text) > LONGEST_TEXT // 8 and _units(_whole_text(text)) > LONGEST_TEXT


def says_the_same(cell: str, text: str) -> bool:
    """Tell whether a cell of a printed row that was cut holds the beginning of `text`."""
    beginning, note, _ = cell.partition(PRINTED_NOTE)
    return bool(note) and text.startswith(beginning)


def could_be_formula(text: str) -> bool:
    """Tell whether a spreadsheet would take `text` for a formula if somebody retyped it."""
    return text.startswith(("=", "+", "-", "@"))


def sheet_name(text: str, taken: Iterable[str] = ()) -> str:
    """Return a legal sheet name made of `text`, unlike every name in `taken`.

    At most 31 characters; the seven forbidden ones become their full-width likenesses.
    """
    legal = legal_text(text).translate(_FULL_WIDTH)
    legal = _cut(" ".join(legal.split()).strip(_NOT_AT_ENDS), LONGEST_SHEET_NAME)
    legal = legal.rstrip(_NOT_AT_ENDS) or "Sheet"
    # Excel keeps "History" for itself and takes names that differ in case for the same.
    used = {name.casefold() for name in taken} | {"history"}
    name, number = legal, 1
    while name.casefold() in used:
        number += 1
        suffix = f"({number})"
        name = _cut(legal, LONGEST_SHEET_NAME - len(suffix)) + suffix
    return name


def _whole_text(text: str) -> str:
    """Return `text` as a cell without a limit would hold it."""
    # Excel reads _x0041_ as the character with that code; an escaped underscore keeps it as typed.
    return _LOOKS_ESCAPED.sub("_x005F_", legal_text(text))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _cut(text: str, units: int) -> str:
    """Return the beginning of `text`, never half a surrogate pair."""
    return text.encode("utf-16-le")[: units * 2].decode("utf-16-le", "ignore")
