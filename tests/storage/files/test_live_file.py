"""The files of an open database: only SQLite opens them, and they have to stay what they are."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from threading import Thread

import pytest

from inspector.domain.errors import (
    CannotReadError,
    DamagedDatabaseError,
    DataGoneError,
    DataReplacedError,
    InspectorError,
    LogGoneError,
)
from inspector.storage.backups.backup_restoring import prepare_restore
from inspector.storage.backups.daily_backups import make_backup
from inspector.storage.backups.packed_snapshot import unpack_snapshot
from inspector.storage.backups.snapshot import problems_in
from inspector.storage.database.database import Database
from inspector.storage.database_opening import open_database
from inspector.storage.evidence.evidence_files import EvidenceFiles
from inspector.storage.files.live_file import id_of, index_of, log_of
from tests.live_files import caught, damage_on_purpose
from tests.storage.database.test_transactions import add, sites, sites_on_disk
from tests.storage.raw_files import run_sql

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows keeps open files in place")

NOW = datetime(2026, 11, 27, 9, 0, 0)


@pytest.fixture
def opened(path: Path) -> Database:
    """A database as a window has it open, with one site in it; to be closed by who asks."""
    opened = open_database(path)
    opened.mark_first_commit(lambda mark, ids: None)
    with opened.transaction():
        pass  # the first commit is folded in
    add(opened, "mine")
    return opened


def run_sql_apart(path: Path, statement: str) -> None:
    script = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None)"
    words = f"{script}; c.execute(sys.argv[2]).fetchall(); c.close()"
    subprocess.run([sys.executable, "-c", words, path, statement], check=True)


def visit(path: Path) -> None:
    """Let another process look in and go."""
    script = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('SELECT * FROM site')"
    )
    subprocess.run([sys.executable, "-c", f"{script}; c.close()", path], check=True)


# Who opens it


@pytest.mark.parametrize("end", ["", "-wal", "-shm"])
def test_an_offender_is_caught_on_any_thread(opened: Database, path: Path, end: str) -> None:
    file = path.with_name(f"{path.name}{end}")

    def offend() -> None:
        file.read_bytes()

    with closing(opened):
        thread = Thread(target=offend)
        thread.start()
        thread.join()
        (said,) = caught()
        assert said.startswith(f"open '{file}'")
        assert "file.read_bytes()" in said
        shutil.copy(file, path.with_name("elsewhere"))
        os.link(file, path.with_name("other name"))
        path.with_name("other name").read_bytes()
        assert len(caught()) == 2
    path.read_bytes()
    assert caught() == []


def test_even_an_offender_takes_no_lock_away(opened: Database, path: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("locks of a descriptor are Linux's")
    with closing(opened):
        path.read_bytes()
        assert len(caught()) == 1
        visit(path)
        add(opened, "later")
        assert log_of(path).exists()


def test_a_backup_takes_no_lock_away(opened: Database, path: Path) -> None:
    with closing(opened):
        make_backup(path, path.parent / "backups", NOW)
        visit(path)
        assert log_of(path).exists()
        add(opened, "later")
    assert sites_on_disk(path) == ["later", "mine"]


def test_the_open_database_is_restored_from_as_it_stands(opened: Database, path: Path) -> None:
    with closing(opened):
        prepared = prepare_restore(path, path.parent)
        assert sites_on_disk(prepared.folder / path.name) == ["mine"]


@pytest.mark.parametrize("end", ["", "-wal", "-shm"])
def test_it_is_taken_for_no_file_that_one_attaches(opened: Database, path: Path, end: str) -> None:
    evidence = EvidenceFiles(path.parent)
    with closing(opened):
        with pytest.raises(CannotReadError, match="locked"):
            evidence.keep(path.with_name(f"{path.name}{end}"), "db")
        visit(path)
        assert log_of(path).exists()


# What it is written beside


def unpacked_backup(path: Path) -> Path:
    """Make a backup, and take the database out of it, as a person with a file manager does."""
    backup = make_backup(path, path.parent / "backups", NOW)
    unpack_snapshot(backup.path, path.with_name("backup.db"))
    return path.with_name("backup.db")


def refused(opened: Database) -> InspectorError:
    """Why nothing is written."""
    with pytest.raises(InspectorError) as refused:
        add(opened, "never")
    return refused.value


def other_database(path: Path) -> Path:
    """Return another database of ours, elsewhere."""
    other = path.parent.parent / "other" / "other.db"
    open_database(other, create=True).close()
    run_sql(other, "INSERT INTO site (id, name) VALUES ('theirs', 'theirs')")
    return other


def copy_over(source: Path, target: Path) -> None:
    with damage_on_purpose():
        shutil.copyfile(source, target)


@pytest.mark.parametrize("is_folded_in", [False, True])
def test_another_database_copied_over_it_takes_nothing(
    opened: Database, path: Path, is_folded_in: bool
) -> None:
    other = other_database(path)
    if is_folded_in:
        run_sql(path, "PRAGMA wal_checkpoint(TRUNCATE)")
    add(opened, "also mine")
    inode = path.stat().st_ino
    copy_over(other, path)
    assert path.stat().st_ino == inode
    assert isinstance(refused(opened), DataReplacedError)
    opened.close()
    assert path.read_bytes() == other.read_bytes(), "nothing of ours went into it"
    assert sites_on_disk(path) == ["theirs"]
    assert problems_in(path) == []
    (log,) = path.parent.glob("inspector-set-aside-*.db-wal")
    assert log.stat().st_size


def test_a_backup_copied_over_it_takes_nothing(opened: Database, path: Path) -> None:
    backup = unpacked_backup(path)
    with closing(opened):
        copy_over(backup, path)
        assert isinstance(refused(opened), DataReplacedError)
    assert sites_on_disk(path) == ["mine"]


def test_a_backup_of_a_version_without_ids_copied_over_it_takes_nothing(path: Path) -> None:
    run_sql(path, "PRAGMA application_id = 0")
    old = path.with_name("old.db")
    shutil.copy(path, old)
    with closing(open_database(path)) as opened:
        opened.mark_first_commit(lambda mark, ids: None)
        add(opened, "mine")
        copy_over(old, path)
        assert isinstance(refused(opened), DataReplacedError)


def test_a_copy_from_before_this_run_copied_over_it_takes_nothing(path: Path) -> None:
    old = path.with_name("old.db")
    shutil.copy(path, old)
    run_sql(path, "INSERT INTO site (id, name) VALUES ('a', 'theirs')")
    with closing(open_database(path)) as opened:
        opened.mark_first_commit(lambda mark, ids: None)
        add(opened, "mine")
        copy_over(old, path)
        assert isinstance(refused(opened), DataReplacedError)


def test_the_lock_keeps_the_one_id_that_no_copy_has(path: Path) -> None:
    heard: list[tuple[int, ...]] = []
    before = id_of(path)
    with closing(open_database(path)) as opened:
        opened.mark_first_commit(lambda mark, ids: heard.append(ids))
        add(opened, "mine")
    assert heard[-1] == (id_of(path),)
    assert before in heard[0]
    assert before not in heard[-1]


def test_reading_beside_it_opens_no_other_that_lies_there_now(opened: Database, path: Path) -> None:
    from inspector.storage.database.database import reading_apart

    other = other_database(path)
    path.rename(path.with_name("before.db"))
    copy_over(other, path)
    with pytest.raises(DataReplacedError), reading_apart(path):
        pass
    opened.close()
    assert path.read_bytes() == other.read_bytes()


def test_what_others_write_and_fold_in_is_no_replacement(opened: Database, path: Path) -> None:
    with closing(opened):
        for statement in (
            "INSERT INTO site (id, name) VALUES ('a', 'theirs')",
            "PRAGMA wal_checkpoint(TRUNCATE)",
            "VACUUM",
            "ANALYZE",
            "PRAGMA wal_checkpoint(RESTART)",
        ):
            run_sql_apart(path, statement)
            add(opened, statement)
        with closing(open_database(path)) as other:
            add(other, "of ours")
    assert {"mine", "theirs", "of ours", "VACUUM"} <= set(sites_on_disk(path))


def move_away(file: Path) -> None:
    file.rename(file.with_name("away"))


def put_another(file: Path) -> None:
    file.with_name("copy").write_bytes(b"")
    file.with_name("copy").replace(file)


def cut_short(file: Path) -> None:
    with damage_on_purpose():
        os.truncate(file, 0)


@pytest.mark.parametrize("take", [Path.unlink, move_away])
@pytest.mark.parametrize("of", [log_of, index_of])
def test_a_log_that_was_taken_away_is_noticed_and_nothing_is_lost(
    opened: Database, path: Path, of: Callable[[Path], Path], take: Callable[[Path], None]
) -> None:
    take(of(path))
    error = refused(opened)
    assert isinstance(error, LogGoneError)
    assert error.path == of(path)
    opened.close()
    assert sites_on_disk(path) == ["mine"]


def test_a_log_that_was_taken_away_is_in_the_database_before_a_kill(
    opened: Database, path: Path
) -> None:
    log_of(path).unlink()
    assert isinstance(refused(opened), LogGoneError)
    with damage_on_purpose():
        shutil.copy(path, path.with_name("as a kill leaves it.db"))
    assert sites_on_disk(path.with_name("as a kill leaves it.db")) == ["mine"]
    opened.close()


def test_a_restored_database_is_watched_like_any_other(opened: Database, path: Path) -> None:
    with closing(opened):
        backup = unpacked_backup(path)
    for mode in ("WAL", "DELETE"):
        run_sql(backup, f"PRAGMA journal_mode = {mode}")
        shutil.copyfile(backup, path)
        with closing(open_database(path)) as restored:
            log_of(path).unlink()
            assert isinstance(refused(restored), LogGoneError)


@pytest.mark.parametrize("harm", [put_another, cut_short])
def test_a_log_that_was_replaced_or_cut_takes_nothing(
    opened: Database, path: Path, harm: Callable[[Path], None]
) -> None:
    harm(log_of(path))
    assert isinstance(refused(opened), LogGoneError)
    opened.close()
    assert sites_on_disk(path) == []
    assert problems_in(path) == []


def test_another_folder_in_its_place_is_not_touched_by_closing(
    opened: Database, path: Path
) -> None:
    away = path.parent.with_name("away")
    path.parent.rename(away)
    assert isinstance(refused(opened), DataGoneError)
    with closing(open_database(path, create=True)) as other:  # another folder is there now, in use
        add(other, "theirs")
        assert isinstance(refused(opened), DataReplacedError)
        opened.close()
        assert log_of(path).exists()
        add(other, "theirs too")
    assert sites_on_disk(path) == ["theirs", "theirs too"]
    assert sites_on_disk(away / path.name) == ["mine"]


def test_what_is_being_copied_over_it_is_no_database_yet(opened: Database, path: Path) -> None:
    with damage_on_purpose():
        head = path.read_bytes()
        os.truncate(path, 0)
    assert isinstance(refused(opened), DamagedDatabaseError)
    with damage_on_purpose():
        path.write_bytes(head)
    add(opened, "later")
    opened.close()
    assert sites_on_disk(path) == ["later", "mine"]


def test_reading_beside_it_keeps_its_files_open(opened: Database, path: Path) -> None:
    from inspector.storage.database.database import reading_apart

    with reading_apart(path) as apart:
        opened.close()
        visit(path)
        assert sites(apart) == ["mine"]
