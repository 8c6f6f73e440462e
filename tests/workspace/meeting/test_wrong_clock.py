"""A clock that was wrong once: nothing new is kept off an agenda, and the record is named."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from inspector.domain.errors import MeetingDecidedError, MissingWordError, NotLaterError
from inspector.domain.finding.finding_event import EventKind
from inspector.domain.meeting.meeting import Agenda, Part, PraiseKind
from inspector.domain.visit.clock_remark import Timed
from inspector.domain.visit.roster import Site
from inspector.workspace.clock import clock_sentence, declare_wrong, odd_times
from inspector.workspace.extent import Extent, month_of
from inspector.workspace.meeting.meetings import source_of
from inspector.workspace.workspace import Workspace
from tests.workspace.meeting.test_meetings import site_visited
from tests.workspace.visiting import Clock, cards, items, start, visit


def hold(workspace: Workspace, site: Site) -> str:
    """Hold a meeting that comes to everything."""
    meeting, _ = workspace.meetings.start(site, host="王主任")
    for item in workspace.meetings.agenda(meeting).items:
        workspace.meetings.discuss(meeting, item.finding.id)
    workspace.meetings.end(meeting)
    return meeting


def find(workspace: Workspace, site: Site, wrong: int = 1) -> list[str]:
    """Make a visit that finds something; return the findings' ids."""
    asked = [item for item in items(workspace, start(workspace, site)) if item.deadline != 1]
    made = visit(workspace, site, {0: [item.id for item in asked[:wrong]]})
    return [finding.id for finding in workspace.inspections.findings(made)]


def new(agenda: Agenda) -> list[str]:
    return [finding.id for finding in (*agenda.of(Part.NEW), *agenda.of(Part.REPEATS))]


def test_a_meeting_of_next_year_keeps_nothing_off_the_agendas_of_today(
    workspace: Workspace, clock: Clock
) -> None:
    site = site_visited(workspace, clock)
    hold(workspace, site)
    clock.set("2027-11-27", "08:30:00")  # the battery was empty
    hold(workspace, site)
    for day in ("2026-12-01", "2026-12-02", "2026-12-03"):
        clock.set(day, "10:00:00")
        found = find(workspace, site)
        clock.set(day, "16:00:00")
        agenda = workspace.meetings.next_for(site)
        assert new(agenda) == found, day
        assert any(each.kind is PraiseKind.FULL_MARKS for each in agenda.praise), day
        hold(workspace, site)
        after = workspace.meetings.next_for(site)
        assert new(after) == []
        assert after.praise == ()  # everybody was praised once


def test_the_only_meeting_may_be_the_odd_one(workspace: Workspace, clock: Clock) -> None:
    site = site_visited(workspace, clock)
    clock.set("2027-11-27", "08:30:00")
    hold(workspace, site)
    clock.set("2026-12-01", "10:00:00")
    found = find(workspace, site)
    clock.set("2026-12-04", "08:30:00")  # days later, nobody met since
    assert new(workspace.meetings.next_for(site)) == found


def test_a_visit_of_next_year_is_talked_about_once(workspace: Workspace, clock: Clock) -> None:
    site = site_visited(workspace, clock)
    hold(workspace, site)
    clock.set("2027-11-27", "10:00:00")
    found = find(workspace, site)
    clock.set("2026-12-01", "08:30:00")
    agenda = workspace.meetings.next_for(site)
    assert new(agenda) == found
    assert agenda.praise
    hold(workspace, site)
    clock.set("2026-12-02", "08:30:00")
    agenda = workspace.meetings.next_for(site)
    assert (new(agenda), agenda.praise) == ([], ())


def test_a_visit_of_a_year_ago_is_talked_about(workspace: Workspace, clock: Clock) -> None:
    site = site_visited(workspace, clock)
    hold(workspace, site)
    clock.set("2025-01-06", "10:00:00")
    found = find(workspace, site)
    clock.set("2026-12-01", "08:30:00")
    listed = [item.finding.id for item in workspace.meetings.next_for(site).items]
    assert set(found) <= set(listed)  # as overdue: its deadline is as old


def test_what_a_discarded_meeting_went_through_is_new_again(
    workspace: Workspace, clock: Clock
) -> None:
    site = site_visited(workspace, clock)
    before = workspace.meetings.next_for(site)
    meeting, _ = workspace.meetings.start(site)
    assert new(workspace.meetings.next_for(site)) == []
    workspace.meetings.discard(meeting)
    again = workspace.meetings.next_for(site)
    assert (new(again), again.praise) == (new(before), before.praise)


@pytest.mark.parametrize("where", ["at the meeting", "in the ledger"])
def test_a_meeting_in_which_all_was_taken_back_can_be_discarded(
    where: str, workspace: Workspace, clock: Clock
) -> None:
    site = site_visited(workspace, clock)
    meeting, _ = workspace.meetings.start(site, host="王主任")
    one, two = (item.finding for item in workspace.meetings.agenda(meeting).items)
    source = source_of(meeting)
    workspace.meetings.discuss(meeting, one.id)
    workspace.findings.correct([one.id], "已改", by="王主任", source=source)
    workspace.findings.note([two.id], "再看", by="王主任", source=source)
    back = {"source": source} if where == "at the meeting" else {}
    workspace.findings.revert_last(one.id, by="王主任", **back)
    assert not workspace.meetings.is_discardable(meeting)
    with pytest.raises(MeetingDecidedError):
        workspace.meetings.discard(meeting)
    workspace.findings.revert_last(two.id, by="王主任", **back)
    assert workspace.meetings.is_discardable(meeting)
    workspace.meetings.discard(meeting)
    assert workspace.meetings.open_ones() == []
    assert set(new(workspace.meetings.next_for(site))) == {one.id, two.id}


