"""A UNIQUE goes and no row moves; a table that is not as it was made is left alone."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from inspector.storage.schema.sharing.dropped_unique import Unique, drop_unique

NUMBER = Unique(
    "slip", "number TEXT NOT NULL UNIQUE", "number TEXT NOT NULL", "sqlite_autoindex_slip_2",
    "slip_by_number", "number",
)  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "slips.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(
            "CREATE TABLE slip (id TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE) STRICT"
        )
        connection.execute("ALTER TABLE slip ADD COLUMN text TEXT NOT NULL DEFAULT ''")
        connection.execute("BEGIN")
        connection.executemany(
            "INSERT INTO slip (id, number) VALUES (?, ?)",
            [(f"id-{at}", f"2611-{at:03}") for at in range(300)],
        )
        connection.execute("DELETE FROM slip WHERE rowid % 7 = 0")
        connection.execute("COMMIT")
    return path


@pytest.fixture
def connection(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


def rows(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    return connection.execute("SELECT rowid, * FROM slip ORDER BY rowid").fetchall()


def test_every_row_keeps_its_place_and_its_index(
    path: Path, connection: sqlite3.Connection
) -> None:
    before = rows(connection)
    with closing(sqlite3.connect(path, isolation_level=None)) as beside:
        assert rows(beside) == before
        connection.execute("BEGIN IMMEDIATE")
        drop_unique(Database(connection), NUMBER)
        connection.execute("CREATE TABLE later (id TEXT)")
        connection.execute("COMMIT")
        assert rows(connection) == before
        for each in (connection, beside):  # who had it open reads the list of tables anew
            each.execute("INSERT INTO slip (id, number) VALUES (?, '2611-005')", (str(each),))
            asked = "SELECT id FROM slip WHERE number = '2611-005'"
            (plan,) = each.execute(f"EXPLAIN QUERY PLAN {asked}").fetchall()
            assert "slip_by_number" in plan[-1]
        assert len(beside.execute(asked).fetchall()) == 3
        assert beside.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        with pytest.raises(sqlite3.IntegrityError):
            beside.execute("INSERT INTO slip (id, number) VALUES ('id-5', '2611-999')")
    connection.execute("VACUUM")  # makes all of it anew by what the list says
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_rolled_back_it_is_as_it_was(connection: sqlite3.Connection) -> None:
    before = connection.execute("SELECT * FROM sqlite_master").fetchall()
    connection.execute("BEGIN IMMEDIATE")
    drop_unique(Database(connection), NUMBER)
    connection.execute("ROLLBACK")
    assert connection.execute("SELECT * FROM sqlite_master").fetchall() == before
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute("INSERT INTO slip (id, number) VALUES ('new', '2611-005')")
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.parametrize("made", ["sqlite_autoindex_slip_3", "slip_by_number"])
def test_a_table_that_is_another_one_is_left_alone(
    made: str, connection: sqlite3.Connection
) -> None:
    before = connection.execute("SELECT * FROM sqlite_master").fetchall()
    other = Unique(NUMBER.table, NUMBER.said, NUMBER.instead, made, NUMBER.name, NUMBER.columns)
    connection.execute("BEGIN IMMEDIATE")
    with pytest.raises(sqlite3.OperationalError, match="not where it was made"):
        drop_unique(Database(connection), other)
    with pytest.raises(
        sqlite3.OperationalError, match="may not be"
    ):  # nobody writes that list by mistake later
        connection.execute("UPDATE sqlite_master SET sql = ''")
    connection.execute("ROLLBACK")
    assert connection.execute("SELECT * FROM sqlite_master").fetchall() == before
