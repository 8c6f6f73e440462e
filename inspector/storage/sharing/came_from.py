"""What is kept of an object that came from another laptop: its maker's ids, what stayed there."""

import json
from dataclasses import dataclass, field

from inspector.domain.sharing.places import Places
from inspector.storage.database.database import Database


@dataclass(frozen=True, slots=True)
class CameFrom:
    """Of an object: own ids with its maker's, and what was left out of it (`LEFT_AT_HOME`)."""

    places: Places = field(default_factory=dict)
    left_out: tuple[str, ...] = ()


def came_from(database: Database, kind: str, subject: str) -> CameFrom:
    """Return what is kept of one object; of one that was made here, nothing is."""
    row = database.row(
        "SELECT places, left_out FROM received_object WHERE kind = ? AND subject = ?",
        (kind, subject),
    )
    if row is None:
        return CameFrom()
    return CameFrom(json.loads(row["places"] or "{}"), tuple(json.loads(row["left_out"] or "[]")))
