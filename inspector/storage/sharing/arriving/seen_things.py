"""What came so far of a bundle, while nothing of it is written: however much, it takes no memory.

The first some thousand are held; the rest lies in a database of SQLite's own that is nobody's file
and goes with its connection. Knows nothing of what is noted.
"""

import sqlite3
from contextlib import closing

_HELD = 5000


class SeenThings:
    """Texts by two keys; what was noted last counts."""

    def __init__(self, held: int = _HELD) -> None:
        self._most = held
        self._held: dict[tuple[str, str], str] = {}
        self._rest: sqlite3.Connection | None = None

    def note(self, what: str, key: str, text: str = "") -> None:
        """Note something."""
        self._held[what, key] = text
        if len(self._held) >= self._most:
            self._put_away()

    def of(self, what: str, key: str) -> str | None:
        """Return what was noted; None where nothing was."""
        noted = self._held.get((what, key))
        if noted is not None or self._rest is None:
            return noted
        with closing(
            self._rest.execute("SELECT text FROM seen WHERE what = ? AND key = ?", (what, key))
        ) as found:
            row = found.fetchone()
        return None if row is None else str(row[0])

    def close(self) -> None:
        """Note nothing of what came so far any more."""
        self._held.clear()
        if self._rest is not None:
            self._rest.close()
            self._rest = None

    def _put_away(self) -> None:
        if self._rest is None:
            # Without a name: on the disk once it is more than a little, and gone when it is closed.
            self._rest = sqlite3.connect("", isolation_level=None)
            self._rest.execute("PRAGMA journal_mode = OFF")
            self._rest.execute("PRAGMA cache_size = -4000")
            self._rest.execute(
                "CREATE TABLE seen (what TEXT, key TEXT, text TEXT, PRIMARY KEY (what, key))"
                " WITHOUT ROWID"
            )
        self._rest.execute("BEGIN")
        self._rest.executemany(
            "INSERT OR REPLACE INTO seen VALUES (?, ?, ?)",
            ((what, key, text) for (what, key), text in self._held.items()),
        )
        self._rest.execute("COMMIT")
        self._held.clear()
