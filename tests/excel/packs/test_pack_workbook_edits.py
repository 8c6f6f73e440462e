"""What clerks and office programs do to a pack's workbook without changing what it says."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from inspector.domain.checklist.category import Scope
from inspector.domain.checklist.checklist import DeductRule, Item, Pack
from inspector.excel.packs.pack_workbook import read_pack_sheets
from tests.excel.packs.pack_books import edited, sample_pack, sheet_of, written


@pytest.mark.parametrize(
    "cells",
    [
        {"服务礼仪!C4": "4", "文明用语!C4": "５", "文明用语!F4": " 1.00 "},
        {"服务礼仪!C4": 4.0, "服务礼仪!S4": "0", "设置!B8": "25", "设置!B19": 3.0},
        {"设置!B8": "25%", "设置!B9": "２０％", "设置!B21": "30 %"},
        {"服务礼仪!E4": "deduct", "服务礼仪!O4": True, "服务礼仪!O5": False},
        {"服务礼仪!E4": " 扣 分", "服务礼仪!K4": "窗口\n", "设置!B17": "按满分计 "},
        {"文明用语!K4": None, "文明用语!O4": None, "文明用语!P4": None, "文明用语!Q4": None},
        {"文明用语!H4": "/", "文明用语!L4": "全部", "文明用语!O4": "—", "文明用语!S4": None},
        {"服务礼仪!L4": "cashier"},
        {"服务礼仪!L4": "收银"},
        {"服务礼仪!L4": "收费（cashier）"},
        {"操作规范!H4": "<=10=4\n＜＝15＝2\n其余=0"},
        {"操作规范!H4": "≤10分钟 = 4\n\n≤ 15 分钟 = 2.0\n以上 ＝ 0\n"},
        {"环境卫生!H4": " 干净＝3 \n\n少量纸屑 = 1.00\n脏=0"},
        {"设置!B25": "优秀＝90\n合格=６０\n不合格=0"},
        {"服务礼仪!T4": "未起身迎接\r\n\n 未微笑 "},
        {"服务礼仪!A4": "rise-to-greet ", "服务礼仪!B4": "\u3000起身、微笑、主动问候\n"},
        {"设置!B6": 2026.1},
        {"服务礼仪!S3": "时限（天）", "文明用语!S3": "时限(天)"},  # as it was called before
        {"服务礼仪!S3": "时限", "服务礼仪!F3": "每次扣分（分）", "服务礼仪!A3": "编 号"},
    ],
    ids=lambda cells: " ".join(f"{place}={value}" for place, value in cells.items()),
)
def test_another_spelling(tmp_path: Path, cells: Mapping[str, Any]) -> None:
    assert read_pack_sheets(edited(tmp_path, cells)).pack == sample_pack()


@pytest.mark.ci
def test_kinds_are_told_apart_by_any_separator(tmp_path: Path) -> None:
    for text in ("收费、药房", "收费，药房", "收费,药房", "收费；药房", "收费\n药房"):
        pack = read_pack_sheets(edited(tmp_path, {"服务礼仪!L4": text})).pack
        assert pack.item_by_id["rise-to-greet"].window_kinds == ("cashier", "pharmacy")


def test_what_calculation_left_behind_is_what_the_cell_shows(tmp_path: Path) -> None:
    pack = read_pack_sheets(
        edited(tmp_path, {"文明用语!F4": 0.1 + 0.2, "文明用语!C4": 1.1 * 3})
    ).pack
    (item,) = pack.checklists[1].items
    assert (item.full, item.rule) == (330, DeductRule(30, "次"))


def test_a_share_formatted_as_a_percentage(tmp_path: Path) -> None:
    path = edited(tmp_path, {"设置!B8": 0.25, "设置!B21": 0.07})
    book = openpyxl.load_workbook(path)
    for place in ("B8", "B21"):
        sheet_of(book, "设置")[place].number_format = "0%"
    book.save(path)
    pack = read_pack_sheets(path).pack
    assert (pack.weights, pack.policy.public_area_share) == (sample_pack().weights, 7)


def reordered(pack: Pack, *ids: str) -> tuple[Item, ...]:
    """The items of these ids."""
    return tuple(pack.item_by_id[each] for each in ids)


NEW_ITEM: dict[str, Any] = dict(
    zip("ABCEFG", ["N01", "站姿端正", 2, "扣分", 0.5, "人次"], strict=True)
)
Change = Callable[[openpyxl.Workbook], object]


def changed(folder: Path, change: Change) -> Path:
    """The sample's workbook after a change."""
    path = written(folder, sample_pack())
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    return path


