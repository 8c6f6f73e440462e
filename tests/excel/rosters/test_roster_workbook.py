"""Rosters as they come: headers, merged cells, feet, several sheets."""

import re
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from inspector.domain.errors import FaultyFileError
from inspector.domain.visit.roster import RosterRow
from inspector.excel.rosters.roster_workbook import read_roster
from tests.excel.rosters.rosters import HEADER, KINDS, read, roster, rows_of

GOOD: list[Any] = ["城东营业厅", "1号窗口", "收费", "1001"]
READ = RosterRow("城东营业厅", "1号窗口", "cashier", "1001")


@pytest.mark.parametrize(
    "site", ["单位", "单位名称", "营业厅", "站点", "大厅", "收费站", "医院名称"]
)
@pytest.mark.parametrize(
    "window", ["窗口号", "窗口编号", "窗口", "台席", "车道", "*窗口号", "窗口号*"]
)
def test_names_of_columns(tmp_path: Path, site: str, window: str) -> None:
    assert rows_of(roster(tmp_path, [GOOD], [site, window, "类别", "工号"])) == [READ]


@pytest.mark.parametrize(
    "header",
    [
        ["单　位", "窗口号（必填）", "窗口\n类型", "工号:"],
        [" 单 位 ", "窗 口 号", "窗口类别(下拉选择)", "员工编号："],
    ],
)
def test_headers_as_people_write_them(tmp_path: Path, header: list[str]) -> None:
    assert rows_of(roster(tmp_path, [GOOD], header)) == [READ]


def test_all_columns(tmp_path: Path) -> None:
    header = [
        "序号", "班组", "工号", "姓名", "窗口", "类型", "所属科室", "分管领导", "医院", "电话",
        "备注",
    ]  # fmt: skip
    row = [1, "早班", "023", "张三", "1号", "收费", "财务科", "王五", "市二院", "88", "新"]
    sheet = read(roster(tmp_path, [row], header))
    assert sheet.rows == (
        RosterRow("市二院", "1号", "cashier", "023", "张三", "早班", "财务科", "王五"),
    )
    assert sheet.ignored_columns == ("电话",)


def test_a_second_column_of_the_same_meaning_is_reported(tmp_path: Path) -> None:
    sheet = read(roster(tmp_path, [[*GOOD, "a", "b"]], [*HEADER, "科室", "责任部门"]))
    assert sheet.rows[0].department == "a"
    assert sheet.ignored_columns == ("责任部门",)


@pytest.mark.parametrize("kind", ["收费", "cashier", " 收 费 ", "CASHIER"])
def test_kinds_by_title_and_id(tmp_path: Path, kind: str) -> None:
    assert rows_of(roster(tmp_path, [["城东营业厅", "1号窗口", kind, 1001]])) == [READ]


def test_kinds_by_alias(tmp_path: Path) -> None:
    rows = rows_of(roster(tmp_path, [["城东", "1道", "ＭＴＣ", 1], ["城东", "2号", "全业务", 2]]))
    assert [row.kind for row in rows] == ["toll", "general"]


def test_another_word_for_the_same_kind_is_no_conflict(tmp_path: Path) -> None:
    rows = rows_of(roster(tmp_path, [["城东", "1号", "综合", 1], ["城东", "1号", "全业务", 2]]))
    assert [row.kind for row in rows] == ["general"] * 2


def test_without_a_column_of_kinds(tmp_path: Path) -> None:
    assert [r.kind for r in rows_of(roster(tmp_path, [["城东", "1号"]], ["单位", "窗口"]))] == [""]


@pytest.mark.parametrize("ditto", ["同上", "〃", '"'])
def test_the_same_as_above(tmp_path: Path, ditto: str) -> None:
    header = [*HEADER, "责任部门"]
    path = roster(
        tmp_path,
        [
            ["城东", "1号", "收费", "1001", "综合部"],
            [ditto, ditto, ditto, "1002", ditto],
            [ditto, "2号", ditto, "1003", ditto],
            [None, None, None, None, None],
            [ditto, "3号", "综合", "1004", None],
        ],
        header,
    )
    assert [(r.site, r.window, r.kind, r.staff_number, r.department) for r in rows_of(path)] == [
        ("城东", "1号", "cashier", "1001", "综合部"),
        ("城东", "1号", "cashier", "1002", "综合部"),
        ("城东", "2号", "cashier", "1003", "综合部"),
        ("城东", "3号", "general", "1004", ""),
    ]


