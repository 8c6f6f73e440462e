"""Cells of several lines: lists of texts, and what each case is worth (`≤10=4`).

Text only; nothing here knows cells. A line break within a text is written as \\n, so that every
text comes back as it was.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeAlias

from inspector.domain.checklist.item_schema import CASES, CHOICE, MEASURE
from inspector.excel.packs.clerk_spellings import points_of
from inspector.excel.reading.typed_cells import read_number, tidy

Table: TypeAlias = dict[str, Any]
"""A table as `pack_reading` reads it; what a line leaves out is absent."""

ABOVE = "以上"
"""The left side of the last band."""

_UP_TO = "≤"
_ALSO_UP_TO = ("<=", "≦", "⩽")
_ALSO_ABOVE = (ABOVE, "其余", "其他")
_ESCAPE = re.compile(r"\\([n\\])")
_EQUALS = re.compile("[=＝]")
_UNIT = r"(?:/[^；;，,、\s=＝/]+(?![^；;，,、\s]*[=＝]))?"  # 1/人次
_WORTH = re.compile(rf"[=＝]\s*[\d.]+(?:\s*分)?{_UNIT}(\s*)([；;，,、/]?)")
_EQUALS_BEHIND = {"=": "\\e", "＝": "\\E"}
"""How an equals sign is written behind the points: the last one of a line stands before them."""
_FINDING = re.compile(r"(.*[=＝][^=＝（(]*)[（(]([^=＝]*)[）)]\s*")
"""A line of an option with the words of its finding."""


def list_text(texts: Iterable[str]) -> str:
    """Return texts as lines."""
    return "\n".join(map(_escaped, texts))


def read_list(text: str) -> list[str]:
    """Return the texts on the lines that are not blank."""
    return [_unescaped(line) for line in _lines(text)]


def worth_text(rows: Iterable[Mapping[str, Any]], key: str) -> str:
    """Return titled rows as lines `title=number`, the number being under `key`."""
    return "\n".join(f"{_escaped(row['title'])}={number_text(row[key])}" for row in rows)


def cases_text(rule: Mapping[str, Any]) -> str:
    """Return the options, bands or named deductions of a rule as lines; others have none."""
    if rule["kind"] == CHOICE:
        return "\n".join(map(_option_text, rule["options"]))
    if rule["kind"] == CASES:
        return "\n".join(map(_case_text, rule["cases"]))
    if rule["kind"] == MEASURE:
        return "\n".join(map(_band_text, rule["bands"]))
    return ""


def read_worth(text: str, key: str) -> tuple[list[Table], Sequence[str]]:
    """Return the titled rows that lines say, and the lines themselves, one for each row."""
    lines = _lines(text)
    return [_worth(line, key) for line in lines], lines


def read_options(text: str) -> tuple[list[Table], Sequence[str]]:
    """Return the options that lines say (`没有=0（未设信箱）`), and the lines themselves."""
    lines = _lines(text)
    return [_option(line) for line in lines], lines


def read_bands(text: str, unit: str) -> tuple[list[Table], Sequence[str]]:
    """Return the bands that lines say, and the lines themselves; `unit` may follow a limit."""
    lines = _lines(text)
    return [_band(line, unit) for line in lines], lines


def read_cases(text: str) -> tuple[list[Table], Sequence[str]]:
    """Return the named deductions that lines say (`未戴工牌=1/人次`), and the lines themselves."""
    lines = _lines(text)
    return [_case(line) for line in lines], lines


def run_on(lines: Iterable[str]) -> str:
    """Return the sign that stands between two cases on one line; nothing where none does."""
    for line in lines:
        for match in _WORTH.finditer(line):
            sign = match[2] or match[1][-1:]
            if sign and _EQUALS.search(line, match.end()):
                return sign
    return ""


def number_text(number: int | Decimal) -> str:
    """Return a number as a person would write it."""
    return f"{number:f}" if isinstance(number, Decimal) else str(number)


def _worth(line: str, key: str) -> Table:
    title, number = _sides(line)
    return {"title": _unescaped(title)} | ({} if number is None else {key: number})


def _option(line: str) -> Table:
    said = _FINDING.fullmatch(line)
    if said is None:
        return _worth(line, "points")
    return {**_worth(said[1], "points"), "finding": _plain(said[2])}


def _option_text(option: Mapping[str, Any]) -> str:
    worth = worth_text((option,), "points")
    finding = option.get("finding", "")
    return f"{worth}（{_without_equals(finding)}）" if finding else worth


def _band(line: str, unit: str) -> Table:
    line = tidy(line)
    for spelling in _ALSO_UP_TO:
        line = line.replace(spelling, _UP_TO)
    limit, number = _sides(line)
    points = {} if number is None else {"points": number}
    if limit in _ALSO_ABOVE:
        return points
    bare = limit.removeprefix(_UP_TO)
    upto = read_number(bare)
    if upto is None and unit:
        upto = read_number(bare.removesuffix(tidy(unit)))
    return {"upto": limit if upto is None else upto, **points}


def _case(line: str) -> Table:
    title, said = _sides(line)
    if not isinstance(said, str):
        return {"title": _unescaped(title)} | ({} if said is None else {"each": said})
    points, slash, unit = said.partition("/")
    number, own = points_of(points)
    case: Table = {"title": _unescaped(title), "each": points.strip() if number is None else number}
    unit = _plain(unit.strip()) if slash else own  # 每人次扣1分
    return case | ({"unit": unit} if unit else {})


def _case_text(case: Mapping[str, Any]) -> str:
    unit = _without_equals(case["unit"])
    return f"{_escaped(case['title'])}={number_text(case['each'])}/{unit}"


def _without_equals(text: str) -> str:
    text = _escaped(text)
    for sign, written in _EQUALS_BEHIND.items():
        text = text.replace(sign, written)
    return text


def _plain(written: str) -> str:
    """Return what stands behind the points as it was before it was written."""
    meant = {"\\\\": "\\", "\\n": "\n", **{w: sign for sign, w in _EQUALS_BEHIND.items()}}
    return re.sub(r"\\[\\neE]", lambda match: meant[match[0]], written)


def _band_text(band: Mapping[str, Any]) -> str:
    limit = f"{_UP_TO}{number_text(band['upto'])}" if "upto" in band else ABOVE
    return f"{limit}={number_text(band['points'])}"


def _sides(line: str) -> tuple[str, int | Decimal | str | None]:
    """Split a line at its last equals sign; None: there is none, or nothing behind it.

    What should be a number and is none stays text, for the reader of packs to refuse.
    """
    signs = list(_EQUALS.finditer(line))
    if not signs:
        return line, None
    left, right = line[: signs[-1].start()].strip(), line[signs[-1].end() :].strip()
    number = read_number(right)
    if number is None:
        points, unit = points_of(right)
        number = points if not unit else None
    return left, (right or None) if number is None else number


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n")


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda match: "\n" if match[1] == "n" else "\\", text)
