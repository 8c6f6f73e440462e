"""Steps of findings and complaints that come, beside those that are here, while nothing is written.

They lie in a database of SQLite's own that is nobody's file: however many, they take no memory.
"""

import json
import sqlite3
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from inspector.domain.finding.finding_event import EventKind
from inspector.domain.sharing.side_by_side import side_by_side
from inspector.domain.sharing.travelling import Kind, Travelling
from inspector.storage.database.database import Database
from inspector.storage.stores.steps.event_origins import EventOrigins, Lives, steps_of

LIVES = {Kind.EVENT: Lives.FINDINGS, Kind.COMPLAINT: Lives.COMPLAINTS}
"""What the steps of each kind are of."""

_AT_ONCE = 500
_TABLES = (
    'CREATE TABLE step (kind, "of", id, at, event, content, laptop, parents)',
    'CREATE INDEX step_of ON step (kind, "of")',
)
_ADD = "INSERT INTO step VALUES (?, ?, ?, ?, ?, ?, ?, ?)"


class ComingSteps:
    """Finds which findings and complaints will wait to be settled (并行办理), and do not yet."""

    def __init__(self, database: Database) -> None:
        self._here = EventOrigins(database)
        self._apart: Database | None = None
        self.settling = 0
        """How many of them settle others."""

    def note(self, came: Travelling) -> None:
        """Note a step that would be taken in, as it came; anything else is none."""
        lives = LIVES.get(came.kind)
        if lives is None:
            return
        _, table, of = lives.value
        for row in came.rows.get(table, ()):
            self.settling += row["kind"] == EventKind.SETTLED.value
            self._opened().write(
                _ADD,
                (
                    came.kind.value, row[of], came.id, row["at"], row["kind"], row["content"],
                    came.laptop, json.dumps(list(came.parents)),
                ),
            )  # fmt: skip

    def clashing(self) -> Iterator[tuple[Kind, str]]:
        """Yield kind and id of each finding, then complaint, that will wait and does not yet."""
        for kind, lives in LIVES.items() if self._apart is not None else ():
            ids = self._ids(kind)
            while some := list(islice(ids, _AT_ONCE)):
                here = dict(self._here.steps(lives, some))
                for of in some:
                    own = here.get(of, [])
                    came = steps_of(
                        self._opened().rows(
                            "SELECT id, at, event AS kind, content, laptop, parents FROM step"
                            ' WHERE kind = ? AND "of" = ? ORDER BY rowid',
                            (kind.value, of),
                        )
                    )
                    if side_by_side([*own, *came]) and not side_by_side(own):
                        yield kind, of

    def close(self) -> None:
        """Let go of everything that was noted."""
        if self._apart is not None:
            self._apart.close()
            self._apart = None

    def _ids(self, kind: Kind) -> Iterator[str]:
        rows = self._opened().rows(
            'SELECT DISTINCT "of" FROM step WHERE kind = ? ORDER BY rowid', (kind.value,)
        )
        return (str(row["of"]) for row in rows)

    def _opened(self) -> Database:
        if self._apart is None:
            connection = sqlite3.connect("", isolation_level=None)
            connection.row_factory = sqlite3.Row
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA cache_size = -4000")
            for statement in _TABLES:
                connection.execute(statement)
            self._apart = Database(Path(), connection)
        return self._apart
