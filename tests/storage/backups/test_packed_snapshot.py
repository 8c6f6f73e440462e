"""Snapshots packed into a .zip: what is in them, and that they are read back."""

import sqlite3
from datetime import datetime, timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest

from inspector.domain.errors import DamagedBackupError
from inspector.storage.backups.daily_backups import backups_in, forget_old, make_backup
from inspector.storage.backups.packed_snapshot import (
    evidence_named,
    holds,
    pack_snapshot,
    snapshot_problems,
    unpack_snapshot,
    unpacked,
)
from inspector.storage.backups.snapshot import problems_in, take_snapshot
from tests.storage.raw_files import mode, run_sql

DAY = datetime(2026, 11, 27, 9, 15, 30)


class StoppedError(Exception):
    """Somebody stopped the work."""


@pytest.fixture
def packed(path: Path, tmp_path: Path) -> Path:
    run_sql(
        path,
        "INSERT INTO evidence (id, digest, suffix, size, kind, role, name, origin, added_at)"
        f" VALUES ('e', '{'ab' * 32}', '.jpg', 5, 'photo', 'proof', 'n', 'o', '2026-11-27')",
    )
    take_snapshot(path, tmp_path / "plain.db")
    target = tmp_path / "inspector-2026-11-27-091530.db.zip"
    pack_snapshot(tmp_path / "plain.db", target, DAY)
    return target


def test_what_was_packed_comes_back_byte_by_byte(packed: Path, tmp_path: Path) -> None:
    unpack_snapshot(packed, tmp_path / "again.db")
    assert (tmp_path / "again.db").read_bytes() == (tmp_path / "plain.db").read_bytes()
    assert (mode(tmp_path / "again.db"), mode(packed)) == ("0600", "0600")
    assert packed.stat().st_size < (tmp_path / "plain.db").stat().st_size // 3
    with unpacked(packed) as place:
        assert problems_in(place) == []
    assert {each.name for each in packed.parent.iterdir()} == {
        "data",
        "plain.db",
        "again.db",
        packed.name,
    }


def test_it_says_what_it_holds_without_being_unpacked(packed: Path) -> None:
    held = holds(packed)
    assert held is not None
    assert (held.made_at, held.visits, held.findings) == (DAY, 0, 0)
    assert evidence_named(packed) == {("ab" * 32, ".jpg")}
    assert snapshot_problems(packed) == []


def test_any_program_reads_it(packed: Path, tmp_path: Path) -> None:
    with ZipFile(packed) as archive:
        assert archive.testzip() is None
        archive.extract("inspector.db", tmp_path / "by-hand")
    assert problems_in(tmp_path / "by-hand" / "inspector.db") == []


@pytest.mark.parametrize("at", [0.3, 0.6, 0.999])
def test_a_changed_byte_is_found(packed: Path, tmp_path: Path, at: float) -> None:
    content = bytearray(packed.read_bytes())
    content[int(len(content) * at)] ^= 0xFF
    packed.write_bytes(content)
    problems = snapshot_problems(packed)
    named = True
    try:
        named = evidence_named(packed) == {("ab" * 32, ".jpg")}
    except DamagedBackupError:
        named = False
    # The bytes between the parts carry nothing; a byte of any part is missed.
    assert problems or named


def test_one_cut_short_is_no_sound_one(packed: Path, tmp_path: Path) -> None:
    packed.write_bytes(packed.read_bytes()[:-200])
    assert snapshot_problems(packed)
    with pytest.raises(DamagedBackupError):
        unpack_snapshot(packed, tmp_path / "again.db")
    assert holds(packed) is None


def test_stopping_leaves_nothing(path: Path) -> None:
    folder = path.parent / "backups"

    def stop(done: int, total: int) -> None:
        if done > 700:  # thousandths: it is being packed
            raise StoppedError

    with pytest.raises(StoppedError):
        make_backup(path, folder, DAY, stop)
    assert list(folder.iterdir()) == []


def test_those_of_older_versions_are_packed_one_at_a_time(path: Path) -> None:
    folder = path.parent / "backups"
    folder.mkdir()
    for day in (3, 2):
        take_snapshot(path, folder / f"inspector-2026-11-{27 - day}-091530.db")
    take_snapshot(path, folder / "inspector-2026-11-01-091530-before-update.db")
    (folder / "inspector-2026-11-26-091530.db").write_bytes(b"damaged")
    names = []
    for hours in range(4):
        make_backup(path, folder, DAY + timedelta(hours=hours))
        names.append(sorted(each.path.name for each in backups_in(folder) if each.moment < DAY))
    assert names[-1] == [
        "inspector-2026-11-01-091530-before-update.db.zip",
        "inspector-2026-11-24-091530.db.zip",
        "inspector-2026-11-25-091530.db.zip",
        "inspector-2026-11-26-091530.db",
    ]
    assert [each.before_update for each in backups_in(folder)][-1]


def test_a_second_one_of_a_moment_goes(path: Path) -> None:
    folder = path.parent / "backups"
    made = make_backup(path, folder, DAY)
    take_snapshot(path, made.path.with_suffix(""))
    forget_old(folder, DAY.date())
    assert [each.path for each in backups_in(folder)] == [made.path]


def test_what_is_packed_is_the_state_of_one_moment(path: Path) -> None:
    run_sql(path, "INSERT INTO site (id, name) VALUES ('s', '城东厅')")
    made = make_backup(path, path.parent / "backups", DAY)
    run_sql(path, "INSERT INTO site (id, name) VALUES ('t', '城西厅')")
    with unpacked(made.path) as place, sqlite3.connect(place) as connection:
        assert connection.execute("SELECT name FROM site").fetchall() == [("城东厅",)]
