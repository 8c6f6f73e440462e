"""A gallery of faulty rosters: each fault by its cell, and nothing taken in."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.formula import ArrayFormula

from inspector.domain.errors import FaultyFileError
from inspector.domain.faults import Fault, Problem
from inspector.excel.rosters.roster_header import RECOGNISED
from inspector.excel.rosters.roster_workbook import read_roster
from tests.excel.rosters.rosters import HEADER, KINDS, problems_of, roster

TITLES = "综合受理、收费、人工收费"
GOOD: list[Any] = ["城东营业厅", "1号窗口", "收费", "1001"]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ([None, "2号", "收费", 1], Problem("Sheet1!A3", Fault.MISSING, expected="单位")),
        (["  ", "2号", "收费", 1], Problem("Sheet1!A3", Fault.MISSING, expected="单位")),
        (["/", "2号", "收费", 1], Problem("Sheet1!A3", Fault.MISSING, expected="单位")),
        (["城东", None, "收费", 1], Problem("Sheet1!B3", Fault.MISSING, expected="窗口号")),
        (["城东", "无", "收费", 1], Problem("Sheet1!B3", Fault.MISSING, expected="窗口号")),
        (["城东", "2号", "热气球", 1], Problem("Sheet1!C3", Fault.NOT_ONE_OF, "热气球", TITLES)),
        (["城东", "2号", "收费", "=A1"], Problem("Sheet1!D3", Fault.FORMULA, "=A1")),
        (["=A2", "2号", "收费", 1], Problem("Sheet1!A3", Fault.FORMULA, "=A2")),
        (["城东", "2号", "收费", "#REF!"], Problem("Sheet1!D3", Fault.UNREADABLE, "#REF!")),
        (["城东", True, "收费", 1], Problem("Sheet1!B3", Fault.NOT_TEXT, "TRUE")),
        (
            ["城东", date(2026, 3, 1), "收费", 1],
            Problem("Sheet1!B3", Fault.EXCEL_DAY, "2026-03-01 00:00:00"),
        ),
        (
            ["城东营业厅", "1号窗口", "收费", 1001],
            Problem("Sheet1!B3", Fault.DUPLICATE, "1号窗口 1001", "Sheet1!B2"),
        ),
        (
            ["城东 营业厅", "１号 窗口", "收费", "1001"],
            Problem("Sheet1!B3", Fault.DUPLICATE, "1号窗口 1001", "Sheet1!B2"),
        ),
        (
            ["城东营业厅", "1号窗口", "综合", "1002"],
            Problem("Sheet1!C3", Fault.CONFLICT, "综合", "收费"),
        ),
    ],
)
def test_one_problem(tmp_path: Path, row: Sequence[Any], problem: Problem) -> None:
    assert problems_of(roster(tmp_path, [GOOD, row])) == [problem]


@pytest.mark.parametrize("ditto", ["同上", "〃", "同 上"])
def test_nothing_stands_above_the_first_row(tmp_path: Path, ditto: str) -> None:
    path = roster(tmp_path, [[ditto, "1号窗口", "收费", "1001"]])
    assert problems_of(path) == [
        Problem("Sheet1!A2", Fault.MISSING, ditto.replace(" ", ""), "单位")
    ]


def test_what_is_the_same_as_a_fault_above_is_told_once(tmp_path: Path) -> None:
    rows: list[list[Any]] = [[None, "1号窗口", "收费", "1001"], ["同上", "2号窗口", "收费", "1002"]]
    assert problems_of(roster(tmp_path, rows)) == [
        Problem("Sheet1!A2", Fault.MISSING, expected="单位")
    ]


def test_the_same_window_of_another_department_or_leader(tmp_path: Path) -> None:
    header = [*HEADER, "责任部门", "责任领导"]
    rows = [
        [*GOOD[:3], "1001", "综合部", "王五"],
        [*GOOD[:3], "1002", "客服部", "王五"],
        [*GOOD[:3], "1003", None, "赵六"],
    ]
    assert problems_of(roster(tmp_path, rows, header)) == [
        Problem("Sheet1!E3", Fault.CONFLICT, "客服部", "综合部"),
        Problem("Sheet1!F4", Fault.CONFLICT, "赵六", "王五"),
    ]


def test_a_window_without_people_twice(tmp_path: Path) -> None:
    rows = [["城东", "1号"], ["城东", "1号"]]
    assert problems_of(roster(tmp_path, rows, ["单位", "窗口号"])) == [
        Problem("Sheet1!B3", Fault.DUPLICATE, "1号", "Sheet1!B2")
    ]


def test_people_without_numbers_are_told_apart_by_name(tmp_path: Path) -> None:
    rows = [["城东", "1号", "张三"], ["城东", "1号", "李四"], ["城东", "1号", "张 三"]]
    assert problems_of(roster(tmp_path, rows, ["单位", "窗口号", "姓名"])) == [
        Problem("Sheet1!B4", Fault.DUPLICATE, "1号 张三", "Sheet1!B2")
    ]


def test_every_problem_is_listed_in_reading_order(tmp_path: Path) -> None:
    rows = [[None, None, "热气球", "=1"], GOOD, ["城东", None, None, "#N/A"]]
    assert [(p.place, p.fault) for p in problems_of(roster(tmp_path, rows))] == [
        ("Sheet1!A2", Fault.MISSING),
        ("Sheet1!B2", Fault.MISSING),
        ("Sheet1!C2", Fault.NOT_ONE_OF),
        ("Sheet1!D2", Fault.FORMULA),
        ("Sheet1!B4", Fault.MISSING),
        ("Sheet1!D4", Fault.UNREADABLE),
    ]


def test_an_array_formula(tmp_path: Path) -> None:
    path = roster(tmp_path, [GOOD])
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["D2"] = ArrayFormula("D2:D2", "=SUM(A1:A2)")
    book.save(path)
    assert problems_of(path) == [Problem("Sheet1!D2", Fault.FORMULA, "=SUM(A1:A2)")]


def test_no_roster(tmp_path: Path) -> None:
    path = roster(tmp_path, [["a", "b"]], ["栏目", "内容"])
    assert problems_of(path) == [Problem("", Fault.NO_ROSTER, expected=RECOGNISED)]


def test_an_empty_workbook(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "a.xlsx")
    assert [p.fault for p in problems_of(tmp_path / "a.xlsx")] == [Fault.NO_ROSTER]


def test_a_ledger_is_no_roster(tmp_path: Path) -> None:
    header = ["序号", "问题编号", "单位", "窗口", "存在问题", "责任部门"]
    path = roster(tmp_path, [[1, "2611-001", "城东", "1号", "未微笑", "综合部"]], header)
    assert [p.fault for p in problems_of(path)] == [Fault.NO_ROSTER]


def test_no_rows(tmp_path: Path) -> None:
    path = roster(tmp_path, [[None] * 4, ["合计", None, None, "0人"]])
    assert problems_of(path) == [Problem("Sheet1!A1", Fault.NO_ROWS)]


def test_no_column_of_sites(tmp_path: Path) -> None:
    path = roster(tmp_path, [["1号", "热气球", 1]], ["窗口号", "窗口类型", "工号"])
    assert problems_of(path) == [
        Problem("Sheet1!A1", Fault.MISSING, expected="单位"),
        Problem("Sheet1!B2", Fault.NOT_ONE_OF, "热气球", TITLES),
    ]


def test_a_caption_across_the_columns_is_no_row(tmp_path: Path) -> None:
    path = roster(tmp_path, [["二楼大厅"], GOOD], merged=["A2:D2"])
    assert [(p.place, p.fault) for p in problems_of(path)] == [
        ("Sheet1!B2", Fault.MISSING),
    ]


def test_problems_name_their_sheet(tmp_path: Path) -> None:
    path = roster(tmp_path, [GOOD])
    book = openpyxl.load_workbook(path)
    second = book.create_sheet("城西厅")
    second.append(["说明"])
    second.append(list(HEADER))
    second.append(["城西", None, "收费", 1])
    book.save(path)
    assert problems_of(path) == [Problem("城西厅!B3", Fault.MISSING, expected="窗口号")]


def test_one_problem_refuses_all_sheets(tmp_path: Path) -> None:
    with pytest.raises(FaultyFileError):
        read_roster(roster(tmp_path, [GOOD] * 2), KINDS)
