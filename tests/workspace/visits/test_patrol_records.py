"""Completed patrols as they are told to others, and the workbook of them (巡视记录表)."""

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from inspector.domain.checklist.category import Category
from inspector.domain.errors import NoPatrolError, NothingToExportError, UnknownSiteError
from inspector.domain.finding.assignment import Assignment
from inspector.domain.finding.finding_event import Source, SourceKind
from inspector.domain.visit.roster import Site
from inspector.workspace.extent import Extent, Period, month_of
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import Clock, add_site, cards

NOVEMBER = month_of(date(2026, 11, 1))
MEETING = Source(SourceKind.MEETING, "m1")


def patrol(workspace: Workspace, site: Site, *wrong: tuple[int, str, bool, str | None]) -> str:
    """Make a patrol: place, text, to the meeting, handled; every other place is clean."""
    inspection_id, _ = workspace.patrols.start(site, ["王值班"])
    places = cards(workspace, inspection_id)
    for position, text, to_meeting, handled in wrong:
        workspace.patrols.note(
            inspection_id, places[position].id, text, category=Category.CLEANLINESS,
            place="卫生间" if position == 0 else "", to_meeting=to_meeting, handled=handled,
        )  # fmt: skip
    workspace.patrols.mark_clean(inspection_id, [place.id for place in places])
    workspace.patrols.complete(inspection_id)
    return inspection_id


def rows_of(path: Path, sheet: int = 0) -> list[list[Any]]:
    """The rows of a sheet's table."""
    rows = [[cell.value for cell in row] for row in openpyxl.load_workbook(path).worksheets[sheet]]
    head = next(number for number, row in enumerate(rows) if row[0] == "日期")
    body = [row for row in rows[head + 1 :] if row[0] is not None]
    return [row for row in body if not isinstance(row[0], str)]


def test_the_whole_sheet(workspace: Workspace, clock: Clock, tmp_path: Path) -> None:
    clock.set("2026-11-26", "09:00:00")
    site = add_site(workspace, "城东厅", windows=3)
    patrol(workspace, site)
    clock.set("2026-11-26", "11:00:00")
    patrol(workspace, site, (2, "台面凌乱", False, None))
    clock.set("2026-11-26", "15:00:00")
    found = patrol(
        workspace, site,
        (0, "地面有水渍", False, "已拖干"), (1, "未佩戴工牌", True, None),
        (2, "台面凌乱", True, None), (3, "叫号器不亮", True, None),
    )  # fmt: skip
    _, badge, desk, _ = workspace.inspections.findings(found)
    clock.set("2026-11-27", "08:20:00")
    workspace.findings.correct([badge.id], "已佩戴并示范", source=MEETING)
    wanted = Assignment(owner="李四", deadline=date(2026, 11, 30))
    workspace.findings.assign([desk.id], wanted, source=MEETING)
    clock.set("2026-11-27", "09:30:00")
    inspection, _ = workspace.patrols.start(site, ["王值班"])
    workspace.patrols.mark_clean(inspection, [cards(workspace, inspection)[1].id])
    workspace.patrols.complete(inspection)
    workspace.patrols.start(site, [])  # not handed in: not on the sheet

    path = workspace.reports.write_patrol(tmp_path / "巡视.xlsx", Extent(NOVEMBER, "城东厅"))

    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert sheet.title == "城东厅"
    assert sheet["A1"].value == "城东厅日常巡视记录表（2026年11月）"
    assert [cell.value for cell in sheet[3]] == [
        "日期", "时段", "巡视时间", "巡视人", "区域/窗口", "发现问题", "现场处理", "是否提交晨会",
        "晨会纠正情况", "备注",
    ]  # fmt: skip
    assert "应巡5次　已巡4次　漏巡1次" in [cell.value for cell in sheet[2]]
    below = [str(row[0].value) for row in sheet.iter_rows(min_row=12) if row[0].value]
    assert below == [
        "注：每个工作日上午、下午各应巡视2次，未结束的时段不计漏巡。",
        "漏巡1次：11月26日下午1次。",
        "填表人：",
    ]
    assert [row[3] for row in rows_of(path)] == ["王值班"] * 8
    assert [[row[0].day, *row[1:3], *row[4:]] for row in rows_of(path)] == [
        [26, "上午", "09:00", "公共区域及全部3个窗口", "未发现问题", "/", "否", "/", None],
        [26, "上午", "11:00", "2号窗口 1002", "台面凌乱", "/", "否", "/", None],
        [26, "上午", "11:00", "公共区域及其余2个窗口", "未发现问题", "/", "否", "/", None],
        [26, "下午", "15:00", "公共区域（卫生间）", "地面有水渍", "已拖干", "否", "/", None],
        [26, "下午", "15:00", "1号窗口 1001", "未佩戴工牌", "/", "是",
         "11月27日已当场纠正：已佩戴并示范", None],
        [26, "下午", "15:00", "2号窗口 1002", "台面凌乱", "/", "是",
         "11月27日转整改：综合部、李四，限11月30日前", None],
        [26, "下午", "15:00", "3号窗口 1003", "叫号器不亮", "/", "是", None, None],
        [27, "上午", "09:30", "1号窗口", "未发现问题", "/", "否", "/",
         "未巡视：公共区域、2号窗口、3号窗口"],
    ]  # fmt: skip


