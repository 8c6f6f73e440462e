"""Pictures and charts of a form: where they are fastened, after rows were put in."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from inspector.domain.faults import Fault, Problem
from inspector.excel.forms.form_formulas import CannotFollowError
from inspector.excel.forms.form_references import Shifts, moved_reference
from inspector.excel.forms.row_shift import RowShift

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_EMU = 12_700  # of a point
_USUAL_HEIGHT = 15.0  # of a row nobody touched, in points


def picture_problems(sheet: "Worksheet", shift: RowShift) -> list[Problem]:
    """Return the pictures that lie across a row that repeats: nobody knows where they belong."""
    problems: list[Problem] = []
    if not shift.repeated:
        return problems
    for image in _drawn(sheet, "_images"):
        place, rows = _covered(sheet, image.anchor)
        if any(row in rows for row in shift.repeated):
            problems.append(Problem(f"{sheet.title}!{place}", Fault.PICTURE_ACROSS))
    return problems


def move_anchors(sheet: "Worksheet", shift: RowShift) -> None:
    """Move pictures and charts with the row they begin in; they keep their size."""
    for each in (*_drawn(sheet, "_images"), *_drawn(sheet, "_charts")):
        begin = getattr(each.anchor, "_from", None)
        if begin is None:  # fastened to the sheet; above all rows that repeat
            continue
        moved = shift.first(begin.row + 1) - 1 - begin.row
        begin.row += moved
        if hasattr(each.anchor, "to"):
            each.anchor.to.row += moved


def move_charts(book: "Workbook", shifts: Shifts) -> None:
    """Move the cells that charts show; raises CannotFollowError."""
    for _, reference in _shown(book):
        reference.f = moved_reference(reference.f, shifts)
        for kept in ("numCache", "strCache"):  # what the cells held before
            if hasattr(reference, kept):
                setattr(reference, kept, None)


def chart_problems(book: "Workbook", shifts: Shifts) -> list[Problem]:
    """Return the charts that show what cannot be moved, by their sheet."""
    problems: list[Problem] = []
    for sheet, reference in _shown(book):
        try:
            moved_reference(reference.f, shifts)
        except CannotFollowError as error:
            problems.append(Problem(sheet, Fault.CANNOT_FOLLOW, str(error)))
    return problems


def _shown(book: "Workbook") -> "Iterator[tuple[str, Any]]":
    for sheet in (*book.worksheets, *book.chartsheets):
        for chart in _drawn(sheet, "_charts"):
            for series in (each for one in chart._charts for each in one.ser):
                for reference in _references(series):
                    yield sheet.title, reference


def _references(series: object) -> "Iterator[Any]":
    for what in ("val", "cat", "tx", "xVal", "yVal", "bubbleSize"):
        for kind in ("numRef", "strRef"):
            reference: Any = getattr(getattr(series, what, None), kind, None)
            if reference is not None and reference.f:
                yield reference


def _drawn(sheet: object, what: str) -> "list[Any]":
    return list(getattr(sheet, what, ()))


def _covered(sheet: "Worksheet", fastened: object) -> tuple[str, range]:
    """Return the cell that a picture begins in, and the rows that it covers."""
    from openpyxl.utils import get_column_letter

    anchor: Any = fastened
    begin = getattr(anchor, "_from", None)
    if begin is None:  # to the sheet: it does not move with any row
        return "A1", range(1, 1 + _row_at(sheet, 1, anchor.pos.y + anchor.ext.height))
    first = begin.row + 1
    if hasattr(anchor, "to"):
        last = anchor.to.row + (1 if anchor.to.rowOff else 0)
    else:
        last = _row_at(sheet, first, begin.rowOff + anchor.ext.height)
    return f"{get_column_letter(begin.col + 1)}{first}", range(first, max(first, last) + 1)


def _row_at(sheet: "Worksheet", first: int, height: int) -> int:
    """Return the row in which ends what is so many EMU high from the top of the row `first`."""
    usual = float(sheet.sheet_format.defaultRowHeight or _USUAL_HEIGHT)
    row, left = first, height
    while True:
        own = sheet.row_dimensions[row].height if row in sheet.row_dimensions else None
        left -= int((usual if own is None else own) * _EMU) or 1
        if left <= 0:
            return row
        row += 1
