"""What people type into cells, brought to one spelling."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from inspector.domain.faults import Fault
from inspector.excel.reading.plain_sheets import Cell

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")  # Excel's way to keep control characters
_SPACE = re.compile(r"\s+")
_NO_CODE = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')  # of a number format: words in it, colours
_ZEROS = re.compile("0+")
_LARGEST_EXACT = 10**15  # Excel keeps 15 digits of a number
_NUMERAL = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)
# Full-width letters, digits and signs become the usual ones; Chinese punctuation stays Chinese.
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
for _kept in "！（），：；？":
    del _HALF_WIDTH[ord(_kept)]

DITTO = ("同上", "〃", "″", '"', "”")
"""How people say: the same as in the row above."""


def read_text(
    cell: Cell | None, spell: Callable[[str], str] | None = None
) -> tuple[str, Fault | None, str]:
    """Return the text of a cell, or what is wrong with it and what was found instead.

    Numbers count as the text they show; an absent cell is empty. `spell` brings typed text to
    one spelling: `tidy` when nothing else is given.
    """
    if cell is None:
        return "", None, ""
    value = cell.value
    if cell.type == "f":
        # A data table has no text, only an area.
        said = value if isinstance(value, str) else getattr(value, "text", None)
        return "", Fault.FORMULA, str(said or "=TABLE()")
    if cell.type == "e":
        return "", Fault.UNREADABLE, str(value)
    if isinstance(value, str):
        return (spell or tidy)(value), None, ""
    if isinstance(value, (date, time, timedelta)):  # 3-1 typed for a window becomes 1 March
        return "", Fault.NOT_TEXT, str(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _number(value, cell.number_format)
    return "", Fault.NOT_TEXT, str(value).upper()


def read_number(text: str) -> int | Decimal | None:
    """Return the number that a text says, exactly; full-width digits are digits, too."""
    text = tidy(text)
    if not _NUMERAL.fullmatch(text):
        return None
    number = Decimal(text)
    return int(number) if number == number.to_integral_value() else number


def _number(value: int | float, number_format: str) -> tuple[str, Fault | None, str]:
    if abs(value) >= _LARGEST_EXACT:
        # Its last digits are lost already; a whole number may be too long to become a float.
        return "", Fault.NOT_TEXT, str(value) if isinstance(value, int) else f"{value:.0f}"
    if value != int(value):
        # What 0.1 + 0.2 left behind shows as 0.3: nobody sees more than 15 digits.
        return f"{Decimal(f'{value:.15g}'):f}", None, ""
    digits = str(int(value))
    if _ZEROS.fullmatch(number_format):  # 23 shown as 023
        digits = digits.zfill(len(number_format))
    return digits, None, ""


def typed_pair(cell: Cell) -> str:
    """Return what was typed that Excel made a day of: 3-5 of 3月5日; '' where it may be else.

    Only a format of month and day: one with a year is a day that somebody meant, or has lost what
    was typed.
    """
    codes = set(_NO_CODE.sub("", cell.number_format).casefold()) & set("ymdhs")
    value = cell.value
    if isinstance(value, datetime) and codes == {"m", "d"}:
        return f"{value.month}-{value.day}"
    return ""


def as_typed(text: str) -> str:
    """Return `text` with every letter and line as somebody typed it, but for blank ends."""
    text = _ESCAPED.sub(_unescaped, text)
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _unescaped(match: re.Match[str]) -> str:
    character = chr(int(match[1], 16))
    return character if character in "\t\n\r" or _shows(character) else match[0]


def tidy(text: str) -> str:
    """Return `text` in one spelling: half-width letters and digits, no needless spaces.

    A space beside a Chinese character is one of layout and goes; others shrink to one.
    """
    text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    text = unicodedata.normalize("NFC", text).translate(_HALF_WIDTH)
    text = "".join(character for character in text if _shows(character))
    words = _SPACE.split(text.strip())
    tidied = words[0]
    for word in words[1:]:
        layout = _chinese(tidied[-1:]) or _chinese(word[:1])
        tidied += word if layout else f" {word}"
    return tidied


def comparable(text: str) -> str:
    """Return what two spellings of the same name have in common: no spaces, one width and case."""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def _shows(character: str) -> bool:
    """Not an invisible character, such as the zero-width space and the byte order mark."""
    return character.isspace() or unicodedata.category(character) not in ("Cc", "Cf", "Cs")


def _chinese(character: str) -> bool:
    return bool(character) and unicodedata.east_asian_width(character) in "WF"
