"""What came and is not among our own: set aside for a person to see, or waiting for its visit.

What waits for what it belongs to is taken in as soon as that comes, whichever bundle brings it.
"""

import json
from collections.abc import Callable, Collection, Iterator, Mapping

from inspector.domain.sharing.titles import title_of
from inspector.domain.sharing.travelling import Travelling, canonical
from inspector.storage.database.database import Database
from inspector.storage.sharing.set_aside_objects import object_in

WAITS = "waits"
"""The key in the body of what only waits: no conflict, and nobody has to choose."""
REFUSED = "refused"
"""The key in the body of what a hall's laptop may not say, with why: nobody has to choose."""
HALLS = "halls"
"""The key in the body of what waits and came from a hall's laptop: its sites, by their own ids."""


class WaitingObjects:
    """Writes inside a transaction; the same object is kept once."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(
        self,
        came: Travelling,
        bundle: str,
        at: str,
        new_id: Callable[[], str],
        halls: Collection[str] = (),
    ) -> None:
        """Keep what waits for what another bundle brings; from a hall's laptop, its `halls`."""
        said = {HALLS: sorted(halls)} if halls else {}
        self._put(came, bundle, at, new_id(), {WAITS: True, **said})

    def refuse(
        self, came: Travelling, why: str, bundle: str, at: str, new_id: Callable[[], str]
    ) -> None:
        """Keep what a hall's laptop may not say."""
        self._put(came, bundle, at, new_id(), {REFUSED: why})

    def refused_parents(self, event: str) -> tuple[str, ...] | None:
        """Return the steps behind which a refused one was taken; None of one that was not."""
        row = self._database.row(
            "SELECT json_extract(body, '$.parents') AS parents FROM set_aside WHERE kind = 'event'"
            f" AND subject = ? AND json_extract(body, '$.{REFUSED}') IS NOT NULL",
            (event,),
        )
        return tuple(json.loads(row["parents"])) if row is not None else None

    def set_aside(self, came: Travelling, bundle: str, at: str, new_id: Callable[[], str]) -> None:
        """Keep what is not the same as what is here under its id."""
        self._put(came, bundle, at, new_id(), {})

    def all(self) -> Iterator[tuple[Travelling, tuple[str, ...]]]:
        """Yield what still waits, in the order in which it came, with the halls it came from."""
        rows = self._database.rows(
            "SELECT id FROM set_aside AS s WHERE json_extract(body, '$.waits') AND NOT EXISTS"
            " (SELECT 1 FROM received_object AS r WHERE r.kind = s.kind AND r.subject = s.subject)"
            " ORDER BY rowid"
        )
        for row in rows:
            (kept,) = self._database.rows("SELECT body FROM set_aside WHERE id = ?", (row["id"],))
            halls = tuple(json.loads(kept["body"]).get(HALLS, ()))
            yield object_in(kept["body"]), halls

    def _put(
        self, came: Travelling, bundle: str, at: str, key: str, more: Mapping[str, object]
    ) -> None:
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
                    "body": body_of(came, more),
                },
            )  # fmt: skip


def body_of(came: Travelling, more: Mapping[str, object] | None = None) -> str:
    """Return an object as it is kept: `object_in` reads it; `more` says why it is."""
    said = {
        "kind": came.kind.value, "id": came.id, "laptop": came.laptop, "digest": came.digest,
        "rows": came.rows, "parents": came.parents, "left_out": came.left_out,
    }  # fmt: skip
    return canonical({**said, **(more or {})})
