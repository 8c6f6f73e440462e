"""The header of a ledger or reply slip that came back: which column holds what."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from inspector.excel.reading.plain_sheets import Row
from inspector.excel.sheet.fill_in import DONE_ON, DONE_PHOTOS, FOUND_PHOTOS, NUMBER, PROGRESS


class Field(Enum):
    """What is read of a line; the value is the header that we give it."""

    NUMBER = NUMBER
    PROGRESS = PROGRESS
    DONE_ON = DONE_ON
    DONE_PHOTOS = DONE_PHOTOS
    FOUND_PHOTOS = FOUND_PHOTOS  # our own pictures: never taken back


_ALIASES: Mapping[Field, str] = {
    Field.NUMBER: "问题编号 问题序号 问题号 编号",
    Field.PROGRESS: "整改情况 整改落实情况 整改完成情况 整改结果 整改情况说明 落实情况",
    Field.DONE_ON: "完成时间 完成日期 整改完成时间 整改完成日期 完成整改时间 整改日期",
    Field.DONE_PHOTOS: "整改后照片 整改照片 整改后图片 整改图片 整改后",
    Field.FOUND_PHOTOS: "问题照片 问题图片 整改前照片 整改前图片 整改前 检查照片",
}
_FIELD_OF = {alias: field for field, aliases in _ALIASES.items() for alias in aliases.split()}
_WRITABLE = (Field.PROGRESS, Field.DONE_ON, Field.DONE_PHOTOS)
_BRACKETED = re.compile(r"[(\[【].*?[)\]】]|[*★:]")


@dataclass(frozen=True, slots=True)
class ReturnedHeader:
    """A header row: the column of each field, and of every other header, by our spelling."""

    row: int
    columns: Mapping[Field, int]
    others: Mapping[str, int]


def read_returned_header(row: Row) -> ReturnedHeader | None:
    """Return `row` as a header when it has finding numbers and something to be filled in."""
    columns: dict[Field, int] = {}
    others: dict[str, int] = {}
    for column, cell in sorted(row.cells.items()):
        if cell.type != "s":
            continue
        name = plain_header(str(cell.value))
        field = _FIELD_OF.get(name)
        if field is not None:
            columns.setdefault(field, column)
        elif name:
            others.setdefault(name, column)
    if Field.NUMBER not in columns or not any(field in columns for field in _WRITABLE):
        return None
    return ReturnedHeader(row.number, columns, others)


def plain_header(text: str) -> str:
    """Return a header without spaces, brackets and marks: 整改要求（措施） is 整改要求."""
    return _BRACKETED.sub("", "".join(unicodedata.normalize("NFKC", text).split()))
