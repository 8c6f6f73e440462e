"""What is the machine's fault, what is damage, and what is a slip of ours."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from inspector.domain.errors import CannotWriteError, DamagedDatabaseError, NotFoundError
from inspector.storage.database import database
from inspector.storage.database.database import Database
from inspector.storage.database_opening import open_database
from tests.storage.damage import flip, flip_page, root_page
from tests.storage.raw_files import contents, run_sql

SITE = "INSERT INTO site (id, name) VALUES ('s', 'East')"


@pytest.mark.parametrize(
    "slip",
    [
        lambda opened: opened.rows("SELECT * FROM no_such_table"),
        lambda opened: opened.rows("SELECT no_such_column FROM site"),
        lambda opened: opened.rows("SELECT ?"),
        lambda opened: write(opened, "INSERT INTO no_such_table VALUES (1)"),
        lambda opened: write(opened, "INSERT INTO site (id, name) VALUES ('s', 1, 2)"),
        lambda opened: write(opened, "INSERT INTO site (id) VALUES (NULL)"),
    ],
)
def test_a_slip_of_ours_is_never_called_damage(
    opened: Database, slip: Callable[[Database], object]
) -> None:
    with pytest.raises(sqlite3.Error):
        slip(opened)
    assert opened.damage is None
    write(opened, SITE)
    assert len(opened.rows("SELECT * FROM site")) == 1


def write(opened: Database, sql: str) -> None:
    with opened.transaction():
        opened.write(sql)


def test_from_the_first_sign_of_damage_nothing_is_written(path: Path) -> None:
    run_sql(path, SITE)
    flip_page(path, "own_phrase")
    with closing(open_database(path)) as opened:
        write(opened, "INSERT INTO site (id, name) VALUES ('t', 'West')")
        with pytest.raises(DamagedDatabaseError) as met:
            opened.rows("SELECT * FROM own_phrase")
        assert not met.value.untouched  # this run has written: nobody may say that it did not
        with pytest.raises(DamagedDatabaseError):
            write(opened, "INSERT INTO site (id, name) VALUES ('u', 'North')")
        assert len(opened.rows("SELECT * FROM site")) == 2, "reading goes on"


def test_a_run_that_wrote_nothing_may_say_so(path: Path) -> None:
    flip_page(path)
    with closing(open_database(path)) as opened:
        with pytest.raises(DamagedDatabaseError) as met:
            opened.rows("SELECT * FROM site")
        assert met.value.untouched


def test_a_text_that_is_none_is_damage(path: Path) -> None:
    run_sql(path, SITE)
    place, size = root_page(path, "site")
    flip(path, place + path.read_bytes()[place : place + size].index(b"East") + 1)
    with closing(open_database(path)) as opened:
        with pytest.raises(DamagedDatabaseError):
            opened.rows("SELECT * FROM site")
        with pytest.raises(DamagedDatabaseError):
            write(opened, "INSERT INTO site (id, name) VALUES ('t', 'West')")


@pytest.mark.parametrize("table", [b"site", b"own_phrase"])
def test_a_table_that_lost_its_name_is_damage(path: Path, table: bytes) -> None:
    content = path.read_bytes()
    stated = b"CREATE TABLE " + table + b" ("
    columns = b"table" + table + table  # as a row of the schema begins: type, name, table's name
    other = table[:-1] + b"z"
    assert content.count(stated) == content.count(columns) == 1
    content = content.replace(stated, b"CREATE TABLE " + other + b" (")
    path.write_bytes(content.replace(columns, b"table" + other + other))
    with pytest.raises(DamagedDatabaseError), closing(open_database(path)) as opened:
        opened.rows(f"SELECT * FROM {table.decode()}")


@pytest.mark.parametrize("lost", ["m003_close_out", "m006_repeats"])
def test_a_step_that_was_forgotten_is_damage_and_nothing_is_taken(path: Path, lost: str) -> None:
    run_sql(path, f"DELETE FROM _sqlite_migrations WHERE name = '{lost}'")
    if lost == "m006_repeats":
        run_sql(path, "DROP VIEW scorecard_score")
    before = path.read_bytes()
    with pytest.raises(DamagedDatabaseError):
        open_database(path)
    assert path.read_bytes() == before


def test_a_step_of_another_name_beside_a_missing_one_is_no_newer_program(path: Path) -> None:
    run_sql(path, "UPDATE _sqlite_migrations SET name = 'm003_klose_out' WHERE name LIKE 'm003%'")
    with pytest.raises(DamagedDatabaseError):
        open_database(path)


def test_a_database_that_another_holds_is_the_machine_s(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_TIMEOUT", 30)
    with (
        closing(sqlite3.connect(path, isolation_level=None)) as other,
        closing(open_database(path)) as opened,
    ):
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(CannotWriteError):
            write(opened, SITE)
        assert opened.damage is None
        other.execute("ROLLBACK")


@pytest.mark.parametrize("place", ["gone", "data/inspector.db/inspector.db"])
def test_only_a_first_start_makes_a_database(path: Path, tmp_path: Path, place: str) -> None:
    before = contents(tmp_path)
    with pytest.raises((NotFoundError, CannotWriteError)):
        open_database(tmp_path / place)
    with pytest.raises(sqlite3.OperationalError):
        database.connected(tmp_path / place).execute("SELECT 1 FROM sqlite_master")
    assert contents(tmp_path) == before
