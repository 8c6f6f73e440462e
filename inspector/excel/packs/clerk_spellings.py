"""How clerks write what a cell is for: 扣1分, 3个工作日, 立行立改, √; and lists pasted from Word.

Only what can mean nothing else is understood; the rest stays text, for the reader of packs to
refuse with its place. Text only; nothing here knows cells.
"""

import re
from decimal import Decimal

from inspector.excel.reading.typed_cells import read_number, tidy

_POINTS = re.compile(
    r"(?:每(?P<each>[^\d扣加减每]{1,6}?))?(?:[扣加减]|得)?(?P<number>\d[\d.]*)分?"
    r"(?:/(?P<unit>\D{1,6}))?"
)
_DAYS = re.compile(r"(\d+)个?(?:工作日|天|日)(?:内|以内)?")
_AT_ONCE = ("立行立改", "立即整改", "立即改正", "当场整改", "当场改正", "即知即改", "立改")
_COUNTED = re.compile(r"(\d+)(?:分|项|个)")
_YES, _NO = ("√", "✓", "✔", "☑", "★", "※", "对", "有"), ("×", "✗", "✘", "☐", "无", "不")
_NUMBERED = re.compile(r"(?:^|(?<=[；;。，,\s]))[（(]?(\d{1,2})[.、．)）]\s*(?=\D)")
_CAPTION = re.compile(
    r"(?:[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.．\s]|[（(][一二三四五六七八九十]{1,3}[)）])\S"
)
_ENDS = "；;。，,、 \t"


def points_of(text: str) -> tuple[int | Decimal | None, str]:
    """Return the number in 5分, 扣1分, 每人次扣1分, 1分/人次, and the unit that it says, if any."""
    found = _POINTS.fullmatch(tidy(text))
    if found is None:
        return None, ""
    return read_number(found["number"]), (found["unit"] or found["each"] or "").strip()


def whole_of(text: str) -> int | Decimal | None:
    """Return the number in 100分, 10项."""
    found = _COUNTED.fullmatch(tidy(text))
    return read_number(found[1]) if found else None


def days_of(text: str) -> int | Decimal | None:
    """Return the days in 3个工作日, 立行立改."""
    bare = tidy(text)
    if bare in _AT_ONCE:
        return 0
    found = _DAYS.fullmatch(bare)
    return read_number(found[1]) if found else None


def flag_of(text: str) -> bool | None:
    """Return what a mark says: √, ★, ※, ×."""
    bare = tidy(text)
    return True if bare in _YES else False if bare in _NO else None


def listed(text: str) -> list[str]:
    """Return the parts of a pasted list, `1. …；2. …`, each on a line or not; else its lines."""
    found = list(_NUMBERED.finditer(text))
    numbers = [int(each[1]) for each in found]
    if len(found) < 2 or numbers != list(range(1, len(found) + 1)) or found[0].start():
        return [line for line in map(str.strip, text.split("\n")) if line]
    ends = [*(each.start() for each in found[1:]), len(text)]
    parts = (text[each.end() : end] for each, end in zip(found, ends, strict=True))
    return [part for part in (" ".join(each.split()).strip(_ENDS) for each in parts) if part]


def on_one_line(text: str) -> str:
    """Return a text without the line breaks that pasting left in it."""
    return "".join(
        line if not before or not (before[-1].isascii() and line[:1].isascii()) else f" {line}"
        for before, line in _pairs(text)
    )


def is_caption(text: str) -> bool:
    """Tell whether a text begins as the captions of a sheet do: 一、仪容仪表."""
    return _CAPTION.match(text.strip()) is not None


def _pairs(text: str) -> list[tuple[str, str]]:
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return list(zip(["", *lines], lines, strict=False))
