"""Records of a form that stand in several rows, and tables beside those that repeat."""

from pathlib import Path

import openpyxl
import pytest

from inspector.domain.errors import FaultyFormError
from inspector.domain.faults import Fault
from inspector.excel.forms.form_workbook import read_form
from tests.excel.forms.test_form_workbook import Sheet, data, fill, form
from tests.excel.reports import finding


def texts(sheet: Sheet) -> list[list[object]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_two_lines_of_a_record_stay_together(tmp_path: Path) -> None:
    path = form(
        tmp_path,
        {"A1": "序号", "B1": "内容", "A2": "{{问题.序号}}", "B2": "{{问题.存在问题}}",
         "B3": "{{问题.单位}}", "C3": "=B3&B2", "A4": "合计"},
    )  # fmt: skip
    book = openpyxl.load_workbook(path)
    sheet: Sheet = book.active
    sheet.merge_cells("A2:A3")
    sheet.row_dimensions[3].height = 31
    book.save(path)
    filled = fill(path, data(*(finding(text=f"问题{n}") for n in "甲乙丙")))
    assert texts(filled) == [
        ["序号", "内容", None],
        [1, "问题甲", None],
        [None, "城东营业厅", "=B3&B2"],
        [2, "问题乙", None],
        [None, "城东营业厅", "=B5&B4"],
        [3, "问题丙", None],
        [None, "城东营业厅", "=B7&B6"],
        ["合计", None, None],
    ]
    assert {str(area) for area in filled.merged_cells.ranges} == {"A2:A3", "A4:A5", "A6:A7"}
    assert [filled.row_dimensions[row].height for row in (3, 5, 7)] == [31, 31, 31]


def test_one_cell_of_a_record_of_two_rows_has_no_sum(tmp_path: Path) -> None:
    path = form(
        tmp_path,
        {"A1": "{{问题.序号}}", "A2": "{{问题.扣分}}", "A3": "=SUM(A2)"},
    )
    with pytest.raises(FaultyFormError) as refused:
        read_form(path)
    assert [(p.place, p.fault) for p in refused.value.problems] == [("报表!A3", Fault.ONE_OF_MANY)]


def test_a_table_beside_the_repeated_one_is_not_repeated(tmp_path: Path) -> None:
    path = form(
        tmp_path,
        {"A1": "序号", "B1": "问题", "D1": "等级", "E1": "分数",
         "A2": "{{问题.序号}}", "B2": "{{问题.存在问题}}", "D2": "优秀", "E2": 95,
         "D3": "良好", "E3": 85},
    )  # fmt: skip
    filled = fill(path, data(finding(text="甲"), finding(text="乙")))
    assert [row[:2] for row in texts(filled)[1:3]] == [[1, "甲"], [2, "乙"]]
    assert [row[3:] for row in texts(filled)] == [
        ["等级", "分数"], ["优秀", 95], [None, None], ["良好", 85],
    ]  # fmt: skip


def test_words_in_the_same_table_are_repeated_as_before(tmp_path: Path) -> None:
    path = form(
        tmp_path,
        {"A1": "序号", "B1": "来源", "C1": "问题",
         "A2": "{{问题.序号}}", "B2": "市级检查", "C2": "{{问题.存在问题}}", "F2": "=A2*2"},
    )  # fmt: skip
    filled = fill(path, data(finding(), finding()))
    assert [(row[1], row[5]) for row in texts(filled)[1:]] == [
        ("市级检查", "=A2*2"), ("市级检查", "=A3*2"),
    ]  # fmt: skip
