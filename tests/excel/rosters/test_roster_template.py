"""The workbook in which a roster is filled in."""

from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from inspector.domain.faults import Fault
from inspector.domain.visit.roster import RosterRow
from inspector.excel.rosters.roster_workbook import read_roster, write_roster_template
from tests.excel.rosters.rosters import KINDS, problems_of, read


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """An empty template."""
    write_roster_template(tmp_path / "花名册.xlsx", KINDS)
    return tmp_path / "花名册.xlsx"


def sheet_of(path: Path, name: str = "花名册") -> Worksheet:
    """A sheet of the workbook at `path`."""
    sheet = openpyxl.load_workbook(path)[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def test_headers(template: Path) -> None:
    assert [cell.value for cell in sheet_of(template)[3]] == [
        "单位*", "窗口号*", "窗口类型", "工号", "姓名", "班组", "责任部门", "责任领导",
    ]  # fmt: skip


def test_an_empty_one_holds_no_rows(template: Path) -> None:
    problems = problems_of(template)
    assert [(p.place, p.fault) for p in problems] == [("花名册!A3", Fault.NO_ROWS)]


def test_kinds_are_offered(template: Path) -> None:
    (choice,) = sheet_of(template).data_validations.dataValidation
    assert choice.type == "list"
    assert choice.formula1 == "'窗口类型'!$A$3:$A$5"
    assert str(choice.sqref) == "C4:C2000"
    kinds = sheet_of(template, "窗口类型")
    assert [kinds.cell(row, 1).value for row in (3, 4, 5)] == ["综合受理", "收费", "人工收费"]
    assert kinds["B3"].value == "综合、全业务"


def test_cells_are_text(template: Path) -> None:
    assert {cell.number_format for cell in sheet_of(template)[4]} == {"@"}


def test_a_filled_one_is_read(template: Path) -> None:
    book = openpyxl.load_workbook(template)
    sheet = book["花名册"]
    for column, value in enumerate(["城东", "1号", "收费", "023", "张三"], 1):
        sheet.cell(4, column).value = value
    book.save(template)
    got = read(template)
    assert got.rows == (RosterRow("城东", "1号", "cashier", "023", "张三"),)
    assert got.ignored_sheets == ("填写说明", "窗口类型")
    assert got.ignored_columns == ()


def test_the_present_roster_goes_out_and_comes_back(tmp_path: Path) -> None:
    rows = [
        RosterRow("城东", f"{n}号", "cashier", f"{n:03d}", "张三", "早班", "综合部", "王五")
        for n in range(1, 151)
    ]
    write_roster_template(tmp_path / "a.xlsx", KINDS, rows)
    assert list(read(tmp_path / "a.xlsx").rows) == rows


def test_without_kinds_there_is_no_column_for_them(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_roster_template(path, (), [RosterRow("城东", "1号", "")])
    assert openpyxl.load_workbook(path).sheetnames == ["花名册", "填写说明"]
    got = read_roster(path, ())
    assert (got.rows, got.ignored_columns) == ((RosterRow("城东", "1号", ""),), ())


def test_explanations_name_every_column(template: Path) -> None:
    sheet = sheet_of(template, "填写说明")
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3, max_row=10)]
    assert [row[:2] for row in rows] == [
        ["单位", "是"], ["窗口号", "是"], ["窗口类型", "否"], ["工号", "否"], ["姓名", "否"],
        ["班组", "否"], ["责任部门", "否"], ["责任领导", "否"],
    ]  # fmt: skip
    assert rows[2][3:] == ["综合受理", "综合受理"]


def test_the_same_bytes(template: Path, tmp_path: Path) -> None:
    write_roster_template(tmp_path / "b.xlsx", KINDS)
    assert (tmp_path / "b.xlsx").read_bytes() == template.read_bytes()
