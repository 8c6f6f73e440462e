"""Thumbnails are made once, and again when they are gone or damaged."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from inspector.domain.errors import BrokenPictureError, CannotWriteError, NotFoundError
from inspector.domain.papers.print_size import PrintSize
from inspector.storage.evidence.evidence_files import EvidenceFiles, StoredFile
from inspector.storage.evidence.print_copies import PrintCopies
from inspector.storage.evidence.thumbnails import Thumbnails
from tests.storage.evidence.going import ErasedMeanwhile, take_away
from tests.storage.evidence.pictures import decoded, encoded, is_upright, scene


@pytest.fixture
def thumbnails(tmp_path: Path, files: EvidenceFiles) -> Thumbnails:
    return Thumbnails(tmp_path, files.path_of)


def test_a_thumbnail_is_a_small_jpeg(
    thumbnails: Thumbnails, kept: StoredFile, tmp_path: Path
) -> None:
    path = thumbnails.thumbnail(kept.digest, kept.suffix)
    assert path.is_relative_to(tmp_path / "thumbnails")
    assert decoded(path.read_bytes()).size == (256, 192)
    assert is_upright(path.read_bytes())
    assert list(path.parent.iterdir()) == [path]


def test_sizes_stand_side_by_side(thumbnails: Thumbnails, kept: StoredFile) -> None:
    paths = {thumbnails.thumbnail(kept.digest, kept.suffix, size) for size in (64, 128)}
    assert sorted(decoded(path.read_bytes()).width for path in paths) == [64, 128]


def test_a_thumbnail_is_made_once(
    thumbnails: Thumbnails, kept: StoredFile, files: EvidenceFiles
) -> None:
    path = thumbnails.thumbnail(kept.digest, kept.suffix)
    take_away(files, kept)
    assert thumbnails.thumbnail(kept.digest, kept.suffix) == path


@pytest.mark.parametrize("damage", [b"", bytes(3000), b"\xff\xd8\xff", b"x"])
def test_a_damaged_or_missing_one_is_made_again(
    thumbnails: Thumbnails, kept: StoredFile, damage: bytes
) -> None:
    path = thumbnails.thumbnail(kept.digest, kept.suffix)
    whole = path.read_bytes()
    path.write_bytes(damage)
    assert thumbnails.thumbnail(kept.digest, kept.suffix).read_bytes() == whole
    path.unlink()
    assert thumbnails.thumbnail(kept.digest, kept.suffix).read_bytes() == whole


def test_with_it_come_the_copies_for_paper_that_are_not_there(
    thumbnails: Thumbnails, kept: StoredFile, files: EvidenceFiles, tmp_path: Path
) -> None:
    prints, rooms = PrintCopies(tmp_path, files.path_of), (PrintSize(120, 90), PrintSize(80, 200))
    before = prints.copy(kept.digest, kept.suffix, rooms[0])
    path = thumbnails.thumbnail(kept.digest, kept.suffix, prints=prints, rooms=rooms)
    assert decoded(path.read_bytes()).size == (256, 192)
    take_away(files, kept)
    assert prints.copy(kept.digest, kept.suffix, rooms[0]) == before
    narrow = prints.copy(kept.digest, kept.suffix, rooms[1])
    assert decoded(narrow).size == (80, 60)
    assert is_upright(narrow)


def test_of_a_photo_that_was_seen_copies_for_paper_are_made_if_asked(
    thumbnails: Thumbnails, kept: StoredFile, files: EvidenceFiles, tmp_path: Path
) -> None:
    path = thumbnails.thumbnail(kept.digest, kept.suffix)
    seen = path.stat().st_ino
    prints, rooms = PrintCopies(tmp_path, files.path_of), (PrintSize(120, 90), PrintSize(80, 200))
    for even_if_seen in (False, True, True):
        thumbnails.thumbnail(
            kept.digest, kept.suffix, prints=prints, rooms=rooms, even_if_seen=even_if_seen
        )
        assert {prints.has(kept.digest, room) for room in rooms} == {even_if_seen}
    assert path.stat().st_ino == seen


def test_a_photo_that_is_erased_while_its_thumbnail_is_made_leaves_none(
    files: EvidenceFiles, kept: StoredFile, tmp_path: Path
) -> None:
    erased = ErasedMeanwhile(tmp_path, files)
    made = Thumbnails(tmp_path, erased.path_of).thumbnail(kept.digest, "png")
    assert erased.asked == 2
    assert list(made.parent.iterdir()) == []


def test_an_original_that_is_gone_or_no_picture(
    thumbnails: Thumbnails, files: EvidenceFiles
) -> None:
    with pytest.raises(NotFoundError):
        thumbnails.thumbnail("0" * 64, "jpg")
    damaged = files.keep(encoded(scene())[:700], "jpg")
    with pytest.raises(BrokenPictureError):
        thumbnails.thumbnail(damaged.digest, "jpg")


def test_a_folder_that_cannot_be_written(
    thumbnails: Thumbnails, kept: StoredFile, tmp_path: Path
) -> None:
    (tmp_path / "thumbnails").write_bytes(b"a file where the folder should be")
    with pytest.raises(CannotWriteError):
        thumbnails.thumbnail(kept.digest, kept.suffix)


def test_many_threads_want_the_same(thumbnails: Thumbnails, kept: StoredFile) -> None:
    with ThreadPoolExecutor(8) as threads:
        paths = set(threads.map(lambda _: thumbnails.thumbnail(kept.digest, "png"), range(24)))
    assert len(paths) == 1
    assert all(map(is_upright, (path.read_bytes() for path in paths)))
    assert len(list(paths.pop().parent.iterdir())) == 1
