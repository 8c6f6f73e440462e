"""A meeting that was begun and not held: thrown away, or ended on a later day."""

import pytest

from inspector.domain.errors import MeetingDecidedError, MeetingEndedError
from inspector.workspace.meeting.meetings import source_of
from inspector.workspace.workspace import Workspace
from tests.workspace.meeting.test_meetings import site_visited
from tests.workspace.visiting import Clock, dump


def test_a_meeting_begun_by_accident_is_discarded_and_nothing_is_lost(
    workspace: Workspace, clock: Clock
) -> None:
    site = site_visited(workspace, clock)
    before = workspace.meetings.next_for(site)
    wanted = [(item.finding.id, item.part) for item in before.items]
    meeting, _ = workspace.meetings.start(site)
    first = workspace.meetings.agenda(meeting).items[0].finding
    workspace.meetings.discuss(meeting, first.id)
    workspace.meetings.discard(meeting)
    assert workspace.meetings.open_ones() == workspace.meetings.ended() == []
    after = workspace.meetings.next_for(site)
    assert after.since == before.since  # the next one does not look back at it
    assert [(item.finding.id, item.part) for item in after.items] == wanted
    assert workspace.meetings.get(meeting).discarded_at == workspace.now()
    with pytest.raises(MeetingEndedError):
        workspace.meetings.end(meeting)
    with pytest.raises(MeetingEndedError):
        workspace.meetings.discard(meeting)


def test_what_decided_something_is_ended_and_never_discarded(
    workspace: Workspace, clock: Clock
) -> None:
    site = site_visited(workspace, clock)
    meeting, _ = workspace.meetings.start(site)
    assert workspace.meetings.is_discardable(meeting)
    first = workspace.meetings.agenda(meeting).items[0].finding
    workspace.findings.note([first.id], "下周再看", source=source_of(meeting))
    assert not workspace.meetings.is_discardable(meeting)
    before = dump(workspace.folder)
    with pytest.raises(MeetingDecidedError):
        workspace.meetings.discard(meeting)
    assert dump(workspace.folder) == before


def test_ended_on_a_later_day_it_counts_no_minutes_and_what_was_closed_meanwhile(
    workspace: Workspace, clock: Clock
) -> None:
    site = site_visited(workspace, clock)
    meeting, _ = workspace.meetings.start(site)
    first, second = (item.finding for item in workspace.meetings.agenda(meeting).items)
    workspace.findings.correct([first.id], "已更正")
    clock.set("2026-11-30", "08:20:00")
    workspace.meetings.end(meeting)
    assert workspace.meetings.get(meeting).minutes_taken is None
    minutes = workspace.minutes.of(meeting)
    assert [finding.id for finding in minutes.still_open] == [second.id]
    assert [line.was_ended_meanwhile for line in minutes.lines] == [True, False]
