"""The header of a ledger or reply slip that came back: which column holds what."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from inspector.excel.reading.plain_sheets import Row
from inspector.excel.reading.sheet_table import Heads
from inspector.excel.sheet.fill_in import DONE_ON, DONE_PHOTOS, FOUND_PHOTOS, NUMBER, PROGRESS


class Field(Enum):
    """What is read of a line; the value is the header that we give it."""

    NUMBER = NUMBER
    PROGRESS = PROGRESS
    DONE_ON = DONE_ON
    DONE_PHOTOS = DONE_PHOTOS
    FOUND_PHOTOS = FOUND_PHOTOS  # our own pictures: never taken back


_HEADS = Heads(
    {
        Field.NUMBER: "问题编号 问题序号 问题号 编号",
        Field.PROGRESS: "整改情况 整改落实情况 整改完成情况 整改结果 整改情况说明 落实情况",
        Field.DONE_ON: "完成时间 完成日期 整改完成时间 整改完成日期 完成整改时间 整改日期",
        Field.DONE_PHOTOS: "整改后照片 整改照片 整改后图片 整改图片 整改后",
        Field.FOUND_PHOTOS: "问题照片 问题图片 整改前照片 整改前图片 整改前 检查照片",
    }
)
_WRITABLE = (Field.PROGRESS, Field.DONE_ON, Field.DONE_PHOTOS)


@dataclass(frozen=True, slots=True)
class ReturnedHeader:
    """A header row: the column of each field, and of every other header, by our spelling."""

    row: int
    columns: Mapping[Field, int]
    others: Mapping[str, int]


def read_returned_header(row: Row) -> ReturnedHeader | None:
    """Return `row` as a header when it has finding numbers and something to be filled in."""
    header = _HEADS.read(row)
    if Field.NUMBER not in header.columns or not any(f in header.columns for f in _WRITABLE):
        return None
    others: dict[str, int] = {}
    for column, name in header.others.items():
        if name not in _HEADS.names:
            others.setdefault(name, column)
    return ReturnedHeader(row.number, header.columns, others)
