"""晨会纪要: what was decided, as it stood then, and the workbook of it."""

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from inspector.domain.errors import NoMeetingError, UnknownSiteError
from inspector.domain.finding.assignment import Assignment
from inspector.domain.finding.finding import AppealOutcome, FindingState
from inspector.domain.people.inspector import Inspector, Role
from inspector.domain.visit.roster import Site, Staff, Window
from inspector.workspace.extent import Extent, month_of
from inspector.workspace.finding_state_words import story
from inspector.workspace.meeting.meetings import source_of
from inspector.workspace.preferences import SHOW_NAMES, UNIT_NAME
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import Clock, add_site, answer_all, cards, items, start

NOVEMBER = month_of(date(2026, 11, 1))


def named_site(workspace: Workspace, name: str = "城东厅") -> Site:
    """A site whose people have names, one of them no number."""
    site = Site(workspace.new_id(), name)
    people = [("1001", "张敏"), ("1002", "李娜"), ("", "王小红")]
    windows = [
        Window(workspace.new_id(), site.id, f"{place}号窗口", "comprehensive", "综合部", "王主任",
               (Staff(workspace.new_id(), number, person),))
        for place, (number, person) in enumerate(people, 1)
    ]  # fmt: skip
    workspace.roster_store.put([site], windows)
    return site


def held(workspace: Workspace, clock: Clock, name: str = "城东厅") -> str:
    """A meeting over six findings: every outcome, one left alone, one slip taken back."""
    clock.set("2026-11-26", "10:00:00")
    site = named_site(workspace, name)
    inspection = start(workspace, site)
    wrong = [item.id for item in items(workspace, inspection) if item.deadline == 1][:6]
    answer_all(workspace, inspection, {0: wrong})
    workspace.inspections.complete(inspection)
    clock.set("2026-11-27", "08:20:00")
    meeting, _ = workspace.meetings.start(
        site, host="刘班长", present=("1001", "王小红"), absent=("1002",), drill="文明用语（1/3）"
    )
    one, two, three, four, five, _ = (
        item.finding for item in workspace.meetings.agenda(meeting).items
    )
    by, source = "刘班长", source_of(meeting)
    findings = workspace.findings
    for finding in (one, two, three, four, five):
        workspace.meetings.discuss(meeting, finding.id)
    findings.correct([one.id], "已示范", by=by, source=source)
    assignment = Assignment(owner="张敏", deadline=date(2026, 11, 30))
    findings.assign([two.id], assignment, by=by, source=source)
    findings.appeal([three.id], "当时在帮老人填单", by=by, source=source)
    findings.appeal([four.id], "监控可证", by=by, source=source)
    findings.decide_appeal(
        [four.id], AppealOutcome.WITHDRAWN, "监控属实", "赵主任", by=by, source=source
    )
    findings.correct([five.id], "点错", by=by, source=source)
    findings.revert_last(five.id, by=by, source=source)
    findings.note([five.id], "下周再看", by=by, source=source)
    workspace.meetings.write(meeting, tasks="迎接市局检查\n值班：1001", drill_note="两人示范")
    clock.set("2026-11-27", "08:38:30")
    workspace.meetings.end(meeting)
    return meeting


def rows(path: Path, sheet: int = 0) -> list[list[Any]]:
    """What stands on a sheet, without blanks."""
    lines = openpyxl.load_workbook(path).worksheets[sheet].iter_rows(values_only=True)
    return [found for line in lines if (found := [v for v in line if v not in (None, "")])]


