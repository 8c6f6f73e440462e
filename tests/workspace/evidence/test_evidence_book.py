"""Photos and files of a visit: whose they are, what may be done to them, and when no longer."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from inspector.domain.errors import (
    BrokenPictureError,
    CannotWriteError,
    NotFoundError,
    NotOpenError,
    ProgramFileError,
)
from inspector.domain.visit.evidence import Evidence, EvidenceKind, EvidenceOrigin, EvidenceRole
from inspector.workspace.changes import Changes
from inspector.workspace.workspace import Workspace
from tests.photos import jpeg, photo
from tests.workspace.evidence_steps import attach, let_stand
from tests.workspace.visiting import (
    Clock,
    add_site,
    answer_all,
    cards,
    dump,
    items,
    start,
    visit,
)


def attached(
    workspace: Workspace, inspection_id: str, source: Path | bytes, card: int = 0, item: int = 0
) -> Evidence:
    """Attach a file to an item of a scorecard."""
    evidence, _ = attach(
        workspace.evidence,
        workspace.evidence.prepare(source),
        inspection_id,
        cards(workspace, inspection_id)[card].id,
        items(workspace, inspection_id)[item].id,
        EvidenceOrigin.CHOSEN,
    )
    return evidence


def test_a_photo_belongs_to_one_answer(workspace: Workspace, tmp_path: Path) -> None:
    site = add_site(workspace)
    first, second = start(workspace, site), start(workspace, site)
    path = photo(tmp_path, size=(320, 200))
    evidence = attached(workspace, first, path)
    assert (evidence.kind, evidence.width, evidence.height) == (EvidenceKind.PHOTO, 320, 200)
    assert workspace.evidence.path_of(evidence).read_bytes() == path.read_bytes()
    sheet, other = workspace.inspections.sheet(first), workspace.inspections.sheet(second)
    card, item = sheet.scorecards[0], items(workspace, first)[0]
    assert sheet.evidence_of(card, item.id) == (evidence,)
    assert sheet.evidence_of(sheet.scorecards[1], item.id) == ()
    assert other.evidence == ()


def test_the_same_bytes_twice_are_two_photos_and_one_file(
    workspace: Workspace, tmp_path: Path
) -> None:
    inspection = start(workspace, add_site(workspace))
    one = attached(workspace, inspection, jpeg())
    two = attached(workspace, inspection, jpeg(), card=1)
    assert one.digest == two.digest
    assert one.id != two.id
    assert len(list((workspace.folder / "evidence").rglob("*.jpg"))) == 1
    let_stand(workspace.evidence, one.id, removed=True)
    assert workspace.evidence.of_inspection(inspection) == (two,)
    assert workspace.evidence.path_of(two).exists()


def test_a_photo_moves_only_when_told_and_the_log_says_so(workspace: Workspace) -> None:
    inspection = start(workspace, add_site(workspace))
    evidence = attached(workspace, inspection, jpeg())
    card, item = cards(workspace, inspection)[1], items(workspace, inspection)[2]
    let_stand(
        workspace.evidence, evidence.id, scorecard_id=card.id, item_id=item.id,
        role=EvidenceRole.CORRECTED,
    )  # fmt: skip
    moved = workspace.evidence.get(evidence.id)
    assert (moved.scorecard_id, moved.item_id, moved.role) == (
        card.id,
        item.id,
        EvidenceRole.CORRECTED,
    )
    added, second = workspace.evidence.log(evidence.id)
    assert added[1] == "added"
    assert second[1:] == (
        "moved",
        {
            "from": [evidence.scorecard_id, evidence.item_id, "found"],
            "to": [card.id, item.id, "corrected"],
        },
    )
    other = start(workspace, add_site(workspace, "城西厅"))
    with pytest.raises(KeyError):
        let_stand(workspace.evidence, evidence.id, scorecard_id=cards(workspace, other)[0].id)


def test_removed_and_restored(workspace: Workspace) -> None:
    inspection = start(workspace, add_site(workspace))
    evidence = attached(workspace, inspection, jpeg())
    let_stand(workspace.evidence, evidence.id, removed=True)
    assert workspace.evidence.of_inspection(inspection) == ()
    let_stand(workspace.evidence, evidence.id, removed=False)
    assert workspace.evidence.of_inspection(inspection) == (evidence,)
    assert [kind for _, kind, _ in workspace.evidence.log(evidence.id)] == [
        "added",
        "removed",
        "restored",
    ]


def test_marks_are_put_on_a_copy(workspace: Workspace) -> None:
    inspection = start(workspace, add_site(workspace))
    original, marked = jpeg("#102030"), jpeg("#ff0000")
    evidence = attached(workspace, inspection, original)
    digest = workspace.evidence.files.keep(marked, "jpg").digest
    let_stand(workspace.evidence, evidence.id, annotated=digest)
    shown = workspace.evidence.get(evidence.id)
    assert workspace.evidence.path_of(shown).read_bytes() == original
    assert workspace.evidence.shown_path(shown).read_bytes() == marked
    let_stand(workspace.evidence, evidence.id, annotated=None)
    plain = workspace.evidence.get(evidence.id)
    assert workspace.evidence.shown_path(plain).read_bytes() == original


def test_a_completed_visit_keeps_its_photos_as_they_are(workspace: Workspace) -> None:
    inspection = start(workspace, add_site(workspace))
    wrong = items(workspace, inspection)[0]
    evidence = attached(workspace, inspection, jpeg())
    answer_all(workspace, inspection, {0: [wrong.id]})
    workspace.inspections.complete(inspection)
    (finding,) = workspace.inspections.findings(inspection)
    (shown,) = workspace.evidence.of_finding(finding.id)
    assert shown.id == evidence.id
    before = dump(workspace.folder)
    prepared = workspace.evidence.prepare(jpeg("#00ff00"))
    card = cards(workspace, inspection)[0]
    for touch in (
        lambda: let_stand(workspace.evidence, evidence.id, removed=True),
        lambda: let_stand(workspace.evidence, evidence.id, annotated=evidence.digest),
        lambda: let_stand(workspace.evidence, evidence.id, role=EvidenceRole.CORRECTED),
        lambda: attach(
            workspace.evidence, prepared, inspection, card.id, wrong.id, EvidenceOrigin.PASTED
        ),
    ):
        with pytest.raises(NotOpenError):
            touch()
    assert dump(workspace.folder) == before


def test_a_finding_goes_on_collecting_photos(workspace: Workspace) -> None:
    site = add_site(workspace)
    inspection = start(workspace, site)
    answer_all(workspace, inspection, {0: [items(workspace, inspection)[0].id]})
    workspace.inspections.complete(inspection)
    (finding,) = workspace.inspections.findings(inspection)
    after, _ = workspace.evidence.attach_to_finding(
        workspace.evidence.prepare(jpeg()), finding.id, EvidenceOrigin.RETURNED,
        EvidenceRole.REPORTED,
    )  # fmt: skip
    assert workspace.evidence.of_findings([finding.id, "none"]) == {finding.id: (after,)}
    assert workspace.evidence.of_inspection(inspection) == ()
    assert workspace.records.unchanged(inspection)


def test_other_files_are_kept_under_their_name(workspace: Workspace, tmp_path: Path) -> None:
    inspection = start(workspace, add_site(workspace))
    path = tmp_path / "排队录音.M4A"
    path.write_bytes(b"\x00" * 100)
    evidence = attached(workspace, inspection, path)
    assert (evidence.kind, evidence.name, evidence.suffix) == (
        EvidenceKind.FILE,
        "排队录音.M4A",
        "m4a",
    )


def test_what_is_refused_leaves_nothing(workspace: Workspace, tmp_path: Path) -> None:
    start(workspace, add_site(workspace))
    broken, program = tmp_path / "a.jpg", tmp_path / "b.exe"
    broken.write_bytes(jpeg()[:400])
    program.write_bytes(b"MZ")
    before = dump(workspace.folder)
    with pytest.raises(BrokenPictureError):
        workspace.evidence.prepare(broken)
    with pytest.raises(ProgramFileError):
        workspace.evidence.prepare(program)
    assert dump(workspace.folder) == before
    assert list((workspace.folder / "evidence").rglob("*.*")) == []


@pytest.mark.parametrize(
    ("taken", "off"),
    [("09:35", None), ("08:00", timedelta(minutes=-90)), ("12:30", timedelta(hours=3))],
)
def test_the_clocks_are_compared(
    workspace: Workspace, clock: Clock, taken: str, off: timedelta | None
) -> None:
    inspection = start(workspace, add_site(workspace))
    here = clock.moment.astimezone().replace(tzinfo=None)
    hours = datetime.strptime(taken, "%H:%M") - datetime.strptime("09:30", "%H:%M")
    evidence = attached(workspace, inspection, jpeg(taken_at=here + hours))
    assert workspace.evidence.clock_difference(evidence) == off


def test_discarded_and_taken_back_whole(workspace: Workspace) -> None:
    inspection = start(workspace, add_site(workspace))
    evidence = attached(workspace, inspection, jpeg())
    before = dump(workspace.folder)
    workspace.inspections.discard(inspection)
    workspace.inspections.take_back(inspection)
    assert dump(workspace.folder) == before
    assert workspace.evidence.of_inspection(inspection) == (evidence,)


def test_a_pasted_picture_is_named_by_its_moment(workspace: Workspace) -> None:
    prepared = workspace.evidence.prepare(jpeg())
    assert prepared.name == "粘贴图片093000.jpg"


def test_a_visit_without_photos_raises_findings_without(workspace: Workspace) -> None:
    site = add_site(workspace)
    first = items(workspace, start(workspace, site))[0]
    inspection = visit(workspace, site, {0: [first.id]})
    (finding,) = workspace.inspections.findings(inspection)
    assert workspace.evidence.of_finding(finding.id) == ()


def test_writing_the_same_twice_comes_to_the_same(workspace: Workspace) -> None:
    """A run that is killed between the row and the copy of what waits writes it once more."""
    visit_ = start(workspace, add_site(workspace))
    book, item = workspace.evidence, items(workspace, visit_)
    card = cards(workspace, visit_)[0].id
    photo_ = book.made(
        book.take_in(jpeg()), EvidenceOrigin.PASTED, EvidenceRole.FOUND,
        inspection_id=visit_, scorecard_id=card, item_id=item[0].id,
    )  # fmt: skip
    moved = replace(photo_, item_id=item[1].id, role=EvidenceRole.CORRECTED)
    for _ in range(2):
        book.add(photo_)
        book.let_stand(moved, None, workspace.now())
        book.let_stand(moved, True, workspace.now())
        book.let_stand(moved, True, workspace.now())
        book.let_stand(moved, False, workspace.now())
    assert [(each.id, each.item_id, each.role) for each in book.of_inspection(visit_)] == [
        (photo_.id, item[1].id, EvidenceRole.CORRECTED)
    ]
    assert [kind for _, kind, _ in book.log(photo_.id)] == [
        "added", "moved", "removed", "restored", "removed", "restored",
    ]  # fmt: skip
    answer_all(workspace, visit_)
    workspace.inspections.complete(visit_)
    assert book.add(photo_) == book.let_stand(moved, False, workspace.now()) == Changes()
    with pytest.raises(NotOpenError):
        book.let_stand(photo_, False, workspace.now())


def test_bytes_that_were_held_and_damaged_are_told(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    workspace = Workspace(workspace.folder)
    visit_ = start(workspace, add_site(workspace, "城西厅"))
    in_the_way = workspace.folder / "evidence"
    in_the_way.write_bytes(b"")
    book = workspace.evidence
    taken = book.take_in(jpeg(), "IMG_1.jpg")
    assert taken.refused is not None
    evidence = book.made(
        taken, EvidenceOrigin.CHOSEN, EvidenceRole.FOUND, inspection_id=visit_,
        scorecard_id=cards(workspace, visit_)[0].id, item_id=items(workspace, visit_)[0].id,
    )  # fmt: skip
    assert book.is_held(evidence)
    held = book.path_of(evidence)
    assert held.read_bytes() == jpeg()
    with pytest.raises(CannotWriteError):
        book.add(evidence)
    held.chmod(0o600)
    held.write_bytes(jpeg()[:-9] + b"rubbish!!")
    in_the_way.unlink()
    with pytest.raises(BrokenPictureError):
        book.add(evidence)
    held.unlink()
    with pytest.raises(NotFoundError):
        book.add(evidence)
    assert book.of_inspection(visit_) == ()
    workspace.close()
