"""Pictures in workbooks: in their place, in proportion, and in memory only while they are written.

openpyxl would write one again for every place it stands at, and press what is pressed already.
A picture floats above the cell it is anchored to and moves with it: every spreadsheet shows
that, where pictures inside of cells are known to WPS alone (DOMAIN §3.3).
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_STORED, ZipFile

if TYPE_CHECKING:
    from openpyxl import Workbook
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
    sheet.add_image(_image_class()(picture, width, height, anchor))


def write_parts(book: "Workbook", archive: ZipFile) -> None:
    """Write all parts of a workbook as openpyxl does, but for its pictures."""
    _writer_class()(book, archive).save()


@cache
def _image_class() -> Any:  # noqa: ANN401
    from openpyxl.drawing.image import Image

    class PlacedImage(Image):
        """Its bytes are made when it is saved; openpyxl's own would hold them all open."""

        def __init__(self, picture: Picture, width: float, height: float, anchor: Any) -> None:  # noqa: ANN401
            self.width, self.height = round(width), round(height)
            self.format = picture.format
            self.anchor = anchor
            self.picture = picture
            self.part = 0  # which it is in the file, given by the writer

        @property
        def path(self) -> str:
            """The name of its part; those of openpyxl's own begin otherwise."""
            return f"/xl/media/picture{self.part}.{self.format}"

        def _data(self) -> bytes:
            return self.picture.make()

    return PlacedImage


@cache
def _writer_class() -> Any:  # noqa: ANN401
    from openpyxl.writer.excel import ExcelWriter

    openpyxls: Any = ExcelWriter

    class PartsWriter(openpyxls):  # type: ignore[misc]
        """Gives each picture the number of its part, by its key or by itself."""

        def __init__(self, book: "Workbook", archive: ZipFile) -> None:
            super().__init__(book, archive)
            self._parts: dict[object, int] = {}

        def _write_drawing(self, drawing: Any) -> None:  # noqa: ANN401
            for image in drawing.images:
                if isinstance(image, _image_class()):
                    key = image.picture.key or id(image)
                    image.part = self._parts.setdefault(key, len(self._parts) + 1)
            super()._write_drawing(drawing)

        def _write_images(self) -> None:
            written: set[str] = set()
            for image in self._images:
                if image.path not in written:
                    written.add(image.path)
                    self._archive.writestr(image.path[1:], image._data(), ZIP_STORED)

    return PartsWriter
