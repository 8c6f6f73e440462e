"""A bundle as a file, from one folder to another: told first, taken in whole, refused whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector.domain.sharing.fates import Fate
from inspector.domain.sharing.laptop_errors import FirstContactError, OtherFingerprintError
from inspector.domain.sharing.manifest import Scope
from inspector.domain.sharing.sharing_errors import ChangedMemberError, UnplacedError
from inspector.domain.sharing.travelling import PHOTOS, Kind
from inspector.domain.visit.evidence import EvidenceOrigin, EvidenceRole
from inspector.storage.evidence.evidence_files import EVIDENCE_FOLDER, EvidenceFiles
from inspector.workspace.keeping.doctor import examine
from inspector.workspace.keeping.doctor_remark import Remark, Trouble
from inspector.workspace.sharing.contacts import Contacts
from inspector.workspace.sharing.laptop_here import LaptopHere
from inspector.workspace.sharing.receipt_words import warnings
from inspector.workspace.sharing.receiving import Receiving
from inspector.workspace.sharing.sharing import Sharing
from tests.photos import jpeg
from tests.workspace.evidence_steps import lose
from tests.workspace.sharing.conftest import Bought
from tests.workspace.sharing.group_life import HALL, inspects
from tests.workspace.sharing.laptops import LaptopFolder
from tests.workspace.visiting import add_site, dump


class Stopped(Exception):
    """Somebody stopped it."""


@pytest.fixture
def pair(laptop: Bought) -> tuple[LaptopFolder, LaptopFolder]:
    """Two laptops with the same hall; one visit with a photo was made on the first."""
    first, second = laptop("A"), laptop("B")
    for each in (first, second):
        add_site(each.workspace, HALL)
    finding, _ = inspects(first)
    evidence = first.workspace.evidence
    prepared = evidence.prepare(jpeg(), "after.jpg")
    evidence.attach_to_finding(prepared, finding.id, EvidenceOrigin.CHOSEN, EvidenceRole.REPORTED)
    return first, second


@pytest.fixture
def bundle(pair: tuple[LaptopFolder, LaptopFolder], tmp_path: Path) -> Path:
    """What the first laptop hands on, photos along."""
    path = tmp_path / "a.inspx"
    pair[0].workspace.of(Sharing).share(path, Scope(), [PHOTOS], "B")
    return path


def fingerprint(laptop: LaptopFolder) -> str:
    """What the user of a laptop reads out."""
    known = laptop.workspace.of(LaptopHere).known()
    assert known is not None
    return known.fingerprint


def files(laptop: LaptopFolder) -> Iterator[str]:
    """The names of the files of evidence in a folder."""
    folder = laptop.workspace.folder / EVIDENCE_FOLDER
    return (path.name for path in folder.rglob("*") if path.is_file())


def test_it_is_told_by_name_and_nothing_is_written(
    pair: tuple[LaptopFolder, LaptopFolder], bundle: Path
) -> None:
    _, second = pair
    before = dump(second.workspace.folder)
    preview = second.workspace.of(Receiving).preview(bundle)
    assert (preview.is_first, preview.is_ahead, preview.known) == (True, False, False)
    assert preview.count(Fate.NEW) == 3  # checklist, visit, photo
    assert (preview.files, preview.lacking, preview.questions) == (1, 0, ())
    visits = next(line for line in preview.lines if line.kind is Kind.VISIT)
    assert (visits.fate, visits.count, visits.titles) == (Fate.NEW, 1, ("2026-11-27 09:30 城东厅",))
    assert dump(second.workspace.folder) == before
    assert list(files(second)) == []


def test_nothing_comes_from_a_laptop_that_nobody_confirmed(
    pair: tuple[LaptopFolder, LaptopFolder], bundle: Path
) -> None:
    first, second = pair
    receiving, before = second.workspace.of(Receiving), dump(second.workspace.folder)
    with pytest.raises(FirstContactError):
        receiving.take_in(bundle)
    with pytest.raises(OtherFingerprintError):
        receiving.take_in(bundle, trust="1234")
    assert dump(second.workspace.folder) == before
    received, changes = receiving.take_in(bundle, trust=fingerprint(first))
    assert received.changed_anything
    assert changes.findings
    assert changes.inspections
    assert second.troubles() == []
    assert first.said() == second.said()
    assert set(files(first)) == set(files(second))


def test_what_was_told_is_what_comes_and_twice_changes_nothing(
    pair: tuple[LaptopFolder, LaptopFolder], bundle: Path
) -> None:
    first, second = pair
    receiving = second.workspace.of(Receiving)
    preview = receiving.preview(bundle)
    received, _ = receiving.take_in(bundle, trust=fingerprint(first))
    assert [(line.kind, line.fate, line.count) for line in received.lines] == [
        (line.kind, line.fate, line.count) for line in preview.lines
    ]
    taken = dump(second.workspace.folder)
    received, _ = receiving.take_in(bundle)
    assert not received.changed_anything
    assert dump(second.workspace.folder) == taken
    again = receiving.preview(bundle)
    assert again.known
    assert not again.changes_anything
    assert again.lines == ()  # nothing of it was looked at
    said = ["This bundle was taken in before: there is nothing to do."]
    assert list(warnings(again)) == said
    (kept,) = receiving.all()
    assert kept.file_name == "a.inspx"


def test_a_bundle_that_was_taken_in_brings_back_a_photo_that_is_gone(
    pair: tuple[LaptopFolder, LaptopFolder], bundle: Path
) -> None:
    first, second = pair
    receiving = second.workspace.of(Receiving)
    receiving.take_in(bundle, trust=fingerprint(first))
    (photo,) = (second.workspace.folder / EVIDENCE_FOLDER).rglob("*.jpg")
    lose(photo)
    assert (receiving.preview(bundle).known, receiving.preview(bundle).files) == (True, 1)
    received, changes = receiving.take_in(bundle)
    assert received.files == 1
    assert changes.findings
    assert photo.is_file()


def test_photos_that_stayed_at_home_come_with_the_next_bundle(
    pair: tuple[LaptopFolder, LaptopFolder], bundle: Path, tmp_path: Path
) -> None:
    first, second = pair
    bare = tmp_path / "bare.inspx"
    first.workspace.of(Sharing).share(bare, Scope())
    receiving = second.workspace.of(Receiving)
    assert receiving.preview(bare).lacking == 1
    receiving.take_in(bare, trust=fingerprint(first))
    assert list(files(second)) == []
    report = examine(second.workspace.folder, second.workspace.now())
    assert report.is_healthy
    assert Remark(Trouble.EVIDENCE_NOT_BROUGHT, "1") in report.remarks
    received, changes = receiving.take_in(bundle)
    assert received.files == 1
    assert changes.findings
    assert len(list(files(second))) == 1
    assert second.troubles() == []


def test_a_stop_at_any_moment_leaves_it_as_it_was(
    pair: tuple[LaptopFolder, LaptopFolder], bundle: Path
) -> None:
    first, second = pair
    receiving = second.workspace.of(Receiving)
    second.workspace.of(Receiving).preview(bundle)
    sender = receiving.preview(bundle).manifest.sender
    second.workspace.of(Contacts).confirm(sender, fingerprint(first))
    before = dump(second.workspace.folder)
    steps: list[int] = []
    receiving.preview(bundle, progress=lambda done, total: steps.append(done))
    for stop in range(1, 40, 3):
        heard = 0

        def progress(done: int, total: int, stop: int = stop) -> None:
            nonlocal heard
            heard += 1
            if heard == stop:
                raise Stopped

        try:
            receiving.take_in(bundle, progress=progress)
        except Stopped:
            assert dump(second.workspace.folder) == before
            assert list(files(second)) == []
        else:
            break
    assert len(steps) > 5


def test_a_photo_that_is_not_what_it_is_named_by_refuses_all(
    pair: tuple[LaptopFolder, LaptopFolder], bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = pair
    before = dump(second.workspace.folder)
    monkeypatch.setattr(EvidenceFiles, "keep_as", lambda *_: False)
    with pytest.raises(ChangedMemberError):
        second.workspace.of(Receiving).take_in(bundle, trust=fingerprint(first))
    after = [line for line in dump(second.workspace.folder) if '"laptop"' not in line]
    assert after == [line for line in before if '"laptop"' not in line]


def test_an_open_question_refuses_all(laptop: Bought, tmp_path: Path) -> None:
    first, second = laptop("A"), laptop("B")
    add_site(first.workspace, "城东 政务厅")
    own = add_site(second.workspace, "城东政务厅")
    path = tmp_path / "a.inspx"
    first.workspace.of(Sharing).share(path, Scope())
    receiving = second.workspace.of(Receiving)
    with pytest.raises(UnplacedError):
        receiving.take_in(path, trust=fingerprint(first))
    (question,) = receiving.preview(path).questions
    answers = {(question.kind, question.foreign_id): own.id}
    assert receiving.preview(path, answers).questions == ()
    receiving.take_in(path, answers)
    assert len(second.workspace.rosters.sites()) == 1
