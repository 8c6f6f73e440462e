"""A superior's form, looked over before it is filled: its placeholders, and what is wrong."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector.domain.faults import Fault, Problem
from inspector.excel.forms.form_anchors import chart_problems, picture_problems
from inspector.excel.forms.form_fields import FIELDS, PLACEHOLDER, Rows, rows_of, words_in
from inspector.excel.forms.form_margins import margin_problems, margin_texts
from inspector.excel.forms.form_records import records_of
from inspector.excel.forms.form_references import reference_problems
from inspector.excel.forms.row_shift import RecordRows, RowShift

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

_EXAMPLE = "{{单位}}"

MOST_SHOWN = 40
"""Characters of a word that is refused."""


@dataclass(frozen=True, slots=True)
class FormSheet:
    """A sheet of a form: what a record of it stands in, and every word in it."""

    name: str
    records: tuple[RecordRows, ...]
    words: tuple[str, ...]


def form_sheets(book: "Workbook") -> tuple[list[FormSheet], list[Problem]]:
    """Return the sheets of a form in order, and every problem of it by cell."""
    sheets: list[FormSheet] = []
    problems: list[Problem] = []
    for sheet in book.worksheets:
        repeated: dict[int, Rows] = {}
        marked: dict[int, list[int]] = {}
        words: list[str] = []
        for cell, text in _texts(sheet):
            place = f"{sheet.title}!{cell.coordinate}"
            own = list(words_in(text))
            words += own
            problems += [_unknown(place, word) for word in own if word not in FIELDS]
            if _has_rest(text):
                problems.append(Problem(place, Fault.UNCLOSED, _shown(text), _EXAMPLE))
            # In the order they stand: what is said of a cell is the same each time.
            for kind in dict.fromkeys(kind for word in own if (kind := rows_of(word))):
                row = int(cell.row or 0)
                marked.setdefault(row, []).append(int(cell.column or 0))
                if repeated.setdefault(row, kind) is not kind:
                    problems.append(Problem(place, Fault.TWO_KINDS_OF_ROWS, kind.value))
        for text in margin_texts(sheet):
            own = list(words_in(text))
            words += own
            problems += [_unknown(sheet.title, word) for word in own if word not in FIELDS]
            if _has_rest(text):
                problems.append(Problem(sheet.title, Fault.UNCLOSED, _shown(text), _EXAMPLE))
        problems += margin_problems(sheet)
        records = records_of(sheet, repeated, marked)
        problems += _tall_areas(sheet, records, marked)
        sheets.append(FormSheet(sheet.title, tuple(records), tuple(words)))
    problems += across_problems(book, sheets)
    return sheets, problems


def no_placeholder() -> Problem:
    """Return that a form holds neither placeholders nor a table that is known."""
    return Problem("", Fault.NO_PLACEHOLDER, expected=_EXAMPLE)


def across_problems(book: "Workbook", sheets: Sequence[FormSheet]) -> list[Problem]:
    """Return what could not be moved if rows were put in."""
    problems: list[Problem] = []
    # As if each record were there twice: what could not be filled then is known before.
    shifts = {
        sheet.name: RowShift(
            sheet.records,
            dict.fromkeys(Rows, 2 + max((each.given for each in sheet.records), default=0)),
        )
        for sheet in sheets
    }
    if any(sheet.records for sheet in sheets):
        problems += reference_problems(book, shifts)
        problems += chart_problems(book, shifts)
        for sheet in book.worksheets:
            problems += picture_problems(sheet, shifts[sheet.title])
    return problems


def _texts(sheet: "Worksheet") -> "Iterator[tuple[Cell | MergedCell, str]]":
    """Return the cells that hold double braces."""
    # Not by rows: openpyxl would make every cell up to the farthest.
    for _, cell in sorted(sheet._cells.items()):
        if cell.value is not None and cell.data_type != "f":
            text = str(cell.value)
            if "{{" in text or "｛｛" in text or PLACEHOLDER.search(text):
                yield cell, text


def _unknown(place: str, word: str) -> Problem:
    kind = rows_of(word)
    known = [field for field in FIELDS if rows_of(field) is kind] if kind else list(FIELDS)
    return Problem(place, Fault.UNKNOWN_PLACEHOLDER, _shown(word), ", ".join(known))


def _has_rest(text: str) -> bool:
    rest = PLACEHOLDER.sub("", text)
    return any(braces in rest for braces in ("{{", "}}", "｛｛", "｝｝"))


def _shown(text: str) -> str:
    return text if len(text) <= MOST_SHOWN else f"{text[: MOST_SHOWN - 1]}…"


def _tall_areas(
    sheet: "Worksheet", records: Sequence[RecordRows], marked: Mapping[int, Collection[int]]
) -> "Iterator[Problem]":
    """Yield the merged areas with a placeholder that end in a row of something else."""
    for area in sorted(sheet.merged_cells.ranges, key=lambda each: str(each.coord)):
        for each in records:
            is_marked = area.min_col in marked.get(area.min_row, ())
            if is_marked and area.min_row in each.rows and area.max_row not in each.rows:
                place = f"{sheet.title}!{area.coord.partition(':')[0]}"
                yield Problem(place, Fault.TALL_ROW, str(area.coord))
