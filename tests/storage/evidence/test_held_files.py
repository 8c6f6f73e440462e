"""Bytes that a data folder could not take: held elsewhere, private, found again, dropped whole."""

import hashlib
from pathlib import Path

import pytest

from inspector.domain.errors import CannotWriteError
from inspector.storage.evidence.held_files import HeldFiles
from tests.faults import full, small_disk


@pytest.fixture(autouse=True)
def _no_runtime_folder(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)


def test_bytes_are_held_found_and_dropped(tmp_path: Path, home: Path) -> None:
    held = HeldFiles(tmp_path / "data")
    assert held.path("0" * 64, "jpg") is None
    kept = held.keep(b"a photo", "jpg")
    assert kept.digest == hashlib.sha256(b"a photo").hexdigest()
    path = HeldFiles(tmp_path / "data").path(kept.digest, "jpg")
    assert path is not None
    assert path.read_bytes() == b"a photo"
    for each in [path, *path.parents][: len(path.relative_to(home).parts)]:
        assert each.stat().st_mode & 0o077 == 0, each
    other = held.keep(b"another", "")
    held.drop(kept.digest, "jpg")
    assert held.path(kept.digest, "jpg") is None
    assert held.path(other.digest, "") is not None
    held.drop(other.digest, "")
    assert list(home.rglob("*unsaved*")) == []
    assert held.keep(b"a photo", "jpg") == kept  # the folders are made anew


def test_two_data_folders_do_not_meet(tmp_path: Path) -> None:
    kept = HeldFiles(tmp_path / "data").keep(b"a photo", "jpg")
    assert HeldFiles(tmp_path / "other").path(kept.digest, "jpg") is None


def test_the_memory_of_the_session_is_the_last_place(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = tmp_path / "memory"
    memory.mkdir()
    with small_disk(home), full(home):
        with pytest.raises(CannotWriteError, match=r"No space left"):
            HeldFiles(tmp_path / "data").keep(b"a photo" * 10_000, "jpg")
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(memory))
        held = HeldFiles(tmp_path / "data")
        kept = held.keep(b"a photo" * 10_000, "jpg")
        path = held.path(kept.digest, "jpg")
        assert path is not None
        assert memory in path.parents
