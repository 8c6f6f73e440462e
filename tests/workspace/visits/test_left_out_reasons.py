"""Why a window is left out of a visit: kept, offered again, sealed, and printed."""

from dataclasses import replace
from pathlib import Path

import openpyxl

from inspector.domain.record.record_seal import seal_of
from inspector.workspace.visits.left_out_reasons import MOST, USUAL
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import add_site, answer_all, cards, start


def test_a_reason_is_kept_and_printed(workspace: Workspace, tmp_path: Path) -> None:
    inspection = start(workspace, add_site(workspace))
    answer_all(workspace, inspection)
    second = cards(workspace, inspection)[1]
    workspace.inspections.leave_out(inspection, second.id, True, "窗口装修")
    assert cards(workspace, inspection)[1].left_out_reason == "窗口装修"
    workspace.inspections.complete(inspection)
    path = workspace.reports.write_record(tmp_path / "记录.xlsx", inspection)
    texts = [c.value for row in openpyxl.load_workbook(path).worksheets[0] for c in row]
    assert "未检查窗口及原因：2号窗口（窗口装修）。" in texts


def test_taken_in_again_it_has_none(workspace: Workspace) -> None:
    inspection = start(workspace, add_site(workspace))
    second = cards(workspace, inspection)[1]
    workspace.inspections.leave_out(inspection, second.id, True, "窗口装修")
    workspace.inspections.leave_out(inspection, second.id, False)
    assert (cards(workspace, inspection)[1].left_out_reason, second.left_out) == ("", False)


def test_what_was_written_is_offered_first(workspace: Workspace) -> None:
    assert workspace.left_out_reasons.offered() == USUAL[:MOST]
    inspection = start(workspace, add_site(workspace))
    second = cards(workspace, inspection)[1]
    for reason in ("窗口装修", "", USUAL[1], "停电", "窗口装修"):
        workspace.inspections.leave_out(inspection, second.id, True, reason)
    assert workspace.left_out_reasons.offered() == ("窗口装修", "停电", *USUAL[:2])


def test_a_record_without_a_reason_keeps_its_seal(workspace: Workspace) -> None:
    """Those sealed before there were reasons are still whole; a reason is sealed, too."""
    inspection = start(workspace, add_site(workspace))
    sheet = workspace.inspections.sheet(inspection)
    told = replace(sheet.scorecards[1], left_out_reason="停电")
    assert seal_of(sheet) != seal_of(sheet.with_scorecard(told))
    assert seal_of(sheet) == seal_of(sheet.with_scorecard(replace(told, left_out_reason="")))
