"""The summary, read back from the file."""

from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.figures.summary import FindingCount, SiteSummary
from inspector.excel.papers.summary_workbook import write_summary
from tests.excel.reports import HEADING, cells_of, first_sheet, pack, summary, table, values_of

COLUMNS = [
    "名次", "单位", "检查次数", "窗口数", "服务礼仪", "文明用语", "操作规范", "环境卫生", "加分",
    "一票否决", "总分", "等级", "问题数", "已整改数", "整改率", "逾期数", "巡视发现问题",
    "较上期升降", "备注",
]  # fmt: skip


def written(folder: Path, *lines: SiteSummary) -> Worksheet:
    """Write a summary and return its first sheet as read back."""
    write_summary(folder / "汇总.xlsx", lines, [pack()], HEADING)
    return first_sheet(folder / "汇总.xlsx")


def test_a_line(tmp_path: Path) -> None:
    sheet = written(tmp_path, summary())
    assert table(sheet) == (4, COLUMNS)
    assert list(values_of(sheet).values()) == [
        1, "城东营业厅", 3, 24, 96.5, 98, 94.2, 97, 2.5, 0, 95.9, "优秀", 141, 118, 0.8369, 4, 0,
        0.7,
        None,
    ]  # fmt: skip


def test_numbers_print_as_expected(tmp_path: Path) -> None:
    cells = cells_of(written(tmp_path, summary()))
    assert cells["总分"].number_format == "0.00"
    assert cells["服务礼仪"].number_format == "0.00"
    assert cells["整改率"].number_format == "0.00%"
    assert cells["较上期升降"].number_format == '"↑"0.00;"↓"0.00;"持平"'
    assert cells["名次"].number_format == "General"


def test_a_dash_where_there_is_no_value(tmp_path: Path) -> None:
    nothing = summary(
        rank=None,
        rates=dict.fromkeys(Category),
        total=None,
        grade="",
        findings=FindingCount(),
        change=None,
    )
    values = values_of(written(tmp_path, nothing))
    dashes = {name for name, value in values.items() if value == "—"}
    assert dashes == {
        "名次", "服务礼仪", "文明用语", "操作规范", "环境卫生", "总分", "等级", "整改率",
        "较上期升降",
    }  # fmt: skip


def test_veto_says_so(tmp_path: Path) -> None:
    values = values_of(written(tmp_path, summary(vetoes=1, grade="不合格")))
    assert (values["一票否决"], values["等级"], values["备注"]) == (1, "不合格", "★一票否决")


def test_a_falling_score_is_a_negative_number(tmp_path: Path) -> None:
    assert values_of(written(tmp_path, summary(change=-1205)))["较上期升降"] == -12.05


def test_around_the_table(tmp_path: Path) -> None:
    sheet = written(tmp_path, summary())
    assert sheet.title == "通信营业厅"
    assert sheet["A2"].value == "市文明办文明窗口检查汇总表（2026年11月）"
    assert "检查表：通信营业厅 2026.1　单位：分（申诉复核后）、个" in [
        cell.value for cell in sheet[3]
    ]
    below = [str(row[0].value) for row in sheet.iter_rows(min_row=6) if row[0].value]
    assert below[0].startswith("注：1. 每张记分表的得分由四类得分率")
    assert below[-1] == "填表人：张三"
    assert sheet.freeze_panes == "C5"
    assert sheet.auto_filter.ref == "A4:S5"
    assert sheet.page_setup.orientation == "landscape"


def test_families_share_a_sheet_and_each_note_is_said_once(tmp_path: Path) -> None:
    lines = [
        summary(),
        summary(rank=2, site_name="城西"),
        summary(pack=PackFamily("hospital", ("2026.1",), "医院")),
    ]
    write_summary(tmp_path / "汇总.xlsx", lines, [pack()], HEADING)
    book = openpyxl.load_workbook(tmp_path / "汇总.xlsx")
    assert book.sheetnames == [
        "各单位总表", "分类得分", "图表 通信营业厅",
    ]  # fmt: skip  # of one site there is nothing to compare
    rows = list(book["分类得分"].iter_rows(min_row=5, max_row=9, values_only=True))
    assert [(row[0], row[1]) for row in rows] == [
        (None, "通信营业厅"), (1, "城东营业厅"), (2, "城西"), (None, "医院"), (1, "城东营业厅"),
    ]  # fmt: skip
    notes = [str(row[0].value) for row in book["分类得分"].iter_rows(min_row=10) if row[0].value]
    assert notes[0] == "注：1. 检查表：通信营业厅 2026.1、医院 2026.1。"
    # The other pack is not known: no policy is claimed of it.
    assert sum("每张记分表的得分由四类得分率" in note for note in notes) == 1
    assert "通信营业厅：每张记分表的得分由四类得分率" in notes[1]
    assert sum("得分、等级、名次" in note for note in notes) == 1


def test_without_lines_there_is_a_header(tmp_path: Path) -> None:
    sheet = written(tmp_path)
    assert table(sheet)[1] == COLUMNS


def test_the_same_lines_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_summary(tmp_path / name, [summary()], [pack()], HEADING)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
