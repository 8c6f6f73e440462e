"""Whether a file is a database of ours, which steps it has been through, and whether it is sound.

Looks without touching anything.
"""

import errno
import os
import sqlite3
import time
from contextlib import closing
from enum import Enum
from pathlib import Path

from inspector.domain.errors import CannotReadError, DamagedDatabaseError, NewerDatabaseError
from inspector.storage.database.database import unwritten
from inspector.storage.database.getting_ready import GettingReady, Tell, told_during, untold
from inspector.storage.database.sqlite_trouble import examining
from inspector.storage.files.write_ahead_log import require_log
from inspector.storage.schema.step_names import MIGRATION_SET, STEP_NAMES

STEPS_TABLE = "_sqlite_migrations"  # sqlite-utils' own


class Check(Enum):
    """What is read through before a database is opened; both cost with its size."""

    NONE = ""
    PAGES = "quick_check"
    WHOLE = "integrity_check"


def recognise(path: Path) -> set[str]:
    """Return the steps that the file at `path` has been through, without touching it.

    Whatever its content makes anybody raise is damage. Raises NewerDatabaseError,
    DamagedDatabaseError, CannotReadError or CannotWriteError.
    """
    with examining(path):
        for looks_left in (2, 1, 0):
            try:
                return _recognised(path)
            except sqlite3.DatabaseError:
                if not looks_left:
                    raise
                time.sleep(0.05)  # another start may have been closing it, log and all, just now
    raise AssertionError("unreachable")


def _recognised(path: Path) -> set[str]:
    if os.path.isdir(path):
        raise CannotReadError(path, os.strerror(errno.EISDIR))
    if path.stat().st_size == 0:
        raise DamagedDatabaseError(path, "empty")
    require_log(path)
    with closing(unwritten(path)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master")]
        if not tables:
            return set()
        if STEPS_TABLE not in tables:
            raise DamagedDatabaseError(path, "a database of another program")
        applied = applied_steps(connection)
    if applied - set(STEP_NAMES):
        if set(STEP_NAMES) - applied:  # a newer program has taken all of ours, too
            raise DamagedDatabaseError(path, "malformed")
        raise NewerDatabaseError(path)
    return applied


def is_behind(path: Path) -> bool:
    """Tell whether the database at `path` lacks steps that opening it would take.

    Raises what `recognise` raises.
    """
    return bool(set(STEP_NAMES) - recognise(path))


def require_sound(path: Path, check: Check, tell: Tell = untold) -> None:
    """Read a database through; raises DamagedDatabaseError, CannotReadError."""

    def still() -> None:
        tell(GettingReady.CHECKING, 0, 1)

    still()
    with (
        examining(path),
        closing(unwritten(path)) as connection,
        told_during(connection, still),
    ):
        if connection.execute(f"PRAGMA {check.value}(1)").fetchone()[0] != "ok":
            raise DamagedDatabaseError(path, "malformed")


def applied_steps(connection: sqlite3.Connection) -> set[str]:
    rows = connection.execute(
        f"SELECT name FROM {STEPS_TABLE} WHERE migration_set = ?", (MIGRATION_SET,)
    )
    return {row[0] for row in rows}
