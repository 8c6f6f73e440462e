"""Writing: all of it or nothing, on disk when it returns, and a sentence when it cannot."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from inspector.domain.errors import CannotWriteError, DataGoneError, DataReplacedError
from inspector.storage.database import database
from inspector.storage.database.database import Database
from inspector.storage.database_opening import open_database


def add_site(opened: Database, name: str) -> None:
    opened.write("INSERT INTO site (id, name) VALUES (?, ?)", (name, name))


def sites(opened: Database) -> list[str]:
    return [row["name"] for row in opened.rows("SELECT name FROM site ORDER BY name")]


def sites_on_disk(path: Path) -> list[str]:
    with closing(open_database(path)) as opened:
        return sites(opened)


@contextmanager
def held_by_another_program(path: Path) -> Iterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def add(opened: Database, *names: str, then: BaseException | None = None) -> None:
    """Add sites in one transaction, and raise `then` in it."""
    with opened.transaction():
        for name in names:
            add_site(opened, name)
        if then is not None:
            raise then


def test_what_is_written_is_there_for_another_connection(opened: Database, path: Path) -> None:
    with opened.transaction():
        add_site(opened, "a")
        assert sites_on_disk(path) == []
    assert sites_on_disk(path) == ["a"]


@pytest.mark.parametrize("error", [ZeroDivisionError, KeyboardInterrupt, CannotWriteError])
def test_an_error_takes_everything_back(
    opened: Database, path: Path, error: type[BaseException]
) -> None:
    with pytest.raises(error):
        add(opened, "a", "b", then=error(path))
    assert sites(opened) == sites_on_disk(path) == []
    add(opened, "c")
    assert sites_on_disk(path) == ["c"]


def test_a_mistake_of_ours_is_no_trouble_of_the_disk(opened: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        add(opened, "a", "a")
    assert sites(opened) == []


@pytest.mark.parametrize("name", [10**30, object()])
def test_what_sqlite_cannot_hold_takes_everything_back(opened: Database, name: str) -> None:
    with pytest.raises((OverflowError, sqlite3.Error)):
        add(opened, "a", name)
    assert sites(opened) == []


def test_an_inner_transaction_joins_the_outer_one(opened: Database, path: Path) -> None:
    with opened.transaction():
        add_site(opened, "a")
        add(opened, "b")
        assert sites_on_disk(path) == []
        add_site(opened, "c")
    assert sites_on_disk(path) == ["a", "b", "c"]


def nested(opened: Database, inside: Exception | None, outside: Exception | None) -> None:
    with opened.transaction():
        add_site(opened, "a")
        add(opened, "b", then=inside)
        if outside is not None:
            raise outside


@pytest.mark.parametrize(
    ("inside", "outside"),
    [(ZeroDivisionError(), None), (None, ZeroDivisionError())],
    ids=["inside", "outside"],
)
def test_an_error_anywhere_takes_both_back(
    opened: Database, path: Path, inside: Exception | None, outside: Exception | None
) -> None:
    with pytest.raises(ZeroDivisionError):
        nested(opened, inside, outside)
    assert sites_on_disk(path) == []


def test_a_transaction_has_the_database_for_itself_from_its_beginning(
    opened: Database, path: Path
) -> None:
    # Begun by its first read only, what it read could be written by another before it writes.
    with opened.transaction():
        assert sites(opened) == []
        with (
            closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as other,
            pytest.raises(sqlite3.OperationalError, match="locked"),
        ):
            other.execute("INSERT INTO site (id, name) VALUES ('b', 'b')")
        add_site(opened, "a")
    assert sites_on_disk(path) == ["a"]


class TestALockedDatabase:
    @pytest.fixture(autouse=True)
    def impatient(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(database, "BUSY_TIMEOUT", 30)

    def test_writing_is_refused_and_nothing_lost(self, opened: Database, path: Path) -> None:
        add(opened, "a")
        with held_by_another_program(path):
            with pytest.raises(CannotWriteError) as refused:
                add(opened, "never")
            assert refused.value.path == path
            assert "locked" in refused.value.reason
            assert sites(opened) == ["a"], "reading goes on"
        add(opened, "b")
        assert sites_on_disk(path) == ["a", "b"]

    def test_it_can_be_opened(self, path: Path) -> None:
        with held_by_another_program(path):
            assert sites_on_disk(path) == []

    def test_a_step_is_refused(self, path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("DELETE FROM _sqlite_migrations")
        before = path.read_bytes()
        with held_by_another_program(path), pytest.raises(CannotWriteError):
            open_database(path)
        assert path.read_bytes() == before


def test_a_full_disk_is_told_and_nothing_lost(opened: Database, path: Path) -> None:
    add(opened, "a")
    pages = opened.row("PRAGMA page_count")
    assert pages is not None
    opened.rows(f"PRAGMA max_page_count = {pages[0]}")  # SQLite's own words for a full disk
    with pytest.raises(CannotWriteError) as refused:
        add(opened, *(f"{number:0500}" for number in range(1000)))
    assert "full" in refused.value.reason
    assert sites_on_disk(path) == ["a"]


@pytest.mark.parametrize("keep", [("-wal", "-shm"), ("-wal",)])
def test_a_killed_program_loses_nothing_committed(
    tmp_path: Path, path: Path, keep: tuple[str, ...]
) -> None:
    script = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from inspector.storage.database_opening import open_database\n"
        "opened = open_database(Path(sys.argv[1]))\n"
        "def add(name):\n"
        "    opened.write('INSERT INTO site (id, name) VALUES (?, ?)', (name, name))\n"
        "with opened.transaction():\n"
        "    add('kept')\n"
        "with opened.transaction():\n"
        "    add('half done')\n"
        "    os._exit(9)\n"
    )
    done = subprocess.run([sys.executable, "-c", script, path])
    assert done.returncode == 9
    # the same after the files were copied to another disk, with or without the shared index
    copy = tmp_path / "copy"
    copy.mkdir()
    for suffix in ("", *keep):
        shutil.copy(f"{path}{suffix}", copy / f"inspector.db{suffix}")
    assert sites_on_disk(copy / "inspector.db") == ["kept"]
    assert sites_on_disk(path) == ["kept"]


def test_one_program_sees_what_another_writes(opened: Database, path: Path) -> None:
    with closing(open_database(path)) as other:
        add(other, "a")
    assert sites(opened) == ["a"]


def test_closing_folds_the_log_in(path: Path) -> None:
    with closing(open_database(path)) as opened:
        add(opened, "a")
    assert os.listdir(path.parent) == ["inspector.db"]


def test_a_file_that_is_no_longer_at_its_place_is_not_written(opened: Database, path: Path) -> None:
    add(opened, "a")
    away = path.with_name("away.db")
    path.rename(away)
    with pytest.raises(DataGoneError):
        add(opened, "never")
    shutil.copy(away, path)
    with pytest.raises(DataReplacedError):
        add(opened, "never")
    path.unlink()
    away.rename(path)
    add(opened, "b")
    assert sites_on_disk(path) == ["a", "b"]
