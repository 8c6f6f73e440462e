"""A person who goes to another site: one step, told at both, and old visits keep who was there."""

import pytest

from inspector.domain.errors import RefusedInputError
from inspector.domain.faults import Fault
from inspector.domain.visit.roster import Site
from inspector.domain.visit.roster_event import RosterEvent, RosterEventKind, RosterSubject
from inspector.workspace.workspace import Workspace
from tests.workspace.roster.test_roster_steps import by_hand, fault_of, roster_of
from tests.workspace.visiting import cards, visit

ADDED, ENDED, MOVED = RosterEventKind.ADDED, RosterEventKind.ENDED, RosterEventKind.MOVED


def other_hall(workspace: Workspace) -> tuple[Site, str]:
    """Return another site and the id of its only window."""
    steps = workspace.roster_steps
    site_id = steps.add_site("城西营业厅").id
    window_id = steps.add_window(site_id, "3号窗口", "comprehensive").id
    return workspace.rosters.site_named("城西营业厅"), window_id


def people(workspace: Workspace, site: Site) -> list[tuple[str, str, str]]:
    windows = workspace.rosters.windows(site.id)
    return [(p.number, p.name, p.team) for window in windows for p in window.staff]


def of_people(workspace: Workspace, site: Site) -> list[RosterEvent]:
    events = workspace.rosters.events(site.id)
    return [each for each in events if each.subject is RosterSubject.STAFF]


def test_a_person_is_moved_in_one_step_that_both_sites_tell(workspace: Workspace) -> None:
    east, _, person = by_hand(workspace)
    done = visit(workspace, east)
    west, window = other_hall(workspace)
    moved = workspace.roster_steps.move_staff([person.id], window)
    assert people(workspace, east) == []
    assert people(workspace, west) == [("1001", "张三", "早班")]
    (card,) = cards(workspace, done)
    assert (card.staff_number, card.staff_name) == ("1001", "张三")
    left, added = of_people(workspace, east)
    assert (left.kind, left.other_site_id, left.is_leaving) == (MOVED, west.id, True)
    assert (added.kind, added.other_site_id) == (ADDED, "")
    (came,) = of_people(workspace, west)
    assert (came.kind, came.other_site_id, came.is_leaving) == (MOVED, east.id, False)
    workspace.roster_steps.undo(moved.batch)
    assert people(workspace, east) == [("1001", "张三", "早班")]
    assert people(workspace, west) == []
    assert [each.kind for each in of_people(workspace, east)] == [MOVED, MOVED, ADDED]


def test_who_comes_back_is_who_was_there(workspace: Workspace) -> None:
    east, first, person = by_hand(workspace)
    west, window = other_hall(workspace)
    there = workspace.roster_steps.move_staff([person.id], window).id
    back = workspace.roster_steps.move_staff([there], first.id).id
    assert back == person.id
    assert people(workspace, east) == [("1001", "张三", "早班")]
    assert people(workspace, west) == []


def test_nobody_is_moved_to_where_the_number_is_taken(workspace: Workspace) -> None:
    _, _, person = by_hand(workspace)
    _, window = other_hall(workspace)
    workspace.roster_steps.add_staff(window, "1001", "李四")
    before = roster_of(workspace)
    with pytest.raises(RefusedInputError) as refused:
        workspace.roster_steps.move_staff([person.id], window)
    assert fault_of(refused) == ("number", Fault.TAKEN, "1001")
    assert roster_of(workspace) == before


def test_a_column_of_people_is_added_as_one_step_or_not_at_all(workspace: Workspace) -> None:
    east, window, _ = by_hand(workspace)
    steps = workspace.roster_steps
    with pytest.raises(RefusedInputError):
        steps.add_people(window.id, [("1002", ""), ("1001", "")])
    with pytest.raises(RefusedInputError):
        steps.add_people(window.id, [("1002", ""), ("1002", "")])
    assert people(workspace, east) == [("1001", "张三", "早班")]
    done = steps.add_people(window.id, [("1002", "李四"), ("１００３", "")], "晚班")
    assert people(workspace, east)[1:] == [("1002", "李四", "晚班"), ("1003", "", "晚班")]
    steps.undo(done.batch)
    assert len(people(workspace, east)) == 1
