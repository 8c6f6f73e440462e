"""Rows of a form put in where they repeat: everything below moves, and takes along what it has.

openpyxl's own insertion moves cells alone; merged areas, heights, print areas, filters, drop-down
lists, conditional formats, page breaks and formulas would stay behind.
"""

from collections.abc import Iterable, Mapping
from copy import copy
from typing import TYPE_CHECKING, Any

from inspector.excel.forms.form_formulas import shifted

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.cell_range import CellRange
    from openpyxl.worksheet.worksheet import Worksheet


class RowShift:
    """Where the rows of a sheet go when some of them are there `counts` times."""

    def __init__(self, counts: Mapping[int, int]) -> None:
        self._extra = {row: count - 1 for row, count in sorted(counts.items())}

    def first(self, row: int) -> int:
        """Return where a row goes; of one that repeats, its first copy."""
        return row + sum(extra for at, extra in self._extra.items() if at < row)

    def last(self, row: int) -> int:
        """Return where a row ends; of one that repeats, its last copy."""
        return self.first(row) + self._extra.get(row, 0)

    def copies(self, row: int) -> range:
        """Return the places of a row's copies behind its first one."""
        return range(self.first(row) + 1, self.last(row) + 1)


def repeat_rows(book: "Workbook", sheet: "Worksheet", counts: Mapping[int, int]) -> RowShift:
    """Put in copies of rows; `counts` are how often each is to be there, 1 or more."""
    shift = RowShift(counts)
    _move_formulas(book, sheet, shift)
    _move_cells(sheet, shift)
    _move_heights(sheet, shift)
    _move_areas(sheet, shift)
    for row in counts:
        _copy_row(sheet, shift.first(row), shift.copies(row))
    return shift


def _move_formulas(book: "Workbook", moved: "Worksheet", shift: RowShift) -> None:
    for sheet in book.worksheets:
        for cell in list(sheet._cells.values()):
            if cell.data_type == "f" and isinstance(cell.value, str):
                cell.value = shifted(cell.value, sheet.title, moved.title, shift.first, shift.last)


def _move_cells(sheet: "Worksheet", shift: RowShift) -> None:
    moved = {}
    for (row, column), cell in sorted(sheet._cells.items()):
        cell.row = shift.first(row)
        moved[cell.row, column] = cell
    sheet._cells = moved


def _move_heights(sheet: "Worksheet", shift: RowShift) -> None:
    dimensions = sorted(sheet.row_dimensions.items())
    sheet.row_dimensions.clear()
    for row, dimension in dimensions:
        dimension.index = shift.first(row)
        sheet.row_dimensions[dimension.index] = dimension


def _move_areas(sheet: "Worksheet", shift: RowShift) -> None:
    for area in sheet.merged_cells.ranges:
        if area.min_row == area.max_row:  # copied with its row
            area.min_row = area.max_row = shift.first(area.min_row)
        else:
            _move(area, shift)
    if sheet.auto_filter.ref:
        sheet.auto_filter.ref = _moved(str(sheet.auto_filter.ref), shift)
    if sheet.print_area:
        sheet.print_area = ",".join(
            _moved(part.rpartition("!")[2].replace("$", ""), shift)
            for part in str(sheet.print_area).split(",")
        )
    for validation in sheet.data_validations.dataValidation:
        for area in validation.sqref.ranges:
            _move(area, shift)
    formats = sheet.conditional_formatting
    rules = [(str(each.sqref), list(each.rules)) for each in formats]
    formats._cf_rules.clear()  # type: ignore[attr-defined]
    for places, own in rules:
        where = " ".join(_moved(place, shift) for place in places.split())
        for rule in own:
            formats.add(where, rule)
    for page_break in sheet.row_breaks.brk:
        page_break.id = shift.last(int(page_break.id or 0))


def _move(area: "CellRange", shift: RowShift) -> None:
    area.min_row, area.max_row = shift.first(area.min_row), shift.last(area.max_row)


def _moved(reference: str, shift: RowShift) -> str:
    from openpyxl.worksheet.cell_range import CellRange

    area = CellRange(reference)
    area.min_row, area.max_row = shift.first(area.min_row), shift.last(area.max_row)
    return str(area.coord)


def _copy_row(sheet: "Worksheet", source: int, targets: Iterable[int]) -> None:
    """Copy a row with its formats, height and merged cells; a formula refers to the new row.

    Asks openpyxl for nothing that looks through the whole sheet: there may be 10,000 copies.
    """
    from openpyxl.formula.translate import Translator
    from openpyxl.worksheet.merge import MergedCellRange

    cells: list[Any] = [cell for (row, _), cell in sheet._cells.items() if row == source]
    areas = [each for each in sheet.merged_cells.ranges if each.min_row == each.max_row == source]
    height = sheet.row_dimensions[source].height
    for target in targets:
        for cell in cells:
            new: Any = sheet.cell(target, cell.column)
            new._style = copy(cell._style)  # all that its format is
            if cell.data_type == "f" and isinstance(cell.value, str):
                moved = Translator(cell.value, cell.coordinate)
                new.value = moved.translate_formula(new.coordinate)
            else:  # as it is: openpyxl would look at each value once more
                new._value, new.data_type = cell._value, cell.data_type
        if height is not None:
            sheet.row_dimensions[target].height = height
        for area in areas:
            first, last = area.min_col, area.max_col
            reference = f"{_letter(first)}{target}:{_letter(last)}{target}"
            sheet.merged_cells.ranges.add(MergedCellRange(sheet, reference))


def _letter(column: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(column)
