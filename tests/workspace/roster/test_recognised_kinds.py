"""A roster without 窗口类型: what its windows are taken for, and what a visit then asks of them."""

from dataclasses import replace
from pathlib import Path

import pytest

from inspector.domain.checklist.checklist import WindowKind
from inspector.domain.checklist.kind_recognition import TakenBy, TakenKind
from inspector.domain.visit.inspection import InspectionKind
from inspector.domain.visit.roster import Site, Window
from inspector.workspace.roster.roster_sentences import roster_sentences
from inspector.workspace.visits.inspections import Duty
from inspector.workspace.workspace import Workspace
from tests.excel.rosters.rosters import roster

NAMES = ("导诊台", "挂号收费1号", "采血窗口2", "中药房", "5号窗口")
TAKEN = ("guide-desk", "registration", "blood-sampling", "herbal-pharmacy", "registration")
VENEPUNCTURE = "sampling-clean"


@pytest.fixture
def hospital(tmp_path: Path) -> Path:
    """A roster that says nothing of kinds."""
    rows = [["市人民医院", name, f"10{n}"] for n, name in enumerate(NAMES)]
    return roster(tmp_path, rows, ("单位", "窗口号", "工号"))


def site_of(workspace: Workspace, path: Path) -> tuple[Site, list[Window]]:
    workspace.rosters.take_in(workspace.rosters.preview(path))
    (site,) = workspace.rosters.sites()
    return site, workspace.rosters.windows(site.id)


def asked(
    workspace: Workspace, site: Site, windows: list[Window], pack: str
) -> dict[str, set[str]]:
    """Start a visit; return the ids of what it asks, by window."""
    visit, _ = workspace.inspections.start(
        site, InspectionKind.OPEN, ["李检查"], pack, [Duty(w, None) for w in windows], False
    )
    sheet = workspace.inspections.sheet(visit)
    return {
        card.window_number: {item.id for item in sheet.items(card)} for card in sheet.scorecards
    }


def test_a_guide_desk_is_not_asked_about_venepuncture(workspace: Workspace, hospital: Path) -> None:
    site, windows = site_of(workspace, hospital)
    assert [window.kind for window in windows] == [""] * 5  # the roster stays as it was filled in
    pack = workspace.packs.suggest(site)
    assert pack is not None
    assert pack.id == "hospital"
    found = asked(workspace, site, windows, "hospital")
    assert [name for name, ids in found.items() if VENEPUNCTURE in ids] == ["采血窗口2"]
    assert "guide-forward" in found["导诊台"]
    assert "amounts-aloud" not in found["导诊台"]


def test_the_preview_says_what_each_is_taken_for(workspace: Workspace, hospital: Path) -> None:
    preview = workspace.rosters.preview(hospital)
    taken = [preview.taken[window.id] for window in preview.windows]
    assert [each.id for each in taken] == list(TAKEN)
    assert [each.by for each in taken] == [TakenBy.NAME] * 4 + [TakenBy.USUAL]
    said = roster_sentences(preview, workspace.packs.kind_title)
    assert "Taken for 导诊台 by their names: 导诊台" in said
    assert "No kind told, taken for 挂号收费: 5号窗口" in said


def test_a_kind_chosen_in_the_preview_is_what_the_roster_says(
    workspace: Workspace, hospital: Path
) -> None:
    rosters = workspace.rosters
    preview = rosters.preview(hospital)
    changed = rosters.preview_as(preview, [("市人民医院", "5号窗口")], "admission")
    window = changed.windows[4]
    assert changed.taken[window.id] == TakenKind("admission", TakenBy.ROSTER)
    rosters.take_in(changed)
    (site,) = rosters.sites()
    kinds = [window.kind for window in rosters.windows(site.id)]
    assert kinds == ["", "", "", "", "admission"]
    again = rosters.preview(hospital)  # what the file does not say stays as it is known
    assert not again.changes_anything
    assert again.taken[rosters.windows(site.id)[4].id].by is TakenBy.ROSTER


def test_a_blank_cell_says_nothing_and_takes_nothing_away(
    workspace: Workspace, tmp_path: Path
) -> None:
    header = ("单位", "窗口号", "窗口类型")
    site_of(
        workspace, roster(tmp_path, [["市医院", "导诊台", "收费"], ["市医院", "采血2", ""]], header)
    )
    preview = workspace.rosters.preview(roster(tmp_path, [["市医院", "导诊台", None]], header))
    assert not preview.changes_anything
    (site,) = workspace.rosters.sites()
    windows = workspace.rosters.windows(site.id)
    assert [window.kind for window in windows] == ["cashier", ""]
    found = asked(workspace, site, windows, "hospital")
    assert "amounts-aloud" in found["导诊台"]  # never against what the roster says
    assert VENEPUNCTURE in found["采血2"]


@pytest.mark.ci
def test_a_checklist_without_a_usual_kind_asks_everything_of_such_a_window(
    workspace: Workspace, tmp_path: Path, hospital: Path
) -> None:
    pack = workspace.packs.get("hospital")
    kinds = tuple(WindowKind(kind.id, kind.title, kind.aliases) for kind in pack.window_kinds)
    workspace.packs.take_in(replace(pack, id="old", title="旧表", window_kinds=kinds))
    site, windows = site_of(workspace, hospital)
    found = asked(workspace, site, windows, "old")
    assert VENEPUNCTURE in found["5号窗口"]
    assert VENEPUNCTURE not in found["导诊台"]


def test_a_visit_keeps_what_its_windows_were_taken_for(
    workspace: Workspace, hospital: Path
) -> None:
    site, windows = site_of(workspace, hospital)
    visit, _ = workspace.inspections.start(
        site, InspectionKind.OPEN, ["李检查"], "hospital", [Duty(windows[0], None)], False
    )
    steps = workspace.roster_steps
    steps.change_window(windows[0].id, "导诊台", "cashier", "", "")
    (card,) = workspace.inspections.sheet(visit).scorecards
    assert card.window_kind == "guide-desk"
