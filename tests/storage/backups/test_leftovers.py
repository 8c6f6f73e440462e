"""What killed runs left half-written goes after a while, and nothing else."""

import os
from datetime import datetime
from pathlib import Path

import pytest

from inspector.storage.backups.leftovers import half_written, remove_half_written
from tests.storage.raw_files import contents

LONG_AGO, LATELY = datetime(2026, 11, 20), datetime(2026, 11, 27)
NOW = datetime(2026, 11, 26)
PLACES = ["", "evidence", "thumbnails/ab", "prints/ab", "backups"]


def file(folder: Path, name: str, at: datetime) -> Path:
    """Write a file that was last changed at a moment."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"half a film")
    os.utime(path, (at.timestamp(), at.timestamp()))
    return path


@pytest.mark.parametrize("place", PLACES)
def test_half_written_files_go_when_they_are_old(place: str, tmp_path: Path) -> None:
    old = file(tmp_path / place, ".0a1b.tmp", LONG_AGO)
    new = file(tmp_path / place, ".2c3d.tmp", LATELY)
    assert half_written(tmp_path) == [old, new]
    remove_half_written(tmp_path, NOW)
    assert half_written(tmp_path) == [new]


def test_everything_else_stays(tmp_path: Path) -> None:
    for place in PLACES:
        file(tmp_path / place, "kept.jpg", LONG_AGO)
        file(tmp_path / place, "notes.tmp", LONG_AGO)
    file(tmp_path, "packs/.hall.old/pack.toml", LONG_AGO)
    file(tmp_path, "packs/.hall.new/pack.toml", LONG_AGO)
    (tmp_path / ".folder.tmp").mkdir()
    before = contents(tmp_path)
    remove_half_written(tmp_path, NOW)
    assert contents(tmp_path) == before


def test_a_folder_that_is_not_there_has_none(tmp_path: Path) -> None:
    remove_half_written(tmp_path / "nowhere", NOW)