def test_another_sheet_has_no_row_above_its_first(tmp_path: Path) -> None:
    path = roster(tmp_path, [GOOD])
    book = openpyxl.load_workbook(path)
    second = book.create_sheet("Sheet2")
    second.append(list(HEADER))
    second.append(["同上", "2号窗口", "收费", "1002"])
    book.save(path)
    with pytest.raises(FaultyFileError):
        read(path)


@pytest.mark.parametrize("number", [58, 165])
def test_what_excel_made_a_day_of_is_what_was_typed(tmp_path: Path, number: int) -> None:
    """A Chinese Excel gives 3-5 the format 58, which stands nowhere in the file."""
    path = roster(tmp_path, [["城东", datetime(2026, 3, 5), "收费", datetime(2026, 12, 1)]])
    book = openpyxl.load_workbook(path)
    for place in ("B2", "D2"):
        book.worksheets[0][place].number_format = 'm"月"d"日"'
    book.save(path)
    if number == 58:
        as_chinese_excel(path)
    sheet = read(path)
    assert [(row.window, row.staff_number) for row in sheet.rows] == [("3-5", "12-1")]
    assert sheet.undone_dates == ("Sheet1!B2 3月5日 → 3-5", "Sheet1!D2 12月1日 → 12-1")


def as_chinese_excel(path: Path) -> None:
    """Give the cells with the first format of their own the number 58 instead."""
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    styles = parts["xl/styles.xml"].decode()
    own = re.findall(r'numFmtId="(\d+)" formatCode="m&quot;月', styles)
    assert own, styles
    styles = re.sub(r"<numFmts.*?</numFmts>", "", styles)
    styles = re.sub(r'numFmtId="(1[67]\d)"', 'numFmtId="58"', styles)
    parts["xl/styles.xml"] = styles.encode()
    with zipfile.ZipFile(path, "w") as book:
        for name, content in parts.items():
            book.writestr(name, content)


def test_without_kinds_the_column_is_not_read(tmp_path: Path) -> None:
    sheet = read_roster(roster(tmp_path, [GOOD]), ())
    assert sheet.rows[0].kind == ""
    assert sheet.ignored_columns == ("窗口类型",)


def test_merged_cells_count_for_all_their_rows(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["城东", "1号", "收费", 1],
        [None, None, None, 2],
        [None] * 4,
        [None, "2号", None, 3],
    ]
    path = roster(tmp_path, rows, merged=["A2:A5", "B2:B3", "C2:C5"])
    assert rows_of(path) == [
        RosterRow("城东", "1号", "cashier", "1"),
        RosterRow("城东", "1号", "cashier", "2"),
        RosterRow("城东", "2号", "cashier", "3"),
    ]


def test_values_hidden_under_a_merge_do_not_count(tmp_path: Path) -> None:
    path = roster(tmp_path, [["城东", "1号", "收费", 1], ["城西", "2号", "收费", 2]])
    book = openpyxl.load_workbook(path)
    book.worksheets[0].merged_cells.add("A2:A3")  # unlike merge_cells, keeps what is below
    book.save(path)
    assert [row.site for row in rows_of(path)] == ["城东", "城东"]


def test_what_one_row_says_of_a_window_holds_for_all_its_rows(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["城东", "1号", 1, None],
        ["城东", "1号", 2, "综合部"],
        ["城东", "2号", 3, None],
    ]
    read = rows_of(roster(tmp_path, rows, ["单位", "窗口号", "工号", "部门"]))
    assert [row.department for row in read] == ["综合部", "综合部", ""]


def test_spellings_follow_the_first(tmp_path: Path) -> None:
    rows = [["市医院（东区）", "A 01", "收费", 1], ["市医院(东区)", "a01", "收费", 2]]
    assert {(r.site, r.window) for r in rows_of(roster(tmp_path, rows))} == {
        ("市医院（东区）", "A 01")
    }


