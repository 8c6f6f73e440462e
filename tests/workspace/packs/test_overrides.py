"""A site's own numbers: kept, refused, dropped, and frozen with the visits made under them."""

from dataclasses import replace

import pytest

from inspector.domain.checklist.checklist import Override
from inspector.domain.errors import RefusedInputError, UnknownPackError
from inspector.domain.faults import Fault
from inspector.domain.visit.answer_changes import deducted, noted
from inspector.workspace.changes import Changes
from inspector.workspace.packs.override_sentences import would_be_lost_text
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import PACK, add_site, answer_all, cards, dump, start

DEARER = Override("desk-tidy", "本厅从严", each=300)
OFF = Override("waiting-time", "本厅不叫号", off=True)


def test_an_override_applies_at_its_site_alone(workspace: Workspace) -> None:
    east, west = add_site(workspace), add_site(workspace, "城西厅")
    assert workspace.overrides.put(east, PACK, DEARER) == Changes(packs=True)
    workspace.overrides.put(east, PACK, OFF)
    assert workspace.overrides.of(east, PACK) == [DEARER, OFF]
    assert workspace.overrides.of(west, PACK) == []
    own = workspace.overrides.pack_for(east, PACK)
    assert "waiting-time" not in own.item_by_id
    assert own.overrides == (DEARER, OFF)
    assert workspace.overrides.pack_for(west, PACK) == workspace.packs.get(PACK)


def test_an_item_has_one_override(workspace: Workspace) -> None:
    site = add_site(workspace)
    workspace.overrides.put(site, PACK, DEARER)
    again = Override("desk-tidy", "又改了", off=True)
    workspace.overrides.put(site, PACK, again)
    assert workspace.overrides.of(site, PACK) == [again]


@pytest.mark.parametrize(
    "override",
    [
        Override("no such item", "原因", off=True),
        Override("desk-tidy", "  ", off=True),
        Override("desk-tidy", "什么也没改"),
        Override("desk-tidy", "原因", each=0),
        Override("desk-tidy", "原因", full=-100),
        Override("desk-tidy", "原因", limit=100),
        Override("praise-received", "原因", full=100),
    ],
    ids=lambda override: f"{override.item_id}-{override.reason.strip()}-{override.full}",
)
def test_what_makes_no_sense_is_refused(workspace: Workspace, override: Override) -> None:
    site = add_site(workspace)
    before = dump(workspace.folder)
    with pytest.raises(RefusedInputError) as refused:
        workspace.overrides.put(site, PACK, override)
    assert refused.value.problems
    assert dump(workspace.folder) == before


def test_an_unknown_pack_is_refused(workspace: Workspace) -> None:
    site = add_site(workspace)
    with pytest.raises(UnknownPackError):
        workspace.overrides.put(site, "no such pack", DEARER)
    with pytest.raises(UnknownPackError):
        workspace.overrides.pack_for(site, "no such pack")


def test_a_visit_keeps_the_overrides_it_was_started_with(workspace: Workspace) -> None:
    site = add_site(workspace)
    workspace.overrides.put(site, PACK, DEARER)
    inspection_id = start(workspace, site)
    workspace.overrides.drop(site, PACK, DEARER.item_id)
    assert workspace.overrides.of(site, PACK) == []
    answer_all(workspace, inspection_id)
    card = cards(workspace, inspection_id)[0]
    item = workspace.packs.get(PACK).item_by_id["desk-tidy"]
    workspace.inspections.record(inspection_id, card.id, [noted(deducted(item), "茶杯")])
    workspace.inspections.complete(inspection_id)
    (finding,) = workspace.inspections.findings(inspection_id)
    assert finding.deduction == min(300, item.full)
    sheet = workspace.inspections.sheet(start(workspace, site))
    assert sheet.pack == workspace.packs.get(PACK)


def test_dropping_what_is_not_there_changes_nothing(workspace: Workspace) -> None:
    site = add_site(workspace)
    before = dump(workspace.folder)
    workspace.overrides.drop(site, PACK, "desk-tidy")
    assert dump(workspace.folder) == before


def test_what_a_newer_version_has_no_place_for_is_known_before_and_after(
    workspace: Workspace,
) -> None:
    east, west = add_site(workspace), add_site(workspace, "城西厅")
    current = workspace.packs.get(PACK)
    text = current.item_by_id[DEARER.item_id].text
    workspace.overrides.put(east, PACK, DEARER)
    workspace.overrides.put(east, PACK, OFF)
    workspace.overrides.put(west, PACK, OFF)
    checklists = tuple(
        replace(part, items=tuple(item for item in part.items if item.id != DEARER.item_id))
        for part in current.checklists
    )
    newer = replace(current, version="2999.1", checklists=checklists)
    assert workspace.overrides.lost_with(current, current) == []
    (lost,) = workspace.overrides.lost_with(newer, current)
    assert (lost.site, lost.unfit.override, lost.item_text) == (east, DEARER, text)
    assert workspace.overrides.lost(east, PACK) == []
    workspace.packs.take_in(newer)
    assert workspace.overrides.lost(east, PACK) == [lost]
    assert workspace.overrides.lost(west, PACK) == []
    assert workspace.overrides.counts(newer) == {east.id: (1, 1), west.id: (1, 0)}
    assert workspace.overrides.lost_with(newer, newer) == []  # it was lost before
    assert workspace.overrides.pack_for(east, PACK).overrides == (OFF,)
    workspace.overrides.drop(east, PACK, DEARER.item_id)
    assert workspace.overrides.lost(east, PACK) == []


def test_a_red_line_is_switched_off_only_when_it_is_said_twice(workspace: Workspace) -> None:
    site, off = add_site(workspace), Override("no-quarrel", "本厅没有顾客", off=True)
    with pytest.raises(RefusedInputError) as refused:
        workspace.overrides.put(site, PACK, off)
    assert [problem.fault for problem in refused.value.problems] == [Fault.RED_LINE]
    assert workspace.overrides.of(site, PACK) == []
    with pytest.raises(RefusedInputError):  # and with a reason
        workspace.overrides.put(site, PACK, replace(off, reason=" ", red_line=True))
    said = replace(off, red_line=True)
    workspace.overrides.put(site, PACK, said)
    assert workspace.overrides.of(site, PACK) == [said]
    assert off.item_id not in workspace.overrides.pack_for(site, PACK).item_by_id


def test_what_becomes_a_red_line_is_asked_again_until_it_is_said_twice(
    workspace: Workspace,
) -> None:
    """A version in which it was none does not lead around the second question."""
    site, current = add_site(workspace), workspace.packs.get(PACK)
    workspace.overrides.put(site, PACK, OFF)
    lists = tuple(
        replace(
            part,
            items=tuple(
                replace(each, veto=True) if each.id == OFF.item_id else each for each in part.items
            ),
        )
        for part in current.checklists
    )
    newer = replace(current, version="2999.1", checklists=lists)
    (lost,) = workspace.overrides.lost_with(newer, current)
    assert "no longer apply: it is a red line now" in would_be_lost_text(lost)
    workspace.packs.take_in(newer)
    assert OFF.item_id in workspace.overrides.pack_for(site, PACK).item_by_id
    workspace.overrides.put(site, PACK, replace(OFF, red_line=True))
    assert OFF.item_id not in workspace.overrides.pack_for(site, PACK).item_by_id
