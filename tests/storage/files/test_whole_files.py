"""Files for others: whole, at their place, and read back, or refused with the old one in place."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from inspector.domain.errors import CannotWriteError, NotAsWrittenError
from inspector.storage.evidence.evidence_files import copy_file
from inspector.storage.files.whole_files import copy_as, hand_out
from tests.faults import full, small_disk
from tests.spoiling import cut_off, one_bit_changed, spoilt

OLD, NEW = b"what was there before", b"what is to be there" * 1000
Give = Callable[[Path, Path], object]


def hand(source: Path, target: Path) -> None:
    hand_out(target, source.read_bytes())


WAYS = pytest.mark.parametrize("give", [hand, copy_as, copy_file])
"""A chart or a PDF file; the second copy of a backup; a photo saved as a file."""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "source.png"
    path.write_bytes(NEW)
    return path


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@WAYS
def test_what_was_given_is_there(give: Give, source: Path, out: Path) -> None:
    (out / "a.png").write_bytes(OLD)
    give(source, out / "a.png")
    assert (out / "a.png").read_bytes() == NEW
    assert left_in(out) == ["a.png"]


@pytest.mark.parametrize("spoil", [cut_off, one_bit_changed])
@WAYS
def test_what_reads_back_otherwise_is_refused(
    give: Give, source: Path, out: Path, spoil: Callable[[Path], None]
) -> None:
    target = out / "a.png"
    with (
        spoilt(lambda path: path == target, spoil) as done,
        pytest.raises(NotAsWrittenError) as refusal,
    ):
        give(source, target)
    assert done == [target]
    assert refusal.value.path == target


def test_what_the_disk_spoils_at_once_leaves_the_old_file(source: Path, out: Path) -> None:
    (out / "a.png").write_bytes(OLD)
    with (
        spoilt(lambda path: path.parent == out and path.name != "a.png", one_bit_changed),
        pytest.raises(NotAsWrittenError),
    ):
        hand(source, out / "a.png")
    assert left_in(out) == ["a.png"]
    assert (out / "a.png").read_bytes() == OLD


@WAYS
def test_a_full_disk_leaves_the_old_file(give: Give, source: Path, out: Path) -> None:
    with small_disk(out, megabytes=1):
        (out / "a.png").write_bytes(OLD)
        with full(out):
            with pytest.raises(CannotWriteError) as refusal:
                give(source, out / "a.png")
            assert refusal.value.reason == os.strerror(errno.ENOSPC)
        assert left_in(out) == ["a.png"]
        assert (out / "a.png").read_bytes() == OLD
