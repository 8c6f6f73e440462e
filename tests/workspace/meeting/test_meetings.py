"""晨会: opens on what is new or due, decides on the findings themselves, and is written down."""

from datetime import date, datetime

import pytest

from inspector.domain.errors import MeetingEndedError, NotLaterError
from inspector.domain.finding.assignment import Assignment
from inspector.domain.meeting.meeting import Part, PraiseKind
from inspector.domain.visit.answer_changes import praised
from inspector.domain.visit.roster import Site
from inspector.workspace.meeting.meetings import source_of
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import Clock, add_site, answer_all, cards, dump, items, start, visit


def site_visited(workspace: Workspace, clock: Clock, wrong: int = 2) -> Site:
    """A site visited on Thursday with some items wrong at its first window."""
    clock.set("2026-11-26", "10:00:00")
    site = add_site(workspace)
    asked = [item for item in items(workspace, start(workspace, site)) if item.deadline == 1]
    visit(workspace, site, {0: [item.id for item in asked[:wrong]]})
    clock.set("2026-11-27", "08:30:00")
    return site


def test_without_a_meeting_before_it_looks_back_one_workday(
    workspace: Workspace, clock: Clock
) -> None:
    site = site_visited(workspace, clock)
    agenda = workspace.meetings.next_for(site)
    assert agenda.since == datetime.fromisoformat("2026-11-26T00:00:00+08:00")
    assert [item.part for item in agenda.items] == [Part.NEW, Part.NEW]
    assert [(p.kind, p.window_number) for p in agenda.praise] == [
        (PraiseKind.FULL_MARKS, "2号窗口")
    ]
    clock.set("2026-11-30", "08:30:00")  # Monday: Friday is the last workday
    assert [item.part for item in workspace.meetings.next_for(site).items] == [
        Part.OVERDUE,
        Part.OVERDUE,
    ]


def test_the_next_meeting_takes_over_from_the_last(workspace: Workspace, clock: Clock) -> None:
    site = site_visited(workspace, clock)
    meeting, _ = workspace.meetings.start(site, host="王主任")
    first, second = (item.finding for item in workspace.meetings.agenda(meeting).items)
    by, source = "王主任", source_of(meeting)
    workspace.findings.correct([first.id], "会上已更正", by=by, source=source)
    workspace.findings.assign(
        [second.id],
        Assignment(owner="1001", deadline=date(2026, 11, 30)),
        by=by,
        source=source,
    )
    workspace.meetings.end(meeting)
    clock.set("2026-11-30", "08:30:00")
    agenda = workspace.meetings.next_for(site)
    assert [(item.finding.id, item.part) for item in agenda.items] == [(second.id, Part.DUE_TODAY)]
    assert [(p.kind, p.finding_id) for p in agenda.praise] == [(PraiseKind.FIXED, first.id)]


def test_highlights_are_praised_with_their_words(workspace: Workspace, clock: Clock) -> None:
    clock.set("2026-11-26", "10:00:00")
    site = add_site(workspace)
    inspection = start(workspace, site)
    answer_all(workspace, inspection, {0: [items(workspace, inspection)[1].id]})
    card, item = cards(workspace, inspection)[0], items(workspace, inspection)[0]
    workspace.inspections.record(inspection, card.id, [praised(item)])
    workspace.inspections.complete(inspection)
    clock.set("2026-11-27", "08:30:00")
    highlight, full = workspace.meetings.next_for(site).praise
    assert (highlight.kind, highlight.window_number, highlight.text) == (
        PraiseKind.HIGHLIGHT,
        "1号窗口",
        item.text,
    )
    assert (full.kind, full.window_number) == (PraiseKind.FULL_MARKS, "2号窗口")


