"""A ledger or slip that returns with headings of its own: read, or named by cell, never silent."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from inspector.domain.faults import Fault
from inspector.excel.papers.ledger_workbook import LedgerForm, write_rectification
from inspector.excel.papers.notice_workbook import write_notice
from inspector.excel.returned.returned_workbook import read_returned
from tests.excel.libreoffice import LibreOffice
from tests.excel.reports import HEADING, TODAY
from tests.excel.returned.returned_books import column_of, edit, fill, insert_columns, insert_rows
from tests.excel.returned.test_returned_workbook import FINDINGS, NOTICE, faults, filled, rows

DAY = date(2026, 11, 24)
DONE = {"2611-001": ("已复训", DAY, set[str]())}
Change = Callable[[Worksheet], None]


def head_row(sheet: Worksheet) -> int:
    return next(
        row
        for row in range(1, sheet.max_row + 1)
        for cell in sheet[row]
        if str(cell.value or "").startswith("问题编号")
    )


def rename(sheet: Worksheet, header: str, to: str | None) -> None:
    sheet.cell(head_row(sheet), column_of(sheet, header)).value = to


def called(words: str, day: str = "完成时间") -> Change:
    def change(sheet: Worksheet) -> None:
        fill(sheet, "2611-001", "已复训", DAY)
        first, second = column_of(sheet, "整改情况"), column_of(sheet, "完成时间")
        sheet.cell(head_row(sheet), first).value = words
        sheet.cell(head_row(sheet), second).value = day

    return change


def two_rows(sheet: Worksheet, merged: bool, below: tuple[str, str, str]) -> None:
    """Put 整改 over the three columns to be filled in; all others reach over both rows."""
    fill(sheet, "2611-001", "已复训", DAY)
    first, top = column_of(sheet, "整改情况"), head_row(sheet)
    last = max(cell.column or 0 for cell in sheet[top] if cell.value)
    for area in list(sheet.merged_cells.ranges):
        if area.min_row > top:
            area.shift(row_shift=1)
    sheet.insert_rows(top + 1)
    for column in range(1, last + 1):
        if first <= column < first + 3:
            sheet.cell(top + 1, column).value = below[column - first]
            sheet.cell(top, column).value = "整改" if column == first else None
        elif merged:
            sheet.merge_cells(
                start_row=top, end_row=top + 1, start_column=column, end_column=column
            )
    if merged:
        sheet.merge_cells(start_row=top, end_row=top, start_column=first, end_column=first + 2)


@pytest.fixture(params=["ledger", "slip"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A ledger and a slip, to be filled in."""
    path = tmp_path / "回.xlsx"
    if request.param == "slip":
        write_notice(path, NOTICE, {})
    else:
        write_rectification(path, FINDINGS, HEADING, TODAY, LedgerForm(fill_in=True))
    return path


@pytest.mark.parametrize(
    "change",
    [
        called("整改措施及完成情况"),
        called("整改措施\n及完成情况（填写）", "实际完成时间"),
        called("整改"),
        *(
            lambda sheet, merged=merged, below=below: two_rows(sheet, merged, below)
            for merged in (True, False)
            for below in (
                ("情况", "时间", "照片"),
                ("整改情况", "完成时间", "整改后照片"),
                ("措施及完成情况", "完成日期", "图片"),
            )
        ),
    ],
)
def test_other_headings_are_read(path: Path, change: Change) -> None:
    read = read_returned(edit(path, change), TODAY)
    assert filled(rows(path)) == DONE
    assert list(rows(path)) == [f.number for f in FINDINGS]  # no line of the header is one
    assert (read.ignored_columns, read.missing_columns) == ((), ())
    assert all(claim.site and claim.problem for row in read.rows for claim in row.claims)


@pytest.mark.ci  # through another office program
@pytest.mark.parametrize("merged", [True, False])
def test_they_are_read_as_libreoffice_saves_them(
    path: Path, libreoffice: LibreOffice, merged: bool
) -> None:
    edit(path, lambda sheet: two_rows(sheet, merged, ("措施及完成情况", "时间", "照片")))
    assert filled(rows(libreoffice.convert(path, "xlsx"))) == DONE


def test_groups_above_a_header_are_part_of_it(path: Path) -> None:
    """Titles in the row above: 整改 over 情况 and 时间, beside a title of the whole sheet."""

    def change(sheet: Worksheet) -> None:
        fill(sheet, "2611-001", "已复训", DAY)
        first, top = column_of(sheet, "整改情况"), head_row(sheet)
        for area in list(sheet.merged_cells.ranges):
            if area.min_row >= top:
                area.shift(row_shift=1)
        sheet.insert_rows(top)
        for column, name in enumerate(("情况", "时间", "照片"), first):
            sheet.cell(top + 1, column).value = name
        sheet.cell(top, first).value = "整改"
        sheet.merge_cells(start_row=top, end_row=top, start_column=first, end_column=first + 2)

    assert filled(rows(edit(path, change))) == DONE


def test_a_head_over_several_columns_does_not_say_which_is_which(path: Path) -> None:
    """A day beside it is not reported done without the words that stand below it."""

    def change(sheet: Worksheet) -> None:
        fill(sheet, "2611-001", None, DAY)
        first, top = column_of(sheet, "整改情况"), head_row(sheet)
        insert_columns(sheet, first + 1, 1)
        sheet.cell(top, first).value = "整改"
        sheet.merge_cells(start_row=top, end_row=top, start_column=first, end_column=first + 1)
        sheet.cell(top + 1, first + 1).value = "已复训"

    row = rows(edit(path, change))["2611-001"]
    assert {fault for _, fault in faults(row)} == {Fault.UNREAD_COLUMN}


@pytest.mark.parametrize("head", [None, "整改措施", "整改结果", "整改情况"])
def test_words_beside_our_blank_column_are_named_by_cell(path: Path, head: str | None) -> None:
    """In a column without a head, with one that is not known, or with one that is there twice."""

    def change(sheet: Worksheet) -> None:
        fill(sheet, "2611-001", None, DAY)
        fill(sheet, "2611-002", "已换", DAY)
        at = column_of(sheet, "整改情况") + 1
        insert_columns(sheet, at, 1)
        top = head_row(sheet)
        sheet.cell(top, at).value = head
        sheet.cell(top + 1, at).value = "已复训"

    read = read_returned(edit(path, change), TODAY)
    first, second, *_ = read.rows
    (problem,) = first.problems
    assert (problem.fault, problem.found) == (Fault.UNREAD_WORDS, "已复训")
    assert problem.place.endswith(str(int("".join(filter(str.isdigit, first.place.split("!")[1])))))
    assert (second.progress, second.problems) == ("已换", ())
    (told,) = read.ignored_columns
    assert told.startswith(head or "")
    assert head == "整改措施" or told.endswith(("列", "列）"))


def test_a_column_of_another_matter_is_named_and_no_reason_to_refuse(path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        fill(sheet, "2611-001", None, DAY)
        insert_columns(sheet, 3, 1)
        sheet.cell(head_row(sheet), 3).value = "经办人"
        sheet.cell(head_row(sheet) + 1, 3).value = "张三"
        insert_rows(sheet, 1)

    read = read_returned(edit(path, change), TODAY)
    assert (read.rows[0].done_on, read.rows[0].problems) == (DAY, ())
    assert read.ignored_columns == ("经办人",)
