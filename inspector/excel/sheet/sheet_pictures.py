"""Pictures in workbooks: in their place, in proportion, and in memory only while they are written.

A picture floats above the cell it is anchored to and moves with it: every spreadsheet shows
that, where pictures inside of cells are known to WPS alone (DOMAIN §3.3).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector.excel.sheet.picture_parts import placed_image

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_EMU = 9525  # in a pixel at 96 dots per inch
POINT = 96 / 72
"""Pixels in a point."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its bytes, made when they are asked for, what they are, and its proportions.

    Pictures of one `key` are the same, and one part of the file; without a key each is its own.
    """

    make: Callable[[], bytes]
    format: str  # jpeg or png
    width: int
    height: int
    key: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """Where a picture has to fit in, in pixels from the corner of a cell (from 0)."""

    row: int
    column: int
    width: float
    height: float
    left: float = 0
    top: float = 0


def place(sheet: "Worksheet", picture: Picture, box: Box) -> None:
    """Put a picture into the middle of a box, as large as it can be there, never enlarged."""
    from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, OneCellAnchor
    from openpyxl.drawing.xdr import XDRPositiveSize2D

    scale = min(box.width / picture.width, box.height / picture.height, 1)
    width, height = max(1.0, picture.width * scale), max(1.0, picture.height * scale)
    marker = AnchorMarker(
        col=box.column,
        row=box.row,
        colOff=round((box.left + (box.width - width) / 2) * _EMU),
        rowOff=round((box.top + (box.height - height) / 2) * _EMU),
    )
    size = XDRPositiveSize2D(round(width * _EMU), round(height * _EMU))
    anchor = OneCellAnchor(_from=marker, ext=size)
    sheet.add_image(placed_image(picture, width, height, anchor))
