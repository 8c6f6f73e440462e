"""How wide the columns and how high the rows of a sheet are on paper, in points."""

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from inspector.excel.sheet.row_height import line_count

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

DigitWidth: TypeAlias = Callable[[str, float], float]
"""Returns how wide the widest digit of a font of a size is, both in points: a column's unit."""

_USUAL_WIDTH = 8.43
_PADDING = 5  # pixels of a column that says nothing, at both sides of its digits
_PIXEL = 0.75
_USUAL_HEIGHT = 15.0
_LINE, _AROUND = 1.3, 1.0  # of a row that is as high as its text
_SLACK = 1e-6


class SheetSizes:
    """The sizes of one sheet. Rows and columns are counted from 1."""

    def __init__(self, sheet: "Worksheet", digit_width: DigitWidth) -> None:
        from openpyxl.utils import get_column_letter

        self._sheet, self._letter = sheet, get_column_letter
        normal = sheet.parent._named_styles["Normal"].font if sheet.parent else None  # type: ignore[attr-defined]
        self._unit = digit_width(
            (normal and normal.name) or "Calibri", float((normal and normal.sz) or 11)
        )
        self._usual_height = float(sheet.sheet_format.defaultRowHeight or _USUAL_HEIGHT)
        self._widths: dict[int, float] = {}
        self._heights: dict[int, float] = {}
        self._merged = {
            cell for area in sheet.merged_cells.ranges for row in area.rows for cell in row[0:]
        }
        self._spread_columns()

    def width(self, column: int) -> float:
        """Return how wide a column is; 0 when it is hidden."""
        found = self._widths.get(column)
        return self._usual_width if found is None else found

    def height(self, row: int) -> float:
        """Return how high a row is; 0 when it is hidden."""
        found = self._heights.get(row)
        if found is None:
            found = self._heights[row] = self._height(row)
        return found

    def _spread_columns(self) -> None:
        """Take the columns of a sheet as it says them: from one to another, equally wide."""
        said = self._sheet.sheet_format.defaultColWidth
        self._usual_width = (
            float(said) * self._unit if said else _USUAL_WIDTH * self._unit + _PADDING * _PIXEL
        )
        for letter, dimension in self._sheet.column_dimensions.items():
            first = dimension.min or _number(letter)
            last = min(dimension.max or first, first + 16_383)
            width = 0.0 if dimension.hidden else self._usual_width
            if dimension.width and not dimension.hidden and dimension.customWidth:
                width = dimension.width * self._unit
            for column in range(first, last + 1):
                self._widths[column] = width

    def _height(self, row: int) -> float:
        dimension = self._sheet.row_dimensions.get(row)
        if dimension is not None and dimension.hidden:
            return 0.0
        if dimension is not None and dimension.ht is not None and dimension.customHeight:
            return math.floor(dimension.ht / _PIXEL + _SLACK) * _PIXEL  # whole pixels, as all do
        highest = self._usual_height
        for column in range(1, self._sheet.max_column + 1):
            cell = self._sheet._cells.get((row, column))
            if cell is not None and cell.value is not None and (row, column) not in self._merged:
                highest = max(highest, self._text_height(cell))
        return highest

    def _text_height(self, cell: "Cell") -> float:
        size = float(cell.font.sz or 11)
        lines = 1
        if cell.alignment.wrap_text and isinstance(cell.value, str):
            units = self.width(cell.column) / (7 * _PIXEL)
            lines = line_count(cell.value, units, size)
        return lines * size * _LINE + _AROUND


def _number(letter: str) -> int:
    from openpyxl.utils import column_index_from_string

    return column_index_from_string(letter)
