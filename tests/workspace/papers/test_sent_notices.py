"""A notice that went out is made again as it was then, whatever happened since."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document

from inspector.domain.finding.finding import Finding
from inspector.domain.finding.ledger import LedgerFilter
from inspector.domain.visit.evidence import EvidenceOrigin
from inspector.workspace.papers.sent_notices import SentNotices
from inspector.workspace.preferences import ORGAN_CODE, UNIT_NAME
from inspector.workspace.workspace import Workspace
from tests.photos import jpeg
from tests.workspace.evidence_steps import attach
from tests.workspace.visiting import Clock, add_site, answer_all, cards, start, visit

WRONG = {0: ["rise-to-greet", "equipment-ok"], 1: ["rise-to-greet"]}


@pytest.fixture
def found(workspace: Workspace) -> list[Finding]:
    """Three findings at one site, one with a photo."""
    inspection = start(workspace, add_site(workspace, "城东厅"))
    answer_all(workspace, inspection, WRONG)
    photo = workspace.evidence.prepare(jpeg())
    card = cards(workspace, inspection)[0].id
    attach(workspace.evidence, photo, inspection, card, "rise-to-greet", EvidenceOrigin.CHOSEN)
    workspace.inspections.complete(inspection)
    workspace.preferences.set(UNIT_NAME, "市文明办")
    workspace.preferences.set(ORGAN_CODE, "示文明办")
    return workspace.findings.all_of(row.id for row in workspace.findings.ledger())


def issued(workspace: Workspace, folder: Path) -> tuple[Path, Path]:
    (draft,) = workspace.notices.drafts(LedgerFilter())
    (workbook, letter), _ = workspace.notices.write_files(draft, folder, letter=True)
    return workbook, letter


def cells(path: Path) -> list[list[tuple[Any, ...]]]:
    return [list(sheet.iter_rows(values_only=True)) for sheet in openpyxl.load_workbook(path)]


def words(path: Path) -> list[str]:
    return [each.text for each in Document(str(path)).paragraphs]


def again(workspace: Workspace, found: list[Finding], folder: Path) -> list[tuple[Path, Path]]:
    sent = workspace.of(SentNotices)
    return [sent.write(each, folder) for each in sent.about([found[0].id])]


@pytest.mark.ci
def test_it_is_the_paper_that_went_out(
    workspace: Workspace, clock: Clock, tmp_path: Path, found: list[Finding]
) -> None:
    first, letter = issued(workspace, tmp_path / "sent")
    clock.set("2026-12-03")
    workspace.findings.extend(
        [found[0].id], found[0].deadline + timedelta(days=30), "等配件", "周组长"
    )
    second, _ = issued(workspace, tmp_path / "sent")  # a reprint: the same number, another day
    workspace.close_out.report_done([found[1].id], "已改正", date(2026, 12, 2))
    third, _ = issued(workspace, tmp_path / "sent")  # of what is left: another number
    assert "3日" in str(cells(second))
    made = again(workspace, found, tmp_path / "again")
    assert [each.name for each, _ in made] == [first.name, third.name]
    assert cells(made[0][0]) == cells(first)
    assert words(made[0][1]) == words(letter)
    assert len(openpyxl.load_workbook(made[0][0]).worksheets[0]._images) == 1  # type: ignore[attr-defined]
    assert cells(made[1][0]) == cells(third)


@pytest.mark.ci
def test_nothing_is_drawn_or_remembered(
    workspace: Workspace, tmp_path: Path, found: list[Finding]
) -> None:
    issued(workspace, tmp_path)
    before = workspace.findings.all_of(each.id for each in found)
    again(workspace, found, tmp_path / "again")
    assert workspace.findings.all_of(each.id for each in found) == before
    assert workspace.finding_store.draw("notice-2026") == range(2, 3)


def test_what_never_went_out_has_none(
    workspace: Workspace, tmp_path: Path, found: list[Finding]
) -> None:
    assert again(workspace, found, tmp_path) == []
    issued(workspace, tmp_path)
    visit(workspace, add_site(workspace, "城西厅"), WRONG)
    other = next(r for r in workspace.findings.ledger() if r.site_name == "城西厅")
    assert workspace.of(SentNotices).about([other.id]) == []