def test_each_site_has_its_own_sheet(workspace: Workspace, clock: Clock, tmp_path: Path) -> None:
    clock.set("2026-11-26")
    for name in ("城东厅", "城西厅"):
        patrol(workspace, add_site(workspace, name))
    path = workspace.reports.write_patrol(tmp_path / "巡视.xlsx", Extent(NOVEMBER))
    assert openpyxl.load_workbook(path).sheetnames == ["城东厅", "城西厅"]
    assert len(rows_of(path, 1)) == 1


def test_a_site_that_stopped_has_a_sheet_that_says_so(
    workspace: Workspace, clock: Clock, tmp_path: Path
) -> None:
    clock.set("2026-10-30", "09:00:00")
    stopped, going = add_site(workspace, "城东厅"), add_site(workspace, "城西厅")
    patrol(workspace, stopped)
    clock.set("2026-11-02", "14:00:00")
    patrol(workspace, going)
    clock.set("2026-11-04", "13:00:00")
    extent = Extent(Period(date(2026, 11, 1), date(2026, 11, 30)))
    path = workspace.reports.write_patrol(tmp_path / "巡视.xlsx", extent)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["城西厅", "城东厅"]
    texts = [str(cell.value) for row in book["城东厅"] for cell in row if cell.value]
    assert "本期未巡视" in texts
    assert "应巡10次　已巡0次　漏巡10次" in texts
    assert "漏巡10次：11月2日上午2次、下午2次；11月3日上午2次、下午2次；11月4日上午2次。" in texts
    # It began on the second of November after noon, and the afternoon of the fourth is not over.
    texts = [str(cell.value) for row in book["城西厅"] for cell in row if cell.value]
    assert "应巡8次　已巡1次　漏巡7次" in texts
    alone = workspace.reports.write_patrol(tmp_path / "东.xlsx", Extent(extent.period, "城东厅"))
    assert openpyxl.load_workbook(alone).sheetnames == ["城东厅"]


def test_a_patrol_says_from_when_to_when(
    workspace: Workspace, clock: Clock, tmp_path: Path
) -> None:
    clock.set("2026-11-28", "09:05:00")  # a Saturday: nothing asks for it
    inspection_id, _ = workspace.patrols.start(add_site(workspace, windows=1), ["王值班"])
    workspace.patrols.mark_clean(inspection_id, [c.id for c in cards(workspace, inspection_id)])
    clock.set("2026-11-28", "09:21:00")
    workspace.patrols.complete(inspection_id)
    path = workspace.reports.write_patrol(tmp_path / "巡视.xlsx", Extent(NOVEMBER))
    ((_, _, time, *_),) = rows_of(path)
    assert time == "09:05至09:21"
    sheet = openpyxl.load_workbook(path).worksheets[0]
    texts = [str(cell.value) for row in sheet for cell in row if cell.value]
    assert "应巡0次　已巡1次　漏巡0次" in texts
    assert any(text.endswith("未结束的时段不计漏巡；另有加巡1次，不抵漏巡。") for text in texts)
    assert "漏巡：无。" in texts


def test_without_a_patrol_there_is_nothing_to_write(
    workspace: Workspace, clock: Clock, tmp_path: Path
) -> None:
    clock.set("2026-11-26")
    patrol(workspace, add_site(workspace))
    october = Period(date(2026, 10, 1), date(2026, 10, 31))
    with pytest.raises(NoPatrolError):
        workspace.reports.write_patrol(tmp_path / "a.xlsx", Extent(october))
    with pytest.raises(UnknownSiteError):
        workspace.reports.write_patrol(tmp_path / "a.xlsx", Extent(NOVEMBER, "没有的厅"))
    assert list(tmp_path.glob("*.xlsx")) == []


def test_the_ledger_has_the_findings_of_patrols_alone(
    workspace: Workspace, clock: Clock, tmp_path: Path
) -> None:
    clock.set("2026-11-26")
    site = add_site(workspace)
    with pytest.raises(NothingToExportError):
        workspace.reports.write_rectification(tmp_path / "a.xlsx", Extent(NOVEMBER))
    patrol(workspace, site, (1, "未佩戴工牌", True, None))
    path = workspace.reports.write_rectification(tmp_path / "a.xlsx", Extent(NOVEMBER))
    texts = [cell.value for row in openpyxl.load_workbook(path).worksheets[0] for cell in row]
    assert "未佩戴工牌" in texts


@pytest.mark.ci
def test_nobody_misses_a_patrol_on_a_day_off_by_law(
    workspace: Workspace, clock: Clock, tmp_path: Path
) -> None:
    """元旦 2027 is a Friday; the exchange of days of its year is not published."""
    site = add_site(workspace, "城东厅", windows=1)
    for day in ("2026-12-30", "2026-12-31", "2027-01-04", "2027-01-05"):
        for time in ("09:00:00", "10:00:00", "14:00:00", "15:00:00"):
            clock.set(day, time)
            patrol(workspace, site)
    clock.set("2027-01-05", "20:00:00")
    january = Extent(month_of(date(2027, 1, 1)), "城东厅")
    records = workspace.patrol_records.between(january.period.first, january.period.last, "城东厅")
    (duty,) = workspace.patrol_records.duties(january, records).values()
    assert (duty.due, duty.made, duty.missing, duty.beyond) == (8, 8, 0, 0)
    path = workspace.reports.write_patrol(tmp_path / "巡视.xlsx", january)
    texts = [
        str(cell.value)
        for sheet in openpyxl.load_workbook(path)
        for row in sheet.iter_rows()
        for cell in row
        if cell.value
    ]
    assert "漏巡：无。" in texts
