"""A superior's form without placeholders, looked over: which tables and labels it has."""

from dataclasses import replace
from typing import TYPE_CHECKING

from inspector.domain.faults import Fault, Problem
from inspector.excel.forms.form_bodies import FormBody
from inspector.excel.forms.form_heads import ReadHead, ReadHeader, read_headers
from inspector.excel.forms.form_labels import labels_of
from inspector.excel.forms.form_mapping import FormMapping, FormTable, MappedHead, MappedLabel
from inspector.excel.reading.plain_sheets import Cell, MergedArea, Row, Sheet

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet


def recognised(book: "Workbook") -> tuple[FormMapping, list[Problem]]:
    """Return what a form is taken for, and the tables that have no row to fill in, by cell."""
    tables: list[FormTable] = []
    labels: list[MappedLabel] = []
    problems: list[Problem] = []
    for own in book.worksheets:
        if own.sheet_state != "visible":
            continue
        sheet = plain_sheet(own)
        within = list[tuple[int, int]]()
        for read in read_headers(sheet):
            header, body = read, FormBody(own, read)
            records = body.records()
            height = header.bottom - header.top + 1
            if header.by_line and (records is None or records.height != height):
                if header.otherwise is None:
                    continue
                header = header.otherwise
                body = FormBody(own, header)
                records = body.records()
            place = sheet.place(header.top, header.heads[0].column)
            if records is None:
                problems.append(Problem(place, Fault.NO_ROW_TO_FILL))
                continue
            mapped = tuple(_mapped(sheet, header, body, head) for head in header.heads)
            tables.append(FormTable(own.title, mapped, records))
            within.append((header.top, records.top + records.height - 1))
        if tables and tables[-1].sheet == own.title:
            labels += labels_of(own, within)
    return FormMapping(tuple(tables), tuple(labels)), problems


def _mapped(sheet: Sheet, header: ReadHeader, body: FormBody, head: ReadHead) -> MappedHead:
    line = head.row - header.top if header.by_line else 0
    mapped = MappedHead(
        sheet.place(head.row, head.column), head.column, line, head.text,
        f"{header.kind}.{head.word}" if head.word else "", head.is_sure,
    )  # fmt: skip
    return mapped if body.takes(head, line) else replace(mapped, word="", is_sure=True)


def plain_sheet(sheet: "Worksheet") -> Sheet:
    """Return a sheet of openpyxl as its plain cells."""
    rows: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in sorted(sheet._cells.items()):
        if cell.value is None:
            continue
        is_text = cell.data_type == "s"  # with parts in several fonts as well
        value = str(cell.value) if is_text else cell.value
        rows.setdefault(row, {})[column] = Cell(value, "s" if is_text else cell.data_type)
    merged = tuple(
        MergedArea(area.min_row, area.min_col, area.max_row, area.max_col)
        for area in sheet.merged_cells.ranges
    )
    return Sheet(
        sheet.title,
        sheet.sheet_state != "visible",
        tuple(Row(number, cells) for number, cells in rows.items()),
        merged,
    )
