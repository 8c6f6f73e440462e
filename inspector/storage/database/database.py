"""The open database: queries, the one way to write, and reading it apart or in a copy.

Knows SQLite; nothing of Qt. `database_opening` opens the file of a data folder.
"""

import os
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TypeAlias

from inspector.domain.errors import (
    CannotReadError,
    CannotWriteError,
    DamagedDatabaseError,
    InspectorError,
    LogGoneError,
)
from inspector.storage.database import pinyin_letters
from inspector.storage.database.commit_apart import Commit, CommitThread
from inspector.storage.database.journal_writing import JournalQueue
from inspector.storage.database.pinyin_order import FUNCTION, pinyin_key
from inspector.storage.database.sqlite_trouble import code_of, telling, told
from inspector.storage.database.surrogates import Taken, Values, whole
from inspector.storage.files.drive_check import drive_fails
from inspector.storage.files.live_closing import close_live
from inspector.storage.files.live_file import LiveFile, log_of, new_id, open_for_a_while
from inspector.storage.schema.schema_check import differs

Row: TypeAlias = sqlite3.Row

BUSY_TIMEOUT = 5000
"""Milliseconds to wait for another program that holds the database."""


class Database:
    """An open, migrated database. Reads are plain queries; writes go through `transaction`.

    `live` is what is known of its files; None for a copy that nobody writes to.
    """

    def __init__(
        self, path: Path, connection: sqlite3.Connection, live: LiveFile | None = None
    ) -> None:
        self.path = path
        self._sqlite = connection
        self._thread = threading.get_ident()
        self._commits = CommitThread(connection)
        self._commit: Commit | None = None  # begun, and nobody has heard yet what it came to
        self._patience: float | None = None
        self._hears_mark: Callable[[int, tuple[int, ...]], None] | None = None
        self._id = 0  # that the file is to have
        self.journal = JournalQueue()
        self._live = live
        self._failed = False  # the drive did
        self._wrote = False
        self.damage: DamagedDatabaseError | None = None
        """The first sign of damage that was met: from then on nothing is written."""

    @property
    def _connection(self) -> sqlite3.Connection:
        """The connection, once a commit that goes on apart is over: nothing gets in between."""
        if threading.get_ident() != self._thread:
            raise sqlite3.ProgrammingError(f"{self.path} was opened on another thread")
        if self._commit is not None:
            self._commit.wait()
        return self._sqlite

    @property
    def mark(self) -> int:
        """A number in the file that grows with the first two commits of a run with a window."""
        (mark,) = self.rows("PRAGMA user_version")[0]
        return int(mark)

    def mark_first_commit(self, hears: Callable[[int, tuple[int, ...]], None]) -> None:
        """Let the commits to come mark the file; `hears` gets the mark, and the ids it may have.

        The next one gives it an id that no other has, to know it by when one is copied over it, and
        is folded in; the one after raises the mark once more: a file with a lower one has lost the
        log with what came since.
        """
        self._hears_mark = hears
        if self._live is not None:
            self._id = new_id()
            self._live.watch(self._known_id, self._id)

    @property
    def _known_id(self) -> int:
        (known,) = self.rows("PRAGMA application_id")[0]
        return int(known)

    def distrust(self, damage: DamagedDatabaseError) -> DamagedDatabaseError:
        """Refuse every write from now on; return the damage as it is to be told."""
        if self.damage is None:
            untouched = damage.untouched and not self._wrote
            self.damage = DamagedDatabaseError(damage.path, damage.reason, untouched=untouched)
        return self.damage

    @property
    def written_by_others(self) -> int:
        """A number that is another one once any other connection has committed something."""
        (version,) = self.rows("PRAGMA data_version")[0]
        return int(version)

    @property
    def writes(self) -> tuple[int, int] | None:
        """Numbers that are others once anything was written, through this or by any other.

        None while that cannot be told: something is being written through this.
        """
        if self._commit is not None or self._connection.in_transaction:
            return None
        return self._connection.total_changes, self.written_by_others

    def wait_at_most(self, milliseconds: int) -> None:
        """Say how long a write waits for another program that writes."""
        self._connection.execute(f"PRAGMA busy_timeout = {milliseconds:d}")

    def interrupt(self) -> None:
        """Break off what another thread reads through this at this instant."""
        self._sqlite.interrupt()

    def is_as_made(self) -> bool:
        """Tell whether the tables are those that the recorded steps make."""
        return not differs(self._connection)

    def close(self) -> None:
        """Close the file; SQLite folds the write-ahead log into it, where it is the log's own."""
        self._commits.end()
        if self._live is None:
            self._connection.close()
            return
        live, self._live = self._live, None
        close_live(self._connection, live, fold=self.damage is None)

    def rows(self, sql: str, values: Values = ()) -> list[Row]:
        """Return all rows of a query.

        Raises DamagedDatabaseError when the file cannot be read as a database, and
        CannotReadError once its drive has failed.
        """
        try:
            try:
                return self._connection.execute(sql, values).fetchall()
            except UnicodeEncodeError:
                return self._connection.execute(sql, whole(values)).fetchall()
        except sqlite3.DatabaseError as error:
            raise self._told(error, CannotReadError) from error
        except UnicodeDecodeError as error:  # SQLite names what it cannot read
            raise self.distrust(DamagedDatabaseError(self.path, "malformed")) from error

    def each(self, sql: str, values: Values = ()) -> Iterator[Row]:
        """Yield the rows of a query, one held at a time; raises what `rows` raises.

        Nothing may be written to its tables until the last one was taken.
        """
        try:
            try:
                found = self._connection.execute(sql, values)
            except UnicodeEncodeError:
                found = self._connection.execute(sql, whole(values))
            yield from found
        except sqlite3.DatabaseError as error:
            raise self._told(error, CannotReadError) from error
        except UnicodeDecodeError as error:  # SQLite names what it cannot read
            raise self.distrust(DamagedDatabaseError(self.path, "malformed")) from error

    @contextmanager
    def one_moment(self) -> Iterator[None]:
        """Let all that is read inside be as it was when the first of it was, whoever writes.

        For a connection of its own, which nothing is written through meanwhile.
        """
        self._connection.execute("BEGIN")
        try:
            yield
        finally:
            self._connection.execute("ROLLBACK")

    def row(self, sql: str, values: Values = ()) -> Row | None:
        """Return the first row of a query, or None."""
        rows = self.rows(sql, values)
        return rows[0] if rows else None

    def write(self, sql: str, values: Values = ()) -> None:
        """Run one changing statement inside the current transaction.

        Half of a surrogate pair, which no database holds, becomes a character that shows it.
        """
        try:
            self._connection.execute(sql, values)
        except UnicodeEncodeError:
            self._connection.execute(sql, whole(values))

    def insert(self, table: str, *rows: Mapping[str, str | int | float | None]) -> None:
        """Add rows to a table, each by column, inside the current transaction."""
        for row in rows:
            columns, marks = ", ".join(row), ", ".join(f":{column}" for column in row)
            self.write(f'INSERT INTO "{table}" ({columns}) VALUES ({marks})', row)

    def write_many(self, sql: str, values: Iterable[Values]) -> None:
        """Run one changing statement for each of `values` inside the current transaction.

        Texts are mended as `write` does it. They are looked at only where SQLite refuses one:
        then those before it were written, and it is the last that was taken.
        """
        taken = Taken(values)
        while not taken.all:
            try:
                self._connection.executemany(sql, taken)
            except UnicodeEncodeError:
                self._connection.execute(sql, whole(taken.last))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit everything written inside, or nothing; on disk when the block is left.

        Joins a transaction that is open already. Raises CannotWriteError when the disk, the
        file's permissions or another program refuse, DataGoneError or DataReplacedError when
        what would be written to is no longer the file at its place, DamagedDatabaseError once a
        sign of damage was met.
        """
        if self._patience is not None:
            self.end_commit()  # of the same operation: where it was refused, the rest is as well
        if self._connection.in_transaction:
            yield
            return
        if self.damage is not None:
            raise self.damage
        self.require_in_place()
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            yield
            self.journal.write(self)
            if self._hears_mark is None:
                if not self._commit_within_patience():
                    return
            elif self._live is not None and self._id:
                self._take_id(self._hears_mark, self._live)
            else:
                self._raise_mark(self._hears_mark)
            self._has_written()
        except sqlite3.DatabaseError as error:
            self._roll_back()
            raise self._told(error, CannotWriteError) from error
        except BaseException:
            self._roll_back()
            raise

    @contextmanager
    def committing_apart(self, patience: float) -> Iterator[None]:
        """Let a commit in here that takes longer than `patience` seconds go on when this is left.

        Then there is an `open_commit`, and `end_commit` says what it came to; whatever is read or
        written through this before waits for it. The first two commits of a run never go on.
        """
        assert self.open_commit is None, "a commit goes on, and nobody asked what it came to"
        self._patience = patience
        try:
            yield
            if self._commit is not None and self._commit.is_over():
                self.end_commit()
        except BaseException:
            with suppress(InspectorError):  # what was refused after it is told
                self.end_commit()
            raise
        finally:
            self._patience = None

    @property
    def open_commit(self) -> Commit | None:
        """The commit of which nobody has heard yet what it came to."""
        return self._commit

    def end_commit(self) -> None:
        """Wait for the commit that goes on, if one does; raises what `transaction` raises."""
        commit = self._commit
        if commit is None:
            return
        commit.wait()
        self._commit = None
        try:
            commit.require_done()
        except sqlite3.DatabaseError as error:
            raise self._told(error, CannotWriteError) from error
        self._has_written()

    def _commit_within_patience(self) -> bool:
        """Commit, and tell whether it is over."""
        if self._patience is None:
            self._connection.execute("COMMIT")
            return True
        self._commit = self._commits.begin()
        if not self._commit.is_over(self._patience):
            return False
        commit, self._commit = self._commit, None
        commit.require_done()
        return True

    def _has_written(self) -> None:
        self._wrote = True
        if self._live is not None:
            self._live.wrote()

    def _take_id(self, hears: Callable[[int, tuple[int, ...]], None], live: LiveFile) -> None:
        mark = self.mark + 1
        hears(mark - 1, live.ids)  # before the file has it
        self._connection.execute(f"PRAGMA user_version = {mark}")
        self._connection.execute(f"PRAGMA application_id = {self._id}")
        self._connection.execute("COMMIT")
        self._fold_in()  # once, as it costs a moment: no copy from before this has the id
        live.wrote()
        hears(mark, live.ids)
        self._id = 0

    def _raise_mark(self, hears: Callable[[int, tuple[int, ...]], None]) -> None:
        mark = self.mark + 1
        self._connection.execute(f"PRAGMA user_version = {mark}")
        self._connection.execute("COMMIT")
        self._hears_mark = None
        hears(mark, self._live.ids if self._live is not None else ())

    def require_in_place(self) -> None:
        """Refuse to write into files that no folder leads to any more: POSIX would let us.

        Nor into one that somebody wrote over: SQLite would go on beside it for a while. Raises
        DataGoneError, DataReplacedError, LogGoneError or DamagedDatabaseError.
        """
        if self._live is None:
            return
        try:
            self._live.require_in_place()
        except LogGoneError:
            if self._live.may_be_folded_in:  # SQLite has it still: not only until a kill
                self._fold_in()
            raise

    def leave_no_trace(self) -> bool:
        """Write the file anew and empty its log, so that what was overwritten is in neither.

        False where another program reads or writes meanwhile: then it is to be tried again. Takes
        as long as copying the file. Raises CannotWriteError and what `require_in_place` raises.
        """
        self.require_in_place()
        try:
            self._connection.execute("PRAGMA secure_delete = ON")
            self._connection.execute("VACUUM")
            busy = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        except sqlite3.DatabaseError as error:
            if code_of(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                return False
            raise self._told(error, CannotWriteError) from error
        if self._live is not None:
            self._live.wrote()
        return not busy

    def _fold_in(self) -> None:
        with suppress(sqlite3.Error):
            self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    def _told(
        self, error: sqlite3.DatabaseError, failed: type[CannotReadError | CannotWriteError]
    ) -> InspectorError | sqlite3.DatabaseError:
        """Return which expected trouble SQLite met; a fault of ours is the error itself.

        What cannot be read from a drive that was pulled out looks damaged; the file need not be.
        """
        trouble = told(error, self.path)
        if trouble is None:
            if code_of(error) != sqlite3.SQLITE_ERROR or not differs(self._connection):
                return error
            trouble = DamagedDatabaseError(self.path, str(error))
        if "disk I/O" in trouble.reason and not os.access(self.path, os.W_OK):
            return CannotWriteError(self.path, "readonly")  # taken from whoever has it open, too
        if not isinstance(trouble, DamagedDatabaseError):
            self._failed = self._failed or "disk I/O" in trouble.reason
            return trouble
        self._failed = self._failed or drive_fails(self.path.parent)
        return failed(self.path, "disk I/O error") if self._failed else self.distrust(trouble)

    def _roll_back(self) -> None:
        self.journal.forget()
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")


@contextmanager
def reading_apart(path: Path) -> Iterator[Database]:
    """Open the database at `path` a second time, to read it beside its window's own thread.

    It has to be open already: nothing is checked or migrated. It cannot be written through this.
    Raises DataReplacedError, CannotReadError, CannotWriteError or DamagedDatabaseError.
    """
    with writing_apart(path) as apart:
        apart._connection.execute("PRAGMA query_only = ON")
        yield apart


@contextmanager
def writing_apart(path: Path) -> Iterator[Database]:
    """Open the database at `path` a second time, to write to it as another program would.

    On a thread of its own. It has to be open already, and in its place; while it is written to,
    writes of the window wait. Raises what `reading_apart` raises.
    """
    with open_for_a_while(path):
        with telling(path):
            connection = connected_to_write(path)
            connection.execute("PRAGMA foreign_keys = ON")
        with closing(connection):
            yield Database(path, connection)


def connected_to_write(path: Path) -> sqlite3.Connection:
    """Connect to a database whose writes are on the disk when they are committed.

    Threads may share it, one at a time: a `Database` lets its own at it, and who commits for it.
    """
    connection = connected(path, shared=True)
    connection.row_factory = sqlite3.Row
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
    except BaseException:
        connection.close()
        raise
    return connection


def connected(path: Path, how: str = "mode=rw", *, shared: bool = False) -> sqlite3.Connection:
    """Connect to a database that is there: a name alone would make SQLite create one."""
    connection = sqlite3.connect(
        address_of(path, how),
        timeout=BUSY_TIMEOUT / 1000,
        isolation_level=None,
        check_same_thread=not shared,
        uri=True,
    )
    connection.create_function(FUNCTION, 1, pinyin_key, deterministic=True)
    by_letters = pinyin_letters.typed_by
    connection.create_function(pinyin_letters.FUNCTION, -1, by_letters, deterministic=True)
    return connection


def address_of(path: Path, how: str) -> str:
    """Return the address of a file of any name for SQLite, and `how` it opens it.

    `Path.as_uri` would load urllib for it at each start.
    """
    name = path.absolute().as_posix()
    quoted = "".join(
        chr(byte) if byte < 128 and byte not in b"%?#" else f"%{byte:02X}"
        for byte in os.fsencode(name)
    )
    return f"file://{'' if name.startswith('/') else '/'}{quoted}?{how}"


def unwritten(path: Path) -> sqlite3.Connection:
    """Open a database only to read it; nothing beside it changes.

    A connection that may write would fold the log in when it closes. One that may not would
    leave an empty log beside the file; it does not when it takes the file for immutable.
    """
    how = "mode=ro" if os.path.exists(log_of(path)) else "immutable=1"
    return connected(path, how)


@contextmanager
def opened_copy(path: Path) -> Iterator[Database]:
    """Open a database that nobody writes to, for reading; raises DamagedDatabaseError."""
    with telling(path):
        connection = unwritten(path)
    connection.row_factory = sqlite3.Row
    with closing(connection):
        yield Database(path, connection)