@pytest.mark.parametrize("blank", ["/", "／", "-", "—", "——", "无", " ", ""])
def test_marks_for_nothing(tmp_path: Path, blank: str) -> None:
    assert rows_of(roster(tmp_path, [["城东", "1号", "收费", blank]]))[0].staff_number == ""


@pytest.mark.parametrize(
    "foot",
    [
        ["合计", None, None, "14人"],
        ["合 计", "14个"],
        ["总计：14个"],
        ["共计14个窗口"],
        ["城东营业厅小计", 2],
        [None, "合计", None, 3],
        ["填表人：", None, "审核人：张三"],
        ["填表人", None, "审核人"],
        ["单位负责人（签字）：", None, "日期："],
        ["联系电话:0571-88"],
        ["制表:张三"],
        ["注：轮班人员每人一行"],
        ["注1:轮班人员每人一行"],
        ["备注:"],
    ],
)
def test_feet(tmp_path: Path, foot: list[Any]) -> None:
    assert rows_of(roster(tmp_path, [GOOD, foot])) == [READ]


def test_text_below_the_signatures_is_no_row(tmp_path: Path) -> None:
    rows = [GOOD, ["填表人："], ["本表一式两份"], [None, "于每月5日前报送"]]
    assert rows_of(roster(tmp_path, rows)) == [READ]


def test_full_lines_below_a_foot_are_not_lost(tmp_path: Path) -> None:
    rows = [
        GOOD,
        ["小计", "1个"],
        ["城西", "1号", "收费", 2],
        ["填表人："],
        ["城北", "1号", "收费", 3],
    ]
    assert [row.site for row in rows_of(roster(tmp_path, rows))] == ["城东营业厅", "城西", "城北"]


def test_a_second_table_below_the_first(tmp_path: Path) -> None:
    rows = [GOOD, ["填表人："], ["城西花名册"], ["工号", "窗口", "大厅"], [2, "9号", "城西"]]
    assert rows_of(roster(tmp_path, rows))[1] == RosterRow("城西", "9号", "", "2")


def test_names_that_only_look_like_feet(tmp_path: Path) -> None:
    rows = [["审核大厅", "1号", "收费", 1], ["备注册服务中心", "1号", "收费", 2]]
    assert len(rows_of(roster(tmp_path, rows))) == 2


def test_several_sheets_are_read_together(tmp_path: Path) -> None:
    path = roster(tmp_path, [GOOD])
    book = openpyxl.load_workbook(path)
    for name in ("城西厅", "藏起来的"):
        sheet = book.create_sheet(name)
        sheet.append(["附件2"])
        sheet.append(["窗口", "大厅", "电话"])
        sheet.append(["1号", name, 88])
    sheet.sheet_state = "hidden"
    book.create_sheet("说明").append(["本表由各单位填报"])
    book.create_sheet("空")
    book.save(path)
    read_ = read(path)
    assert [row.site for row in read_.rows] == ["城东营业厅", "城西厅"]
    assert read_.ignored_sheets == ("藏起来的", "说明")
    assert read_.ignored_columns == ("电话",)


def test_hidden_rows_are_read(tmp_path: Path) -> None:
    path = roster(tmp_path, [GOOD])
    book = openpyxl.load_workbook(path)
    book.worksheets[0].row_dimensions[2].hidden = True
    book.save(path)
    assert rows_of(path) == [READ]


def test_formulas_in_columns_nobody_reads(tmp_path: Path) -> None:
    path = roster(tmp_path, [["=ROW()-1", *GOOD, '=DISPIMG("ID_1",1)']], ["序号", *HEADER, "照片"])
    assert rows_of(path) == [READ]


def test_a_number_shown_with_leading_zeros(tmp_path: Path) -> None:
    path = roster(tmp_path, [["城东", "1号", "收费", 23]])
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["D2"].number_format = "000"
    book.save(path)
    assert rows_of(path)[0].staff_number == "023"


def test_the_first_of_two_kinds_with_one_name(tmp_path: Path) -> None:
    kinds = (*KINDS, type(KINDS[0])("other", "收费"))
    assert read_roster(roster(tmp_path, [GOOD]), kinds).rows == (READ,)
