"""What a meeting leaves out: it is not shown, stands in the minutes, and comes again."""

from pathlib import Path

from inspector.domain.meeting.meeting import DRILL, Part, PraiseKind
from inspector.domain.visit.roster import Site
from inspector.workspace.extent import Extent
from inspector.workspace.workspace import Workspace
from tests.workspace.meeting.test_meetings import site_visited
from tests.workspace.meeting.test_minutes_book import NOVEMBER, rows
from tests.workspace.visiting import Clock, dump


def left_out(workspace: Workspace, site: Site) -> tuple[str, list[str]]:
    """A meeting that shows the second of two findings alone; what it leaves out."""
    agenda = workspace.meetings.next_for(site)
    (said,) = agenda.praise
    out = [agenda.items[0].finding.id, said.key, DRILL]
    meeting, _ = workspace.meetings.start(site, out, host="王主任", drill="文明用语")
    return meeting, out


def test_it_stands_in_the_minutes_and_is_what_it_was(
    workspace: Workspace, clock: Clock, tmp_path: Path
) -> None:
    site = site_visited(workspace, clock)
    meeting, (out, *_) = left_out(workspace, site)
    before = workspace.findings.get(out)
    minutes = workspace.minutes.of(meeting)
    assert [line.finding.id for line in minutes.left_out] == [out]
    (shown,) = minutes.gone_through
    assert [line.is_waiting for line in (shown, *minutes.left_out)] == [True, False]
    assert minutes.praised == ()
    assert minutes.meeting.drill == ""
    workspace.meetings.discuss(meeting, shown.finding.id)
    clock.set("2026-11-27", "08:40:00")
    workspace.meetings.end(meeting)
    assert workspace.findings.get(out) == before
    said = rows(workspace.reports.write_minutes(tmp_path / "纪要.xlsx", Extent(NOVEMBER)))
    at = said.index(["未讲评（共2项，状态不变）："])
    due = before.deadline
    assert said[at + 1] == [
        f"1．1号窗口（工号1001）：{before.text}（{before.number}，{due.month}月{due.day}日到期）"
    ]
    assert said[at + 2] == ["2．表扬1条，留待下次晨会"]
    assert [line[1] for line in said if line[0] == 1] == [shown.finding.number] * 2  # and its task


def test_a_meeting_that_shows_no_finding_does_not_say_that_there_is_none(
    workspace: Workspace, clock: Clock, tmp_path: Path
) -> None:
    site = site_visited(workspace, clock)
    out = [item.finding.id for item in workspace.meetings.next_for(site).items]
    meeting, _ = workspace.meetings.start(site, out)
    clock.set("2026-11-27", "08:40:00")
    workspace.meetings.end(meeting)
    said = rows(workspace.reports.write_minutes_of(tmp_path / "纪要.xlsx", meeting))
    assert ["四、新发现问题及处理：未讲评，见下"] in said


def test_it_comes_again_at_the_next_meeting_as_new(workspace: Workspace, clock: Clock) -> None:
    site = site_visited(workspace, clock)
    meeting, (out, *_) = left_out(workspace, site)
    clock.set("2026-11-27", "08:40:00")
    workspace.meetings.end(meeting)
    clock.set("2026-11-27", "16:30:00")
    agenda = workspace.meetings.next_for(site)
    assert (out, Part.NEW) in [(item.finding.id, item.part) for item in agenda.items]
    assert [(each.kind, each.left_out) for each in agenda.praise] == [
        (PraiseKind.FULL_MARKS, False)
    ]
    workspace.meetings.start(site)
    assert workspace.meetings.next_for(site).praise == ()


def test_what_is_left_out_is_chosen_anew_while_it_goes_on(
    workspace: Workspace, clock: Clock
) -> None:
    site = site_visited(workspace, clock)
    meeting, out = left_out(workspace, site)
    _, second = (item.finding.id for item in workspace.meetings.agenda(meeting).items)
    workspace.meetings.leave_out(meeting, [second])
    minutes = workspace.minutes.of(meeting)
    assert [line.finding.id for line in minutes.left_out] == [second]
    assert len(minutes.praised) == 1
    assert minutes.meeting.drill
    workspace.meetings.discuss(meeting, second)
    assert workspace.minutes.of(meeting).left_out == ()  # what was talked about was not left out
    workspace.meetings.leave_out(meeting, out)
    again = workspace.meetings.agenda(meeting)
    assert [item.left_out for item in again.items] == [True, False]
    before = dump(workspace.folder)
    workspace.meetings.leave_out(meeting, out)
    assert dump(workspace.folder) == before


def test_a_hall_has_the_pace_of_its_own_meetings(workspace: Workspace, clock: Clock) -> None:
    site = site_visited(workspace, clock)
    assert workspace.meetings.pace(site) == 60
    for day in (27, 28, 29):
        clock.set(f"2026-11-{day}", "08:30:00")
        meeting, _ = workspace.meetings.start(site)
        for item in workspace.meetings.agenda(meeting).items:
            workspace.meetings.discuss(meeting, item.finding.id)
        clock.set(f"2026-11-{day}", "08:34:00")
        workspace.meetings.end(meeting)
    assert workspace.meetings.pace(site) == 90  # of four minutes, one is the frame


def test_what_a_meeting_did_not_come_to_is_left_out_when_it_ends(
    workspace: Workspace, clock: Clock
) -> None:
    site = site_visited(workspace, clock)
    meeting, _ = workspace.meetings.start(site)
    said, unsaid = (item.finding.id for item in workspace.meetings.agenda(meeting).items)
    workspace.meetings.discuss(meeting, said)
    before = workspace.findings.get(unsaid)
    clock.set("2026-11-27", "08:40:00")
    workspace.meetings.end(meeting)
    assert workspace.findings.get(unsaid) == before
    assert [line.finding.id for line in workspace.minutes.of(meeting).left_out] == [unsaid]
    clock.set("2026-11-27", "16:30:00")
    items = workspace.meetings.next_for(site).items
    assert (unsaid, Part.NEW) in [(item.finding.id, item.part) for item in items]
