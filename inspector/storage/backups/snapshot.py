"""Copies of the database: SQLite's own online backup, checked before it counts; reading copies.

Each function opens a connection of its own, so that any thread may call it while others write.
"""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path

from inspector.domain.errors import CannotReadError, CannotWriteError, DamagedDatabaseError
from inspector.storage.database.database import connected, opened_copy, unwritten
from inspector.storage.database.getting_ready import OPERATIONS, told_during
from inspector.storage.database.sqlite_trouble import examining, told
from inspector.storage.files.live_file import new_id, open_for_a_while
from inspector.storage.files.whole_files import Progress, beside, unheard
from inspector.storage.stores.evidence_store import EvidenceStore

_PAGES = 1024
"""Pages copied between two words of progress."""

_MOST_PROBLEMS = 20

_PAGE = 4096
"""Bytes of a page."""

_STEPS_OF_PAGE = 707
"""Steps that SQLite's check takes for a page of our database, whatever its size: measured."""


def take_snapshot(source: Path, target: Path, progress: Progress = unheard) -> None:
    """Copy a database that others may be writing to; whole, checked and on the disk, or not made.

    A quarter of the progress is the copy, the rest its check.
    Raises CannotWriteError about the target, DamagedDatabaseError when the copy is not sound.
    """
    with beside(target) as path:
        try:
            with (
                open_for_a_while(source),
                closing(_reading(source)) as connection,
                closing(_bare(path)) as copy,
            ):
                connection.execute("BEGIN")  # one state of the database, whatever is written
                connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
                connection.backup(
                    copy,
                    pages=_PAGES,
                    progress=lambda _, left, total: progress(total - left, 4 * total),
                )
                # So that it is told apart from the open database when it is copied over that.
                copy.execute(f"PRAGMA application_id = {new_id()}")
        except sqlite3.Error as error:
            raise _about(error, source, target) from error
        except UnicodeDecodeError as error:  # SQLite names what it cannot read
            raise DamagedDatabaseError(source, "malformed") from error
        if problems := problems_in(path, lambda done, of: progress(of + 3 * done, 4 * of)):
            raise DamagedDatabaseError(source, problems[0])


def problems_in(path: Path, progress: Progress = unheard) -> list[str]:
    """Return what SQLite's whole check finds wrong in a database that nobody writes to.

    `progress` hears how far it is, by the pages that it has about been through. Raises
    CannotReadError when the file cannot be opened at all, and what `progress` raises.
    """
    if not os.path.isfile(path):
        raise CannotReadError(path, "no regular file")
    try:
        with examining(path), closing(unwritten(path)) as connection:
            pages = max(1, path.stat().st_size // _PAGE)
            with told_during(connection, _by_pages(progress, pages)):
                rows = connection.execute(f"PRAGMA integrity_check({_MOST_PROBLEMS})").fetchall()
            progress(pages, pages)
            lines = [str(row[0]) for row in rows if row[0] != "ok"]
            if not connection.execute("SELECT 1 FROM sqlite_master").fetchone():
                lines.append("empty")
            return lines
    except (DamagedDatabaseError, CannotWriteError) as error:
        return [error.reason]


def _by_pages(progress: Progress, pages: int) -> Callable[[], None]:
    """Return what hears of SQLite's check of so many pages, and tells how far it is."""
    rounds = count(1)
    return lambda: progress(min(next(rounds) * OPERATIONS // _STEPS_OF_PAGE, pages), pages)


def missing_parents(path: Path) -> list[str]:
    """Return the tables with rows whose parent is missing, a line for each."""
    with opened_copy(path) as database:
        return sorted({row["table"] for row in database.each("PRAGMA foreign_key_check")})


def files_needed(path: Path) -> set[tuple[str, str]]:
    """Return the digest and suffix of every evidence file that a copy of the database names."""
    with opened_copy(path) as database:
        if not database.row("SELECT 1 FROM sqlite_master WHERE name = 'evidence'"):
            return set()  # of a version that kept none
        return EvidenceStore(database).digests()


def _reading(path: Path) -> sqlite3.Connection:
    connection = connected(path)
    connection.execute("PRAGMA query_only = ON")
    return connection


def _bare(path: Path) -> sqlite3.Connection:
    """Open the copy without a journal: it counts only when it is finished."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    return connection


def _about(
    error: sqlite3.Error, source: Path, target: Path
) -> CannotWriteError | DamagedDatabaseError | sqlite3.Error:
    said = told(error, source)
    if isinstance(said, CannotWriteError):
        return CannotWriteError(target, said.reason)
    return said or error
