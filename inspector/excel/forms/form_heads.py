"""The tables of a sheet by the words over their columns; two rows of heads, merged or not."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from inspector.excel.forms.form_fields import Rows
from inspector.excel.reading.head_words import (
    FINDING_HEADS,
    GUESSES,
    KNOWN_BLANK,
    RANKING_HEADS,
    names_of,
)
from inspector.excel.reading.plain_sheets import Row, Sheet
from inspector.excel.reading.sheet_table import plain_head, texts_of
from inspector.excel.returned.stacked_heads import Head, heads_below, stacked_rows

_LEAST = 3
"""Columns that have to be known; a sentence may name one or two."""

_LEAST_SAID = 2
"""Characters of a head that say little: 时限, 状态."""

_NAMES = {Rows.FINDINGS: names_of(FINDING_HEADS), Rows.RANKING: names_of(RANKING_HEADS)}
_PROBLEM, _SITE, _WINDOW, _PLACE = "存在问题", "单位", "窗口", "点位"
_COUNTS = frozenset(("总分", "问题数", "检查次数", "已整改数", "未整改数", "整改率", "逾期数"))
_ASIDE_OF_SLASH = "/／、"


@dataclass(frozen=True, slots=True)
class ReadHead:
    """What stands over a column, and the word it is taken for; an empty one: unknown."""

    column: int
    row: int
    text: str
    word: str = ""
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class ReadHeader:
    """The heads of a table, in the rows from `top` to `bottom`."""

    kind: Rows
    top: int
    bottom: int
    heads: tuple[ReadHead, ...]  # from the left
    by_line: bool = False  # its rows stand for the rows of a record, one by one
    otherwise: "ReadHeader | None" = None  # what it is if no record has as many rows

    @property
    def sure(self) -> int:
        """How many columns are known for certain."""
        return sum(bool(head.word) and head.is_sure for head in self.heads)


def read_headers(sheet: Sheet) -> list[ReadHeader]:
    """Return the headers of a sheet's tables, from the top."""
    found: list[ReadHeader] = []
    for index, row in enumerate(sheet.rows):
        if found and row.number <= found[-1].bottom:
            continue
        readings = [
            each for each in _readings(sheet, index) if not found or each.top > found[-1].bottom
        ]
        best = max(readings, key=lambda each: each.sure, default=None)
        if best is not None:
            plain = [each for each in readings if not each.by_line]
            other = max(plain, key=lambda each: each.sure, default=None)
            found.append(replace(best, otherwise=other) if best.by_line else best)
    return found


def _readings(sheet: Sheet, index: int) -> Iterator[ReadHeader]:
    """Yield what a row may be as a header, by itself or with its neighbours."""
    row = sheet.rows[index]
    for kind, names in _NAMES.items():
        known = [c for c, text in texts_of(row) if plain_head(text) in names]
        # Several: the first may stand below another one.
        for column in known[:3]:
            for rows in stacked_rows(sheet, index, column):
                header = _header(kind, sheet, rows, column)
                if _is_table(header):
                    yield header
                lined = _lines(header, sheet, rows)
                if lined is not None and _is_table(lined):
                    yield lined


def _header(kind: Rows, sheet: Sheet, rows: Sequence[Row], column: int) -> ReadHeader:
    heads = _beside(heads_below(sheet, rows, column), column)
    bottom = rows[-1].number
    read = [
        ReadHead(head.column, _row_of(head, rows), _shown(kind, head), *_word(kind, head))
        for head in heads
    ]
    return ReadHeader(kind, rows[0].number, bottom, tuple(_each_once(kind, read)))


def _lines(header: ReadHeader, sheet: Sheet, rows: Sequence[Row]) -> ReadHeader | None:
    """Return a header read row by row, where no head of it belongs to another above."""
    columns = {head.column for head in header.heads}
    first = set(rows[0].cells)
    if len(rows) < 2 or any(not columns & set(row.cells) <= first for row in rows[1:]):
        return None
    if any(a.right > a.left and header.top <= a.top <= header.bottom and a.left in columns
           for a in sheet.merged):  # fmt: skip
        return None
    read = [
        ReadHead(column, row.number, name, *_word(header.kind, Head(column, (name,))))
        for row in rows
        for column, text in texts_of(row)
        if column in columns and (name := plain_head(text))
    ]
    read.sort(key=lambda each: (each.column, each.row))
    heads = tuple(_each_once(header.kind, read))
    return replace(header, heads=heads, by_line=True)


