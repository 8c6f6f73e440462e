"""Copies for print are made once, found again, made again where they are damaged, and bounded."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from inspector.domain.errors import BrokenPictureError, NotFoundError
from inspector.domain.papers.print_size import PrintSize
from inspector.storage.evidence.erased_files import remove_files
from inspector.storage.evidence.evidence_files import EvidenceFiles, StoredFile
from inspector.storage.evidence.print_copies import PRINTS_FOLDER, PrintCopies
from tests.storage.evidence.going import ErasedMeanwhile, take_away
from tests.storage.evidence.pictures import decoded, encoded, is_upright, scene

ROOM = PrintSize(120, 90)


@pytest.fixture
def copies(tmp_path: Path, files: EvidenceFiles) -> PrintCopies:
    return PrintCopies(tmp_path, files.path_of)


def lying(folder: Path) -> list[Path]:
    """What lies in the folder of copies."""
    return sorted(each for each in (folder / PRINTS_FOLDER).rglob("*") if each.is_file())


def test_a_copy_is_made_once(
    copies: PrintCopies, files: EvidenceFiles, kept: StoredFile, tmp_path: Path
) -> None:
    assert not copies.has(kept.digest, ROOM)
    made = copies.copy(kept.digest, kept.suffix, ROOM)
    assert decoded(made).size == (120, 90)
    assert is_upright(made)
    assert copies.has(kept.digest, ROOM)
    take_away(files, kept)
    assert copies.copy(kept.digest, kept.suffix, ROOM) == made
    assert len(lying(tmp_path)) == 1


def test_another_room_or_other_words_are_another_copy(
    copies: PrintCopies, kept: StoredFile, tmp_path: Path
) -> None:
    asked = [(ROOM, ()), (PrintSize(60, 90), ()), (ROOM, ("城东厅",)), (ROOM, ("城东", "厅"))]
    for room, corner in asked:
        copies.copy(kept.digest, kept.suffix, room, corner)
    assert len(lying(tmp_path)) == len(asked)
    assert len({copies.name(kept.digest, *each) for each in asked}) == len(asked)


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-9])


def zeros(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def one_bit(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 4
    path.write_bytes(content)


@pytest.mark.parametrize("damage", [cut_short, zeros, emptied, one_bit, Path.unlink])
def test_a_damaged_or_missing_copy_is_made_again(
    copies: PrintCopies, kept: StoredFile, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    made = copies.copy(kept.digest, kept.suffix, ROOM)
    (path,) = lying(tmp_path)
    whole = path.read_bytes()
    damage(path)
    assert copies.copy(kept.digest, kept.suffix, ROOM) == made
    assert path.read_bytes() == whole


def test_a_folder_that_takes_nothing_costs_time_alone(
    copies: PrintCopies, kept: StoredFile, tmp_path: Path
) -> None:
    (tmp_path / PRINTS_FOLDER).write_bytes(b"a file where the folder should be")
    assert is_upright(copies.copy(kept.digest, kept.suffix, ROOM))
    assert not copies.has(kept.digest, ROOM)
    copies.trim()


def test_a_data_folder_that_moved_away_is_not_made_anew(
    copies: PrintCopies, files: EvidenceFiles, kept: StoredFile, tmp_path: Path
) -> None:
    away = PrintCopies(tmp_path / "gone", files.path_of)
    assert is_upright(away.copy(kept.digest, kept.suffix, ROOM))
    assert not (tmp_path / "gone").exists()


def test_what_cannot_be_read_is_refused_and_leaves_nothing(
    copies: PrintCopies, files: EvidenceFiles, tmp_path: Path
) -> None:
    with pytest.raises(NotFoundError):
        copies.copy("0" * 64, "jpg", ROOM)
    damaged = files.keep(encoded(scene())[:700], "jpg")
    with pytest.raises(BrokenPictureError):
        copies.copy(damaged.digest, "jpg", ROOM)
    assert lying(tmp_path) == []


def test_many_threads_and_two_programs_want_the_same(
    copies: PrintCopies, files: EvidenceFiles, kept: StoredFile, tmp_path: Path
) -> None:
    both = (copies, PrintCopies(tmp_path, files.path_of))
    with ThreadPoolExecutor(8) as threads:
        made = set(
            threads.map(lambda at: both[at % 2].copy(kept.digest, kept.suffix, ROOM), range(16))
        )
    assert len(made) == 1
    assert len(lying(tmp_path)) == 1


def test_what_was_not_used_for_longest_goes_first(
    copies: PrintCopies, kept: StoredFile, tmp_path: Path
) -> None:
    rooms = [PrintSize(side, side) for side in (100, 101, 102)]
    for room in rooms:
        copies.copy(kept.digest, kept.suffix, room)
    for path in lying(tmp_path):
        os.utime(path, (1_000_000, 1_000_000))
    copies.copy(kept.digest, kept.suffix, rooms[1])  # used again
    size = max(path.stat().st_size for path in lying(tmp_path))
    copies.trim(size)
    assert [copies.has(kept.digest, room) for room in rooms] == [False, True, False]
    copies.trim()
    assert len(lying(tmp_path)) == 1


def test_copies_go_with_the_photo_that_is_erased(
    copies: PrintCopies, files: EvidenceFiles, kept: StoredFile, tmp_path: Path
) -> None:
    other = files.keep(encoded(scene(400, 300)), "jpg")
    for each in (kept, other):
        copies.copy(each.digest, each.suffix, ROOM)
        copies.copy(each.digest, each.suffix, ROOM, ("城东厅",))
    remove_files(tmp_path, [(kept.digest, kept.suffix)])
    assert {path.name[:64] for path in lying(tmp_path)} == {other.digest}


def test_a_photo_that_is_erased_while_its_copy_is_made_leaves_none(
    files: EvidenceFiles, kept: StoredFile, tmp_path: Path
) -> None:
    erased = ErasedMeanwhile(tmp_path, files)
    assert is_upright(PrintCopies(tmp_path, erased.path_of).copy(kept.digest, "png", ROOM))
    assert erased.asked == 2
    assert lying(tmp_path) == []
