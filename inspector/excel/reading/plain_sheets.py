"""An opened workbook to plain sheets of cells, merged areas resolved.

Everything of openpyxl that reading needs; what a roster or a ledger is, is decided elsewhere.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from inspector.domain.errors import NotAWorkbookError
from inspector.excel.reading.chinese_dates import FORMATS
from inspector.excel.reading.sheet_rows import Extent, raw_rows
from inspector.excel.reading.workbook_opening import Refusal, opened

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

MOST_CELLS = 400_000
"""Cells of all sheets that hold something: a ledger of 20,000 findings fills them."""

MOST_MERGED = 100_000
"""Merged areas of a sheet."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell holds; `type` is openpyxl's: s text, n number, d date, b, f formula, e error."""

    value: object
    type: str
    number_format: str = "General"


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row by column (from 1) that hold something themselves."""

    number: int
    cells: Mapping[int, Cell]


@dataclass(frozen=True, slots=True)
class MergedArea:
    """A range whose top left cell speaks for all of it; columns and rows count from 1."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with its rows that are not blank, from the top."""

    name: str
    hidden: bool
    rows: tuple[Row, ...]
    merged: tuple[MergedArea, ...]

    def place(self, row: int, column: int) -> str:
        """Return where a cell is, as people say it: Sheet1!C7."""
        from openpyxl.utils import get_column_letter

        return f"{self.name}!{get_column_letter(column)}{row}"


def read_sheets(path: Path) -> list[Sheet]:
    """Return the sheets of the workbook at `path` in their order, hidden ones as well.

    A sheet that holds a chart has no rows. Raises NotFoundError, CannotReadError or
    NotAWorkbookError.
    """
    sheets: list[Sheet] = []
    with opened(path) as book:
        cells = 0
        for sheet in book._sheets:  # type: ignore[attr-defined]
            rows, hidden = list[Row](), sheet.sheet_state != "visible"
            if not hasattr(sheet, "reset_dimensions"):  # a chart
                sheets.append(Sheet(sheet.title, hidden, (), ()))
                continue
            # openpyxl hides merges, and the XML they are in, from readers of read-only sheets.
            extent, merged = Extent(), list[MergedArea]()
            with sheet._get_source() as source:
                for area in _merged_areas(source, extent):
                    merged.append(area)
                    if len(merged) > MOST_MERGED:
                        raise NotAWorkbookError(path, Refusal.TOO_LARGE)
            for row in _rows(sheet, extent.end):
                rows.append(row)
                cells += len(row.cells)
                if cells > MOST_CELLS:
                    raise NotAWorkbookError(path, Refusal.TOO_LARGE)
            sheets.append(Sheet(sheet.title, hidden, tuple(rows), tuple(merged)))
    return sheets


def _rows(sheet: "ReadOnlyWorksheet", end: int) -> Iterator[Row]:
    formats: dict[int, str] = {}
    for number, cells in raw_rows(sheet, end):
        held: dict[int, Cell] = {}
        for cell in cells:
            if cell["value"] is not None:
                style = cell["style_id"]
                if style not in formats:
                    formats[style] = _number_format(sheet, style)
                held[cell["column"]] = Cell(cell["value"], cell["data_type"], formats[style])
        if held:
            yield Row(number, held)


def _number_format(sheet: "ReadOnlyWorksheet", style: int) -> str:
    from openpyxl.cell.read_only import ReadOnlyCell

    cell: Any = ReadOnlyCell(sheet, 1, 1, None, style_id=style)
    return FORMATS.get(cell.style_array.numFmtId) or str(cell.number_format)


_MERGE = re.compile(
    rb"<(?:\w{1,20}:)?mergeCell\s[^<>]{0,200}?ref=[\"']([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})[\"']"
)
_MERGE_NAME = b"mergeCell"  # looked for first: a hundred times as fast as the pattern
_CHUNK = 1 << 20
_LONGEST_MERGE = 256  # bytes that a chunk keeps of the one before, where a mergeCell may begin


def _merged_areas(source: IO[bytes], extent: Extent) -> Iterator[MergedArea]:
    """Find the merged areas in the XML of a sheet, which stand behind all of its cells.

    `extent` learns how far the cells go that hold something.
    """
    from openpyxl.utils import range_boundaries

    kept, seen = b"", set[bytes]()
    while chunk := source.read(_CHUNK):
        text = kept + chunk
        extent.hear(text, len(chunk))
        for match in _MERGE.finditer(text) if _MERGE_NAME in text else ():
            if match[1] not in seen:
                seen.add(match[1])
                left, top, right, bottom = range_boundaries(match[1].decode())
                if left and top and right and bottom:  # a range of whole columns has no rows
                    yield MergedArea(top, left, bottom, right)
        kept = text[-_LONGEST_MERGE:]
