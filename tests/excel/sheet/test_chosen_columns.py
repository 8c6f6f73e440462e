"""Chosen columns: order, room, and what stays in sight."""

from pathlib import Path

from inspector.excel.papers.ledger_workbook import LedgerForm, write_rectification
from inspector.excel.papers.summary_workbook import write_summary
from inspector.excel.sheet.chosen_columns import PAGE_WIDTH, chosen, frozen_columns
from inspector.excel.sheet.sheet_style import Column, Kind
from tests.excel.reports import (
    HEADING,
    TODAY,
    finding,
    first_sheet,
    pack,
    summary,
    table,
    values_of,
)

COLUMNS = (Column("序号", 5), Column("问题", 30, Kind.TEXT), Column("备注", 20, Kind.TEXT))


def test_they_stand_in_the_order_chosen() -> None:
    assert [c.header for c in chosen(COLUMNS, ["备注", "序号"])] == ["备注", "序号"]


def test_room_goes_to_texts_in_proportion() -> None:
    wide = chosen(COLUMNS, ["序号", "问题", "备注"])
    assert wide[0].width == 5
    assert abs(sum(column.width for column in wide) - PAGE_WIDTH) < 0.2
    assert abs(wide[1].width / wide[2].width - 1.5) < 0.01


def test_a_full_page_is_left_alone() -> None:
    full = (*COLUMNS, Column("长", 200, Kind.TEXT))
    assert chosen(full, ["长", "问题"])[1].width == 30


def test_only_what_begins_the_sheet_is_frozen() -> None:
    assert frozen_columns(COLUMNS, {"序号", "问题"}) == 2
    assert frozen_columns(COLUMNS[1:], {"序号"}) == 0


def test_a_ledger_with_chosen_columns(tmp_path: Path) -> None:
    headers = ("单位", "存在问题", "问题编号", "工号", "复核后扣分", "第几次", "整改通知单")
    found = finding(reviewed_deduction=50, times_at_window=3, notice="〔2026〕3号")
    form = LedgerForm(headers=headers)
    write_rectification(tmp_path / "a.xlsx", [found, finding()], HEADING, TODAY, form)
    sheet = first_sheet(tmp_path / "a.xlsx")
    assert table(sheet) == (4, list(headers))
    assert list(values_of(sheet).values()) == [
        "城东营业厅", "未起身迎接", "2611-041", "023", 0.5, 3, "〔2026〕3号",
    ]  # fmt: skip
    assert list(values_of(sheet, 2).values())[4:] == ["/", 1, "/"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B5", "A4:G6")
    assert str(sheet.print_area).endswith("$A$1:$G$8")


def test_a_clean_ledger_with_chosen_columns_has_its_row(tmp_path: Path) -> None:
    form = LedgerForm(headers=("存在问题", "单位", "问题编号", "备注"))
    write_rectification(tmp_path / "a.xlsx", [], HEADING, TODAY, form)
    assert values_of(first_sheet(tmp_path / "a.xlsx")) == {
        "存在问题": "未发现问题", "单位": "市文明办", "问题编号": "/", "备注": None,
    }  # fmt: skip


def test_a_summary_with_chosen_columns_has_its_charts(tmp_path: Path) -> None:
    headers = ("总分", "单位", "名次", "备注")
    write_summary(tmp_path / "a.xlsx", [summary(vetoes=1)], [pack()], HEADING, headers)
    sheet = first_sheet(tmp_path / "a.xlsx")
    assert values_of(sheet) == {
        "总分": 95.9, "单位": "城东营业厅", "名次": 1, "备注": "★一票否决",
    }  # fmt: skip
    assert sheet.freeze_panes == "A5"
