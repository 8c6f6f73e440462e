"""需选择: what laptops said differently is shown with both sides, chosen by a person, and kept."""

import json

import pytest

from inspector.domain.finding.assignment import Assignment
from inspector.domain.finding.finding import Finding, FindingState
from inspector.domain.finding.finding_event import Corrected
from inspector.domain.record.journal import Subject
from inspector.domain.sharing.conflict import Conflict, ConflictKind
from inspector.storage.sharing.conflict_store import ConflictStore
from inspector.storage.stores.journal_store import JournalStore
from inspector.workspace.sharing.conflicts import MINE, THEIRS, Conflicts
from inspector.workspace.workspace import Workspace
from tests.workspace.findings.test_returned_matching import found_at
from tests.workspace.sharing.differing_laptops import (
    OTHER,
    came,
    differ,
    know_other,
    set_aside,
)
from tests.workspace.visiting import Clock, add_site


@pytest.fixture
def conflicts(workspace: Workspace) -> Conflicts:
    know_other(workspace)
    return workspace.of(Conflicts)


@pytest.fixture
def finding(workspace: Workspace, conflicts: Conflicts, clock: Clock) -> Finding:
    """A finding that was assigned here, and put right on the spot on another laptop."""
    found = found_at(workspace, "城东厅")[0]
    clock.set("2026-12-01")
    workspace.findings.assign([found.id], Assignment(department="综合部", owner="李四"), by="王")
    theirs = Corrected(id="theirs", finding_id=found.id, at=clock(), by="赵", note="当场示范")
    came(workspace, theirs, found.id)
    return found


def only(conflicts: Conflicts) -> Conflict:
    (conflict,) = conflicts.waiting()
    assert conflicts.count() == 1
    return conflict


def test_nothing_waits_where_nothing_came(workspace: Workspace) -> None:
    assert workspace.of(Conflicts).waiting() == []
    assert workspace.of(Conflicts).count() == 0


def test_steps_side_by_side_are_shown_by_laptop(conflicts: Conflicts, finding: Finding) -> None:
    conflict = only(conflicts)
    assert (conflict.kind, conflict.id) == (ConflictKind.FINDING, finding.id)
    assert finding.number in conflict.title
    assert [side.laptop for side in conflict.sides] == ["", OTHER]
    assert conflict.sides[1].name == "城西的电脑"
    (mine,), (theirs,) = (side.said for side in conflict.sides)
    assert ("李四" in mine.text, mine.by) == (True, "王")
    assert (theirs.text, theirs.by) == ("当场示范", "赵")
    assert len(conflict.ways) == 3


@pytest.mark.parametrize(
    ("way", "state"),
    [(0, FindingState.RECTIFYING), (1, FindingState.CLOSED), (2, FindingState.CLOSED)],
)
def test_a_person_says_whose_steps_count(
    way: int, state: FindingState, workspace: Workspace, conflicts: Conflicts, finding: Finding
) -> None:
    changes = conflicts.settle(only(conflicts), way, by="王")
    assert (changes.findings, changes.laptops) == (True, True)
    assert workspace.findings.get(finding.id).state is state
    assert conflicts.waiting() == []
    assert conflicts.count() == 0
    last = workspace.findings.history(finding.id)[-1].event
    (entry,) = [
        entry
        for entry, _ in JournalStore(workspace.database).told_of([finding.id])
        if entry.subject == last.id
    ]
    assert entry.kind == Subject.EVENT
    assert conflicts.settle(replace_since(conflicts, finding), way) is not None


def replace_since(conflicts: Conflicts, finding: Finding) -> Conflict:
    """A conflict as it was looked at before somebody else settled it."""
    return Conflict(ConflictKind.FINDING, finding.id, "", finding.raised_at, (), ())


def test_what_is_said_of_a_window_stays_or_becomes_theirs(
    workspace: Workspace, conflicts: Conflicts
) -> None:
    site = add_site(workspace, "城东厅")
    window = workspace.rosters.windows(site.id)[0]
    mine, theirs = {"leader": window.leader}, {"leader": "赵主任"}
    differ(workspace, "window", window.id, mine, theirs)
    conflict = only(conflicts)
    assert conflict.title == f"城东厅 {window.number}"
    assert [[said.text for said in side.said] for side in conflict.sides] == [
        [window.leader or "—"], ["赵主任"],
    ]  # fmt: skip
    conflicts.settle(conflict, THEIRS, by="王")
    assert workspace.rosters.windows(site.id)[0].leader == "赵主任"
    assert conflicts.waiting() == []
    (choice,) = workspace.database.rows("SELECT * FROM choice")
    assert (choice["kind"], choice["subject"], json.loads(choice["kept"])) == (
        "window", window.id, theirs,
    )  # fmt: skip
    (row,) = workspace.database.rows("SELECT chosen, chosen_by FROM difference")
    assert tuple(row) == (choice["id"], "王")


def test_mine_stays_and_that_is_kept_as_well(workspace: Workspace, conflicts: Conflicts) -> None:
    site = add_site(workspace, "城东厅")
    differ(workspace, "site", site.id, {"unit": ""}, {"unit": "政务局"})
    conflicts.settle(only(conflicts), MINE)
    assert workspace.rosters.sites()[0].unit == ""
    assert conflicts.waiting() == []


def test_a_choice_that_came_holds_unless_a_later_one_is_here(
    workspace: Workspace, conflicts: Conflicts
) -> None:
    site = add_site(workspace, "城东厅")
    store = ConflictStore(workspace.database)
    differ(workspace, "site", site.id, {"unit": ""}, {"unit": "政务局"})
    came = [
        ("late", "2026-12-03", {"unit": "大数据局"}),
        ("early", "2026-12-02", {"unit": "信访局"}),
    ]
    for key, day, kept in came:
        with workspace.database.transaction():
            workspace.database.insert(
                "choice",
                {
                    "id": key, "at": f"{day}T09:00:00+08:00", "author": "赵", "kind": "site",
                    "subject": site.id, "kept": json.dumps(kept),
                },
            )  # fmt: skip
            store.follow([key], workspace.now(), workspace.new_id)
    assert workspace.rosters.sites()[0].unit == "大数据局"
    assert conflicts.waiting() == []


def test_where_the_name_is_taken_it_waits_on(workspace: Workspace, conflicts: Conflicts) -> None:
    site = add_site(workspace, "城东厅")
    add_site(workspace, "城西厅")
    differ(workspace, "site", site.id, {"name": "城东厅"}, {"name": "城西厅"})
    conflicts.settle(only(conflicts), THEIRS)
    assert only(conflicts).title == "城东厅"


def test_a_day_off_and_an_inspector_are_chosen_alike(
    workspace: Workspace, conflicts: Conflicts
) -> None:
    differ(
        workspace, "holiday", "2026-12-31",
        {"kind": "off", "name": "调休"}, {"kind": "work", "name": "补班"},
    )  # fmt: skip
    conflicts.settle(only(conflicts), THEIRS)
    (day,) = workspace.database.rows("SELECT * FROM holiday")
    assert tuple(day) == ("2026-12-31", "work", "补班")


def test_what_was_set_aside_stays_aside_and_is_taken_note_of(
    workspace: Workspace, conflicts: Conflicts
) -> None:
    set_aside(workspace, "visit a")
    set_aside(workspace, "visit b", '{"waits": true}')
    conflict = only(conflicts)
    assert conflict.kind is ConflictKind.SEALED
    assert "城东厅" in conflict.title
    conflicts.settle(conflict, 0, by="王")
    assert conflicts.waiting() == []
    assert len(workspace.database.rows("SELECT * FROM set_aside")) == 2
