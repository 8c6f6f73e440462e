"""Photos within a cell of a table: one below the other, and a word about those left out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector.domain.papers.print_size import PrintSize
from inspector.excel.sheet.sheet_pictures import POINT, Box, Picture, place

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_PIXELS_PER_UNIT = 7
_MARGIN = 3.0  # pixels around a picture
_CAPTION = 18.0  # points of a line below the pictures


@dataclass(frozen=True, slots=True)
class PhotoCell:
    """A column `width` units wide, each photo `height` points high, `most` of them shown.

    Of photos that are `filling` each has the width of the column, and the height is the most.
    """

    width: float
    height: float
    most: int
    filling: bool = False

    @property
    def print_size(self) -> PrintSize:
        """The pixels that a photo in it has at most."""
        margins = 2 * _MARGIN / POINT
        width = self.width * _PIXELS_PER_UNIT / POINT
        return PrintSize.of_points(width - margins, self.height - margins)

    def place(self, sheet: "Worksheet", row: int, column: int, photos: Sequence[Picture]) -> float:
        """Put photos into a cell (from 0); return how high its row has to be, in points."""
        shown = photos[: self.most]
        width, top = self.width * _PIXELS_PER_UNIT - 2 * _MARGIN, 0.0  # pixels
        for picture in shown:
            height = self.height * POINT
            if self.filling:
                height = min(height, width * picture.height / picture.width + 2 * _MARGIN)
            box = Box(
                row=row,
                column=column,
                width=width,
                height=height - 2 * _MARGIN,
                left=_MARGIN,
                top=top + _MARGIN,
            )
            place(sheet, picture, box)
            top += height
        return top / POINT + (_CAPTION if len(photos) > self.most else 0)

    def caption(self, photos: Sequence[Picture]) -> str | None:
        """Return the word about photos that are not shown."""
        left_out = len(photos) - self.most
        return f"另有{left_out}张" if left_out > 0 else None
