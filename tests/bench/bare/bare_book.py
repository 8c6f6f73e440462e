"""The same workbooks by nothing but openpyxl, with cells, styles, pictures and charts at hand."""

from collections.abc import Callable, Sequence
from copy import copy
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.drawing.image import Image
from openpyxl.styles import NamedStyle


def rewriting(paths: Sequence[Path], target: Path) -> Callable[[], None]:
    """Return what writes the cells of some workbooks again, each to `target`."""
    books = [_Book(path) for path in paths]

    def write() -> None:
        for book in books:
            book.write(target)

    return write


def reading(path: Path) -> Callable[[], None]:
    """Return what reads the values of a workbook, and no more."""

    def read() -> None:
        book = load_workbook(path, read_only=True, data_only=True)
        for sheet in book.worksheets:
            for _ in sheet.iter_rows(values_only=True):
                pass
        book.close()

    return read


class _Book:
    """What is in a workbook."""

    def __init__(self, path: Path) -> None:
        book = load_workbook(path)
        self._styles: dict[str, Any] = {}
        self._sheets = [self._sheet(sheet) for sheet in book.worksheets]

    def _sheet(self, sheet: Any) -> tuple[str, list[Any], dict[int, float], list[Any], list[Any]]:  # noqa: ANN401
        rows = [[(cell.value, self._style(cell)) for cell in row] for row in sheet.iter_rows()]
        heights = {at: each.height for at, each in sheet.row_dimensions.items() if each.height}
        pictures = [(picture._data(), picture.anchor) for picture in sheet._images]
        return sheet.title, rows, heights, pictures, list(sheet._charts)

    def _style(self, cell: Any) -> str:  # noqa: ANN401
        if not cell.has_style:
            return ""
        key = f"bench{cell._style!r}"
        self._styles.setdefault(key, cell)
        return key

    def write(self, target: Path) -> None:
        book: Any = Workbook(write_only=True)
        named = {key: _named(f"s{at}", cell) for at, (key, cell) in enumerate(self._styles.items())}
        for style in named.values():
            book.add_named_style(style)
        for title, rows, heights, pictures, charts in self._sheets:
            sheet = book.create_sheet(title)
            for chart in charts:
                sheet.add_chart(chart)
            for data, anchor in pictures:
                picture = Image(BytesIO(data))
                picture.anchor = anchor
                sheet.add_image(picture)
            for number, row in enumerate(rows, 1):
                if number in heights:
                    sheet.row_dimensions[number].height = heights[number]
                sheet.append([self._cell(sheet, value, style, named) for value, style in row])
        book.save(target)

    @staticmethod
    def _cell(sheet: Any, value: Any, style: str, named: dict[str, Any]) -> Any:  # noqa: ANN401
        cell = WriteOnlyCell(sheet, value)
        if style:
            cell.style = named[style].name
        return cell


def _named(name: str, cell: Any) -> Any:  # noqa: ANN401
    return NamedStyle(
        name,
        font=copy(cell.font),
        border=copy(cell.border),
        fill=copy(cell.fill),
        alignment=copy(cell.alignment),
        number_format=cell.number_format,
    )
