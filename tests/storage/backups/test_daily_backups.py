"""The daily snapshots: packed, thinned, found again."""

import shutil
from collections import namedtuple
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from inspector.domain.errors import DamagedDatabaseError, NoRoomError
from inspector.storage.backups.daily_backups import (
    backup_name,
    backups_in,
    make_backup,
    newest_sound,
    require_room,
)
from tests.storage.damage import flip_page
from tests.storage.raw_files import contents, mode, run_sql

DAY = datetime(2026, 11, 27, 9, 15, 30)


@pytest.fixture
def folder(path: Path) -> Path:
    return path.parent / "backups"


def test_a_backup_is_named_by_its_moment_and_private(path: Path, folder: Path) -> None:
    made = make_backup(path, folder, DAY)
    assert made.path == folder / "inspector-2026-11-27-091530.db.zip"
    assert backups_in(folder) == [made]
    assert (mode(folder), mode(made.path)) == ("0700", "0600")


def test_days_then_weeks_then_months_are_kept(path: Path, folder: Path) -> None:
    folder.mkdir()
    for day in range(70):
        name = backup_name(DAY + timedelta(days=day - 70))
        (folder / f"{name}{'.zip' if day % 2 else ''}").write_bytes(b"of an older version, or not")
    made = make_backup(path, folder, DAY)  # on a Friday
    kept = [f"{backup.moment:%m-%d}" for backup in backups_in(folder)]
    assert kept == (
        [
            "11-27",
            "11-26",
            "11-25",
            "11-24",
            "11-23",
            "11-22",
            "11-21",
            "11-15",
            "11-08",
            "10-31",
            "09-30",
        ]
    )
    assert backups_in(folder)[0] == made


def test_of_earlier_days_the_last_is_kept_and_of_today_all(path: Path, folder: Path) -> None:
    yesterday = DAY - timedelta(days=1)
    for hours in range(3):
        make_backup(path, folder, yesterday + timedelta(hours=hours))
    for hours in range(3):
        make_backup(path, folder, DAY + timedelta(hours=hours))
    kept = [backup.moment for backup in backups_in(folder)]
    assert kept == [
        DAY + timedelta(hours=2),
        DAY + timedelta(hours=1),
        DAY,
        yesterday + timedelta(hours=2),
    ]


@pytest.mark.ci
def test_what_is_not_ours_stays(path: Path, folder: Path) -> None:
    folder.mkdir()
    for name in ("inspector-2026-13-40-000000.db", "inspector-2020-01-01.db", "说明.txt"):
        (folder / name).write_text("x")
    for day in range(32):
        make_backup(path, folder, DAY + timedelta(days=day))
    kept = len(backups_in(folder))
    assert kept < 32
    assert len(list(folder.iterdir())) == kept + 3


@pytest.mark.ci
def test_a_damaged_database_pushes_no_good_backup_out(path: Path, folder: Path) -> None:
    run_sql(path, "INSERT INTO site (id, name) VALUES ('s', '城东厅')")
    for day in range(30):
        make_backup(path, folder, DAY + timedelta(days=day))
    flip_page(path)
    before = contents(folder)
    with pytest.raises(DamagedDatabaseError):
        make_backup(path, folder, DAY + timedelta(days=30))
    assert contents(folder) == before


def test_the_newest_good_one_is_found(path: Path, folder: Path) -> None:
    assert newest_sound(folder) is None
    good = make_backup(path, folder, DAY)
    bad = make_backup(path, folder, DAY + timedelta(days=1))
    bad.path.write_bytes(bad.path.read_bytes()[:5000])
    (folder / "inspector-2026-11-29-000000.db").write_bytes(b"")
    assert newest_sound(folder) == good


def test_one_from_under_a_clock_that_was_ahead_is_no_newer(path: Path, folder: Path) -> None:
    now = datetime.now().replace(microsecond=0)
    ahead = make_backup(path, folder, now + timedelta(days=367))
    later = make_backup(path, folder, now)
    assert newest_sound(folder) == later
    later.path.unlink()
    assert newest_sound(folder) == ahead


def test_the_last_of_the_disk_is_left_to_the_work(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10**12, 10**12, 10**6))
    with pytest.raises(NoRoomError) as refused:
        make_backup(path, folder, DAY)
    size = path.stat().st_size
    size += size // 2  # the copy, and what it is packed into
    assert (refused.value.needed, refused.value.free) == (size + 5_000_000, 10**6)
    assert backups_in(folder) == []
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10**12, 10**12, size + 5_000_000))
    made = make_backup(path, folder, DAY)
    assert backups_in(folder) == [made]


@pytest.mark.parametrize(
    ("size", "spare"),
    [(7_800_000, 5_000_000), (100_000_000, 10_000_000), (50_000_000_000, 200_000_000)],
)
def test_what_stays_free_goes_by_what_is_copied(
    size: int, spare: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10**12, 0, size + spare))
    require_room(tmp_path, size)
    with pytest.raises(NoRoomError):
        require_room(tmp_path, size + 1)
