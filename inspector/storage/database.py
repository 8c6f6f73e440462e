"""The database file: opening, refusing, migrating, and the one way to write.

Knows SQLite; nothing of Qt. Opening touches nothing until the file is known to be ours.
"""

import os
import sqlite3
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

from inspector.domain.errors import (
    CannotReadError,
    CannotWriteError,
    DamagedDatabaseError,
    NewerDatabaseError,
)
from inspector.paths import make_private_folder
from inspector.storage.migrations import MIGRATION_SET, STEP_NAMES, migrations

Row: TypeAlias = sqlite3.Row
Values: TypeAlias = tuple[Any, ...] | Mapping[str, Any]

BUSY_TIMEOUT = 5000
"""Milliseconds to wait for another program that holds the database."""


class Database:
    """An open, migrated database. Reads are plain queries; writes go through `transaction`."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    def close(self) -> None:
        """Close the file; SQLite folds the write-ahead log into it."""
        self._connection.close()

    def rows(self, sql: str, values: Values = ()) -> list[Row]:
        """Return all rows of a query.

        Raises DamagedDatabaseError when the file cannot be read as a database.
        """
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise _told(error, self.path) from error

    def row(self, sql: str, values: Values = ()) -> Row | None:
        """Return the first row of a query, or None."""
        rows = self.rows(sql, values)
        return rows[0] if rows else None

    def write(self, sql: str, values: Values = ()) -> None:
        """Run one changing statement inside the current transaction."""
        self._connection.execute(sql, values)

    def write_many(self, sql: str, values: Iterable[Values]) -> None:
        """Run one changing statement for each of `values` inside the current transaction."""
        self._connection.executemany(sql, values)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit everything written inside, or nothing; on disk when the block is left.

        Joins a transaction that is open already. Raises CannotWriteError when the disk, the
        file's permissions or another program refuse.
        """
        if self._connection.in_transaction:
            yield
            return
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            yield
            self._connection.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            self._roll_back()
            if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError):
                raise  # a mistake of ours, not of the machine
            raise _told(error, self.path) from error
        except BaseException:
            self._roll_back()
            raise

    def _roll_back(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")


def open_database(path: Path) -> Database:
    """Open the database at `path`, making or migrating it as needed.

    Raises NewerDatabaseError or DamagedDatabaseError without having touched the file, and
    CannotReadError or CannotWriteError when the system refuses.
    """
    is_new = not path.exists()
    try:
        if not is_new and path.stat().st_size == 0:
            raise DamagedDatabaseError(path, "empty")
        make_private_folder(path.parent)
        connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT / 1000, isolation_level=None)
    except OSError as error:
        raise CannotWriteError(path.parent, error.strerror or str(error)) from error
    except sqlite3.DatabaseError as error:
        raise CannotReadError(path, str(error)) from error
    connection.row_factory = sqlite3.Row
    try:
        applied = set() if is_new else _applied_steps(connection)
        if applied - set(STEP_NAMES):
            raise NewerDatabaseError(path)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        if is_new and sys.platform != "win32":
            os.chmod(path, 0o600)
        if set(STEP_NAMES) - applied:
            _migrate(connection, path, had_data=bool(applied))
        # Only now: a migration that rebuilds a parent table would otherwise delete its children.
        connection.execute("PRAGMA foreign_keys = ON")
    except sqlite3.DatabaseError as error:
        connection.close()
        raise _told(error, path) from error
    except BaseException:
        connection.close()
        raise
    return Database(path, connection)


def _applied_steps(connection: sqlite3.Connection) -> set[str]:
    """Return the names of the steps a file has been through; read-only."""
    tables = connection.execute(
        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_sqlite_migrations'"
    ).fetchall()
    if not tables:
        others = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if others:
            raise sqlite3.DatabaseError("a database of another program")
        return set()
    rows = connection.execute(
        "SELECT name FROM _sqlite_migrations WHERE migration_set = ?", (MIGRATION_SET,)
    )
    return {row["name"] for row in rows}


def _migrate(connection: sqlite3.Connection, path: Path, had_data: bool) -> None:
    from sqlite_utils import Database as UtilsDatabase

    if had_data:
        copy = sqlite3.connect(path.with_name(f"{path.stem}-before-migration.db"))
        with copy:
            connection.backup(copy)
        copy.close()
    migrations().apply(UtilsDatabase(connection))
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise sqlite3.DatabaseError(f"foreign key check failed in {broken[0]['table']}")


_CANNOT_WRITE = ("readonly", "disk is full", "locked", "disk I/O", "unable to open")


def _told(error: sqlite3.DatabaseError, path: Path) -> CannotWriteError | DamagedDatabaseError:
    """Say which expected trouble SQLite met."""
    words = str(error)
    if any(word in words for word in _CANNOT_WRITE):
        return CannotWriteError(path, words)
    return DamagedDatabaseError(path, words)
