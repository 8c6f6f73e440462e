"""Reading a whole database through for signs of damage, beside the window that works on it.

On a connection of its own and on any thread: SQLite reads with Python let go, so that no key waits.
It can be stopped at once from another thread.
"""

import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Lock

from inspector.domain.errors import DamagedDatabaseError
from inspector.storage.database.database import Database, reading_apart
from inspector.storage.database.sqlite_trouble import code_of, examining

_ROWS, _CARDS = 256, 32
"""Rows, and scorecards with their answers, whose texts are read as one: few enough for a short
breath, enough to be quick."""

_BREATH = 0.001
"""Seconds in which the window has Python to itself."""


class Soundness:
    """One reading through of the database at `path`, which is open in this process."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._database: Database | None = None
        self._guard = Lock()  # what is interrupted stays open until it is
        self._stopped = Event()

    def stop(self) -> None:
        """Stop it at once; from another thread."""
        self._stopped.set()
        with self._guard:
            if self._database is not None:
                self._database.interrupt()

    def require(self) -> bool:
        """Read everything; False when it was stopped before the end.

        Raises DamagedDatabaseError, or CannotReadError when the drive fails.
        """
        try:
            with (
                examining(self._path, own_queries=True),
                reading_apart(self._path) as database,
            ):
                self._let_interrupt(database)
                try:
                    return self._read(database)
                finally:
                    self._let_interrupt(None)
        except sqlite3.OperationalError as error:
            if code_of(error) != sqlite3.SQLITE_INTERRUPT:
                raise
            return False

    def _let_interrupt(self, database: Database | None) -> None:
        with self._guard:
            self._database = database

    def _read(self, database: Database) -> bool:
        if self._stopped.is_set():
            return False
        for (said,) in map(tuple, database.rows("PRAGMA integrity_check(1)")):
            if said != "ok":
                raise DamagedDatabaseError(self._path, str(said))
        if not database.is_as_made():
            raise DamagedDatabaseError(self._path, "malformed")
        for statement in _texts(database):
            if self._stopped.is_set():
                return False
            database.rows(statement)  # a text that is none cannot be handed over
            time.sleep(_BREATH)
        return True


def _texts(database: Database) -> Iterator[str]:
    """Yield statements that hand over every text of every table, many rows at a time.

    SQLite looks at no text; Python does when it takes one over.
    """
    for table in database.rows("PRAGMA table_list"):
        name = _quoted(table["name"])
        if table["type"] != "table" or table["schema"] != "main":
            continue
        columns = database.rows(f"PRAGMA table_info({name})")
        texts = [_quoted(each["name"]) for each in columns if "TEXT" in each["type"].upper()]
        if not texts:
            continue
        one = " || char(31) || ".join(f"coalesce({each}, '')" for each in texts)
        what = f"SELECT group_concat({one}, char(31)) FROM {name}"
        key = next((each for each in columns if each["pk"] == 1), None)
        by, rows = "rowid", _ROWS
        if table["wr"] and key is not None:
            by, rows = _quoted(key["name"]), _CARDS
            if key["type"] != "INTEGER":
                yield f"{what} GROUP BY {by}"
                continue
        ends = database.row(f"SELECT min({by}) AS first, max({by}) AS last FROM {name}")
        if ends is None or ends["first"] is None:
            continue
        for begin in range(ends["first"], ends["last"] + 1, rows):
            yield f"{what} WHERE {by} BETWEEN {begin} AND {begin + rows - 1}"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
