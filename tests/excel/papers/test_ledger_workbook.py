"""The ledger, read back from the file."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import Responsible
from inspector.domain.errors import FileInUseError
from inspector.domain.finding.finding import AppealOutcome, Finding, FindingState, RectificationType
from inspector.excel.papers.ledger.ledger_sheet_columns import (
    LEDGER_HEADERS,
    USUAL_LEDGER_HEADERS,
)
from inspector.excel.papers.ledger_workbook import LedgerForm, write_rectification
from inspector.excel.sheet.row_height import line_count
from inspector.excel.sheet.sheet_pictures import Picture
from tests.excel.reports import HEADING, TODAY, cells_of, closed, finding, first_sheet, table
from tests.excel.reports import values_of as all_values
from tests.photos import jpeg

COLUMNS = [
    "序号", "问题编号", "检查时间", "单位", "窗口", "存在问题", "问题类别", "扣分",
    "整改要求（措施）", "责任部门（科室）", "责任人", "责任领导", "整改类型", "整改时限",
    "整改情况", "完成时间", "复查时间", "复查结果", "复查人", "销号状态", "备注",
]  # fmt: skip


def written(folder: Path, *findings: Finding) -> Worksheet:
    """Write a ledger and return its full table as read back."""
    write_rectification(folder / "台账.xlsx", findings, HEADING, TODAY)
    return full_sheet(folder / "台账.xlsx")


def full_sheet(path: Path) -> Worksheet:
    """The sheet on which every column stands alone."""
    sheet = openpyxl.load_workbook(path)["全表"]
    assert isinstance(sheet, Worksheet)
    return sheet


def test_a_finding_line_by_line(tmp_path: Path) -> None:
    sheet = written(tmp_path, finding())
    assert table(sheet) == (4, COLUMNS)
    assert list(all_values(sheet).values()) == [
        1,
        "2611-041",
        datetime(2026, 11, 20),
        "城东营业厅",
        "1号窗口",
        "未起身迎接",
        "服务礼仪",
        1.5,
        "晨会复训迎送动作",
        "综合部",
        "工号023",
        "王主任",
        "限期整改",
        datetime(2026, 11, 25),
        None,
        None,
        None,
        None,
        None,
        "待整改",
        None,
    ]


def test_around_the_table(tmp_path: Path) -> None:
    sheet = written(tmp_path, finding())
    assert sheet.title == "全表"
    assert sheet["A1"].value == "附件2"
    assert sheet["A2"].value == "市文明办文明窗口检查问题整改台账（2026年11月）"
    texts = [cell.value for cell in sheet[3] if cell.value]
    assert texts == ["填报单位：市文明办", "填报时间：2026年11月24日", "单位：分（申诉复核后）"]
    last = [cell.value for cell in sheet[sheet.max_row] if cell.value]
    assert last == ["填表人：张三", "审核人：", "联系电话：0571-88990011"]


def test_screen_and_paper(tmp_path: Path) -> None:
    sheet = written(tmp_path, *[finding()] * 3)
    assert sheet.freeze_panes == "F5"  # below the header, right of 窗口
    assert sheet.auto_filter.ref == "A4:U7"
    assert sheet.print_title_rows == "$2:$4"
    assert sheet.page_setup.orientation == "landscape"
    assert [sheet.cell(row, 1).value for row in (5, 6, 7)] == [1, 2, 3]


def test_one_page_wide_stays_readable(tmp_path: Path) -> None:
    sheet = written(tmp_path, finding())
    widths = [sheet.column_dimensions[get_column_letter(n)].width for n in range(1, 22)]
    pixels = sum(round(width * 7) for width in widths)
    assert str(sheet.page_setup.paperSize) == "8"  # A3
    assert (420 - 2 * 10) / 25.4 * 96 / pixels * 10.5 > 9  # points on paper


def test_dates_fit_their_columns(tmp_path: Path) -> None:
    sheet = written(tmp_path, closed())
    for name in ("检查时间", "整改时限", "完成时间", "复查时间"):
        cell = cells_of(sheet)[name]
        assert cell.number_format == "yyyy-mm-dd"
        room = sheet.column_dimensions[get_column_letter(cell.column)].width * 7 - 6
        # In the body font digits are half as wide as it is high; a tenth more for rounding.
        needed = len("2026-11-27") * 0.5 * cell.font.size / 0.75
        assert room > needed * 1.04


@pytest.mark.parametrize("optional", [False, True])
def test_no_word_of_a_column_is_torn_apart(tmp_path: Path, optional: bool) -> None:
    headers = LEDGER_HEADERS if optional else USUAL_LEDGER_HEADERS
    form = LedgerForm(headers=headers)
    path = tmp_path / "台账.xlsx"
    write_rectification(path, [finding(), closed(type=RectificationType.SUSTAINED)], HEADING,
                        TODAY, form)  # fmt: skip
    sheet = full_sheet(path)
    for row in (1, 2):
        for header, cell in cells_of(sheet, row).items():
            width = sheet.column_dimensions[get_column_letter(cell.column)].width
            assert line_count(header.partition("（")[0], width, 11) == 1
            if header in ("问题类别", "整改类型", "复查结果", "销号状态"):
                assert line_count(str(cell.value or ""), width, cell.font.size) == 1


@pytest.mark.parametrize(
    ("state", "deadline", "word"),
    [
        (FindingState.OPEN, date(2026, 11, 24), "待整改"),
        (FindingState.OPEN, date(2026, 11, 22), "待整改，逾期2天"),
        (FindingState.RECTIFYING, date(2026, 10, 25), "整改中，逾期30天"),
        (FindingState.REPORTED, date(2026, 11, 23), "待复查，逾期1天"),
        (FindingState.CLOSED, date(2026, 11, 1), "已销号"),
        (FindingState.WITHDRAWN, date(2026, 11, 1), "已撤销"),
    ],
)
def test_state_in_words(tmp_path: Path, state: FindingState, deadline: date, word: str) -> None:
    sheet = written(tmp_path, finding(state=state, deadline=deadline))
    assert all_values(sheet)["销号状态"] == word


def test_veto_is_marked_twice(tmp_path: Path) -> None:
    values = all_values(written(tmp_path, finding(veto=True)))
    assert (values["存在问题"], values["备注"]) == ("★未起身迎接", "一票否决")


@pytest.mark.parametrize(
    ("points", "value"), [(400, 4), (150, 1.5), (25, 0.25), (0, 0), (10_000, 100)]
)
def test_points_are_numbers(tmp_path: Path, points: int, value: float) -> None:
    cell = cells_of(written(tmp_path, finding(deduction=points)))["扣分"]
    assert (cell.value, cell.data_type, cell.number_format) == (value, "n", "General")


@pytest.mark.parametrize(
    ("given", "department", "owner"),
    [
        (finding(), "综合部", "工号023"),
        (finding(owner="李四"), "综合部", "李四"),
        (finding(department="", owner="", responsible=Responsible.PERSON), "/", "/"),
        (finding(owner="", responsible=Responsible.TEAM), "综合部", "班组"),
        (finding(department="", owner="", responsible=Responsible.SITE), "城东营业厅", "/"),
        (finding(staff_number="", owner="", responsible=Responsible.SITE), "综合部", "/"),
        (finding(department="", owner="", responsible=Responsible.TEAM), "城东营业厅", "班组"),
        (finding(department="", owner="", window_number="公共区域"), "城东营业厅", "/"),
    ],
)
def test_who_is_responsible(tmp_path: Path, given: Finding, department: str, owner: str) -> None:
    values = all_values(written(tmp_path, given))
    assert (values["责任部门（科室）"], values["责任人"]) == (department, owner)


def test_nothing_known_is_a_stroke_and_what_is_to_come_is_blank(tmp_path: Path) -> None:
    values = all_values(written(tmp_path, finding(requirement="", leader="")))
    assert (values["整改要求（措施）"], values["责任领导"]) == ("/", "/")
    later = ("整改情况", "完成时间", "复查时间", "复查结果", "复查人", "备注")
    assert [values[name] for name in later] == [None] * 6


def test_closed_after_a_recheck_and_on_the_spot(tmp_path: Path) -> None:
    sheet = written(tmp_path, closed(), closed(type=RectificationType.IMMEDIATE))
    names = ("整改情况", "完成时间", "复查时间", "复查结果", "复查人")
    done = ["已完成整改", datetime(2026, 11, 22)]
    assert [all_values(sheet, 1)[name] for name in names] == [*done, None, None, None]
    assert [all_values(sheet, 2)[name] for name in names] == [*done, "/", "/", "/"]


def test_reported_done(tmp_path: Path) -> None:
    values = all_values(written(tmp_path, finding(state=FindingState.REPORTED)))
    assert (values["整改情况"], values["完成时间"]) == ("已报整改完成", None)


PROGRESS = ("整改情况", "完成时间", "复查时间", "复查结果", "复查人")
MONDAY = datetime(2026, 11, 23, 15, 30)


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        (
            finding(state=FindingState.REPORTED, reported_text="已复训", done_on=MONDAY.date()),
            ["已复训", datetime(2026, 11, 23), None, None, None],
        ),
        (
            finding(
                state=FindingState.RECTIFYING,
                reported_text="已复训",
                done_on=MONDAY.date(),
                rechecked_at=MONDAY,
                rechecked_by="复查组",
                recheck_passed=False,
            ),
            ["已复训", datetime(2026, 11, 23), datetime(2026, 11, 23), "不合格", "复查组"],
        ),
        (
            closed(
                reported_text="已复训",
                done_on=date(2026, 11, 21),
                rechecked_at=MONDAY,
                recheck_passed=True,
            ),
            ["已复训", datetime(2026, 11, 21), datetime(2026, 11, 23), "合格", "/"],
        ),
        (
            closed(type=RectificationType.IMMEDIATE, correction="当场示范", done_on=MONDAY.date()),
            ["当场示范", datetime(2026, 11, 23), "/", "/", "/"],
        ),
        (finding(state=FindingState.WITHDRAWN, closed_at=MONDAY), ["/"] * 5),
    ],
)
def test_what_became_of_a_finding(tmp_path: Path, given: Finding, printed: list[object]) -> None:
    values = all_values(written(tmp_path, given))
    assert [values[name] for name in PROGRESS] == printed


@pytest.mark.parametrize(
    ("changes", "remark"),
    [
        ({}, None),
        ({"appealed_at": MONDAY}, "申诉待核"),
        (
            {"review": AppealOutcome.DOWNGRADED, "reviewed_deduction": 50},
            "申诉减轻，检查时扣1.5分",
        ),
        ({"state": FindingState.WITHDRAWN, "reviewed_deduction": 0}, "申诉撤销，检查时扣1.5分"),
        ({"round": 2, "times_at_window": 3, "veto": True}, "一票否决；第2轮整改；本窗口第3次"),
        ({"extensions": 2, "recheck_note": "仍有一处"}, "延期2次；仍有一处"),
        ({"asked_until": date(2026, 12, 3), "extensions": 1}, "申请延期至12月3日；延期1次"),
        ({"times_at_site": 4}, None),
    ],
)
def test_what_is_particular_is_remarked(
    tmp_path: Path, changes: dict[str, object], remark: str | None
) -> None:
    values = all_values(written(tmp_path, finding(**changes)))
    assert values["备注"] == remark
    given = finding(**changes)
    assert values["扣分"] == given.counted_deduction / 100


@pytest.mark.parametrize("category", Category)
def test_categories_by_name(tmp_path: Path, category: Category) -> None:
    names = ("服务礼仪", "文明用语", "操作规范", "环境卫生")
    values = all_values(written(tmp_path, finding(category=category)))
    assert values["问题类别"] == names[list(Category).index(category)]


def test_without_findings_a_row_says_so(tmp_path: Path) -> None:
    values = all_values(written(tmp_path))
    assert (values["序号"], values["单位"], values["存在问题"]) == (1, "市文明办", "未发现问题")
    others = set(COLUMNS) - {"序号", "单位", "存在问题", "备注"}
    assert {values[name] for name in others} == {"/"}


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    hostile = finding(text='=HYPERLINK("x")\x00', window_number="3-1", leader="@a", owner="+1")
    values = all_values(written(tmp_path, hostile))
    assert values["存在问题"] == '=HYPERLINK("x")�'
    assert (values["窗口"], values["责任领导"], values["责任人"]) == ("3-1", "@a", "+1")


def test_no_label_without_an_attachment(tmp_path: Path) -> None:
    heading = replace(HEADING, attachment="")
    write_rectification(tmp_path / "台账.xlsx", [finding()], heading, TODAY)
    sheet = first_sheet(tmp_path / "台账.xlsx")
    assert str(sheet["A1"].value).startswith("市文明办文明窗口")
    assert sheet.freeze_panes == "C4"


def test_an_open_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "台账.xlsx").touch()
    (tmp_path / "~$台账.xlsx").touch()
    with pytest.raises(FileInUseError):
        write_rectification(tmp_path / "台账.xlsx", [finding()], HEADING, TODAY)


def test_the_same_findings_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_rectification(tmp_path / name, [finding(), closed()], HEADING, TODAY)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_sent_out_to_be_filled_in(tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    photos = {"f1": [Picture(lambda: jpeg(size=(40, 30)), "jpeg", 40, 30)] * 3}
    form = LedgerForm(photos, fill_in=True)
    write_rectification(path, [finding(), finding(id="f2")], HEADING, TODAY, form)
    sheet = first_sheet(path)
    header, names = table(sheet)
    plain = [name.replace("\n", "") for name in names]
    assert plain == [
        "序号", "问题编号", "检查时间、问题类别、扣分", "单位", "窗口", "存在问题", "问题照片",
        "整改要求（措施）", "责任部门、责任人、责任领导", "整改类型、整改时限、销号状态",
        "整改情况（填写）", "完成时间（填写）", "整改后照片（填写）",
    ]  # fmt: skip
    assert header == 5
    assert str(sheet["A3"].value).startswith("填写说明：只填写标有“（填写）”的")
    framed = {
        name: sheet.cell(header, column).border.left.style for column, name in enumerate(plain, 1)
    }
    assert {name for name, style in framed.items() if style == "medium"} == {
        name for name in plain if "填写" in name
    }
    pictures = sheet._images  # type: ignore[attr-defined]
    assert [(p.anchor._from.row, p.anchor._from.col) for p in pictures] == [(5, 6), (5, 6)]
    assert sheet.cell(6, 7).value == "另有1张"
    assert (sheet.cell(7, 7).value, sheet.auto_filter.ref) == ("/", "A5:M7")


def test_without_a_photo_there_is_no_column_for_them(tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    write_rectification(path, [finding()], HEADING, TODAY, LedgerForm({"f1": []}))
    assert "问题照片" not in table(first_sheet(path))[1]


def test_a_ledger_without_findings_can_be_sent_out(tmp_path: Path) -> None:
    form = LedgerForm({}, fill_in=True)
    write_rectification(tmp_path / "台账.xlsx", [], HEADING, TODAY, form)
    assert all_values(first_sheet(tmp_path / "台账.xlsx"))["存在问题"] == "未发现问题"


def test_what_shares_a_cell_has_a_line_each(tmp_path: Path) -> None:
    """Leader and days do not break: a usual row has three lines, as it has three values."""
    done = closed(
        owner="后勤专员",
        leader="值班经理",
        text="桶上无标识",
        correction="已完成",
        requirement="补设标识",
        done_on=date(2026, 11, 19),
        rechecked_at=datetime(2026, 11, 20, 9),
        recheck_passed=True,
        rechecked_by="复查组",
    )
    write_rectification(tmp_path / "台账.xlsx", [done] * 30, HEADING, TODAY)
    sheet = openpyxl.load_workbook(tmp_path / "台账.xlsx")["整改台账"]
    assert isinstance(sheet, Worksheet)
    header, columns = table(sheet)
    widths = [sheet.column_dimensions[get_column_letter(n)].width for n in range(1, 12)]
    cells = [cell.value for cell in sheet[header + 1]]
    lines = {
        head: line_count(str(value), width, 10.5)
        for head, value, width in zip(columns, cells, widths, strict=True)
    }
    assert "\n领导：值班经理" in str(cells[7])
    assert max(lines.values()) == 3, lines
    assert (sheet.row_dimensions[header + 1].height or 0) < 55
