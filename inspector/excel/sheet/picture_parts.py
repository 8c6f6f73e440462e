"""The pictures of a workbook as parts of its file: each once, its bytes as they came.

openpyxl would write a picture again for every place it stands at, and compress what is compressed
already.
"""

from functools import cache
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_STORED, ZipFile

if TYPE_CHECKING:
    from openpyxl import Workbook

    from inspector.excel.sheet.sheet_pictures import Picture


def placed_image(picture: "Picture", width: float, height: float, anchor: object) -> Any:  # noqa: ANN401
    """Return a picture in its place as openpyxl knows one; its bytes are made when it is saved."""
    return _image_class()(picture, width, height, anchor)


def write_parts(book: "Workbook", archive: ZipFile) -> None:
    """Write all parts of a workbook as openpyxl does, but for its pictures."""
    _writer_class()(book, archive).save()


@cache
def _image_class() -> Any:  # noqa: ANN401
    from openpyxl.drawing.image import Image

    class PlacedImage(Image):
        """openpyxl's own would hold every picture open until the end."""

        def __init__(self, picture: "Picture", width: float, height: float, anchor: Any) -> None:  # noqa: ANN401
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
