"""What a filled cell of a form has room for: its column, and the height of its row."""

from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from re import compile as pattern
from typing import TYPE_CHECKING, Any

from inspector.excel.sheet.row_height import HIGHEST_ROW, line_count, share_that_fits

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

USUAL_SIZE = 11.0
"""Points of a font that says nothing of its size."""

_GENERAL = "General"
_USUAL_WIDTH = 8.43  # of a column nobody touched
_USUAL_HEIGHT = 15.0
_SURELY = 0.9  # widths are those of wide fonts: what is so close may well fit
_LEAST_LINE = 1.15  # of the font size: the closest that a program sets lines
_NOT_PRINTED = pattern(r"\[[^\]]*\]|[\"\\]")  # locale and quotation marks of a number format
_DAY_PART = pattern("[yY]+|[mM]+|[dD]+")


@dataclass(frozen=True, slots=True)
class TooLong:
    """A cell that cannot show all it holds."""

    place: str  # 台账!C5
    has: int  # characters
    room: int  # how many of them show, about


class FormRoom:
    """What fits into the columns and merged areas of a sheet, each worked out once."""

    def __init__(self, sheet: "Worksheet") -> None:
        self._sheet = sheet
        self._known: dict[tuple[int, int], float] = {}
        self._shrunken: dict[int, int] = {}  # openpyxl's numbers of alignments
        self._areas = {(area.min_row, area.min_col): area for area in sheet.merged_cells.ranges}
        usual = float(sheet.sheet_format.defaultColWidth or _USUAL_WIDTH)
        self._usual, self._widths, self._hidden = usual, dict[int, float](), set[int]()
        for each in sheet.column_dimensions.values():
            each.reindex()  # several alike are one entry
            for column in range(each.min or 0, (each.max or 0) + 1):
                self._widths[column] = float(each.width or usual)
                if each.hidden:
                    self._hidden.add(column)

    def shrink(self, cell: "Cell") -> None:
        """Let a day or number be as small as it has to be to show at all.

        No program breaks what is digits alone: it shows ###. Excel does so with every day, however
        high the row.
        """
        formatted: Any = cell  # openpyxl's own name for all that its format is
        style = formatted._style
        own = style.alignmentId
        if own not in self._shrunken:
            alignment: Any = copy(cell.alignment)
            alignment.wrap_text, alignment.shrink_to_fit = False, True
            cell.alignment = alignment
            self._shrunken[own] = formatted._style.alignmentId
        style.alignmentId = self._shrunken[own]

    def width(self, cell: "Cell") -> float:
        """Return the width of a cell, or of the merged area it begins, in Excel's units."""
        area = self._areas.get((cell.row, cell.column))
        return self._width(cell.column, area.max_col if area else cell.column)

    def too_long(self, cells: "Iterable[Cell]", *, fitted: bool) -> Iterable[TooLong]:
        """Yield those of the `cells` of a row that do not show whole.

        `fitted`: the row was made as high as its texts need, if it may be so high at all. Left out
        is what nobody sees, and what is shrunk until it fits.
        """
        for cell in cells:
            row = self._sheet.row_dimensions
            is_hidden = cell.column in self._hidden or (cell.row in row and row[cell.row].hidden)
            if is_hidden or cell.alignment.shrink_to_fit:
                continue
            text = printed(cell)
            share = self._share(cell, text, fitted=fitted) if text else 1.0
            if share < _SURELY:
                place = f"{self._sheet.title}!{cell.coordinate}"
                yield TooLong(place, len(text), int(len(text) * share))

    def _share(self, cell: "Cell", text: str, *, fitted: bool) -> float:
        """Return how much of a text shows; 1 and more: all of it."""
        size = float(cell.font.sz or USUAL_SIZE)
        if not cell.alignment.wrap_text or not isinstance(cell.value, str):
            flows = isinstance(cell.value, str) and (cell.row, cell.column) not in self._areas
            share = share_that_fits(text, self.width(cell), size)
            if share >= 1 or not flows:
                return share
            width = self._free_width(cell)
            return 1.0 if width is None else share_that_fits(text, width, size)
        height = self._height(cell, fitted=fitted)
        if height is None:
            return 1.0
        lines = line_count(text, self.width(cell), size)
        return max(1, int(height / (size * _LEAST_LINE))) / lines

    def _height(self, cell: "Cell", *, fitted: bool) -> float | None:
        """Return how high a cell is in points; None where it becomes as high as it has to be."""
        rows = self._sheet.row_dimensions
        area = self._areas.get((cell.row, cell.column))
        own = rows[cell.row].height if cell.row in rows else None
        if fitted:
            return own if own is not None and own >= HIGHEST_ROW else None
        if area is None:
            return own
        usual = float(self._sheet.sheet_format.defaultRowHeight or _USUAL_HEIGHT)
        heights = (
            rows[row].height if row in rows else None
            for row in range(area.min_row, area.max_row + 1)
        )  # fmt: skip
        return sum(usual if height is None else height for height in heights)

    def _free_width(self, cell: "Cell") -> float | None:
        """Return the width that a text may run over, past empty cells; None: nobody stops it."""
        if cell.alignment.horizontal in (None, "general", "left"):
            for column in range(cell.column, self._last_column):
                if self._is_taken(cell.row, column + 1):
                    return self._width(cell.column, column)
        elif any(self._is_taken(cell.row, cell.column + side) for side in (-1, 1)):
            return self._width(cell.column, cell.column)
        return None

    def _is_taken(self, row: int, column: int) -> bool:
        from openpyxl.cell.cell import MergedCell

        cell = self._sheet._cells.get((row, column))
        return cell is not None and (cell.value is not None or isinstance(cell, MergedCell))

    @cached_property
    def _last_column(self) -> int:
        return max((column for _, column in self._sheet._cells), default=1)

    def _width(self, first: int, last: int) -> float:
        if (first, last) not in self._known:
            columns = range(first, last + 1)
            self._known[first, last] = sum(self._widths.get(each, self._usual) for each in columns)
        return self._known[first, last]


def printed(cell: "Cell") -> str:
    """Return what a cell shows: a day or number in its format, as far as its width goes."""
    value, code = cell.value, cell.number_format
    if isinstance(value, date):
        plain = _NOT_PRINTED.sub("", code.partition(";")[0])
        return _DAY_PART.sub(lambda part: _day_part(value, part[0].lower()), plain)
    if isinstance(value, Decimal):
        return f"{value:.2%}" if "%" in code else f"{value:.2f}" if code != _GENERAL else f"{value}"
    return "" if value is None else str(value)


def _day_part(day: date, part: str) -> str:
    number: Mapping[str, int] = {"y": day.year, "m": day.month, "d": day.day}
    return f"{number[part[0]]:0{len(part)}}"
