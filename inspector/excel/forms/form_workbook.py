"""A superior's own form, filled: its fonts, merged cells, borders and page stay as they are."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.domain.errors import FaultyFormError
from inspector.excel.forms.form_dressing import dress, sheets_of
from inspector.excel.forms.form_fields import (
    PLACEHOLDER,
    FormData,
    filled,
    is_rate,
    normal,
    rows_of,
    words_in,
)
from inspector.excel.forms.form_losses import lost_parts
from inspector.excel.forms.form_mapping import Choices, FormMapping, nothing_chosen
from inspector.excel.forms.form_margins import LONGEST_MARGIN, fill_margins
from inspector.excel.forms.form_reading import (
    FormSheet,
    across_problems,
    form_sheets,
    no_placeholder,
)
from inspector.excel.forms.form_recognition import recognised
from inspector.excel.forms.form_room import USUAL_SIZE, FormRoom, TooLong, printed
from inspector.excel.forms.form_rows import repeat_rows
from inspector.excel.forms.margin_codes import read_margins
from inspector.excel.forms.row_shift import RowShift
from inspector.excel.papers.seal_words import SHORT_ALARM
from inspector.excel.reading.workbook_opening import opened_whole
from inspector.excel.sheet.export_progress import Progress, unheard
from inspector.excel.sheet.legal_text import cell_text, could_be_formula, is_cut
from inspector.excel.sheet.row_height import HIGHEST_ROW, row_height, share_that_fits
from inspector.excel.sheet.table_sheet import Value
from inspector.excel.sheet.workbook_saving import save_workbook
from inspector.excel.sheet.written_papers import papers_written

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_GENERAL = "General"
_DATE, _SCORE, _PERCENT = 'yyyy"年"m"月"d"日"', "0.00", "0.00%"
_NARROW_DATE = "yyyy-mm-dd"  # shorter, and no program breaks it
_SMALLEST_SHARE = 0.7  # of the font size: smaller, a day is better written 2026-11-03
_FOOT_CODES = 40  # for font, size and colour of a part


def read_form(path: Path, choices: Choices = nothing_chosen) -> "FormLook":
    """Return the sheets of a form with their words; without placeholders, what it is taken for.

    Raises FaultyFormError with every problem by its cell, or what `opened_whole` raises.
    """
    with _form(path, choices) as (_, look):
        return look


def write_form(
    form: Path,
    path: Path,
    data: FormData,
    day: date,
    progress: Progress = unheard,
    choices: Choices = nothing_chosen,
) -> "FormLook":
    """Fill the form at `form` with `data` and write it to `path`; the form itself stays.

    A sheet that is named after a site holds that site only. `choices` are the words of columns
    that somebody corrected. Returns what the form was taken for, and how it was filled. Raises
    what `read_form` and `save_workbook` raise.
    """
    with _form(form, choices) as (book, look):
        if look.mapping is not None:
            dress(book, look.mapping, data.of)
        shifts = {
            sheet.name: RowShift(
                sheet.records, {kind: len(rows) for kind, rows in data.of(sheet.name).rows.items()}
            )
            for sheet in look.sheets
        }
        if any(sheet.records for sheet in look.sheets):
            repeat_rows(book, shifts)
        done = [
            _fill(book[sheet.name], shifts[sheet.name], data.of(sheet.name), progress)
            for sheet in look.sheets
            if sheet.words
        ]
        if data.alarm:
            for worksheet in book.worksheets:
                _alarm(worksheet, data.alarm)
        book.properties.created = book.properties.modified = datetime.combine(day, time())
        book.calculation.fullCalcOnLoad = True  # openpyxl keeps no results of formulas
        save_workbook(book, path)
    return replace(
        look,
        places=sum(each.places for each in done),
        too_long=tuple(cell for each in done for cell in each.too_long),
        empty=tuple(cell for each in done for cell in each.empty),
    )


def _alarm(sheet: "Worksheet", alarm: str) -> None:
    """Say something at the foot of every page, behind what the form says there."""
    for foot in (sheet.oddFooter, sheet.evenFooter, sheet.firstFooter):
        assert foot is not None
        assert foot.center is not None
        parts = (foot.left, foot.center, foot.right)
        taken = sum(len(part.text or "") + _FOOT_CODES for part in parts if part is not None)
        said = alarm if taken + len(alarm) <= LONGEST_MARGIN else SHORT_ALARM
        foot.center.text = "　".join(filter(None, (foot.center.text, said.replace("&", "&&"))))


@dataclass(frozen=True, slots=True)
class FormLook:
    """What a form is: its sheets, and without placeholders what it was taken for."""

    sheets: tuple[FormSheet, ...]
    mapping: FormMapping | None = None
    places: int = 0  # the cells that were filled
    too_long: tuple[TooLong, ...] = ()  # those of them that do not show whole
    empty: tuple[str, ...] = ()  # cells of a word that nothing stands for: 报表!C3 审核人


@dataclass(slots=True)
class _Filled:
    """What became of a sheet, as of a form."""

    places: int = 0
    too_long: list[TooLong] = field(default_factory=list)
    empty: list[str] = field(default_factory=list)


@contextmanager
def _form(path: Path, choices: Choices) -> "Iterator[tuple[Workbook, FormLook]]":
    with opened_whole(path) as book:
        read_margins(path, book)
        sheets, problems = form_sheets(book)
        mapping = None
        if not problems and not any(sheet.words for sheet in sheets):
            mapping, problems = recognised(book)
            if mapping.tables:
                mapping = mapping.chosen(choices)
                sheets = sheets_of(book, mapping)
                problems += across_problems(book, sheets)
            elif not problems:
                problems = [no_placeholder()]
        problems += lost_parts(path, book)
    if problems:
        raise FaultyFormError(path.name, problems)
    yield book, FormLook(tuple(sheets), mapping)


def _fill(sheet: "Worksheet", shift: RowShift, data: FormData, progress: Progress) -> _Filled:
    """Fill a sheet; return how many cells were filled, and those that show nothing, or not all."""
    total = sum(len(data.rows[each.kind]) * each.height for each in shift.records)
    rows = _row_values(shift, data)
    room = FormRoom(sheet)
    filled_sheet = _Filled()
    fill_margins(sheet, data.single.__getitem__)
    done = 0
    # Not openpyxl's rows, which would be filled up to the farthest cell.
    cells = sorted(sheet._cells.items())
    for number, row in groupby(cells, key=lambda entry: entry[0][0]):
        if number in rows:
            done += 1
            progress(done, total)

        def value_of(word: str, own: Mapping[str, Value] = rows.get(number, {})) -> Value:
            if rows_of(word):
                return own[word.partition(".")[2]]
            return data.single[word]

        touched = [
            cell for _, cell in row
            if cell.data_type == "s" and PLACEHOLDER.search(str(cell.value))
        ]  # fmt: skip
        for cell in touched:
            filled_sheet.empty += _empty(cell, data.single)  # type: ignore[arg-type]  # likewise
            _put(cell, value_of)  # type: ignore[arg-type]  # merged cells hold no text
        if touched and number in rows:
            _fit_height(sheet, number, touched, room)  # type: ignore[arg-type]
        filled_sheet.places += sum(cell.value not in (None, "") for cell in touched)
        filled_sheet.too_long += room.too_long(touched, fitted=number in rows)  # type: ignore[arg-type]
    return filled_sheet


def _empty(cell: "Cell", single: Mapping[str, Value]) -> Iterator[str]:
    """Yield the words of a cell that nothing stands for, each with where it is."""
    for word in words_in(str(cell.value)):
        if not rows_of(word) and single[word] in (None, ""):
            yield f"{cell.parent.title}!{cell.coordinate} {word}"


def _row_values(shift: RowShift, data: FormData) -> dict[int, Mapping[str, Value]]:
    return {
        row: values
        for record in shift.records
        for rows, values in zip(
            shift.lines(record, len(data.rows[record.kind])), data.rows[record.kind], strict=True
        )
        for row in rows
    }


def _put(cell: "Cell", value_of: Callable[[str], Value]) -> None:
    """Put what belongs there into a cell: a number or day where the placeholder stands alone."""
    text = str(cell.value).strip()
    alone = PLACEHOLDER.fullmatch(text)
    value = value_of(normal(alone[1])) if alone else filled(text, value_of)
    if isinstance(value, str):
        cell.value = cell_text(value)
        if is_cut(value):
            papers_written().note_cut(cell.parent.title, cell.coordinate)
        cell.data_type = "s"  # openpyxl takes =1+1 for a formula
        cell.quotePrefix = could_be_formula(value)
        return
    own = cell.number_format
    cell.value = value
    cell.number_format = own  # openpyxl gives a day another one
    if own in (_GENERAL, "@"):
        if isinstance(value, date):
            cell.number_format = _DATE
        elif isinstance(value, Decimal):
            cell.number_format = _PERCENT if alone and is_rate(normal(alone[1])) else _SCORE


def _fit_height(sheet: "Worksheet", row: int, cells: "list[Cell]", room: FormRoom) -> None:
    """Let a row be high enough for what it shows; never lower than the form has it."""
    texts: list[tuple[str, float]] = []
    size = USUAL_SIZE
    for cell in cells:
        if not cell.alignment.wrap_text:
            continue
        own_size = float(cell.font.sz or USUAL_SIZE)
        width = room.width(cell)
        text = printed(cell)
        is_long_date = isinstance(cell.value, date) and cell.number_format == _DATE
        if is_long_date and share_that_fits(text, width, own_size) < _SMALLEST_SHARE:
            cell.number_format = _NARROW_DATE
            text = printed(cell)
        if not isinstance(cell.value, str):
            share = share_that_fits(text, width, own_size)
            if share < 1 and (share >= _SMALLEST_SHARE or text.isascii()):
                room.shrink(cell)
            if share >= 1 or cell.alignment.shrink_to_fit:
                continue
        texts.append((text, width))
        size = max(size, own_size)
    if not texts:
        return
    needed = row_height(texts, size)
    given = sheet.row_dimensions[row].height
    if given is None or needed > given:
        sheet.row_dimensions[row].height = min(HIGHEST_ROW, max(needed, given or 0))
