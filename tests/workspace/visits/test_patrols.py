"""日常巡视: a light round, two in each shift, and what it finds goes to the meeting."""

import pytest

from inspector.domain.checklist.category import Category
from inspector.domain.errors import (
    NothingInspectedError,
    NotOpenError,
    UnexplainedError,
    WrongKindError,
)
from inspector.domain.finding.finding import PUBLIC_AREA, FindingState
from inspector.domain.visit.answer_changes import passed
from inspector.domain.visit.evidence import EvidenceOrigin
from inspector.domain.visit.inspection import InspectionKind, InspectionState, Progress, Slot
from inspector.domain.visit.patrol import Standing
from inspector.domain.visit.roster import Site
from inspector.workspace.workspace import Workspace
from tests.photos import jpeg
from tests.workspace.evidence_steps import attach
from tests.workspace.visiting import PACK, Clock, add_site, cards, dump, items, start


def patrol(workspace: Workspace, site: Site) -> str:
    """Start a patrol."""
    inspection_id, _ = workspace.patrols.start(site, ["王值班"])
    return inspection_id


def clean_patrol(workspace: Workspace, site: Site) -> str:
    """Make a whole patrol that finds nothing."""
    inspection_id = patrol(workspace, site)
    places = [card.id for card in cards(workspace, inspection_id)]
    workspace.patrols.mark_clean(inspection_id, places)
    workspace.patrols.complete(inspection_id)
    return inspection_id


def test_a_round_of_the_public_area_and_every_window(workspace: Workspace) -> None:
    inspection = patrol(workspace, add_site(workspace, windows=3))
    sheet = workspace.inspections.sheet(inspection)
    assert [card.window_number for card in sheet.scorecards] == [
        "", "1号窗口", "2号窗口", "3号窗口",
    ]  # fmt: skip
    assert (sheet.inspection.kind, sheet.inspection.slot) == (InspectionKind.PATROL, Slot.MORNING)
    (line,) = workspace.inspections.unfinished()
    assert line.progress == Progress(0, 4)


def test_the_shift_is_that_of_the_clock_unless_said(workspace: Workspace, clock: Clock) -> None:
    site = add_site(workspace)
    clock.set("2026-11-27", "15:00:00")
    made = [
        workspace.patrols.start(site, [])[0],
        workspace.patrols.start(site, [], Slot.MORNING)[0],
    ]
    slots = [workspace.inspections.sheet(each).inspection.slot for each in made]
    assert slots == [Slot.AFTERNOON, Slot.MORNING]


def test_a_clean_round_raises_nothing_and_is_sealed(workspace: Workspace) -> None:
    site = add_site(workspace)
    inspection = clean_patrol(workspace, site)
    assert workspace.inspections.findings(inspection) == []
    assert [entry.clean for entry in workspace.patrols.entries(inspection)] == [True] * 3
    assert workspace.records.unchanged(inspection)
    sheet = workspace.inspections.sheet(inspection)
    assert sheet.inspection.state is InspectionState.COMPLETED


def test_what_is_wrong_becomes_a_finding(workspace: Workspace) -> None:
    site = add_site(workspace)
    inspection = patrol(workspace, site)
    area, window, _ = cards(workspace, inspection)
    sheet = workspace.inspections.sheet(inspection)
    item = next(item for item in sheet.items(window) if item.requirement)
    workspace.patrols.note(
        inspection, area.id, "地面有水渍", place="卫生间", category=Category.CLEANLINESS,
        handled="已拖干",
    )  # fmt: skip
    workspace.patrols.note(inspection, window.id, "未佩戴工牌", item_id=item.id)
    workspace.patrols.complete(inspection)
    wet, badge = workspace.inspections.findings(inspection)
    assert (wet.window_number, wet.text, wet.category, wet.state, wet.deduction) == (
        PUBLIC_AREA,
        "卫生间：地面有水渍",
        Category.CLEANLINESS,
        FindingState.CLOSED,
        0,
    )
    assert (badge.window_number, badge.item_id, badge.requirement, badge.state) == (
        "1号窗口",
        item.id,
        item.requirement,
        FindingState.OPEN,
    )
    assert wet.number < badge.number
    assert workspace.records.unchanged(inspection)


def test_a_window_with_something_wrong_is_not_clean(workspace: Workspace) -> None:
    inspection = patrol(workspace, add_site(workspace))
    window = cards(workspace, inspection)[1]
    workspace.patrols.mark_clean(inspection, [window.id])
    first, _ = workspace.patrols.note(inspection, window.id, "台面有私人物品")
    workspace.patrols.note(inspection, window.id, "未佩戴工牌")
    workspace.patrols.mark_clean(inspection, [window.id])
    workspace.patrols.note(inspection, window.id, "台面有水杯", entry_id=first)
    entries = workspace.patrols.entries(inspection)
    assert [entry.text for entry in entries] == ["台面有水杯", "未佩戴工牌"]


