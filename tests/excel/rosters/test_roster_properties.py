"""However messily a roster is written, the same rows are read."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.visit.roster import RosterRow
from inspector.excel.rosters.roster_workbook import read_roster
from tests.excel.rosters.rosters import KINDS
from tests.lengths import share

SITES = ("城东营业厅", "市第二医院", "南湾收费站")
FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x30, 0x3A)}

rosters = st.lists(
    st.builds(
        RosterRow,
        site=st.sampled_from(SITES),
        window=st.integers(1, 40).map(lambda n: f"综合受理{n}号"),
        kind=st.just("general"),
        staff_number=st.integers(1, 9999).map(str),
        team=st.sampled_from(["", "早班", "晚班"]),
    ),
    min_size=1,
    max_size=12,
    unique_by=lambda row: (row.site, row.window, row.staff_number),
).map(lambda rows: sorted(rows, key=lambda row: SITES.index(row.site)))


def messy(draw: st.DrawFn, text: str) -> Any:  # noqa: ANN401 -- whatever a cell may hold
    """Write a text as somebody might: spaces, full-width digits, a number for a numeral."""
    if not text:
        return draw(st.sampled_from([None, "", " ", "/", "无"]))
    forms = [text, f" {text}", f"{text}\u3000", text.translate(FULL_WIDTH), f"\u200b{text}\n"]
    if text.isdecimal():
        return draw(st.sampled_from([*forms, int(text), float(text)]))
    return draw(st.sampled_from([*forms, re.sub("(?<=[\u4e00-\u9fff])", " ", text)]))


@st.composite
def workbooks(draw: st.DrawFn, rows: list[RosterRow]) -> list[list[Any]]:
    """The rows of a sheet that means `rows`."""
    names = {
        "site": draw(st.sampled_from(["单位", "单位名称", "站 点"])),
        "window": draw(st.sampled_from(["窗口号", "窗口", "窗口编号（必填）"])),
        "kind": draw(st.sampled_from(["窗口类型", "类别"])),
        "staff_number": draw(st.sampled_from(["工号", "员工编号"])),
        "team": "班组",
        "remark": draw(st.sampled_from(["备注", "电话"])),
    }
    order = draw(st.permutations(list(names)))
    lines: list[list[Any]] = []
    if draw(st.booleans()):
        lines += [["附件1"], ["窗口及当班人员花名册"], ["填报单位：市文明办", None, "填报时间："]]
    lines.append([names[field] for field in order])
    for row in rows:
        if draw(st.booleans()):
            lines.append([None] * len(order))
        kind = draw(st.sampled_from(["综合受理", "综合", "全业务", "general"]))
        cells = {
            "site": messy(draw, row.site),
            "window": messy(draw, row.window),
            "kind": messy(draw, kind),
            "staff_number": messy(draw, row.staff_number),
            "team": messy(draw, row.team),
            "remark": draw(st.sampled_from([None, "新员工", 5])),
        }
        lines.append([cells[field] for field in order])
    if draw(st.booleans()):
        lines += [["合计", None, f"{len(rows)}人"], ["填表人：", "审核人："], ["一式两份"]]
    return lines


@pytest.mark.ci
@share(0.4)
@given(st.data(), rosters)
def test_the_same_rows_are_read(data: st.DataObject, rows: list[RosterRow]) -> None:
    book = openpyxl.Workbook()
    for line in data.draw(workbooks(rows)):
        book.worksheets[0].append(line)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "roster.xlsx"
        book.save(path)
        assert list(read_roster(path, KINDS).rows) == rows


@pytest.mark.ci
@share(0.3)
@given(rosters)
def test_merged_sites_read_like_repeated_ones(rows: list[RosterRow]) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["单位", "窗口号", "窗口类型", "工号", "班组"])
    before = None
    start = 2
    for number, row in enumerate([*rows, None], 2):
        if row is None or row.site != before:
            if number - 1 > start:
                sheet.merge_cells(f"A{start}:A{number - 1}")
            start, before = number, row and row.site
        if row is not None:
            site = row.site if number == start else None
            sheet.append([site, row.window, row.kind, row.staff_number, row.team])
    with TemporaryDirectory() as folder:
        path = Path(folder) / "roster.xlsx"
        book.save(path)
        assert list(read_roster(path, KINDS).rows) == rows