def test_the_whole_sheet(workspace: Workspace, clock: Clock, tmp_path: Path) -> None:
    meeting = held(workspace, clock)
    found = [item.finding for item in workspace.meetings.agenda(meeting).items]
    texts = [finding.text for finding in found]
    points = [finding.deduction / 100 for finding in found]
    todo = [finding.requirement for finding in found]
    path = workspace.reports.write_minutes(tmp_path / "纪要.xlsx", Extent(NOVEMBER))
    number, place = [finding.number for finding in found], "1号窗口\n工号1001"
    assert rows(path) == [
        ["城东厅晨会纪要"],
        ["单位：城东厅", "日期：2026年11月27日", "主持人：刘班长"],
        ["时间：2026年11月27日（星期五）08:20—08:38，用时19分钟，超时4分钟"],
        ["应到3人，实到2人，缺席1人"],
        ["参会：1001、王××"],
        ["缺席：1002"],
        ["一、表扬"],
        ["1．检查无扣分：2号窗口（工号1002）、3号窗口"],
        ["二、整改任务：3项"],
        ["序号", "编号", "要做什么", "责任部门、责任人", "何时完成"],
        [1, number[4], f"1号窗口：{todo[4]}", "综合部、工号1001", "11月27日"],
        [2, number[2], f"1号窗口：申诉待核；不成立的，{todo[2]}", "综合部、工号1001", "11月27日"],
        [3, number[1], f"1号窗口：{todo[1]}", "综合部、工号1001", "11月30日"],
        ["序号", "编号", "窗口（工号）", "存在问题", "扣分", "会议处理", "状态"],
        ["三、前期问题整改情况：无"],
        ["四、新发现问题及处理：5个"],
        [1, number[0], place, texts[0], points[0], "已当场纠正：已示范", "已销号"],
        [2, number[1], place, texts[1], points[1], "转整改：限期整改，王主任分管", "整改中"],
        [3, number[2], place, texts[2], points[2], "申诉待核：当时在帮老人填单", "申诉待核"],
        [4, number[3], place, texts[3], f"{points[3]:g}→0",
         "申诉待核：监控可证\n申诉成立，撤销扣分，赵主任批准：监控属实", "已撤销"],
        [5, number[4], place, texts[4], points[4], "会议意见：下周再看", "待整改"],
        ["未讲评（共1项，状态不变）："],
        [f"1．1号窗口（工号1001）：{texts[5]}（{number[5]}，11月27日到期）"],
        ["五、演练"],
        ["文明用语（1/3）：两人示范"],
        ["六、今日工作"],
        ["迎接市局检查\n值班：1001"],
        ["主持人（签字）：", "记录人（签字）：", "参会代表（签字）：　　　　　"],
    ]  # fmt: skip


def test_a_meeting_within_a_minute_took_less_than_one(
    workspace: Workspace, clock: Clock, tmp_path: Path
) -> None:
    site = named_site(workspace)
    clock.set("2026-11-27", "13:32:05")
    meeting, _ = workspace.meetings.start(site)
    clock.set("2026-11-27", "13:32:40")
    workspace.meetings.end(meeting)
    path = workspace.reports.write_minutes(tmp_path / "纪要.xlsx", Extent(NOVEMBER))
    assert ["时间：2026年11月27日（星期五）13:32，用时不足1分钟"] in rows(path)


def test_the_unit_is_the_site_and_not_who_reports(
    workspace: Workspace, clock: Clock, tmp_path: Path
) -> None:
    meeting = held(workspace, clock)
    workspace.preferences.set(UNIT_NAME, "市文明办")
    said = rows(workspace.reports.write_minutes_of(tmp_path / "a.xlsx", meeting))
    assert said[0] == ["城东厅晨会纪要"]
    assert said[1][0] == "单位：城东厅"


