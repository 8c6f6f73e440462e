"""All of a form that refers to cells: formulas, names, conditional formats, lists, links."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
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

_LINK = 'HYPERLINK("#'
"""What a link would be as a formula: its place in the workbook moves as that of one."""

_FAULTS = {OneOfManyError: Fault.ONE_OF_MANY, CannotFollowError: Fault.CANNOT_FOLLOW}


def reference_problems(book: "Workbook", shifts: Shifts) -> list[Problem]:
    """Return what refers to cells and cannot be moved: by cell, names by what they are called."""
    problems: list[Problem] = []
    for _ in moved_formulas(book, shifts, problems):
        pass
    for said in _said(book):
        try:
            said.moved(shifts)
        except (OneOfManyError, CannotFollowError) as error:
            problems.append(Problem(said.place, _FAULTS[type(error)], str(error)))
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


@dataclass(frozen=True, slots=True)
class _Said:
    """A formula of a form that is in no cell: of a name, a list, a conditional format, a link."""

    place: str
    text: str
    put: Callable[[str], None]
    sheet: str = ""
    row: int = 0
    lists: bool = False
    offers: bool = False  # what may be chosen in cells

    def moved(self, shifts: Shifts) -> str:
        """Return it without its sign; raises OneOfManyError or CannotFollowError."""
        moved = moved_formula(
            f"={self.text}", self.sheet, shifts, self.row, lists=self.lists, offers=self.offers
        )
        return moved.at().removeprefix("=")


def move_said(book: "Workbook", shifts: Shifts) -> None:
    """Move what names, lists, conditional formats and links refer to, and where formats are.

    A cell of a row that repeats becomes all of its copies; a link leads to the first. Raises
    OneOfManyError or CannotFollowError.
    """
    for said in list(_said(book)):
        said.put(said.moved(shifts))
    for sheet in book.worksheets:
        _move_formats(sheet, shifts[sheet.title])


def _said(book: "Workbook") -> "Iterator[_Said]":
    for names, title in (
        (book.defined_names, ""),
        *((each.defined_names, each.title) for each in book.worksheets),
    ):
        for name in names.values():
            place = f"{title}!{name.name}" if title else name.name
            yield _Said(place, name.value, partial(setattr, name, "value"), title, lists=True)
    for sheet in book.worksheets:
        yield from _said_of(sheet)


def _said_of(sheet: "Worksheet") -> "Iterator[_Said]":
    title = sheet.title
    for each in sheet.conditional_formatting:
        row = min(area.min_row for area in each.sqref.ranges)
        place = f"{title}!{each.sqref}"
        for rule in each.rules:
            for at, text in enumerate(rule.formula):
                yield _Said(place, text, partial(rule.formula.__setitem__, at), title, row)
            for stop in _stops(rule):
                yield _Said(place, str(stop.val), partial(setattr, stop, "val"), title, row)
    for validation in sheet.data_validations.dataValidation:
        row = min(area.min_row for area in validation.sqref.ranges)
        for which in ("formula1", "formula2"):
            if text := getattr(validation, which):
                put = partial(setattr, validation, which)
                yield _Said(f"{title}!{validation.sqref}", text, put, title, row, offers=True)
    for cell in sheet._cells.values():
        link: Any = cell.hyperlink
        if link and link.location:
            place = f"{title}!{cell.coordinate}"
            yield _Said(place, f'{_LINK}{link.location}")', partial(_lead, link), title)


def _lead(link: Any, moved: str) -> None:  # noqa: ANN401  # openpyxl does not say what it is
    link.location = moved.removeprefix(_LINK).removesuffix('")')


def _stops(rule: object) -> "Iterator[Any]":
    """Yield the ends of colour scales, bars and icons that are formulas."""
    for what in ("colorScale", "dataBar", "iconSet"):
        shown: Any = getattr(rule, what, None)
        yield from (each for each in (shown.cfvo if shown else ()) if each.type == "formula")


def _move_formats(sheet: "Worksheet", shift: RowShift) -> None:
    formats = sheet.conditional_formatting
    rules = [(each.sqref, list(each.rules)) for each in formats]
    formats._cf_rules.clear()  # type: ignore[attr-defined]
    for places, own in rules:
        for area in places.ranges:
            area.min_row, area.max_row = shift.first(area.min_row), shift.last(area.max_row)
        for rule in own:
            formats.add(str(places), rule)


def moved_reference(reference: str, shifts: Shifts) -> str:
    """Return a reference that names its sheet, moved; one cell of a repeated row is all copies.

    Raises CannotFollowError.
    """
    return moved_formula(f"={reference}", "", shifts, lists=True).at().removeprefix("=")
