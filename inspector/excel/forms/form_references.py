"""All of a form that refers to cells: formulas, names, conditional formats, lists, links."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from inspector.domain.faults import Fault, Problem
from inspector.excel.forms.form_formulas import (
    CannotFollowError,
    MovedFormula,
    OneOfManyError,
    moved_formula,
)
from inspector.excel.forms.row_shift import RowShift

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

Shifts = Mapping[str, RowShift]
Place = tuple[int, int]
"""Row and column."""

_FAULTS = {OneOfManyError: Fault.ONE_OF_MANY, CannotFollowError: Fault.CANNOT_FOLLOW}


def reference_problems(book: "Workbook", shifts: Shifts) -> list[Problem]:
    """Return the formulas of cells that cannot be moved, by cell."""
    problems: list[Problem] = []
    for _ in moved_formulas(book, shifts, problems):
        pass
    return problems


def moved_formulas(
    book: "Workbook", shifts: Shifts, problems: "list[Problem] | None" = None
) -> "Iterator[tuple[str, dict[Place, MovedFormula]]]":
    """Yield each sheet's formulas, moved, by where they stood.

    What cannot be moved is added to `problems`, or raised without.
    """
    for sheet in book.worksheets:
        moved: dict[Place, MovedFormula] = {}
        for (row, column), cell in sheet._cells.items():
            if cell.data_type != "f":
                continue
            try:
                moved[row, column] = _moved(sheet.title, cell.value, shifts, row)
            except (OneOfManyError, CannotFollowError) as error:
                if problems is None:
                    raise
                place = f"{sheet.title}!{cell.coordinate}"
                problems.append(Problem(place, _FAULTS[type(error)], str(error)))
        yield sheet.title, moved


def _moved(sheet: str, own: object, shifts: Shifts, row: int) -> MovedFormula:
    from openpyxl.worksheet.cell_range import CellRange
    from openpyxl.worksheet.formula import ArrayFormula

    if isinstance(own, str):
        return moved_formula(own, sheet, shifts, row)
    value: Any = own
    if not isinstance(value, ArrayFormula):  # what-if tables
        raise CannotFollowError(str(value.ref))
    area = CellRange(value.ref)
    rows = range(area.min_row, area.max_row + 1)
    if len(rows) > 1 and any(each in shifts[sheet].repeated for each in rows):
        raise CannotFollowError(str(value.ref))
    return moved_formula(str(value.text), sheet, shifts, row, lists=True)


def put_formula(at: "Cell | MergedCell", formula: str, shift: RowShift) -> None:
    """Put a moved formula into its cell, which has not moved yet."""
    cell: Any = at
    if isinstance(cell.value, str):
        cell.value = formula
    else:
        from openpyxl.worksheet.cell_range import CellRange

        area = CellRange(cell.value.ref)
        # None that is several rows high has a row that repeats.
        area.min_row, area.max_row = shift.first(area.min_row), shift.first(area.max_row)
        cell.value.ref, cell.value.text = area.coord, formula


def copied_formula(own: object, formula: str, place: str) -> object:
    """Return what a cell at `place` holds: a formula of the kind of `own`."""
    if isinstance(own, str):
        return formula
    from openpyxl.worksheet.formula import ArrayFormula

    return ArrayFormula(place, formula)


def move_names(book: "Workbook", shifts: Shifts) -> None:
    """Move what names stand for: a cell of a row that repeats becomes all of its copies."""
    for names, sheet in (
        (book.defined_names, ""),
        *((each.defined_names, each.title) for each in book.worksheets),
    ):
        for name in names.values():
            name.value = _lenient(name.value, sheet, shifts, lists=True)


def move_rules(sheet: "Worksheet", shifts: Shifts) -> None:
    """Move the cells that a sheet's conditional formats and drop-down lists are for and ask for."""
    formats = sheet.conditional_formatting
    rules = [(each.sqref, list(each.rules)) for each in formats]
    formats._cf_rules.clear()  # type: ignore[attr-defined]
    for places, own in rules:
        row = min(area.min_row for area in places.ranges)
        for area in places.ranges:
            shift = shifts[sheet.title]
            area.min_row, area.max_row = shift.first(area.min_row), shift.last(area.max_row)
        for rule in own:
            rule.formula = [_lenient(each, sheet.title, shifts, row) for each in rule.formula]
            formats.add(str(places), rule)
    for validation in sheet.data_validations.dataValidation:
        row = min(area.min_row for area in validation.sqref.ranges)
        for which in ("formula1", "formula2"):
            if said := getattr(validation, which):
                setattr(validation, which, _lenient(said, sheet.title, shifts, row))


def move_links(sheet: "Worksheet", shifts: Shifts) -> None:
    """Move the places in the workbook that hyperlinks lead to."""
    for cell in sheet._cells.values():
        link: Any = cell.hyperlink
        if link and link.location:
            link.location = _lenient(link.location, sheet.title, shifts, lists=False)


def moved_reference(reference: str, shifts: Shifts) -> str:
    """Return a reference that names its sheet, moved; one cell of a repeated row is all copies."""
    return _lenient(reference, "", shifts, lists=True)


def _lenient(formula: str, sheet: str, shifts: Shifts, row: int = 0, *, lists: bool = False) -> str:
    """Return a formula without its sign, moved as far as can be."""
    try:
        return moved_formula(f"={formula}", sheet, shifts, row, lists=lists).at().removeprefix("=")
    except (OneOfManyError, CannotFollowError):
        return formula