def test_what_a_patrol_found_says_nothing_of_points(
    workspace: Workspace, clock: Clock, tmp_path: Path
) -> None:
    clock.set("2026-11-26", "10:00:00")
    site = add_site(workspace)
    patrol, _ = workspace.patrols.start(site, ["王值班"])
    workspace.patrols.note(patrol, cards(workspace, patrol)[1].id, "未佩戴工牌")
    workspace.patrols.complete(patrol)
    (finding,) = workspace.inspections.findings(patrol)
    (raised,) = story(
        workspace.findings.history(finding.id), workspace.findings.is_from_patrol(finding)
    )
    assert raised.text == "未佩戴工牌"
    assert raised.origin == "王值班 · Daily patrol"
    clock.set("2026-11-27", "08:30:00")
    meeting, _ = workspace.meetings.start(site)
    path = workspace.reports.write_minutes_of(tmp_path / "a.xlsx", meeting)
    _, row = [row for row in rows(path) if finding.number in row]  # its task stands above
    assert row[4] == "/"


def test_it_is_a_paper_to_be_read(workspace: Workspace, clock: Clock, tmp_path: Path) -> None:
    held(workspace, clock)
    path = workspace.reports.write_minutes(tmp_path / "纪要.xlsx", Extent(NOVEMBER, "城东厅"))
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert sheet.page_setup.orientation == "portrait"
    assert sheet.freeze_panes is None
    assert sheet.auto_filter.ref is None
    assert sheet.print_title_rows == "$15:$15"


def test_names_are_in_it_when_they_are_switched_on(
    workspace: Workspace, clock: Clock, tmp_path: Path
) -> None:
    meeting = held(workspace, clock)
    without = rows(workspace.reports.write_minutes_of(tmp_path / "a.xlsx", meeting))
    assert not any(name in str(without) for name in ("张敏", "李娜", "王小红"))
    workspace.preferences.set(SHOW_NAMES, "yes")
    said = rows(workspace.reports.write_minutes_of(tmp_path / "b.xlsx", meeting))
    assert ["参会：1001 张敏、王小红"] in said
    assert ["1．检查无扣分：2号窗口（工号1002）李娜、3号窗口王小红"] in said
    assert any("综合部、1001 张敏" in line for line in said)


def test_what_was_found_before_stands_apart_and_each_once(
    workspace: Workspace, clock: Clock, tmp_path: Path
) -> None:
    """At the next meeting: what is overdue in its own part, what was closed as a number."""
    first = held(workspace, clock)
    found = [item.finding for item in workspace.meetings.agenda(first).items]
    clock.set("2026-12-01", "08:20:00")
    workspace.findings.correct([found[4].id], "已示范")
    meeting, _ = workspace.meetings.start(workspace.rosters.site_named("城东厅"))
    gone_through = [found[place].id for place in (1, 2, 5)]
    workspace.findings.note(gone_through, "抓紧", by="刘班长", source=source_of(meeting))
    clock.set("2026-12-01", "08:30:00")
    workspace.meetings.end(meeting)
    said = rows(workspace.reports.write_minutes_of(tmp_path / "a.xlsx", meeting))
    (fixed,) = (line[0] for line in said if "已整改销号：" in str(line[0]))
    assert fixed == "1．已整改销号：1号窗口（工号1001）2个"
    earlier = next(n for n, line in enumerate(said) if str(line[0]).startswith("三、"))
    new = next(n for n, line in enumerate(said) if str(line[0]).startswith("四、"))
    assert said[earlier] == ["三、前期问题整改情况：已整改销号2个，逾期2个"]
    overdue = {number: line for line in said[earlier + 1 : new] for number in [line[1]]}
    assert set(overdue) == {found[1].number, found[2].number}
    assert overdue[found[1].number][-1] == "整改中\n逾期"
    tasks = [line for line in said[:earlier] if line[1:2] == [found[1].number]]
    assert [line[-2:] for line in tasks] == [["综合部、工号1001", "11月30日"]]
    assert said[new] == ["四、新发现问题及处理：1个"]  # left out the last time
    assert said[new + 1][1] == found[5].number


