"""A snapshot that is larger than a file of a FAT32 drive may be, here and on the drive."""

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from inspector.domain.errors import MissingVolumeError
from inspector.storage.backups.daily_backups import backups_in, drop_backup
from inspector.storage.backups.leftovers import half_written
from inspector.storage.backups.packed_snapshot import holds, snapshot_problems
from inspector.storage.backups.second_target import SecondTarget
from inspector.storage.backups.snapshot_files import files_of
from inspector.storage.files import volumes
from inspector.storage.locked.guarded_key import guarded_by
from inspector.workspace.keeping.backups import back_up, backups_of, tidy
from inspector.workspace.keeping.restore_from_backup import restore
from inspector.workspace.keeping.verifying import verify_backup
from tests.storage.raw_files import contents
from tests.workspace.keeping.test_locked_backups import IDENTITY, WORDS, lock, target_of
from tests.workspace.kept import fill, photos
from tests.workspace.visiting import dump

NOW = datetime(2026, 11, 27, 9, 15, 30)
LIMIT = 20_000


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(volumes, "VOLUME_BYTES", LIMIT)
    folder = tmp_path / "desk" / "data"
    fill(folder)
    return folder


@pytest.fixture(params=["open", pytest.param("locked", marks=pytest.mark.ci)])
def target(request: pytest.FixtureRequest, folder: Path, tmp_path: Path) -> SecondTarget:
    """Where the second copy goes, after the first one was made."""
    if request.param == "locked":
        lock(folder, guarded_by(IDENTITY, WORDS))
    target = target_of(folder, tmp_path / "usb")
    outcome = back_up(folder, NOW, target)
    assert outcome.copy_error is None
    return target


def test_a_volume_that_is_locked_by_itself_still_fits() -> None:
    whole = volumes.VOLUME_BYTES
    assert whole + (whole // (64 << 10) + 1) * 16 + 500 < 4 << 30


def test_it_is_one_backup_in_several_files(folder: Path) -> None:
    made = back_up(folder, NOW).newest
    assert made is not None
    files = files_of(made.path)
    assert [path.name for path in files[:2]] == [
        "inspector-2026-11-27-091530.db.zip.001",
        "inspector-2026-11-27-091530.db.zip.002",
    ]
    assert all(path.stat().st_size <= LIMIT for path in files)
    (listed,) = backups_of(folder)
    assert listed == made
    assert listed.size == sum(path.stat().st_size for path in files)
    held = holds(listed.path)
    assert held is not None
    assert held.visits == 2
    assert snapshot_problems(listed.path) == []
    assert half_written(folder) == []


@pytest.mark.ci
def test_it_is_brought_back_from_the_drive_by_whatever_file_is_named(
    folder: Path, target: SecondTarget, tmp_path: Path
) -> None:
    copies = target.home / "backups"
    (there,) = backups_in(copies, locked=target.is_locked)
    files = files_of(there.path)
    assert len(files) == len(files_of(backups_of(folder)[0].path)) > 2
    for number, source in enumerate((files[0], files[1], target.home, target.home.parent)):
        restored = restore(source, tmp_path / str(number), NOW, passphrase=WORDS)
        assert (restored.moment, restored.missing) == (NOW, 0)
        assert dump(tmp_path / str(number)) == dump(folder)
        assert len(photos(tmp_path / str(number))) == len(photos(folder)) > 0
    assert all(verify_backup(folder, each, WORDS).holds for each in files[:2])
    assert back_up(folder, NOW, target, only_if_due=True).copied is not None


@pytest.mark.ci
@pytest.mark.parametrize("at", [0, 1, -1])
def test_the_missing_file_is_named(target: SecondTarget, tmp_path: Path, at: int) -> None:
    (there,) = backups_in(target.home / "backups", locked=target.is_locked)
    files = files_of(there.path)
    missing = files.pop(at)
    missing.unlink()
    with pytest.raises(MissingVolumeError) as refused:
        restore(files[0], tmp_path / "new", NOW, passphrase=WORDS)
    assert refused.value.path == missing
    assert os.listdir(tmp_path / "usb") == [target.home.name]
    assert not (tmp_path / "new").exists()


def test_a_missing_file_makes_it_no_sound_one_and_the_next_copy_brings_it_again(
    folder: Path, tmp_path: Path
) -> None:
    target = target_of(folder, tmp_path / "usb")
    back_up(folder, NOW, target)
    (there,) = backups_in(target.home / "backups")
    before = contents(there.path.parent)
    files_of(there.path)[1].unlink()
    assert snapshot_problems(there.path)
    assert back_up(folder, NOW, target, only_if_due=True).copy_error is None
    assert contents(there.path.parent) == before


def test_all_its_files_go_with_it(folder: Path, tmp_path: Path) -> None:
    target = target_of(folder, tmp_path / "usb")
    for before in (timedelta(days=1, minutes=1), timedelta(days=1), timedelta(0)):
        back_up(folder, NOW - before, target)  # of yesterday the newer one stays
    for backups in (folder / "backups", target.home / "backups"):
        stay = backups_in(backups)
        assert [each.moment for each in stay] == [NOW, NOW - timedelta(days=1)]
        names = {path.name for each in stay for path in files_of(each.path)}
        assert set(contents(backups)) == names
    for each in backups_of(folder):
        drop_backup(each)
    assert contents(folder / "backups") == {}


def test_what_a_killed_run_left_of_one_is_none_and_goes(folder: Path) -> None:
    made = back_up(folder, NOW).newest
    assert made is not None
    made.path.unlink()  # killed before the first was in its place, or after it was deleted
    left = half_written(folder)
    assert left
    assert backups_of(folder) == []
    tidy(folder, datetime.now())
    assert half_written(folder) == left  # another run may be putting it there just now
    again = back_up(folder, NOW).newest
    assert again is not None
    assert snapshot_problems(again.path) == []
    again.path.unlink()
    tidy(folder, datetime.now() + timedelta(days=2))
    assert contents(folder / "backups") == {}


def test_restoring_takes_the_backups_along_whole(folder: Path) -> None:
    made = back_up(folder, NOW).newest
    assert made is not None
    before = contents(folder / "backups")
    restore(made.path, folder, NOW)
    assert contents(folder / "backups") == before
