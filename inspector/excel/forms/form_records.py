"""Which rows and columns of a sheet one record of a form stands in."""

from collections.abc import Collection, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from inspector.excel.forms.form_fields import Rows
from inspector.excel.forms.row_shift import RecordRows

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


def records_of(
    sheet: "Worksheet", repeated: Mapping[int, Rows], marked: Mapping[int, Collection[int]]
) -> list[RecordRows]:
    """Return the records whose rows hold placeholders, from the top.

    `repeated` says what each row is for, `marked` which columns of it hold placeholders. Rows that
    follow each other and are for the same are one record, and so is what a merged cell joins.
    """
    joined = dict(repeated)
    for area in sheet.merged_cells.ranges:
        kind = repeated.get(area.min_row)
        if kind and area.min_col in marked.get(area.min_row, ()):
            for row in range(area.min_row + 1, area.max_row + 1):
                joined.setdefault(row, kind)
    found: list[RecordRows] = []
    rows = sorted(joined)
    begin = 0
    for at, row in enumerate(rows):
        following = rows[at + 1] if at + 1 < len(rows) else None
        if following == row + 1 and joined[following] is joined[row]:
            continue
        own = rows[begin : at + 1]
        columns = {column for each in own for column in marked.get(each, ())}
        wide = columns_of(sheet, range(own[0] - 1, own[-1] + 1), columns)
        found.append(RecordRows(own[0], joined[row], len(own), columns=wide))
        begin = at + 1
    return found


def columns_of(sheet: "Worksheet", rows: range, marked: Collection[int]) -> tuple[int, int]:
    """Return the first and last column of a table that has something in the columns `marked`.

    `rows` are those of a record and the one above. A table ends where a column has nothing in
    them, neither words nor lines; what stands beyond is another table, unless it has formulas,
    which may reckon with the record.
    """
    cells: Any = sheet._cells
    used = {
        column
        for (row, column), cell in cells.items()
        if row in rows and (cell.value is not None or has_lines(cell))
    } | set(marked)
    for area in sheet.merged_cells.ranges:
        if area.min_row in rows and area.min_col in used:
            used |= set(range(area.min_col, area.max_col + 1))
    formulas = {column for (row, column), cell in cells.items() if row in rows
                and cell.data_type == "f"}  # fmt: skip
    needed = {*marked, *formulas}
    first, last = min(needed), max(needed)
    ordered = sorted(used)
    gaps = [(left, right) for left, right in pairwise(ordered) if right > left + 1]
    first = max((right for _, right in gaps if right <= first), default=ordered[0])
    last = min((left for left, _ in gaps if left >= last), default=ordered[-1])
    return first, last


def has_lines(cell: object) -> bool:
    """Tell whether a cell has a border."""
    border: Any = getattr(cell, "border", None)
    return border is not None and any(
        side is not None and side.style for side in (border.left, border.right, border.top,
                                                     border.bottom)
    )  # fmt: skip
