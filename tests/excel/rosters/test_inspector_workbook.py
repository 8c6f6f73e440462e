"""Lists of inspectors as offices make them; each fault by its cell, and nothing taken in."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector.domain.errors import FaultyFileError
from inspector.domain.faults import Fault, Problem
from inspector.domain.people.inspector import Inspector, Role
from inspector.excel.reading.plain_sheets import Cell, read_sheets
from inspector.excel.reading.table_foot import foot_row
from inspector.excel.rosters.inspector_heads import is_inspectors
from inspector.excel.rosters.inspector_template import write_inspector_template
from inspector.excel.rosters.inspector_workbook import InspectorSheet, read_inspectors

TODAY = date(2026, 11, 27)
HEADER = ("姓名", "所在单位", "组内职务", "检查组", "联系电话", "暂不参加自", "暂不参加至")


def book(folder: Path, *rows: Sequence[Any]) -> Path:
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    sheet.title = "S"
    for row in rows:
        sheet.append(list(row))
    made.save(folder / "名单.xlsx")
    return folder / "名单.xlsx"


def read(path: Path) -> InspectorSheet:
    return read_inspectors(path, TODAY)


def test_a_list_as_an_office_writes_it(tmp_path: Path) -> None:
    path = book(
        tmp_path,
        ["检查人员名单"],
        ["序号", "组别", "姓名", "单位", "组内分工", "手机", "备注", "车牌"],
        [1, "第一组", "周敏", "市文明办", "组长", 13800000000, None, None],
        [2, "同上", "郑洁、 王芳", "〃", "组员", None, None, None],
        [3, "第二组", "吴迪", "市住建局", None, "/", "司机", None],
        ["合计", 4],
    )
    sheet = read(path)
    assert sheet.rows == (
        Inspector("", "周敏", "市文明办", Role.HEAD, "第一组", "13800000000"),
        Inspector("", "郑洁", "市文明办", Role.MEMBER, "第一组"),
        Inspector("", "王芳", "市文明办", Role.MEMBER, "第一组"),
        Inspector("", "吴迪", "市住建局", Role.MEMBER, "第二组"),
    )
    assert sheet.ignored_columns == ("车牌",)
    assert sheet.unsaid == {"away_first", "away_last"}
    assert is_inspectors(read_sheets(path))


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ([None, "甲", "组长"], Problem("S!A3", Fault.MISSING, expected="姓名")),
        (["李明", "甲", "", "", "abc"], Problem("S!E3", Fault.NOT_A_PHONE, "abc")),
        (["李明", "甲", "司机"], Problem("S!C3", Fault.NOT_ONE_OF, "司机", "组长、成员")),
        (["周 敏", "甲"], Problem("S!A3", Fault.DUPLICATE, "周敏", "S!A2")),
        (["李明", "=A1"], Problem("S!B3", Fault.FORMULA, "=A1")),
        (["李明", "甲", "", "", "", "明天"],
         Problem("S!F3", Fault.NOT_A_DATE, "明天", "2026-12-1")),
        (["李明", "甲", "", "", "", date(2026, 12, 3), date(2026, 12, 1)],
         Problem("S!G3", Fault.OUT_OF_RANGE, "2026-12-01", "≥ 2026-12-03")),
        (["李明", "甲", "", "", "", None, date(2026, 12, 1)],
         Problem("S!G3", Fault.MISSING, "2026-12-01", "暂不参加自")),
    ],
)  # fmt: skip
def test_one_problem(tmp_path: Path, row: Sequence[Any], problem: Problem) -> None:
    path = book(tmp_path, HEADER, ["周敏", "甲", "组长"], row)
    with pytest.raises(FaultyFileError) as refusal:
        read(path)
    assert refusal.value.problems == [problem]


def test_a_book_without_such_a_list(tmp_path: Path) -> None:
    path = book(tmp_path, ["收入", "支出"], [1, 2])
    with pytest.raises(FaultyFileError) as refusal:
        read(path)
    assert refusal.value.problems == [Problem("", Fault.NO_ROSTER, expected="姓名、组内职务")]
    assert not is_inspectors(read_sheets(path))


def test_a_roster_of_windows_is_none(tmp_path: Path) -> None:
    path = book(tmp_path, ["单位", "窗口号", "姓名", "班组"], ["城东厅", "1号", "张三", "早班"])
    assert not is_inspectors(read_sheets(path))


names = st.text(
    st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=6
).filter(lambda name: foot_row([(1, Cell(name, "s"))]) is None)  # 填表人 ends a table
days = st.dates(date(2026, 1, 1), date(2026, 6, 30))


@st.composite
def people(draw: st.DrawFn) -> Inspector:
    first = draw(st.none() | days)
    last = None if first is None else draw(st.none() | st.dates(first, date(2026, 12, 31)))
    return Inspector(
        "", draw(names), draw(st.just("") | names), draw(st.sampled_from(Role)),
        draw(st.just("") | names), draw(st.just("") | st.from_regex("1[0-9]{10}", fullmatch=True)),
        first, last,
    )  # fmt: skip


@pytest.mark.ci
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(roster=st.lists(people(), min_size=1, max_size=5, unique_by=lambda each: each.name))
def test_what_is_written_is_read_back(tmp_path: Path, roster: list[Inspector]) -> None:
    path = tmp_path / "out.xlsx"
    write_inspector_template(path, roster)
    sheet = read(path)
    assert list(sheet.rows) == roster
    assert (sheet.unsaid, sheet.ignored_sheets) == (frozenset(), ())
    assert is_inspectors(read_sheets(path))
