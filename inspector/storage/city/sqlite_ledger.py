"""The city's ledger as one SQLite file: for a city without a server, and to look at by Datasette.

Never the database of a data folder: the file says by its application id what it is.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from inspector.domain.sharing.city_errors import (
    LedgerBusyError,
    LedgerFullError,
    LedgerRefusedError,
    LedgerRoleError,
    NotALedgerError,
)
from inspector.storage.city.dialect import HallMonth, Row, quoted, staged
from inspector.storage.city.kept_months import everything, keeping
from inspector.storage.city.ledger_tables import CARRIED, KNOWN_OBJECT, TABLES, Column, Holds, Table
from inspector.storage.city.ledger_views import VIEWS
from inspector.storage.city.view_terms import View
from inspector.storage.database.database import address_of
from inspector.storage.database.surrogates import whole

APPLICATION = 0x1A5C17
"""What the file says it is, where `file` and SQLite look for it."""

_TYPES = {Holds.TEXT: "TEXT", Holds.WHOLE: "INTEGER", Holds.DAY: "TEXT", Holds.MOMENT: "TEXT"}

_TERMS = {
    "today": "date('now', 'localtime')",
    "bytes": "",  # it sorts by them anyway
    # Half the time of a window over all of them.
    "newest_standing": (
        "finding_standing AS s ON s.rowid = (SELECT x.rowid FROM finding_standing AS x"
        " WHERE x.finding = f.id AND x.month = f.month AND x.site = f.site"
        " ORDER BY x.steps DESC, x.digest DESC LIMIT 1)"
    ),
}

_BUSY = 30.0
"""Seconds to wait for somebody else who publishes into the same file."""


class SqliteLedger:
    """One file; made when it is missing. Raises NotALedgerError, LedgerRefusedError."""

    mark = "?"

    def __init__(self, path: Path) -> None:
        self._path = path
        with self._told():
            self._connection = sqlite3.connect(
                address_of(path, "mode=rwc"), timeout=_BUSY, isolation_level=None, uri=True
            )
        try:
            with self._told():
                self._recognise()
                self._connection.execute("PRAGMA synchronous = FULL")
        except BaseException:
            self._connection.close()
            raise

    def _recognise(self) -> None:
        (own,) = self._connection.execute("PRAGMA application_id").fetchone()
        (count,) = self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if own == APPLICATION:
            return
        if own or count:
            raise NotALedgerError(str(self._path))

    def rows(self, sql: str, values: Row = ()) -> list[tuple[Any, ...]]:
        """Return the rows of a query."""
        with self._told():
            return self._connection.execute(sql, tuple(values)).fetchall()

    def run(self, sql: str, values: Row = ()) -> None:
        """Run one changing statement."""
        with self._told():
            self._connection.execute(sql, whole(tuple(values)))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit everything inside, or nothing; on the disk when it is left."""
        with self._told():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def has(self, table: str) -> bool:
        """Tell whether a table or view is there."""
        return bool(self.rows("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)))

    def make(self) -> tuple[str, ...]:
        """Make every table, index and view that is missing; comments stand in their statements."""
        self.run(f"PRAGMA application_id = {APPLICATION}")
        for table in TABLES:
            self.run(_made(table))
            self._add_later(table)
            for number, columns in enumerate(table.indexes, 1):
                self.run(
                    f"CREATE INDEX IF NOT EXISTS {table.name}_by_{number}"
                    f" ON {table.name} ({quoted(columns)})"
                )
        for statement in keeping(everything):
            self.run(statement.format(**_TERMS))
        for view in VIEWS:
            self.run(f"DROP VIEW IF EXISTS {view.name}")
            self.run(_viewed(view))
        return ()  # a file has no roles

    def _add_later(self, table: Table) -> None:
        there = {
            name for (name,) in self.rows("SELECT name FROM pragma_table_info(?)", (table.name,))
        }
        for column in table.later:
            if column.name not in there:
                was = "" if column.was is None else f" DEFAULT {column.was}"
                self.run(
                    f"ALTER TABLE {table.name} ADD COLUMN {_defined(column)}{was}"
                    f" /* {column.says} */"
                )

    def make_staging(self) -> None:
        """Make empty tables of this connection's own, in memory as far as they are small."""
        for table in (KNOWN_OBJECT, *CARRIED):
            self.run(
                f"CREATE TEMP TABLE {staged(table)} AS SELECT {quoted(table.names)}"
                f" FROM {table.name} WHERE 0"
            )

    def alone(self, laptop: str) -> None:
        """Nothing: a file has one writer at a time anyway."""

    def add_new(self, table: Table, rows: Sequence[Row]) -> bool:
        """Add rows straight to their table, if none of them is there; else nothing, and False."""
        marks = ", ".join("?" * len(table.columns))
        with self._told():
            self._connection.execute("SAVEPOINT adding")
            try:
                self._connection.executemany(
                    f"INSERT INTO {table.name} ({quoted(table.names)}) VALUES ({marks})",
                    map(whole, map(tuple, rows)),
                )
            except sqlite3.IntegrityError:
                self._connection.execute("ROLLBACK TO adding")
                return False
            finally:
                if self._connection.in_transaction:  # a full disk may have ended it
                    self._connection.execute("RELEASE adding")
        return True

    def keep(self, halls: Iterable[HallMonth], reviewed: Iterable[HallMonth]) -> None:
        """Make anew what is kept of months of halls, and of those with the `reviewed` visits."""
        wanted = set(halls)
        for month, visit in set(reviewed):
            wanted.update(
                (month, site)
                for (site,) in self.rows(
                    "SELECT site FROM visit WHERE id = ? AND month = ?", (visit, month)
                )
            )
        for place in wanted:
            for statement in _KEEPING:
                self.run(statement, place)

    def stage(self, table: Table, rows: Sequence[Row]) -> None:
        """Put rows into a table's staging."""
        marks = ", ".join("?" * len(table.columns))
        with self._told():
            self._connection.execute(f"DELETE FROM {staged(table)}")
            self._connection.executemany(
                f"INSERT INTO {staged(table)} VALUES ({marks})", map(whole, map(tuple, rows))
            )

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Raise what SQLite met as it is told of a ledger."""
        target = str(self._path)
        try:
            yield
        except sqlite3.DatabaseError as error:
            code, reason = getattr(error, "sqlite_errorcode", 0) & 0xFF, str(error)
            if code == sqlite3.SQLITE_FULL:
                raise LedgerFullError(target) from error
            if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise LedgerBusyError(target) from error
            if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH):
                raise LedgerRoleError(target, reason) from error
            if code == sqlite3.SQLITE_NOTADB:
                raise NotALedgerError(target) from error
            if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CORRUPT):
                raise LedgerRefusedError(target, reason) from error
            raise


_KEEPING = [
    statement.format(**_TERMS)
    for statement in keeping(lambda alias: f" AND {alias}.month = ?1 AND {alias}.site = ?2")
]


def _made(table: Table) -> str:
    lines = [f"    {_defined(column)},  -- {column.says}" for column in table.columns]
    return (
        f"CREATE TABLE IF NOT EXISTS {table.name} (  -- {table.says}\n"
        + "\n".join(lines)
        + f"\n    PRIMARY KEY ({quoted(table.key)})\n)"
    )


def _defined(column: Column) -> str:
    return f'"{column.name}" {_TYPES[column.holds]}{"" if column.may_lack else " NOT NULL"}'


def _viewed(view: View) -> str:
    lines = "\n".join(f"--   {name}: {says}" for name, says in view.columns.items())
    # Behind AS, as SQLite keeps what stands there.
    sql = view.sql.format(**_TERMS)
    return f"CREATE VIEW {view.name} AS\n-- {view.says}\n{lines}\n{sql}"
