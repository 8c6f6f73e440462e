"""Rows of a form put in where they repeat: everything below moves, and takes along what it has.

openpyxl's own insertion moves cells alone; merged areas, heights, print areas, filters, drop-down
lists, conditional formats, page breaks and formulas would stay behind.
"""

from collections.abc import Iterable, Mapping
from copy import copy
from typing import TYPE_CHECKING, Any

from inspector.excel.forms.form_anchors import move_anchors, move_charts
from inspector.excel.forms.form_formulas import MovedFormula
from inspector.excel.forms.form_references import (
    copied_formula,
    move_said,
    moved_formulas,
    put_formula,
)
from inspector.excel.forms.row_shift import RecordRows, RowShift

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.cell_range import CellRange
    from openpyxl.worksheet.worksheet import Worksheet


def repeat_rows(book: "Workbook", shifts: Mapping[str, RowShift]) -> None:
    """Put copies of rows into sheets, each as `shifts` says by its title."""
    formulas = dict(moved_formulas(book, shifts))
    move_said(book, shifts)
    move_charts(book, shifts)
    for sheet in book.worksheets:
        shift = shifts[sheet.title]
        own = formulas[sheet.title]
        for place, moved in own.items():
            put_formula(sheet._cells[place], moved.at(), shift)
        if not shift.repeated:
            continue
        _move_cells(sheet, shift)
        _move_heights(sheet, shift)
        _move_areas(sheet, shift)
        move_anchors(sheet, shift)
        for record in shift.records:
            areas = _areas_of(sheet, shift, record)
            for row in record.rows:
                in_row = {column: moved for (at, column), moved in own.items() if at == row}
                _copy_row(sheet, shift.first(row), shift.copies(row), in_row, record)
            _copy_areas(sheet, areas, len(shift.copies(record.top)), record.height)


def _move_cells(sheet: "Worksheet", shift: RowShift) -> None:
    moved = {}
    for (row, column), cell in sorted(sheet._cells.items()):
        cell.row = shift.first(row)
        if cell.hyperlink:
            cell.hyperlink.ref = cell.coordinate
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
        if shift.is_within(area.min_row, area.max_row):  # copied with its record
            area.min_row, area.max_row = shift.first(area.min_row), shift.first(area.max_row)
        else:
            _move(area, shift)
    if sheet.auto_filter.ref:
        sheet.auto_filter.ref = _moved(str(sheet.auto_filter.ref), shift)
    if sheet.print_area:
        sheet.print_area = ",".join(
            _moved(part.rpartition("!")[2].replace("$", ""), shift)
            for part in str(sheet.print_area).split(",")
        )
    if sheet.print_title_rows:
        begin, _, end = sheet.print_title_rows.replace("$", "").partition(":")
        sheet.print_title_rows = f"{shift.first(int(begin))}:{shift.first(int(end))}"
    if sheet.freeze_panes and shift.records:
        _freeze(sheet, shift)
    for table in sheet.tables.values():
        table.ref = _moved(table.ref, shift)
        if table.autoFilter is not None and table.autoFilter.ref:
            table.autoFilter.ref = _moved(table.autoFilter.ref, shift)
    for validation in sheet.data_validations.dataValidation:
        for area in validation.sqref.ranges:
            _move(area, shift)
    for page_break in sheet.row_breaks.brk:
        page_break.id = shift.last(int(page_break.id or 0))


def _freeze(sheet: "Worksheet", shift: RowShift) -> None:
    """Keep frozen what stands above the rows that repeat: with those nothing else would show."""
    from openpyxl.utils.cell import coordinate_from_string

    column, row = coordinate_from_string(str(sheet.freeze_panes))
    sheet.freeze_panes = f"{column}{min(row, *shift.repeated)}"


def _move(area: "CellRange", shift: RowShift) -> None:
    area.min_row, area.max_row = shift.first(area.min_row), shift.last(area.max_row)


def _moved(reference: str, shift: RowShift) -> str:
    from openpyxl.worksheet.cell_range import CellRange

    area = CellRange(reference)
    area.min_row, area.max_row = shift.first(area.min_row), shift.last(area.max_row)
    return str(area.coord)


def _copy_row(
    sheet: "Worksheet",
    source: int,
    targets: Iterable[int],
    formulas: Mapping[int, MovedFormula],
    record: RecordRows,
) -> None:
    """Copy a row of a record with its formats and height, and with `formulas` by column.

    Asks openpyxl for nothing that looks through the whole sheet: there may be 10,000 copies.
    """
    cells: list[Any] = [
        cell
        for (row, column), cell in sheet._cells.items()
        if row == source and record.holds(column)
    ]
    height = sheet.row_dimensions[source].height
    for target in targets:
        for cell in cells:
            new: Any = sheet.cell(target, cell.column)
            new._style = copy(cell._style)  # all that its format is
            if cell.column in formulas:
                moved = formulas[cell.column].at(target - source)
                new._value, new.data_type = copied_formula(cell.value, moved, new.coordinate), "f"
            else:  # as it is: openpyxl would look at each value once more
                new._value, new.data_type = cell._value, cell.data_type
            if cell.hyperlink:
                link = copy(cell.hyperlink)
                link.ref, new._hyperlink = new.coordinate, link
        if height is not None:
            sheet.row_dimensions[target].height = height


def _areas_of(
    sheet: "Worksheet", shift: RowShift, record: RecordRows
) -> list[tuple[int, int, int, int]]:
    """Return the merged areas within a record, moved already: columns, then rows."""
    first = shift.first(record.top)
    rows = range(first, first + record.height)
    return [
        (area.min_col, area.max_col, area.min_row, area.max_row)
        for area in sheet.merged_cells.ranges
        if area.min_row in rows and area.max_row in rows and record.holds(area.min_col)
    ]


def _copy_areas(
    sheet: "Worksheet", areas: Iterable[tuple[int, int, int, int]], copies: int, height: int
) -> None:
    from openpyxl.worksheet.merge import MergedCellRange

    for left, right, top, bottom in areas:
        for n in range(1, copies + 1):
            down = n * height
            reference = f"{_letter(left)}{top + down}:{_letter(right)}{bottom + down}"
            sheet.merged_cells.ranges.add(MergedCellRange(sheet, reference))


def _letter(column: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(column)