def test_an_entry_is_dropped_and_put_back(workspace: Workspace) -> None:
    inspection = patrol(workspace, add_site(workspace))
    window = cards(workspace, inspection)[1]
    entry_id, _ = workspace.patrols.note(inspection, window.id, "未佩戴工牌")
    (entry,) = workspace.patrols.entries(inspection)
    workspace.patrols.drop(inspection, entry_id)
    assert workspace.patrols.entries(inspection) == []
    workspace.patrols.let_be(inspection, [entry])
    assert workspace.patrols.entries(inspection) == [entry]


def test_entries_are_let_be_as_they_were(workspace: Workspace) -> None:
    inspection = patrol(workspace, add_site(workspace))
    area, first, second = cards(workspace, inspection)
    workspace.patrols.note(inspection, first.id, "未佩戴工牌")
    workspace.patrols.mark_clean(inspection, [area.id])
    before = workspace.patrols.entries(inspection)
    workspace.patrols.note(inspection, first.id, "台面有水杯", entry_id=before[0].id)
    workspace.patrols.drop(inspection, before[1].id)
    workspace.patrols.mark_clean(inspection, [second.id])
    after = workspace.patrols.entries(inspection)
    for wanted in (before, after, [], before):
        workspace.patrols.let_be(inspection, wanted)
        kept = workspace.patrols.entries(inspection)
        assert sorted(kept, key=lambda e: e.id) == sorted(wanted, key=lambda e: e.id)
    workspace.patrols.complete(inspection)
    with pytest.raises(NotOpenError):
        workspace.patrols.let_be(inspection, [])


def test_a_round_begins_at_the_entrance(workspace: Workspace) -> None:
    inspection = patrol(workspace, add_site(workspace))
    sheet = workspace.inspections.sheet(inspection)
    assert sheet.inspection.cursor_scorecard == sheet.scorecards[0].id


def test_photos_of_an_entry_follow_it_into_its_finding(workspace: Workspace) -> None:
    inspection = patrol(workspace, add_site(workspace))
    window = cards(workspace, inspection)[1]
    entry_id, _ = workspace.patrols.note(inspection, window.id, "未佩戴工牌")
    shown, _ = attach(
        workspace.evidence,
        workspace.evidence.prepare(jpeg()),
        inspection,
        window.id,
        entry_id,
        EvidenceOrigin.PASTED,
    )
    workspace.patrols.complete(inspection)
    (finding,) = workspace.inspections.findings(inspection)
    assert [each.id for each in workspace.evidence.of_finding(finding.id)] == [shown.id]


def test_what_cannot_be_handed_in(workspace: Workspace) -> None:
    site = add_site(workspace)
    inspection = patrol(workspace, site)
    with pytest.raises(NothingInspectedError):
        workspace.patrols.complete(inspection)
    window = cards(workspace, inspection)[1]
    entry_id, _ = workspace.patrols.note(inspection, window.id, "未佩戴工牌", handled="")
    with pytest.raises(UnexplainedError):
        workspace.patrols.complete(inspection)
    workspace.patrols.note(inspection, window.id, "未佩戴工牌", handled="已提醒", entry_id=entry_id)
    workspace.patrols.complete(inspection)
    before = dump(workspace.folder)
    with pytest.raises(NotOpenError):
        workspace.patrols.note(inspection, window.id, "晚了")
    with pytest.raises(NotOpenError):
        workspace.patrols.complete(inspection)
    assert dump(workspace.folder) == before


def test_patrols_and_inspections_are_not_mixed_up(workspace: Workspace) -> None:
    site = add_site(workspace)
    scored, round_ = start(workspace, site), patrol(workspace, site)
    card, item = cards(workspace, round_)[1], items(workspace, scored)[0]
    with pytest.raises(WrongKindError):
        workspace.inspections.record(round_, card.id, [passed(item)])
    with pytest.raises(WrongKindError):
        workspace.inspections.complete(round_)
    with pytest.raises(WrongKindError):
        workspace.patrols.note(scored, cards(workspace, scored)[0].id, "x")
    with pytest.raises(WrongKindError):
        workspace.inspections.start(site, InspectionKind.PATROL, [], PACK, [])
    workspace.inspections.discard(round_)
    workspace.inspections.take_back(round_)
    assert len(workspace.inspections.unfinished()) == 2


def test_patrols_of_the_day_are_done_or_due(workspace: Workspace, clock: Clock) -> None:
    site = add_site(workspace)
    add_site(workspace, "从不巡视厅")
    assert workspace.patrols.habitual() == []
    clock.set("2026-11-26", "09:00:00")
    clean_patrol(workspace, site)
    clock.set("2026-11-27", "10:00:00")
    clean_patrol(workspace, site)
    patrol(workspace, site)  # begun, not handed in
    (today,) = workspace.patrols.habitual()
    assert today.site == site
    assert [(slot.made, slot.standing) for slot in today.slots] == [
        (1, Standing.DUE),
        (0, Standing.LATER),
    ]
    clean_patrol(workspace, site)
    clock.set("2026-11-27", "14:00:00")
    assert [slot.standing for slot in workspace.patrols.today(site).slots] == [
        Standing.DONE,
        Standing.DUE,
    ]
    clock.set("2026-12-15", "10:00:00")
    assert workspace.patrols.habitual() == []
