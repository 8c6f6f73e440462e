"""The header of a ledger or reply slip that came back: which column holds what."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from inspector.excel.reading.head_words import FINDING_HEADS
from inspector.excel.reading.plain_sheets import Row, Sheet
from inspector.excel.reading.sheet_table import Heads, plain_head
from inspector.excel.returned.own_heads import OWN_HEADS
from inspector.excel.returned.stacked_heads import Head, heads_below, stacked_rows
from inspector.excel.sheet.fill_in import DONE_ON, DONE_PHOTOS, FOUND_PHOTOS, NUMBER, PROGRESS

MOST_HEADERS = 200
"""Headers of a sheet, which some programs repeat on every page."""

_MOST_NAMELESS = 100
"""Columns without a name; every line is looked at in each."""


class Field(Enum):
    """What is read of a line; the value is the header that we give it."""

    NUMBER = NUMBER
    PROGRESS = PROGRESS
    DONE_ON = DONE_ON
    DONE_PHOTOS = DONE_PHOTOS
    FOUND_PHOTOS = FOUND_PHOTOS  # our own pictures: never taken back


_HEADS = Heads(
    {
        Field.NUMBER: FINDING_HEADS[NUMBER],
        Field.PROGRESS: FINDING_HEADS[PROGRESS],
        Field.DONE_ON: FINDING_HEADS[DONE_ON],
        Field.DONE_PHOTOS: "整改后照片 整改照片 整改后图片 整改图片 整改后",
        Field.FOUND_PHOTOS: "问题照片 问题图片 整改前照片 整改前图片 整改前 检查照片",
    }
)
_GROUPED = {"整改时间": Field.DONE_ON, "整改完成": Field.PROGRESS, "整改内容": Field.PROGRESS}
"""What only a head over several others makes plain: 整改时间 by itself may be a deadline."""
_ALONE = {"整改": Field.PROGRESS}
"""Of one column; over several it does not say which of them holds what."""
_WRITABLE = (Field.PROGRESS, Field.DONE_ON, Field.DONE_PHOTOS)
_NO_WORDS = (Field.NUMBER, Field.DONE_PHOTOS, Field.FOUND_PHOTOS)
_WORDS_IN = re.compile("整改|落实|完成|措施|办理|处理|情况|结果|说明|进展|反馈")


@dataclass(frozen=True, slots=True)
class ReturnedHeader:
    """A header, of one row or more: the column of each field, and of every other one, by name.

    A column without a name is called by its letter; a name that stands there again has it behind.
    """

    top: int
    row: int  # the lowest
    columns: Mapping[Field, int]
    others: Mapping[str, int]
    unsure: frozenset[str]  # of the others: where words about what was done may stand


def read_returned_headers(sheet: Sheet) -> list[ReturnedHeader]:
    """Return what has finding numbers and something to be filled in, from the top."""
    found: list[ReturnedHeader] = []
    for index, row in enumerate(sheet.rows):
        if len(found) == MOST_HEADERS:
            break
        if found and row.number <= found[-1].row:
            continue
        columns = _HEADS.read(row).columns
        if Field.NUMBER in columns and (header := _header(sheet, index, columns[Field.NUMBER])):
            found.append(header)
    if not found:
        return []
    return list(_with_nameless(sheet, found))


def _header(sheet: Sheet, index: int, number: int) -> ReturnedHeader | None:
    """Return the header whose finding numbers stand in a row; of several readings the fullest."""
    best: ReturnedHeader | None = None
    for rows in stacked_rows(sheet, index, number):
        read = _read(rows, heads_below(sheet, rows, number))
        if any(f in read.columns for f in _WRITABLE) and (
            best is None or _filled_in(read) > _filled_in(best)
        ):
            best = read
    return best


def _filled_in(header: ReturnedHeader) -> int:
    return sum(field in header.columns for field in _WRITABLE)


def _read(rows: Sequence[Row], heads: Sequence[Head]) -> ReturnedHeader:
    columns: dict[Field, int] = {}
    for own in (True, False):  # 整改情况 itself, wherever it stands, before what may mean it
        for head in heads:
            field = _field_of(head)
            if field is not None and (plain_head(field.value) in head.names) >= own:
                columns.setdefault(field, head.column)
    others: dict[str, int] = {}
    unsure = set[str]()
    taken = set(columns.values())
    for head in heads:
        field = _field_of(head)
        if head.column in taken or field in _NO_WORDS:
            continue
        called = next((name for name in head.names if name in OWN_HEADS), head.names[0])
        is_again = field is not None or called in others
        name = f"{called}（{head.letter}列）" if is_again else called
        others[name] = head.column
        if _WORDS_IN.search(called):
            unsure.add(name)
    return ReturnedHeader(rows[0].number, rows[-1].number, columns, others, frozenset(unsure))


def _field_of(head: Head) -> Field | None:
    for name in head.names:
        if (field := _HEADS.names.get(name)) is not None:
            return field
    if head.is_grouped and head.names[0] in _GROUPED:
        return _GROUPED[head.names[0]]
    return None if head.is_wide else _ALONE.get(head.names[0])


def _with_nameless(sheet: Sheet, found: Sequence[ReturnedHeader]) -> Iterator[ReturnedHeader]:
    """Yield headers with the columns below them that have no name and hold something."""
    ends = [*(header.top for header in found[1:]), sheet.rows[-1].number + 1]
    rows = iter(sheet.rows)
    row = next(rows, None)
    for header, end in zip(found, ends, strict=True):
        known = {*header.columns.values(), *header.others.values()}
        nameless = set[int]()
        while row is not None and row.number < end:
            if row.number > header.row and not known.issuperset(row.cells):
                nameless |= row.cells.keys() - known
            row = next(rows, None)
        own = {
            f"{Head.letter_of(column)}列": column for column in sorted(nameless)[:_MOST_NAMELESS]
        }
        yield ReturnedHeader(
            header.top,
            header.row,
            header.columns,
            {**header.others, **own},
            header.unsure | own.keys(),
        )