def test_the_meeting_is_named_and_declared_wrong_and_stays_as_it_is(
    workspace: Workspace, clock: Clock
) -> None:
    site = site_visited(workspace, clock)
    clock.set("2027-11-27", "08:30:00")
    meeting = hold(workspace, site)
    clock.set("2026-12-01", "09:00:00")
    (odd,) = odd_times(workspace)
    assert (odd.kind, odd.reference, odd.site_name) == (Timed.MEETING, meeting, site.name)
    said = clock_sentence([odd], clock())
    assert said.startswith("The meeting of 城东厅 bears the time 2027-11-27 08:30")
    with pytest.raises(MissingWordError):
        declare_wrong(workspace, odd, "  ")
    before = rows(workspace, "meeting"), rows(workspace, "meeting_finding")
    declare_wrong(workspace, odd, "主板电池没电，时钟跳到了明年", "甲")
    assert (rows(workspace, "meeting"), rows(workspace, "meeting_finding")) == before
    assert odd_times(workspace) == []
    remark = workspace.minutes.of(meeting).clock_remark
    assert remark is not None
    assert (remark.reason, remark.said_by, remark.moment) == (
        "主板电池没电，时钟跳到了明年", "甲", odd.moment,
    )  # fmt: skip


def test_a_visit_and_a_step_are_named(workspace: Workspace, clock: Clock) -> None:
    site = site_visited(workspace, clock)
    first = workspace.meetings.next_for(site).items[0].finding
    clock.set("2027-11-27", "10:00:00")
    made = visit(workspace, site, {})
    workspace.findings.note([first.id], "再看", by="甲")
    clock.set("2026-12-01", "09:00:00")
    odd = {each.kind: each for each in odd_times(workspace)}
    assert odd[Timed.VISIT].reference == made
    assert odd[Timed.STEP].number == first.number
    for each in odd.values():
        declare_wrong(workspace, each, "时钟错了")
    assert odd_times(workspace) == []
    remark = workspace.records.record(made).clock_remark
    assert remark is not None
    assert remark.reason == "时钟错了"


def test_a_meeting_whose_time_is_declared_wrong_can_be_ended(
    workspace: Workspace, clock: Clock
) -> None:
    site = site_visited(workspace, clock)
    clock.set("2027-11-27", "08:30:00")
    meeting, _ = workspace.meetings.start(site)
    one = workspace.meetings.agenda(meeting).items[0].finding
    workspace.findings.note([one.id], "再看", source=source_of(meeting))
    clock.set("2026-12-01", "09:00:00")
    with pytest.raises(NotLaterError):
        workspace.meetings.end(meeting)
    declare_wrong(workspace, odd_times(workspace)[0], "时钟错了")
    workspace.meetings.end(meeting)
    ended = workspace.meetings.get(meeting)
    assert ended.ended_at == ended.started_at
    assert workspace.meetings.open_ones() == []


def test_papers_print_that_the_time_is_wrong(
    workspace: Workspace, clock: Clock, tmp_path: Path
) -> None:
    site = site_visited(workspace, clock)
    clock.set("2027-11-27", "08:30:00")
    meeting = hold(workspace, site)
    made = visit(workspace, site, {})
    patrol, _ = workspace.patrols.start(site, ["王值班"])
    workspace.patrols.mark_clean(patrol, [card.id for card in cards(workspace, patrol)])
    workspace.patrols.complete(patrol)
    clock.set("2026-12-01", "09:00:00")
    for each in odd_times(workspace):
        declare_wrong(workspace, each, "主板电池没电", "甲")
    reports = workspace.reports
    year = Extent(month_of(date(2027, 11, 1)))
    written = {name: tmp_path / f"{name}.xlsx" for name in ("minutes", "record", "patrols")}
    reports.write_minutes_of(written["minutes"], meeting)
    reports.write_record(written["record"], made)
    reports.write_patrol(written["patrols"], year)
    for name, path in written.items():
        texts = [
            str(cell.value)
            for sheet in load_workbook(path).worksheets
            for row in sheet.iter_rows()
            for cell in row
            if cell.value
        ]
        assert any("2027-11-27" in text and "有误：主板电池没电（甲，" in text for text in texts), (
            name
        )


def rows(workspace: Workspace, table: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in workspace.database.rows(f"SELECT * FROM {table}")]


def test_minutes_tell_what_was_found_by_a_clock_that_was_put_back(
    workspace: Workspace, clock: Clock
) -> None:
    site = site_visited(workspace, clock)
    clock.set("2026-12-01", "15:00:00")
    (found,) = find(workspace, site)
    clock.set("2026-12-01", "08:20:00")  # it was six hours ahead
    meeting, _ = workspace.meetings.start(site, host="王主任")
    workspace.findings.correct([found], "已示范", by="王主任", source=source_of(meeting))
    workspace.meetings.end(meeting)
    (line,) = [each for each in workspace.minutes.of(meeting).lines if each.finding.id == found]
    assert line.finding.state.is_ended
    assert [step.kind for step in line.steps] == [EventKind.CORRECTED]
