"""The rows below the heads of a form's table: those printed for records, and what ends them."""

import re
from typing import TYPE_CHECKING, Any

from inspector.excel.forms.form_heads import ReadHead, ReadHeader
from inspector.excel.forms.form_records import columns_of, has_lines
from inspector.excel.forms.row_shift import RecordRows

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_TALLEST = 4
"""Rows of one record; what is merged over more is a group of them."""
_MOST_PRINTED = 5_000
_EXAMPLE = re.compile(r"^[（(]?(示?例|样例|填写示例|举例)")
_NUMBER_HEAD = "序号"


class FormBody:
    """The rows below a header."""

    def __init__(self, sheet: "Worksheet", header: ReadHeader) -> None:
        self._sheet, self._header = sheet, header
        self._columns = range(header.heads[0].column, header.heads[-1].column + 1)
        self._numbers = next((h.column for h in header.heads if h.word == _NUMBER_HEAD), 0)
        self._rows: dict[int, dict[int, Any]] = {}
        for (row, column), cell in sheet._cells.items():
            if row > header.bottom and column in self._columns:
                self._rows.setdefault(row, {})[column] = cell
        self._grouped = {
            (row, column)
            for area in sheet.merged_cells.ranges
            if area.max_row - area.min_row >= _TALLEST
            for row in range(area.min_row, area.max_row + 1)
            for column in range(area.min_col, area.max_col + 1)
        }
        self.top = self._first()

    def records(self) -> RecordRows | None:
        """Return the rows of the last record that is printed, or none where there is no row."""
        if not self._is_blank(self.top):
            return None
        height = self._height()
        printed = 1
        while printed < _MOST_PRINTED and self._is_printed(self.top + printed * height, height):
            printed += 1
        last = self.top + (printed - 1) * height
        rows = range(self._header.bottom, self.top + height)
        marked = [head.column for head in self._header.heads]
        columns = columns_of(self._sheet, rows, marked)
        return RecordRows(last, self._header.kind, height, printed - 1, columns)

    def takes(self, head: ReadHead, line: int) -> bool:
        """Tell whether the cell below a head can be filled: no formula, no part of another."""
        row = self.top + line
        cell = self._rows.get(row, {}).get(head.column)
        if cell is None:
            return True
        is_part = any(
            area.min_row <= row <= area.max_row
            and area.min_col <= head.column <= area.max_col
            and (area.min_row, area.min_col) != (row, head.column)
            for area in self._sheet.merged_cells.ranges
        )
        return cell.data_type != "f" and not is_part and (row, head.column) not in self._grouped

    def _first(self) -> int:
        """Return the first row for records: an example and the numbers of columns are passed."""
        row = self._header.bottom + 1
        while row in self._rows and (self._is_example(row) or self._counts_columns(row)):
            row += 1
        return row

    def _is_example(self, row: int) -> bool:
        texts = [str(c.value) for _, c in sorted(self._rows[row].items()) if c.value is not None]
        return bool(texts) and bool(_EXAMPLE.match(texts[0].strip()))

    def _counts_columns(self, row: int) -> bool:
        texts = [str(c.value).strip() for _, c in sorted(self._rows[row].items())
                 if c.value is not None]  # fmt: skip
        return len(texts) > 2 and texts == [str(n) for n in range(1, len(texts) + 1)]

    def _is_blank(self, row: int) -> bool:
        """Tell whether a row holds nothing but its number and formulas."""
        return all(
            cell.value is None
            or cell.data_type == "f"
            or (row, column) in self._grouped
            or not str(cell.value).strip()
            or (column == self._numbers and _is_number(cell.value))
            for column, cell in self._rows.get(row, {}).items()
        )

    def _is_printed(self, row: int, height: int) -> bool:
        """Tell whether the rows from one on are made for a record: numbered, or with lines."""
        rows = range(row, row + height)
        if not all(self._is_blank(each) for each in rows):
            return False
        cells = self._rows.get(row, {})
        numbered = self._numbers in cells and cells[self._numbers].value is not None
        lined = sum(has_lines(cell) for cell in cells.values())
        return numbered or 2 * lined > len(self._columns)

    def _height(self) -> int:
        """Return how many rows a record has: as its number is merged, or to the next number."""
        if not self._numbers:
            return 1
        for area in self._sheet.merged_cells.ranges:
            if (area.min_row, area.min_col) == (self.top, self._numbers):
                tall = int(area.max_row - area.min_row + 1)
                return tall if tall <= _TALLEST else 1
        first = self._number(self.top)
        for height in range(2, _TALLEST + 1):
            between = range(self.top + 1, self.top + height)
            if any(self._number(row) is not None or not self._is_blank(row) for row in between):
                return 1
            if first is not None and self._number(self.top + height) == first + 1:
                return height
        return 1

    def _number(self, row: int) -> int | None:
        cell = self._rows.get(row, {}).get(self._numbers)
        return int(cell.value) if cell is not None and _is_number(cell.value) else None


def _is_number(value: object) -> bool:
    if isinstance(value, bool):
        return False
    return isinstance(value, int) or (isinstance(value, float) and value.is_integer()) or (
        isinstance(value, str) and value.strip().isdecimal() and len(value.strip()) < 6
    )  # fmt: skip
