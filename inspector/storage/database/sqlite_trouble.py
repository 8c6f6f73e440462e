"""Which trouble an error of SQLite's is: the machine's, a damaged file, or a slip of our own.

Told apart by SQLite's own codes, never by its words: who takes a slip of ours for damage makes a
clerk restore an old backup over good data.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from inspector.domain.errors import (
    CannotReadError,
    CannotWriteError,
    DamagedDatabaseError,
    InspectorError,
)

_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_MACHINE = frozenset(
    {
        sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_PROTOCOL, sqlite3.SQLITE_NOLFS,
    }
)  # fmt: skip
_PRIMARY = 0xFF
_NO_TEXT = "Could not decode to UTF-8"
"""How Python's own module begins about a text that is none; SQLite looks at no text."""


def code_of(error: BaseException) -> int | None:
    """Return SQLite's primary code of an error; None when SQLite did not raise it."""
    code = getattr(error, "sqlite_errorcode", None)
    return code & _PRIMARY if isinstance(code, int) else None


def told(error: sqlite3.Error, path: Path) -> CannotWriteError | DamagedDatabaseError | None:
    """Return which expected trouble SQLite met; None: a fault of ours, to be raised as it is."""
    code = code_of(error)
    if code in _MACHINE:
        return CannotWriteError(path, str(error))
    if code in _DAMAGED or (code is None and str(error).startswith(_NO_TEXT)):
        return DamagedDatabaseError(path, str(error))
    return None


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Turn an error of SQLite's inside into the trouble it is; a fault of ours stays what it is."""
    try:
        yield
    except sqlite3.Error as error:
        trouble = told(error, path)
        if trouble is None:
            raise
        raise trouble from error
    except UnicodeDecodeError as error:  # SQLite names what it cannot read
        raise DamagedDatabaseError(path, "malformed") from error


@contextmanager
def examining(path: Path, *, own_queries: bool = False) -> Iterator[None]:
    """Take whatever is raised inside, but what is expected or the machine's, for damage of a file.

    For looking at a file that may hold anything: garbage makes SQLite, Python and our own code
    raise what nobody can list. With `own_queries` SQLite's word against them stays a fault of
    ours. Raises DamagedDatabaseError, CannotReadError, CannotWriteError.
    """
    try:
        yield
    except InspectorError:
        raise
    except sqlite3.Error as error:
        trouble = told(error, path)
        if trouble is None and own_queries:
            raise
        raise trouble or DamagedDatabaseError(path, str(error)) from error
    except OSError as error:
        raise CannotReadError(path, error.strerror or str(error)) from error
    except Exception as error:
        raise DamagedDatabaseError(path, f"malformed: {type(error).__name__}") from error
