"""需选择: what laptops said differently is shown with both sides, chosen by a person, and kept."""

import json

import pytest

from inspector.cli.speaking import speak
from inspector.domain.finding.assignment import Assignment
from inspector.domain.finding.finding import Finding, FindingState
from inspector.domain.finding.finding_event import Corrected
from inspector.domain.record.journal import Subject
from inspector.domain.sharing.conflict import Conflict, ConflictKind, Waiting
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
    (waiting,) = conflicts.waiting()
    assert conflicts.count() == 1
    conflict = conflicts.look_at(waiting)
    assert conflict is not None
    return conflict


def test_nothing_waits_where_nothing_came(workspace: Workspace) -> None:
    assert workspace.of(Conflicts).waiting() == []
    assert workspace.of(Conflicts).count() == 0


def test_steps_side_by_side_are_shown_by_laptop(conflicts: Conflicts, finding: Finding) -> None:
    conflict = only(conflicts)
    assert (conflict.waiting.kind, conflict.waiting.id) == (ConflictKind.FINDING, finding.id)
    assert finding.number in conflict.waiting.title
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
    changes = conflicts.settle(only(conflicts).waiting, way, by="王")
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


def replace_since(conflicts: Conflicts, finding: Finding) -> Waiting:
    """A conflict as it was looked at before somebody else settled it."""
    return Waiting(ConflictKind.FINDING, finding.id, "", finding.raised_at)


def test_what_is_said_of_a_window_stays_or_becomes_theirs(
    workspace: Workspace, conflicts: Conflicts
) -> None:
    site = add_site(workspace, "城东厅")
    window = workspace.rosters.windows(site.id)[0]
    mine, theirs = {"leader": window.leader}, {"leader": "赵主任"}
    differ(workspace, "window", window.id, mine, theirs)
    conflict = only(conflicts)
    assert conflict.waiting.title == f"城东厅 {window.number}"
    assert [[said.text for said in side.said] for side in conflict.sides] == [
        [window.leader or "—"], ["赵主任"],
    ]  # fmt: skip
    conflicts.settle(conflict.waiting, THEIRS, by="王")
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
    conflicts.settle(only(conflicts).waiting, MINE)
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
    conflicts.settle(only(conflicts).waiting, THEIRS)
    assert only(conflicts).waiting.title == "城东厅"


def test_a_day_off_and_an_inspector_are_chosen_alike(
    workspace: Workspace, conflicts: Conflicts
) -> None:
    differ(
        workspace, "holiday", "2026-12-31",
        {"kind": "off", "name": "调休"}, {"kind": "work", "name": "补班"},
    )  # fmt: skip
    conflicts.settle(only(conflicts).waiting, THEIRS)
    (day,) = workspace.database.rows("SELECT * FROM holiday")
    assert tuple(day) == ("2026-12-31", "work", "补班")


@pytest.mark.parametrize(
    ("kind", "mine", "theirs", "said"),
    [
        (
            "window",
            {"kind": "cash-counter"},
            {"kind": "no such kind"},
            ("现金柜台", "no such kind"),
        ),
        ("site", {"ended_on": None}, {"ended_on": "2026-12-31"}, ("—", "2026年12月31日")),
        ("staff", {"name": ""}, {"name": "李四"}, ("—", "李四")),
    ],
)
def test_both_sides_are_told_in_words(
    kind: str,
    mine: dict[str, str | None],
    theirs: dict[str, str | None],
    said: tuple[str, str],
    workspace: Workspace,
    conflicts: Conflicts,
) -> None:
    speak("zh_CN")
    site = add_site(workspace, "城东厅")
    window = workspace.rosters.windows(site.id)[0]
    own_id = {"site": site.id, "window": window.id, "staff": "gone"}[kind]
    differ(workspace, kind, own_id, mine, theirs)
    assert tuple(side.said[0].text for side in only(conflicts).sides) == said


def test_a_day_is_named_with_its_weekday(workspace: Workspace, conflicts: Conflicts) -> None:
    speak("zh_CN")
    differ(workspace, "holiday", "2026-12-31", {"kind": "off"}, {"kind": "work"})
    conflict = only(conflicts)
    assert conflict.waiting.title == "2026年12月31日（星期四）"
    assert [side.said[0].text for side in conflict.sides] == ["放假", "调休上班"]


def test_listing_takes_no_more_statements_however_much_waits(
    workspace: Workspace, conflicts: Conflicts, finding: Finding
) -> None:
    site = add_site(workspace, "城西厅")

    def statements() -> int:
        told: list[str] = []
        workspace.database._connection.set_trace_callback(told.append)
        conflicts.waiting(100)
        workspace.database._connection.set_trace_callback(None)
        return len(told)

    differ(workspace, "site", site.id, {"unit": ""}, {"unit": "政务局"})
    few = statements()
    for number in range(60):
        differ(workspace, "site", site.id, {"unit": ""}, {"unit": f"政务局{number}"})
    assert statements() == few
    assert len(conflicts.waiting(10)) == 10
    assert conflicts.count() == 62


def test_what_somebody_else_settled_meanwhile_is_not_shown(
    workspace: Workspace, conflicts: Conflicts, finding: Finding
) -> None:
    differ(workspace, "site", add_site(workspace, "城西厅").id, {"unit": ""}, {"unit": "政务局"})
    set_aside(workspace, "visit a")
    waiting = conflicts.waiting()
    assert len(waiting) == 3
    for each in waiting:
        conflicts.settle(each, 0)
        assert conflicts.look_at(each) is None
        conflicts.settle(each, 0)  # once more, from an old list: nothing happens
    assert conflicts.waiting() == []


def test_what_was_set_aside_stays_aside_and_is_taken_note_of(
    workspace: Workspace, conflicts: Conflicts
) -> None:
    set_aside(workspace, "visit a")
    set_aside(workspace, "visit b", '{"waits": true}')
    conflict = only(conflicts)
    assert conflict.waiting.kind is ConflictKind.SEALED
    assert "城东厅" in conflict.waiting.title
    conflicts.settle(conflict.waiting, 0, by="王")
    assert conflicts.waiting() == []
    assert len(workspace.database.rows("SELECT * FROM set_aside")) == 2
