"""Forms as superiors send them, without placeholders: what they are taken for, and filled."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from inspector.domain.errors import FaultyFormError
from inspector.domain.faults import Fault
from inspector.domain.papers.circular import PeriodFindings
from inspector.excel.forms.form_dressing import blank_labels
from inspector.excel.forms.form_fields import FormData, form_data
from inspector.excel.forms.form_labels import blanks_in
from inspector.excel.forms.form_workbook import read_form, write_form
from inspector.excel.reading.head_words import FINDING_HEADS, names_of
from tests.excel.forms import real_forms
from tests.excel.forms.test_form_workbook import Sheet, data, form
from tests.excel.reports import HEADING, TODAY, closed, finding

MANY = [finding(text=f"问题{n}", window_number=str(n)) for n in range(1, 24)]


def filled(path: Path, values: FormData) -> Worksheet:
    out = path.with_name("填好.xlsx")
    write_form(path, out, values, TODAY)
    return openpyxl.load_workbook(out).worksheets[0]


def column(sheet: Any, letter: str, first: int, last: int) -> list[object]:  # noqa: ANN401
    return [sheet[f"{letter}{row}"].value for row in range(first, last + 1)]


def heads(path: Path) -> dict[str, str]:
    mapping = read_form(path).mapping
    assert mapping is not None
    return {head.key: head.field for table in mapping.kinds for head in table.heads}


def test_two_rows_of_heads_are_read_as_one(tmp_path: Path) -> None:
    assert heads(real_forms.ledger(tmp_path)) == {
        "A": "序号", "B": "单位", "C": "存在问题", "D": "扣分", "E": "整改要求（措施）",
        "F": "责任部门（科室）", "G": "责任人", "H": "责任领导", "I": "整改时限", "J": "整改情况",
        "K": "完成时间", "L": "是否销号",
    }  # fmt: skip


def test_printed_rows_are_filled_first_and_continued(tmp_path: Path) -> None:
    sheet = filled(real_forms.ledger(tmp_path), data(*MANY))
    assert column(sheet, "A", 5, 28) == [*range(1, 24), "合　计"]
    assert column(sheet, "C", 5, 27) == [f"问题{n}" for n in range(1, 24)]
    assert sheet["D28"].value == "=SUM(D5:D27)"
    assert {sheet[f"C{row}"].border.left.style for row in range(5, 28)} == {"thin"}
    assert sheet["A29"].value == "注：1.问题描述要写清时间、地点。2.完成时限不得超过15个工作日。"


def test_fewer_findings_leave_the_other_rows_as_they_came(tmp_path: Path) -> None:
    sheet = filled(real_forms.ledger(tmp_path), data(closed(text="甲"), finding(text="乙")))
    assert column(sheet, "A", 5, 25) == [*range(1, 21), "合　计"]
    assert column(sheet, "C", 5, 8) == ["甲", "乙", None, None]
    assert column(sheet, "L", 5, 7) == ["是", "否", None]


def test_labels_are_filled_and_what_nobody_knows_stays(tmp_path: Path) -> None:
    sheet = filled(real_forms.ledger(tmp_path), data(finding()))
    assert sheet["A1"].value == "窗口单位文明服务检查　2026年11月 问题整改台账".replace(
        " ", "  "
    ) or (str(sheet["A1"].value).split() == ["窗口单位文明服务检查", "2026年11月", "问题整改台账"])
    assert str(sheet["A2"].value).split() == [
        "填报单位：市文明办", "负责人：", "填报日期：2026年11月24日",
    ]  # fmt: skip
    assert (sheet["A27"].value, sheet["I27"].value) == ("填报人：张三", "联系电话：")


def test_who_checked_is_not_taken_for_who_answers(tmp_path: Path) -> None:
    path = real_forms.ledger(tmp_path)
    known = form_data(
        [], PeriodFindings((finding(),), (), (), {}), replace(HEADING, reviewer="李四"), TODAY, 4
    )
    assert str(filled(path, known)["A2"].value).split()[1] == "负责人："
    mapping = read_form(path).mapping
    assert mapping is not None
    assert "负责人" in list(blank_labels(mapping, known))


def test_a_label_is_filled_in_the_cell_behind_it(tmp_path: Path) -> None:
    sheet = filled(real_forms.monthly(tmp_path), data(finding()))
    assert [sheet[place].value for place in ("A2", "B2", "E2", "B3", "E3")] == [
        "填报单位", "市文明办", "2026年11月", "张三", None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("填 报 人：", ["填表人"]),
        ("填报单位（盖章）：", [""]),
        ("单位负责人（签字）：　　　　　年　月　日", [""]),
        ("日期：　　年　　月　　日", ["填报日期"]),
        ("负责人：　　　填报日期：　　年　月　日", ["", "填报日期"]),
        ("单位负责人：　　科室负责人：　　部门负责人：　　审签人：", ["", "", "", ""]),
        ("审核人：　　　填表人：", ["审核人", "填表人"]),
        ("填报单位：市文明办", []),
        ("　　年　　月　　日", ["填报日期"]),
        ("　　年　　月问题清单", ["期间"]),
        ("注：应于每年每月五日前报送", []),
    ],
)
def test_a_label_asks_for_what_is_blank_behind_it(text: str, words: list[str]) -> None:
    assert [blank.word for blank in blanks_in(text)] == words


def test_two_lines_of_a_record_have_their_heads(tmp_path: Path) -> None:
    path = real_forms.closing(tmp_path)
    assert heads(path)["B2"] == "整改要求（措施）"
    sheet = filled(path, data(*MANY[:4]))
    assert column(sheet, "A", 4, 11) == [1, None, 2, None, 3, None, 4, None]
    assert column(sheet, "B", 4, 7)[::2] == ["问题1", "问题2"]
    assert "A10:A11" in {str(area) for area in sheet.merged_cells.ranges}
    assert sheet["A12"].value == "单位负责人（签字）：　　　　　　　　　　年　　月　　日"
    assert sheet.column_dimensions["F"].hidden


def test_an_example_stays_and_another_sheet_is_no_table(tmp_path: Path) -> None:
    path = real_forms.problem_list(tmp_path)
    mapping = read_form(path).mapping
    assert mapping is not None
    assert [head.head for head in mapping.blank] == ["配合单位"]
    assert [head.head for head in mapping.unsure] == ["责任单位"]
    sheet = filled(path, data(*MANY[:6]))
    assert column(sheet, "A", 3, 9) == ["例", 1, 2, 3, 4, 5, 6]
    assert sheet["B4"].value == "城东营业厅1号窗口"
    assert sheet["A10"].value == "说明：此表于每月5日前报送市文明办。"


def test_counts_of_sites_are_a_table_of_sites(tmp_path: Path) -> None:
    sheet = filled(real_forms.counts(tmp_path), data(sites=5))
    assert column(sheet, "B", 6, 11) == [*(f"第{n}营业厅" for n in range(1, 6)), None]
    assert (sheet["E11"].value, sheet["G11"].value) == ("=SUM(E6:E10)", "=F11/E11")
    assert sheet["A2"].value == "统计月份：2026年11月"


def test_nothing_to_report_says_so_in_the_first_row(tmp_path: Path) -> None:
    sheet = filled(real_forms.ledger(tmp_path), data())
    assert column(sheet, "C", 5, 6) == ["本月无（零报告）", None]
    assert column(sheet, "A", 5, 6) == [1, 2]
    assert [cell.value for cell in sheet[5]][3:] == [None] * 9
    sheet = filled(real_forms.ledger(tmp_path), data(sites=0))
    assert sheet["C5"].value == "本月未开展检查（零报告）"


def test_what_somebody_said_of_a_column_counts(tmp_path: Path) -> None:
    path = real_forms.problem_list(tmp_path)
    mapping = read_form(path).mapping
    assert mapping is not None
    (table,) = mapping.kinds
    said = {table.digest: {"H": "问题.责任人", "E": "", "I": "问题.没有的"}}
    out = tmp_path / "填好.xlsx"
    write_form(path, out, data(finding()), TODAY, choices=lambda digest: said.get(digest, {}))
    sheet: Sheet = openpyxl.load_workbook(out).worksheets[0]
    assert [sheet[place].value for place in ("E4", "H4", "I4")] == [None, "工号023", None]


def test_a_table_without_a_row_is_told_by_its_cell(tmp_path: Path) -> None:
    path = form(
        tmp_path,
        {"A1": "序号", "B1": "存在问题", "C1": "责任人", "D1": "完成时限", "A2": "注：如实填写"},
    )
    with pytest.raises(FaultyFormError) as refused:
        read_form(path)
    assert [(p.place, p.fault) for p in refused.value.problems] == [
        ("报表!A1", Fault.NO_ROW_TO_FILL)
    ]


def test_a_formula_of_the_form_stays(tmp_path: Path) -> None:
    path = form(
        tmp_path,
        {"A1": "序号", "B1": "存在问题", "C1": "扣分", "D1": "备注",
         "A2": "=ROW()-1", "B3": "合计", "C3": "=SUM(C2)"},
    )  # fmt: skip
    sheet = filled(path, data(*MANY[:3]))
    assert column(sheet, "A", 2, 4) == ["=ROW()-1"] * 3
    assert (sheet["B5"].value, sheet["C5"].value) == ("合计", "=SUM(C2:C4)")


REAL = (
    "序号 问题描述 存在问题 存在的问题 问题清单 问题内容 问题简述 发现问题 具体问题 "
    "主要问题 隐患描述 存在隐患 整改措施 整改要求 整改建议 整改意见 具体措施 治理措施 "
    "完成时限 整改时限 整改期限 整改完成时限 计划完成时间 截止时间 限期 责任科室 责任部门 "
    "责任处室 牵头科室 承办科室 责任人 整改责任人 直接责任人 分管领导 责任领导 牵头领导 "
    "包保领导 带队领导 是否销号 是否整改到位 是否完成整改 是否整改 是否办结 检查时间 "
    "检查日期 发现时间 排查时间 督查时间 检查单位 点位 检查地点 隐患部位 被检查单位 "
    "受检单位 单位名称 窗口名称 问题类别 问题类型 问题分类 隐患类型 扣分 扣分情况 "
    "整改情况 整改落实情况 整改结果 整改进度 整改成效 进展情况 办理结果 完成时间 "
    "整改完成时间 整改到位时间 实际完成时间 复查时间 验收时间 销号时间 复查结果 验收情况 "
    "复查意见 复查人 验收人 销号人 销号状态 整改状态 当前状态 备注"
)


def test_real_heads_are_known() -> None:
    names = names_of(FINDING_HEADS)
    real = REAL.split()
    assert len(real) >= 60
    assert [word for word in real if word not in names] == []
    assert names["完成时限"] == "整改时限"
