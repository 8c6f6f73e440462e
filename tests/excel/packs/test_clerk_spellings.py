"""What a clerk types or pastes into a checklist's workbook is understood as it is meant."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from inspector.domain.checklist.checklist import (
    Case,
    CasesRule,
    DeductRule,
    Item,
    Option,
    RangeRule,
)
from inspector.excel.packs.clerk_spellings import days_of, listed, on_one_line, points_of
from inspector.excel.packs.pack_workbook import read_pack_sheets
from tests.excel.packs.pack_books import edited, problems_of, sample_pack, sheet_of, written

NEW: Mapping[str, Any] = {"B": "站姿端正", "C": "2分", "E": "扣分", "F": "扣0.5分", "G": "人次"}
"""A new item below those of 环境卫生, by columns."""


def new_item(folder: Path, **cells: object) -> Item:
    """The new item as it is read, with other cells."""
    typed = {f"环境卫生!{column}5": value for column, value in {**NEW, **cells}.items()}
    return read_pack_sheets(edited(folder, typed)).pack.checklists[3].items[1]


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("5分", (5, "")),
        ("扣1分", (1, "")),
        ("扣 ０．５ 分", (0.5, "")),
        ("每次扣2分", (2, "次")),
        ("每人次扣1分", (1, "人次")),
        ("1分/处", (1, "处")),
        ("加1分", (1, "")),
        ("1至3分", (None, "")),
        ("五分", (None, "")),
        ("扣分", (None, "")),
    ],
)
def test_points(text: str, points: tuple[float | None, str]) -> None:
    number, unit = points_of(text)
    assert (None if number is None else float(number), unit) == points


@pytest.mark.parametrize(
    ("text", "days"),
    [("3个工作日", 3), ("5天", 5), ("7日内", 7), ("立行立改", 0), ("次日", None), ("尽快", None)],
)
def test_days(text: str, days: int | None) -> None:
    assert days_of(text) == days


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("1. 未微笑；2. 未起身；", ["未微笑", "未起身"]),
        ("1、未微笑\n2、未起身\n3、未问候", ["未微笑", "未起身", "未问候"]),
        ("（1）未微笑。（2）未起身", ["未微笑", "未起身"]),
        ("未微笑\n未起身", ["未微笑", "未起身"]),
        ("未微笑；未起身", ["未微笑；未起身"]),
        ("2. 未微笑；3. 未起身", ["2. 未微笑；3. 未起身"]),
        ("1号窗口无人；2号窗口无人", ["1号窗口无人；2号窗口无人"]),
        ("1.5米内有杂物", ["1.5米内有杂物"]),
    ],
)
def test_a_pasted_list(text: str, parts: list[str]) -> None:
    assert listed(text) == parts


def test_a_text_broken_by_pasting_is_one_line() -> None:
    assert on_one_line("顾客走近时起身、\n 微笑、主动问候\n") == "顾客走近时起身、微笑、主动问候"
    assert on_one_line("use WPS\nor Excel") == "use WPS or Excel"


def test_a_new_row_as_a_clerk_writes_it(tmp_path: Path) -> None:
    item = new_item(
        tmp_path,
        B="站姿\n端正",
        F="每人次扣0.5分",
        G=None,
        M="看、问",
        N="√",
        O="★",
        S="3个工作日",
        T="1. 倚靠；2. 托腮",
    )
    assert (item.text, item.full, item.rule) == ("站姿端正", 200, DeductRule(50, "人次"))
    assert (item.must, item.veto, item.deadline) == (True, True, 3)
    assert [str(each) for each in item.method] == ["look", "ask"]
    assert item.phrases == ("倚靠", "托腮")


@pytest.mark.ci
def test_points_are_written_behind_a_name_as_people_say_them(tmp_path: Path) -> None:
    item = new_item(tmp_path, E="选项", F=None, G=None, H="好=2分\n差=0分")
    assert item.rule.options == (Option("好", 200), Option("差", 0))  # type: ignore[union-attr]
    item = new_item(tmp_path, E="分项扣分", F=None, G=None, H="未戴工牌=每人次扣1分\n发型=0.5分/次")
    assert item.rule == CasesRule((Case("未戴工牌", 100, "人次"), Case("发型", 50, "次")))


@pytest.mark.ci
def test_captions_of_a_sheet_become_the_headings_of_the_items_below(tmp_path: Path) -> None:
    path = written(tmp_path, sample_pack())
    book = openpyxl.load_workbook(path)
    sheet = sheet_of(book, "服务礼仪")
    for row in (5, 4):
        sheet.insert_rows(row)
    sheet["A4"].value = "一、仪容仪表"
    sheet["A6"].value = "加分项目"
    sheet.merge_cells("A6:Z6")
    book.save(path)
    greet, praise = read_pack_sheets(path).pack.checklists[0].items
    assert (greet.heading, praise.heading) == ("一、仪容仪表", "加分项目")
    again = read_pack_sheets(written(tmp_path, read_pack_sheets(path).pack)).pack
    assert [item.heading for item in again.checklists[0].items] == ["一、仪容仪表", "加分项目"]


def test_a_row_with_a_text_alone_is_asked_about_and_no_caption(tmp_path: Path) -> None:
    places = [each.place for each in problems_of(edited(tmp_path, {"环境卫生!B5": "台面清洁"}))]
    assert places
    assert all(re.fullmatch(r"环境卫生![A-Z]5", place) for place in places)


@pytest.mark.ci
def test_a_range_or_several_deductions_in_the_cell_of_one_are_what_they_say(
    tmp_path: Path,
) -> None:
    judged = new_item(tmp_path, C="5分", F="扣1—3分")
    assert judged.rule == RangeRule(100, 300, "人次")  # as 计量单位 says
    named = new_item(tmp_path, C="5分", F="未戴工牌扣1分，未着装扣2分", G=None)
    assert named.rule == CasesRule((Case("未戴工牌", 100, "次"), Case("未着装", 200, "次")))
    places = {each.place for each in problems_of(edited(tmp_path, {
        **{f"环境卫生!{column}5": value for column, value in NEW.items()}, "环境卫生!F5": "看着扣",
    }))}  # fmt: skip
    assert places == {"环境卫生!F5"}