def _beside(heads: Sequence[Head], column: int) -> list[Head]:
    """Return the heads that stand beside one without a gap: behind it begins another table."""
    at = next((n for n, head in enumerate(heads) if head.column == column), 0)
    first = last = at
    while first > 0 and heads[first - 1].column == heads[first].column - 1:
        first -= 1
    while last + 1 < len(heads) and heads[last + 1].column == heads[last].column + 1:
        last += 1
    return list(heads[first : last + 1])


def _row_of(head: Head, rows: Sequence[Row]) -> int:
    return next((r.number for r in reversed(rows) if head.column in r.cells), rows[0].number)


def _shown(kind: Rows, head: Head) -> str:
    """Return a head as it is told: 整改情况, but 整改责任落实·责任人."""
    whole, own = head.names[0], head.names[-1]
    if whole == own or whole in _NAMES[kind] or not whole.endswith(own):
        return whole
    return f"{whole.removesuffix(own)}·{own}"


def _word(kind: Rows, head: Head) -> tuple[str, bool]:
    """Return what a head means, and whether that is certain."""
    names = _NAMES[kind]
    for name in head.names:
        if name in names:
            # 时限 below anything may be another's.
            is_own = name == head.names[0] or len(name) > _LEAST_SAID
            return names[name], is_own
    for name in head.names:
        parts = [name]
        for mark in _ASIDE_OF_SLASH:
            parts = [piece for part in parts for piece in part.split(mark)]
        for part in parts if len(parts) > 1 else ():
            if part in names:
                return names[part], False
    if kind is Rows.RANKING or head.names[-1] in KNOWN_BLANK or head.names[0] in KNOWN_BLANK:
        return "", True
    for name in head.names:
        for pattern, word in GUESSES:
            if pattern.search(name):
                return word, False
    return "", True


def _each_once(kind: Rows, heads: Sequence[ReadHead]) -> Iterator[ReadHead]:
    """Yield heads, each word at the head that means it most certainly."""
    owner: dict[str, ReadHead] = {}
    for sure in (True, False):
        for head in heads:
            if head.word and head.is_sure is sure:
                owner.setdefault(head.word, head)
    if kind is Rows.FINDINGS:
        owner = _placed(owner)
    by_head = {(each.column, each.row): (word, each.is_sure) for word, each in owner.items()}
    for head in heads:
        word, sure = by_head.get((head.column, head.row), ("", True))
        yield ReadHead(head.column, head.row, head.text, word, sure)


def _placed(owner: Mapping[str, ReadHead]) -> dict[str, ReadHead]:
    """Return who has which word where a place and a unit are told in ways of their own."""
    found = dict(owner)
    if _SITE in found and _PLACE in found and _WINDOW not in found:
        found[_WINDOW] = found.pop(_PLACE)  # 单位, then where in it
    department = found.get("责任部门（科室）")
    if _SITE not in found and department and department.text in ("责任单位", "整改责任单位"):
        found[_SITE] = found.pop("责任部门（科室）")
    return found


def _is_table(header: ReadHeader) -> bool:
    words = {head.word for head in header.heads if head.word and head.is_sure}
    if header.kind is Rows.FINDINGS:
        has = any(head.word == _PROBLEM for head in header.heads)
        # 发现问题 beside 已整改 and 整改率 is how many.
        counts = {
            word for head in header.heads
            if (word := _NAMES[Rows.RANKING].get(head.text)) in _COUNTS
        }  # fmt: skip
        return has and len(words) >= _LEAST and len(counts) < _LEAST
    return _SITE in words and len(words & _COUNTS) >= 2 and len(words) >= _LEAST
