"""Whether the SQLite that Python brings is new enough: older ones know no STRICT tables."""

import sqlite3

from inspector.domain.errors import OldSqliteError

LEAST = (3, 37, 0)


def sqlite_version() -> str:
    """Return the version of the SQLite that Python brings."""
    return sqlite3.sqlite_version


def require_sqlite(found: tuple[int, ...] | None = None) -> None:
    """Refuse to begin with an SQLite below LEAST, that of this Python unless another is named."""
    version = sqlite3.sqlite_version_info if found is None else found
    if tuple(version) < LEAST:
        raise OldSqliteError(_dotted(version), _dotted(LEAST))


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))
