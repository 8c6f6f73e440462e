"""A visit from its start to its completion, and every refusal on the way."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from inspector.domain.checklist.category import Scope
from inspector.domain.errors import (
    IncompleteInspectionError,
    NoInspectorError,
    NothingInspectedError,
    NotOpenError,
    UnexplainedError,
    UnknownPackError,
)
from inspector.domain.finding.finding import FindingState
from inspector.domain.visit.answer_changes import deducted, not_applicable, noted, passed
from inspector.domain.visit.inspection import InspectionKind, InspectionState, Progress
from inspector.workspace.changes import Changes
from inspector.workspace.visits.inspections import Duty
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import (
    PACK,
    Clock,
    add_site,
    answer_all,
    cards,
    dump,
    items,
    start,
    visit,
    wrong_answer,
)

# Starting


def test_a_visit_begins_with_the_roster_of_the_day(workspace: Workspace, clock: Clock) -> None:
    site = add_site(workspace, windows=2)
    inspection_id = start(workspace, site, public_area=True)
    sheet = workspace.inspections.sheet(inspection_id)
    public, first, second = sheet.scorecards
    assert (public.scope, public.window_id, public.position) == (Scope.PUBLIC, None, 0)
    assert [card.window_number for card in (first, second)] == ["1号窗口", "2号窗口"]
    assert (first.staff_number, first.department, first.leader) == ("1001", "综合部", "王主任")
    inspection = sheet.inspection
    assert inspection.cursor_scorecard == first.id, "the inspector walks in past the first window"
    assert (inspection.started_at, inspection.inspectors) == (clock.moment, ("甲", "乙"))
    assert inspection.state is InspectionState.OPEN
    assert sheet.pack == workspace.packs.get(PACK)
    assert sheet.answers == {}


def test_a_later_roster_leaves_a_visit_alone(workspace: Workspace) -> None:
    site = add_site(workspace)
    inspection_id = start(workspace, site)
    before = cards(workspace, inspection_id)
    changed = [
        replace(window, department="市场部", staff=())
        for window in workspace.rosters.windows(site.id)
    ]
    workspace.roster_store.put([site], changed)
    assert cards(workspace, inspection_id) == before


def test_nothing_chosen_is_nothing_to_inspect(workspace: Workspace) -> None:
    site = add_site(workspace)
    before = dump(workspace.folder)
    with pytest.raises(NothingInspectedError):
        workspace.inspections.start(site, InspectionKind.OPEN, [], PACK, [], public_area=False)
    with pytest.raises(UnknownPackError):
        workspace.inspections.start(site, InspectionKind.OPEN, [], "no such pack", [])
    assert dump(workspace.folder) == before


def test_the_public_area_alone_can_be_inspected(workspace: Workspace) -> None:
    site = add_site(workspace)
    inspection_id, _ = workspace.inspections.start(site, InspectionKind.OPEN, ["甲"], PACK, [])
    (card,) = cards(workspace, inspection_id)
    assert card.scope is Scope.PUBLIC
    answer_all(workspace, inspection_id)
    workspace.inspections.complete(inspection_id)
    (line,) = workspace.inspections.completed()
    assert line.score == 10000


def test_a_window_without_anybody_can_be_inspected(workspace: Workspace) -> None:
    site = add_site(workspace, windows=1)
    (window,) = workspace.rosters.windows(site.id)
    inspection_id, _ = workspace.inspections.start(
        site, InspectionKind.OPEN, [], PACK, [Duty(window)], public_area=False
    )
    (card,) = cards(workspace, inspection_id)
    assert (card.staff_number, card.staff_name) == ("", "")


# Answering


@pytest.fixture
def inspection_id(workspace: Workspace) -> str:
    """An open visit to two windows."""
    return start(workspace, add_site(workspace))


def test_an_answer_is_kept_with_where_the_inspector_goes_on(
    workspace: Workspace, inspection_id: str
) -> None:
    card = cards(workspace, inspection_id)[1]
    first, second, *_ = items(workspace, inspection_id)
    answer = wrong_answer(workspace, inspection_id)
    changes = workspace.inspections.record(inspection_id, card.id, [answer], next_item=second.id)
    assert changes == Changes(scorecard=card.id)
    sheet = workspace.inspections.sheet(inspection_id)
    assert sheet.answers == {card.id: {first.id: answer}}
    assert (sheet.inspection.cursor_scorecard, sheet.inspection.cursor_item) == (card.id, second.id)


def test_an_answer_is_undone_by_what_was_there_before(
    workspace: Workspace, inspection_id: str
) -> None:
    card = cards(workspace, inspection_id)[0]
    first, second, third, *_ = items(workspace, inspection_id)
    record = workspace.inspections.record
    record(inspection_id, card.id, [passed(first), not_applicable(second)])
    before = dump(workspace.folder)
    record(inspection_id, card.id, [wrong_answer(workspace, inspection_id), passed(third)])
    assert dump(workspace.folder) != before
    record(inspection_id, card.id, [passed(first)], cleared=[third.id])
    assert dump(workspace.folder) == before


def test_an_answer_to_no_scorecard_changes_nothing(
    workspace: Workspace, inspection_id: str
) -> None:
    before = dump(workspace.folder)
    with pytest.raises(KeyError):
        workspace.inspections.record(
            inspection_id, "no such card", [wrong_answer(workspace, inspection_id)]
        )
    assert dump(workspace.folder) == before


def test_a_completed_visit_is_not_changed_through_an_open_one(
    workspace: Workspace, inspection_id: str
) -> None:
    done = visit(workspace, add_site(workspace, "城西厅"))
    (card, *_) = cards(workspace, done)
    before = dump(workspace.folder)
    inspections = workspace.inspections
    with pytest.raises(KeyError):
        inspections.record(inspection_id, card.id, [wrong_answer(workspace, inspection_id)])
    with pytest.raises(KeyError):
        inspections.leave_out(inspection_id, card.id, True)
    assert dump(workspace.folder) == before


@pytest.mark.ci
def test_a_killed_program_goes_on_at_the_same_item(tmp_path: Path) -> None:
    script = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from inspector.workspace.workspace import Workspace\n"
        "from tests.workspace.visiting import *\n"
        "workspace = Workspace(Path(sys.argv[1]))\n"
        "inspection_id = start(workspace, add_site(workspace))\n"
        "first, second, *_ = items(workspace, inspection_id)\n"
        "card = cards(workspace, inspection_id)[1]\n"
        "workspace.inspections.record(inspection_id, card.id, [passed(first)], (), second.id)\n"
        "print(card.id, first.id, second.id, flush=True)\n"
        "os._exit(9)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, tmp_path],
        cwd=Path(__file__).parents[3],
        stdout=subprocess.PIPE,
        text=True,
    )
    card, first, second = done.stdout.split()
    with closing(Workspace(tmp_path)) as workspace:
        (line,) = workspace.inspections.unfinished()
        assert line.inspection.cursor_scorecard == card
        assert line.inspection.cursor_item == second
        assert set(workspace.inspections.sheet(line.inspection.id).answers[card]) == {first}
        assert line.progress == Progress(1, 2 * len(items(workspace, line.inspection.id)))


# Leaving out


def test_what_is_left_out_keeps_its_answers_and_counts_nowhere(
    workspace: Workspace, inspection_id: str
) -> None:
    answer_all(workspace, inspection_id, {0: ["rise-to-greet"], 1: ["no-quarrel"]})
    before = dump(workspace.folder)
    _, second = cards(workspace, inspection_id)
    workspace.inspections.leave_out(inspection_id, second.id, True)
    workspace.inspections.leave_out(inspection_id, second.id, False)
    assert dump(workspace.folder) == before
    workspace.inspections.leave_out(inspection_id, second.id, True)
    workspace.inspections.complete(inspection_id)
    (line,) = workspace.inspections.completed()
    assert line.grade == "优秀", "the veto was at the window left out"
    findings = workspace.inspections.findings(inspection_id)
    assert [finding.item_id for finding in findings] == ["rise-to-greet"]


def test_a_window_left_out_need_not_be_answered(workspace: Workspace, inspection_id: str) -> None:
    answer_all(workspace, inspection_id)
    _, second = cards(workspace, inspection_id)
    workspace.inspections.record(
        inspection_id, second.id, [], [item.id for item in items(workspace, inspection_id)]
    )
    with pytest.raises(IncompleteInspectionError) as refused:
        workspace.inspections.complete(inspection_id)
    assert refused.value.missing == len(items(workspace, inspection_id))
    workspace.inspections.leave_out(inspection_id, second.id, True)
    workspace.inspections.complete(inspection_id)


def test_everything_left_out_is_nothing_inspected(workspace: Workspace, inspection_id: str) -> None:
    answer_all(workspace, inspection_id)
    for card in cards(workspace, inspection_id):
        workspace.inspections.leave_out(inspection_id, card.id, True)
    before = dump(workspace.folder)
    with pytest.raises(NothingInspectedError):
        workspace.inspections.complete(inspection_id)
    assert dump(workspace.folder) == before


# Completing


def test_one_item_missing_blocks_completion(workspace: Workspace, inspection_id: str) -> None:
    answer_all(workspace, inspection_id)
    (first, *_), (card, *_) = items(workspace, inspection_id), cards(workspace, inspection_id)
    workspace.inspections.record(inspection_id, card.id, [], cleared=[first.id])
    before = dump(workspace.folder)
    with pytest.raises(IncompleteInspectionError) as refused:
        workspace.inspections.complete(inspection_id)
    assert refused.value.missing == 1
    assert dump(workspace.folder) == before


@pytest.mark.parametrize(
    ("position", "item_id"), [(1, "no-quarrel"), (0, "praise-received")], ids=["veto", "bonus"]
)
def test_a_veto_and_a_bonus_need_a_reason(
    workspace: Workspace, inspection_id: str, position: int, item_id: str
) -> None:
    answer_all(workspace, inspection_id)
    card = cards(workspace, inspection_id)[position]
    item = workspace.packs.get(PACK).item_by_id[item_id]
    workspace.inspections.record(inspection_id, card.id, [deducted(item)])
    before = dump(workspace.folder)
    with pytest.raises(UnexplainedError) as refused:
        workspace.inspections.complete(inspection_id)
    assert refused.value.args == (1,)
    assert dump(workspace.folder) == before
    workspace.inspections.record(inspection_id, card.id, [noted(deducted(item), "见录像")])
    workspace.inspections.complete(inspection_id)


def test_completion_raises_the_findings(
    workspace: Workspace, inspection_id: str, clock: Clock
) -> None:
    started = clock.moment
    answer_all(workspace, inspection_id, {0: ["rise-to-greet", "desk-tidy"], 1: ["no-quarrel"]})
    clock.set("2026-12-01")
    changes = workspace.inspections.complete(inspection_id)
    assert changes == Changes(inspections=True, findings=True)
    findings = workspace.inspections.findings(inspection_id)
    assert [(f.number, f.window_number, f.item_id, f.deduction, f.veto) for f in findings] == [
        ("2611-K7M-0001", "1号窗口", "rise-to-greet", 100, False),
        ("2611-K7M-0002", "1号窗口", "desk-tidy", 100, False),
        ("2611-K7M-0003", "2号窗口", "no-quarrel", 0, True),
    ]
    assert {finding.raised_at for finding in findings} == {started}
    assert {finding.state for finding in findings} == {FindingState.OPEN}
    inspection = workspace.inspections.sheet(inspection_id).inspection
    assert inspection.completed_at == clock.moment
    (line,) = workspace.inspections.completed()
    assert line.grade == "★ 不合格"


def test_numbers_go_on_from_visit_to_visit(workspace: Workspace, clock: Clock) -> None:
    site = add_site(workspace)
    numbers = []
    for day in ("2026-11-27", "2026-11-30", "2026-12-01"):
        clock.set(day)
        done = visit(workspace, site, {0: ["desk-tidy"]})
        numbers += [finding.number for finding in workspace.inspections.findings(done)]
    assert numbers == ["2611-K7M-0001", "2611-K7M-0002", "2612-K7M-0001"]


def test_completion_is_all_or_nothing(workspace: Workspace, inspection_id: str) -> None:
    answer_all(workspace, inspection_id, {0: ["desk-tidy"]})
    visit(workspace, add_site(workspace, "城西厅"), {0: ["desk-tidy"]})
    with closing(sqlite3.connect(workspace.database.path)) as other, other:
        other.execute(  # the visit is sealed by then
            "CREATE TRIGGER refused BEFORE INSERT ON finding BEGIN SELECT raise(ABORT, ''); END"
        )
    before = dump(workspace.folder)
    with pytest.raises(sqlite3.IntegrityError):
        workspace.inspections.complete(inspection_id)
    assert dump(workspace.folder) == before
    assert workspace.inspections.sheet(inspection_id).inspection.state is InspectionState.OPEN


def test_a_visit_without_anything_applicable_has_no_score(
    workspace: Workspace, inspection_id: str
) -> None:
    for card in cards(workspace, inspection_id):
        answers = [not_applicable(item) for item in items(workspace, inspection_id)]
        workspace.inspections.record(inspection_id, card.id, answers)
    workspace.inspections.complete(inspection_id)
    (line,) = workspace.inspections.completed()
    assert (line.score, line.grade) == (None, "")


# What is closed stays as it is

Operation = Callable[[Workspace, str], object]

WRITES: dict[str, Operation] = {
    "record": lambda w, i: w.inspections.record(i, cards(w, i)[0].id, [wrong_answer(w, i)]),
    "clear": lambda w, i: w.inspections.record(
        i, cards(w, i)[0].id, [], cleared=[items(w, i)[0].id]
    ),
    "leave out": lambda w, i: w.inspections.leave_out(i, cards(w, i)[0].id, True),
    "complete": lambda w, i: w.inspections.complete(i),
    "discard": lambda w, i: w.inspections.discard(i),
}


@pytest.mark.parametrize("operation", WRITES.values(), ids=WRITES)
@pytest.mark.parametrize("closing", ["complete", "discard"])
def test_what_is_closed_takes_no_change(
    workspace: Workspace, inspection_id: str, operation: Operation, closing: str
) -> None:
    answer_all(workspace, inspection_id, {0: ["desk-tidy"]})
    WRITES[closing](workspace, inspection_id)
    before = dump(workspace.folder)
    with pytest.raises(NotOpenError):
        operation(workspace, inspection_id)
    assert dump(workspace.folder) == before


def test_an_unknown_visit_is_a_key_error(workspace: Workspace) -> None:
    for operation in (workspace.inspections.complete, workspace.inspections.discard):
        with pytest.raises(KeyError):
            operation("no such visit")


# The bin


def test_a_visit_comes_back_from_the_bin_as_it_was(
    workspace: Workspace, inspection_id: str
) -> None:
    answer_all(workspace, inspection_id, {0: ["desk-tidy"]})
    before = dump(workspace.folder)
    workspace.inspections.discard(inspection_id)
    inspections = workspace.inspections
    assert inspections.unfinished() == inspections.completed() == []
    assert [line.inspection.id for line in inspections.discarded()] == [inspection_id]
    inspections.take_back(inspection_id)
    assert dump(workspace.folder) == before
    assert inspections.discarded() == []


@pytest.mark.parametrize("state", ["open", "completed"])
def test_only_what_is_in_the_bin_is_taken_out(
    workspace: Workspace, inspection_id: str, state: str
) -> None:
    answer_all(workspace, inspection_id)
    if state == "completed":
        workspace.inspections.complete(inspection_id)
    before = dump(workspace.folder)
    workspace.inspections.take_back(inspection_id)
    assert dump(workspace.folder) == before


# Lists


def test_unfinished_visits_come_newest_first_with_their_progress(
    workspace: Workspace, clock: Clock
) -> None:
    site = add_site(workspace)
    older = start(workspace, site)
    clock.set("2026-11-28")
    newer = start(workspace, site)
    item, (card, *_) = items(workspace, older)[0], cards(workspace, older)
    workspace.inspections.record(older, card.id, [passed(item)])
    lines = workspace.inspections.unfinished()
    every = 2 * len(items(workspace, older))
    assert [(line.inspection.id, line.progress) for line in lines] == [
        (newer, Progress(0, every)),
        (older, Progress(1, every)),
    ]
    assert [line.inspection.id for line in workspace.inspections.unfinished(1)] == [newer]


def test_two_programs_do_not_complete_the_same_visit(
    workspace: Workspace, inspection_id: str
) -> None:
    answer_all(workspace, inspection_id, {0: ["desk-tidy"]})
    with closing(Workspace(workspace.folder)) as other:
        other.inspections.complete(inspection_id)
        with pytest.raises(NotOpenError):
            workspace.inspections.complete(inspection_id)
    assert len(workspace.inspections.findings(inspection_id)) == 1


def test_who_is_named_late_may_belong_to_the_site(workspace: Workspace) -> None:
    visit = start(workspace, add_site(workspace), inspectors=())
    answer_all(workspace, visit)
    with pytest.raises(NoInspectorError):
        workspace.inspections.complete(visit)
    inspection, _ = workspace.inspections.name_inspectors(visit, ["王主任", "甲"])
    assert inspection.conflicts == ("王主任",)
    workspace.inspections.complete(visit)
