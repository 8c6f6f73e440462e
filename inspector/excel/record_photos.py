"""The photos of a record, two in a row, none of them split over two pages.

A picture stands in the same row as its caption, above it: no program breaks a page within a row.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from inspector.domain.evidence import Evidence, EvidenceRole
from inspector.domain.record import NumberedPhoto, Record
from inspector.excel.heading import chinese_date
from inspector.excel.pictures import POINT, Box, Picture, place
from inspector.excel.record_words import CHANGED, found_words, window_name
from inspector.excel.sheet import SheetPlan, begin_sheet
from inspector.excel.sheet_style import Column, Kind, Styles

if TYPE_CHECKING:
    from openpyxl import Workbook

PER_ROW = 2
_WIDTH = 46.0  # units; two columns of them are as wide as A4 is between its margins
_PICTURE, _CAPTION = 166.0, 62.0  # points of a row: above, and the four lines below
_MARGIN = 5.0  # pixels around a picture
_PIXELS_PER_UNIT = 7
_CAPTION_SIZE = 10.0
_LONGEST_TITLE, _LONGEST_WINDOW, _LONGEST_TEXT = 26, 16, 44  # characters


def add_photo_sheet(
    book: "Workbook",
    record: Record,
    title: str,
    photos: Sequence[NumberedPhoto],
    picture_of: Callable[[Evidence], Callable[[], bytes] | None],
    styles: Styles,
) -> None:
    """Write the sheet with the photos; `picture_of` returns what makes the JPEG of one.

    Where it returns None the file is gone, and the caption says so.
    """
    plan = SheetPlan(
        name="照片",
        title=_cut(title, _LONGEST_TITLE),
        columns=[Column("照片", _WIDTH, Kind.CAPTION)] * PER_ROW,
        alarm="" if record.unchanged else CHANGED,
        landscape=False,
        body_size=_CAPTION_SIZE,
        filtered=False,
        headed=False,
    )
    writer = begin_sheet(book, plan, styles)
    for begin in range(0, len(photos), PER_ROW):
        captions: list[str | None] = [None] * PER_ROW
        for column, photo in enumerate(photos[begin : begin + PER_ROW]):
            make = picture_of(photo.evidence)
            captions[column] = _caption(record, photo, gone=make is None)
            if make is not None:
                place(writer.sheet, _picture(photo.evidence, make), _box(writer.row, column))
        writer.write_row(captions, lowest=_PICTURE + _CAPTION)
    writer.write_end()


def _picture(evidence: Evidence, make: Callable[[], bytes]) -> Picture:
    return Picture(make, "jpeg", evidence.width or 4, evidence.height or 3)


def _box(row: int, column: int) -> Box:
    return Box(
        row=row,
        column=column,
        width=_WIDTH * _PIXELS_PER_UNIT - 2 * _MARGIN,
        height=_PICTURE * POINT - 2 * _MARGIN,
        left=_MARGIN,
        top=_MARGIN,
    )


def _caption(record: Record, photo: NumberedPhoto, *, gone: bool) -> str:
    """Return the number, window, moment and subject of a photo, on four lines at most."""
    evidence = photo.evidence
    at = evidence.taken_at or evidence.added_at
    answer = record.sheet.answers_of(photo.card).get(photo.item.id)
    corrected = evidence.role is EvidenceRole.CORRECTED
    said = f"当场纠正后：{answer.correction}" if corrected and answer else ""
    if answer is not None and answer.praised:
        said = f"亮点：{answer.note.strip()}"
    said = said or found_words(photo.item, answer)
    return "\n".join(
        (
            f"照片{photo.number}　{_cut(window_name(photo.card), _LONGEST_WINDOW)}"
            + ("（照片文件缺失）" if gone else ""),
            f"{chinese_date(at.date())} {at:%H:%M}",
            _cut(" ".join(f"{photo.item.text}：{said}".split()), _LONGEST_TEXT),
        )
    )


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