def test_what_happens_later_leaves_the_minutes_alone(workspace: Workspace, clock: Clock) -> None:
    meeting = held(workspace, clock)
    before = workspace.minutes.of(meeting)
    clock.set("2026-11-28", "09:00:00")
    assigned = before.lines[1].finding
    assert assigned.state is FindingState.RECTIFYING
    workspace.findings.correct([assigned.id], "改好了")
    after = workspace.minutes.of(meeting)
    assert [line.finding.state for line in after.lines] == [
        line.finding.state for line in before.lines
    ]
    assert after == before


def test_what_was_settled_in_the_second_of_the_end_is_in_them(
    workspace: Workspace, clock: Clock
) -> None:
    clock.set("2026-11-26", "10:00:00")
    site = named_site(workspace)
    inspection = start(workspace, site)
    answer_all(workspace, inspection, {0: [items(workspace, inspection)[0].id]})
    workspace.inspections.complete(inspection)
    clock.set("2026-11-27", "08:20:00")
    meeting, _ = workspace.meetings.start(site)
    (line,) = workspace.minutes.of(meeting).lines
    clock.set("2026-11-27", "08:30:00.400000")
    workspace.findings.correct([line.finding.id], "会外改了")
    clock.set("2026-11-27", "08:30:00.600000")
    workspace.meetings.end(meeting)
    (line,) = workspace.minutes.of(meeting).lines
    assert line.was_ended_meanwhile


@pytest.mark.ci
def test_a_sheet_for_each_meeting_newest_first(
    workspace: Workspace, clock: Clock, tmp_path: Path
) -> None:
    held(workspace, clock, "城东厅")
    held(workspace, clock, "城西厅")
    clock.set("2026-11-30", "08:20:00")
    again, _ = workspace.meetings.start(workspace.rosters.site_named("城东厅"))
    workspace.meetings.end(again)
    path = workspace.reports.write_minutes(tmp_path / "纪要.xlsx", Extent(NOVEMBER))
    first, *others = openpyxl.load_workbook(path).sheetnames
    assert first == "11-30 城东厅"
    assert set(others) == {"11-27 城西厅", "11-27 城东厅"}
    east = workspace.reports.write_minutes(tmp_path / "东.xlsx", Extent(NOVEMBER, "城东厅"))
    assert len(openpyxl.load_workbook(east).sheetnames) == 2


def test_without_a_meeting_there_is_nothing_to_write(
    workspace: Workspace, clock: Clock, tmp_path: Path
) -> None:
    held(workspace, clock)
    october = month_of(date(2026, 10, 1))
    with pytest.raises(NoMeetingError):
        workspace.reports.write_minutes(tmp_path / "a.xlsx", Extent(october))
    with pytest.raises(UnknownSiteError):
        workspace.reports.write_minutes(tmp_path / "a.xlsx", Extent(NOVEMBER, "没有的厅"))
    assert list(tmp_path.glob("*.xlsx")) == []


def test_the_minutes_say_who_found_what_is_new(
    workspace: Workspace, clock: Clock, tmp_path: Path
) -> None:
    workspace.inspector_steps.add(
        Inspector("", "周敏", "市文明办", Role.HEAD), Inspector("", "郑洁", "市文明办")
    )
    clock.set("2026-11-26", "10:00:00")
    site = add_site(workspace)
    inspection = start(workspace, site)
    workspace.inspections.name_inspectors(inspection, ["郑洁", "周敏"])
    answer_all(workspace, inspection, {0: [items(workspace, inspection)[0].id]})
    workspace.inspections.complete(inspection)
    clock.set("2026-11-27", "08:20:00")
    meeting, _ = workspace.meetings.start(site, host="刘班长", present=(), absent=())
    workspace.meetings.end(meeting)
    (party,) = workspace.minutes.of(meeting).parties
    assert [each.name for each in party] == ["郑洁", "周敏"]
    path = workspace.reports.write_minutes(tmp_path / "纪要.xlsx", Extent(NOVEMBER))
    texts = [str(row[0]) for row in openpyxl.load_workbook(path).worksheets[0].values]
    assert "检查组：组长 周敏，成员 郑洁" in texts
