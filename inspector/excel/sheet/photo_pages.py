"""Photos, two in a row, none of them split over two pages.

A picture stands in the same row as its caption, above it: no program breaks a page within a row.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from inspector.domain.papers.print_size import PrintSize
from inspector.excel.sheet.sheet_pictures import POINT, Box, Picture, place
from inspector.excel.sheet.sheet_style import Column, Kind, Styles
from inspector.excel.sheet.table_sheet import SheetPlan, begin_sheet

if TYPE_CHECKING:
    from openpyxl import Workbook

PER_ROW = 2
_WIDTH = 46.0  # units; two columns of them are as wide as A4 is between its margins
_PICTURE, _CAPTION = 165.0, 61.0  # points of a row: above, and the four lines below
_MARGIN = 5.0  # pixels around a picture
_PIXELS_PER_UNIT = 7
_CAPTION_SIZE = 10.0

PHOTO_SIZE = PrintSize.of_points(
    (_WIDTH * _PIXELS_PER_UNIT - 2 * _MARGIN) / POINT, _PICTURE - 2 * _MARGIN / POINT
)
"""The pixels that a photo has at most."""


def add_photo_pages(
    book: "Workbook",
    title: str,
    photos: Iterable[tuple[str, Picture | None]],
    styles: Styles,
    *,
    label: str = "",
    alarm: str = "",
    name: str = "照片",
) -> None:
    """Write a sheet of photos, each a caption and a picture; None: the file is gone.

    Captions have four lines at most.
    """
    plan = SheetPlan(
        name=name,
        title=title,
        columns=[Column("照片", _WIDTH, Kind.CAPTION)] * PER_ROW,
        label=label,
        alarm=alarm,
        landscape=False,
        body_size=_CAPTION_SIZE,
        filtered=False,
        headed=False,
    )
    writer = begin_sheet(book, plan, styles)
    row: list[str | None] = []
    for caption, picture in photos:
        if picture is not None:
            place(writer.sheet, picture, _box(writer.row, len(row)))
        row.append(caption)
        if len(row) == PER_ROW:
            writer.write_row(row, lowest=_PICTURE + _CAPTION)
            row = []
    if row:
        writer.write_row(row + [None] * (PER_ROW - len(row)), lowest=_PICTURE + _CAPTION)
    writer.write_end()


def _box(row: int, column: int) -> Box:
    return Box(
        row=row,
        column=column,
        width=_WIDTH * _PIXELS_PER_UNIT - 2 * _MARGIN,
        height=_PICTURE * POINT - 2 * _MARGIN,
        left=_MARGIN,
        top=_MARGIN,
    )