def test_a_window_without_a_fault_on_two_visits_is_praised_once(
    workspace: Workspace, clock: Clock
) -> None:
    site = site_visited(workspace, clock)
    visit(workspace, site, {})
    agenda = workspace.meetings.next_for(site)
    assert [(p.kind, p.window_number) for p in agenda.praise] == [
        (PraiseKind.FULL_MARKS, "2号窗口"),
        (PraiseKind.FULL_MARKS, "1号窗口"),
    ]


def test_what_is_written_and_when_no_longer(workspace: Workspace, clock: Clock) -> None:
    site = site_visited(workspace, clock)
    meeting, _ = workspace.meetings.start(site)
    assert [each.id for each in workspace.meetings.open_ones()] == [meeting]
    workspace.meetings.write(meeting, host="李班长", present=("1001", "1002"), tasks="迎检")
    clock.set("2026-11-27", "08:20:00")
    with pytest.raises(NotLaterError):
        workspace.meetings.end(meeting)
    clock.set("2026-11-27", "08:44:30")
    workspace.meetings.end(meeting)
    kept = workspace.meetings.get(meeting)
    assert (kept.host, kept.present, kept.tasks, kept.minutes_taken) == (
        "李班长",
        ("1001", "1002"),
        "迎检",
        15,
    )
    assert workspace.meetings.open_ones() == []
    assert workspace.meetings.ended() == [kept]
    before = dump(workspace.folder)
    with pytest.raises(MeetingEndedError):
        workspace.meetings.write(meeting, host="x")
    with pytest.raises(MeetingEndedError):
        workspace.meetings.end(meeting)
    finding = workspace.meetings.agenda(meeting).items[0].finding
    with pytest.raises(MeetingEndedError):
        workspace.meetings.discuss(meeting, finding.id)
    assert dump(workspace.folder) == before


def test_patrol_findings_come_when_they_are_meant_to(workspace: Workspace, clock: Clock) -> None:
    clock.set("2026-11-26", "10:00:00")
    site = add_site(workspace)
    patrol, _ = workspace.patrols.start(site, ["王值班"])
    window = cards(workspace, patrol)[1]
    workspace.patrols.note(patrol, window.id, "未佩戴工牌")
    workspace.patrols.note(patrol, window.id, "已私下提醒", to_meeting=False)
    workspace.patrols.complete(patrol)
    clock.set("2026-11-27", "08:30:00")
    agenda = workspace.meetings.next_for(site)
    assert [item.finding.text for item in agenda.items] == ["未佩戴工牌"]
    assert agenda.praise == ()


def test_the_latest_visited_site_comes_first(workspace: Workspace, clock: Clock) -> None:
    add_site(workspace, "乙厅")
    clock.set("2026-11-26", "10:00:00")
    site = add_site(workspace, "丙厅")
    visit(workspace, site)
    add_site(workspace, "甲厅")
    names = [each.name for each in workspace.meetings.sites()]
    assert names[0] == "丙厅"
    assert set(names[1:]) == {"甲厅", "乙厅"}


def test_a_drill_from_the_pack_of_the_site(workspace: Workspace, clock: Clock) -> None:
    site = site_visited(workspace, clock)
    titles = set()
    for day in (27, 28):
        clock.set(f"2026-11-{day}")
        drill = workspace.meetings.drill(site)
        assert drill is not None
        titles.add(drill.title)
    assert len(titles) == 2


def test_what_was_withdrawn_is_asked_once_for_all_visits_since(
    workspace: Workspace, clock: Clock
) -> None:
    site = site_visited(workspace, clock)
    visit(workspace, site)
    visit(workspace, site)
    sent: list[str] = []
    workspace.database._connection.set_trace_callback(sent.append)
    assert workspace.meetings.next_for(site).praise
    workspace.database._connection.set_trace_callback(None)
    assert sum("JOIN answer" in each for each in sent) == 3  # the answers of each visit
    (asked,) = [each for each in sent if "'withdrawn'" in each]
    led = [row["detail"] for row in workspace.database.rows(f"EXPLAIN QUERY PLAN {asked}")]
    assert any("finding_by_inspection" in each for each in led)