def blank_rows(book: openpyxl.Workbook) -> None:
    """Rows between, above and below, some with spaces in them, and one hidden."""
    sheet = sheet_of(book, "服务礼仪")
    sheet.insert_rows(5, 3)
    sheet["B6"].value = "  "
    sheet.insert_rows(1, 2)
    sheet.row_dimensions[6].hidden = True


def totals(book: openpyxl.Workbook) -> None:
    """A line of totals and one to sign, as every form has."""
    sheet = sheet_of(book, "服务礼仪")
    sheet["A8"].value, sheet["C8"].value = "合计", "=SUM(C4:C7)"
    sheet["A9"].value, sheet["F9"].value = "填表人：张三", "审核人："


def without_titles(book: openpyxl.Workbook) -> None:
    """The title and the line below it are gone."""
    for name in ("服务礼仪", "设置", "窗口类型"):
        sheet = sheet_of(book, name)
        for area in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(area))
        sheet.delete_rows(1, 2)


def renamed_sheets(book: openpyxl.Workbook) -> None:
    """Spaces in names, and a hidden sheet."""
    sheet_of(book, "服务礼仪").title = " 服务 礼仪"
    sheet_of(book, "窗口类型").sheet_state = "hidden"


def sheets_in_another_order(book: openpyxl.Workbook) -> None:
    """As somebody dragged them."""
    book.move_sheet("设置", -4)
    book.move_sheet("环境卫生", -2)


@pytest.mark.ci
@pytest.mark.parametrize(
    "change", [blank_rows, totals, without_titles, renamed_sheets, sheets_in_another_order]
)
def test_another_look(tmp_path: Path, change: Change) -> None:
    assert read_pack_sheets(changed(tmp_path, change)).pack == sample_pack()


def test_rows_may_be_sorted(tmp_path: Path) -> None:
    def swap(book: openpyxl.Workbook) -> None:
        sheet = sheet_of(book, "服务礼仪")
        sheet.move_range("A4:Z4", rows=3)

    pack = read_pack_sheets(changed(tmp_path, swap)).pack
    assert pack.checklists[0].items == reordered(sample_pack(), "praise", "rise-to-greet")


def test_a_value_merged_over_rows_counts_for_all_of_them(tmp_path: Path) -> None:
    def merge(book: openpyxl.Workbook) -> None:
        sheet = sheet_of(book, "服务礼仪")
        for place, value in NEW_ITEM.items():
            sheet[f"{place}5"].value = value
        sheet.merge_cells("L4:L5")
        sheet.merge_cells("R4:R5")

    item = read_pack_sheets(changed(tmp_path, merge)).pack.item_by_id["N01"]
    assert (item.window_kinds, item.requirement) == (("cashier",), "晨会复训")


def test_a_new_item_needs_only_the_marked_columns(tmp_path: Path) -> None:
    path = edited(tmp_path, {f"环境卫生!{column}5": value for column, value in NEW_ITEM.items()})
    item = read_pack_sheets(path).pack.item_by_id["N01"]
    assert (item.full, item.scope, item.deadline) == (200, Scope.WINDOW, 1)


def test_what_is_added_is_named_and_ignored(tmp_path: Path) -> None:
    def add(book: openpyxl.Workbook) -> None:
        sheet = sheet_of(book, "服务礼仪")
        sheet.insert_cols(3)
        sheet["C3"].value, sheet["C4"].value, sheet["C9"].value = "去年分值", 3, "=C4*2"
        sheet["AB3"].value, sheet["AB4"].value = "分值（去年）", 2
        sheet_of(book, "设置")["A28"].value = "起草人"
        book.create_sheet("修改记录")["A1"].value = "2026年3月改"
        book.create_sheet("空白")

    got = read_pack_sheets(changed(tmp_path, add))
    assert got.pack == sample_pack()
    assert got.ignored_columns == ("服务礼仪：去年分值", "服务礼仪：分值（去年）", "设置：起草人")
    assert got.ignored_sheets == ("修改记录",)
