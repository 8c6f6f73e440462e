"""A recognised form made into one with placeholders, which is then filled as every other.

Only what has something to say gets one: the rest stays as it came, numbers and blanks alike.
"""

import re
from collections.abc import Callable, Iterator
from copy import copy
from typing import TYPE_CHECKING, Any

from inspector.excel.forms.form_fields import MONTH, FormData, Rows, value_text
from inspector.excel.forms.form_labels import Blank, blanks_of, label_cells, next_cell
from inspector.excel.forms.form_mapping import FormMapping, FormTable
from inspector.excel.forms.form_reading import FormSheet
from inspector.excel.sheet.terms import NO_VALUE

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_NUMBER, _PROBLEM, _SITE = "序号", "存在问题", "单位"
_ZERO_UNDER = {Rows.FINDINGS: _PROBLEM, Rows.RANKING: _SITE}
_LEAST_GAP = 2  # blanks between a value and the next label
_YEAR = re.compile("20[0-9]{2}")


def sheets_of(book: "Workbook", mapping: FormMapping) -> list[FormSheet]:
    """Return the sheets of a recognised form: where its records stand, and every word."""
    return [
        FormSheet(
            sheet.title,
            tuple(each.records for each in mapping.tables if each.sheet == sheet.title),
            (
                *(h.word for t in mapping.tables if t.sheet == sheet.title for h in t.heads
                  if h.word),
                *(label.word for label in mapping.labels
                  if label.word and label.place.rpartition("!")[0] == sheet.title),
            ),
        )
        for sheet in book.worksheets
    ]  # fmt: skip


def dress(book: "Workbook", mapping: FormMapping, data_of: Callable[[str], FormData]) -> None:
    """Put placeholders into a form where `data_of` a sheet has something to say."""
    for sheet in book.worksheets:
        tables = [each for each in mapping.tables if each.sheet == sheet.title]
        if tables:
            data = data_of(sheet.title)
            within = [_rows_of(table) for table in tables]
            for cell, text in list(label_cells(sheet, within)):
                _dress_label(sheet, cell, text, data)
            for table in tables:
                _dress_table(sheet, table, data)


def _rows_of(table: FormTable) -> tuple[int, int]:
    """Return the first and last row of a table, its heads with it."""
    places = (re.sub("[^0-9]", "", head.place.rpartition("!")[2]) for head in table.heads)
    return min(int(place) for place in places), table.records.rows[-1]


def _dress_table(sheet: "Worksheet", table: FormTable, data: FormData) -> None:
    records = table.records
    top = records.top - records.given * records.height
    if zero := data.zero.get(records.kind):
        for head in table.heads:
            if head.field == _ZERO_UNDER[records.kind]:
                _put(sheet, top + head.line, head.column, zero)
        return
    if data.is_empty(records.kind):
        return
    count = len(data.rows[records.kind])
    goes_on = count > records.given + 1
    for n in range(min(count, records.given + 1)):
        is_last = n == records.given
        for head in table.heads:
            if not head.word:
                continue
            row = top + n * records.height + head.line
            cell: Any = sheet._cells.get((row, head.column))
            has_number = head.field == _NUMBER and cell is not None and cell.value is not None
            if has_number and not (is_last and goes_on):  # numbered as it came
                continue
            _put(sheet, row, head.column, f"{{{{{head.word}}}}}")


def _put(sheet: "Worksheet", row: int, column: int, text: str) -> None:
    """Put a text into a cell, which breaks it into lines as it needs."""
    cell: Any = sheet.cell(row, column)
    cell.value = text
    if not cell.alignment.shrink_to_fit and not cell.alignment.wrap_text:
        alignment = copy(cell.alignment)
        alignment.wrap_text = True
        cell.alignment = alignment


def _dress_label(sheet: "Worksheet", cell: object, text: str, data: FormData) -> None:
    own: Any = cell
    blanks = blanks_of(sheet, own, text)
    if len(blanks) == 1 and not text[blanks[0].end :].strip():
        begin = blanks[0].begin
        beside = next_cell(sheet, own) if not text[begin:].strip() else None
        if beside is not None:
            if _says(blanks[0], "", data):
                beside.value = f"{{{{{blanks[0].word}}}}}"
            return
    for blank in reversed(blanks):
        content = text[blank.begin : blank.end]
        if said := _says(blank, content, data):
            gap = ""
            if text[blank.end :].strip():
                gap = " " * max(_LEAST_GAP, _width(content) - _width(said))
            text = f"{text[: blank.begin]}{{{{{blank.word}}}}}{gap}{text[blank.end :]}"
    if text != str(own.value):
        own.value = text


def _says(blank: Blank, content: str, data: FormData) -> str:
    """Return what is written into a blank; nothing where nobody knows it."""
    value = data.single.get(blank.word)
    if value is None or value in ("", NO_VALUE):
        return ""
    said = value_text(value)
    if blank.label == "年月" and not MONTH.fullmatch(said):
        return ""
    year = _YEAR.search(content)
    return "" if year and not said.startswith(year[0]) else said


def _width(text: str) -> int:
    return sum(2 if ord(each) > 255 else 1 for each in text)


def blank_labels(mapping: FormMapping, data: FormData) -> Iterator[str]:
    """Yield the labels beside which nothing is written, each once."""
    seen: set[str] = set()
    for label in mapping.labels:
        if label.label not in seen and not _says(Blank(label.label, label.word), "", data):
            seen.add(label.label)
            yield label.label
