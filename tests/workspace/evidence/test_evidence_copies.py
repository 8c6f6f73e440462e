"""Copies of evidence that leave the program, and copies with marks that are shown again."""

from pathlib import Path

import pytest

from inspector.domain.checklist.category import Scope
from inspector.domain.errors import CannotWriteError, NotFoundError, NotOpenError
from inspector.domain.visit.evidence import Evidence, EvidenceOrigin, EvidenceRole
from inspector.workspace.evidence.evidence_names import LONGEST_ITEM
from inspector.workspace.workspace import Workspace
from tests.photos import jpeg, photo
from tests.workspace.evidence_steps import attach, let_stand
from tests.workspace.visiting import add_site, answer_all, start


def attached(
    workspace: Workspace,
    visit: str,
    source: Path | bytes,
    role: EvidenceRole = EvidenceRole.FOUND,
    scope: Scope = Scope.WINDOW,
) -> Evidence:
    """Attach a file to the first item of a window, or of the public area."""
    sheet = workspace.inspections.sheet(visit)
    card = next(card for card in sheet.scorecards if card.scope is scope)
    prepared, item = workspace.evidence.prepare(source), sheet.items(card)[0]
    evidence, _ = attach(
        workspace.evidence, prepared, visit, card.id, item.id, EvidenceOrigin.CHOSEN, role
    )
    return evidence


def name(workspace: Workspace, visit: str, evidence: Evidence) -> str:
    return workspace.evidence.copy_name(evidence, workspace.inspections.sheet(visit))


def test_a_copy_is_called_by_day_site_window_and_item(workspace: Workspace) -> None:
    visit = start(workspace, add_site(workspace, "城东/厅"))
    sheet = workspace.inspections.sheet(visit)
    item = sheet.items(sheet.scorecards[0])[0]
    one, two = attached(workspace, visit, jpeg()), attached(workspace, visit, jpeg())
    after = attached(workspace, visit, jpeg(), EvidenceRole.CORRECTED)
    begin = f"2026-11-27_城东／厅_1号窗口_{item.text[:LONGEST_ITEM]}"
    names = [name(workspace, visit, each) for each in (one, two, after)]
    assert names == [f"{begin}_1.jpg", f"{begin}_2.jpg", f"{begin}_整改后3.jpg"]


def test_a_copy_of_the_public_area_and_of_a_file(workspace: Workspace, tmp_path: Path) -> None:
    visit = start(workspace, add_site(workspace), public_area=True)
    document = tmp_path / "整改 通知.pdf"
    document.write_bytes(b"%PDF")
    called = name(workspace, visit, attached(workspace, visit, document, scope=Scope.PUBLIC))
    assert called.startswith("2026-11-27_城东厅_公共区域_")
    assert called.endswith("_1_整改 通知.pdf")


def test_what_is_shown_is_copied_whole_or_not_at_all(workspace: Workspace, tmp_path: Path) -> None:
    visit = start(workspace, add_site(workspace))
    path = photo(tmp_path)
    evidence = attached(workspace, visit, path)
    target = tmp_path / "copy.jpg"
    workspace.evidence.save_copy(evidence, target)
    assert target.read_bytes() == path.read_bytes()
    with pytest.raises(CannotWriteError):
        workspace.evidence.save_copy(evidence, tmp_path / "no folder" / "copy.jpg")
    workspace.evidence.path_of(evidence).unlink()
    with pytest.raises(NotFoundError):
        workspace.evidence.save_copy(evidence, target)
    assert target.read_bytes() == path.read_bytes()
    assert sorted(each.name for each in tmp_path.iterdir() if each.name.endswith("tmp")) == []


def test_a_copy_with_marks_is_shown_again(workspace: Workspace, tmp_path: Path) -> None:
    visit = start(workspace, add_site(workspace))
    evidence = attached(workspace, visit, photo(tmp_path))
    digest = workspace.evidence.files.keep(jpeg(), "jpg").digest
    let_stand(workspace.evidence, evidence.id, annotated=digest)
    let_stand(workspace.evidence, evidence.id, annotated=None)
    changes = let_stand(workspace.evidence, evidence.id, annotated=digest)
    assert changes.evidence == visit
    assert workspace.evidence.get(evidence.id).annotated == digest
    answer_all(workspace, visit)
    workspace.inspections.complete(visit)
    with pytest.raises(NotOpenError):
        let_stand(workspace.evidence, evidence.id, annotated=None)
