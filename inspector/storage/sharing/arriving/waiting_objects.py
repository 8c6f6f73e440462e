"""What came and is not among our own: set aside for a person to see, or waiting for its visit.

What waits for what it belongs to is taken in as soon as that comes, whichever bundle brings it.
"""

from collections.abc import Callable, Iterator

from inspector.domain.sharing.titles import title_of
from inspector.domain.sharing.travelling import Travelling, canonical
from inspector.storage.database.database import Database
from inspector.storage.sharing.set_aside_objects import object_in

WAITS = "waits"
"""The key in the body of what only waits: no conflict, and nobody has to choose."""


class WaitingObjects:
    """Writes inside a transaction; the same object is kept once."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, came: Travelling, bundle: str, at: str, new_id: Callable[[], str]) -> None:
        """Keep what waits for something that another bundle brings."""
        self._put(came, bundle, at, new_id(), waits=True)

    def set_aside(self, came: Travelling, bundle: str, at: str, new_id: Callable[[], str]) -> None:
        """Keep what is not the same as what is here under its id."""
        self._put(came, bundle, at, new_id(), waits=False)

    def all(self) -> Iterator[Travelling]:
        """Yield what still waits, in the order in which it came."""
        rows = self._database.rows(
            "SELECT id FROM set_aside AS s WHERE json_extract(body, '$.waits') AND NOT EXISTS"
            " (SELECT 1 FROM received_object AS r WHERE r.kind = s.kind AND r.subject = s.subject)"
            " ORDER BY rowid"
        )
        for row in rows:
            (kept,) = self._database.rows("SELECT body FROM set_aside WHERE id = ?", (row["id"],))
            yield object_in(kept["body"])

    def _put(self, came: Travelling, bundle: str, at: str, key: str, *, waits: bool) -> None:
        known = self._database.row(
            "SELECT 1 FROM set_aside WHERE kind = ? AND subject = ? AND digest = ?",
            (came.kind.value, came.id, came.digest),
        )
        if known is None:
            self._database.insert(
                "set_aside",
                {
                    "id": key, "kind": came.kind.value, "subject": came.id, "digest": came.digest,
                    "title": title_of(came), "laptop": came.laptop, "bundle": bundle, "at": at,
                    "body": _body(came, waits=waits),
                },
            )  # fmt: skip


def _body(came: Travelling, *, waits: bool) -> str:
    said = {
        "kind": came.kind.value, "id": came.id, "laptop": came.laptop, "digest": came.digest,
        "rows": came.rows, "parents": came.parents, "left_out": came.left_out,
    }  # fmt: skip
    return canonical({**said, WAITS: True} if waits else said)
