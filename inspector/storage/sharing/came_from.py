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
    laptop: str = ""  # the id of its maker; '' of one that was made here


def came_from(database: Database, kind: str, subject: str) -> CameFrom:
    """Return what is kept of one object; of one that was made here, nothing is."""
    row = database.row(
        "SELECT places, left_out, laptop FROM received_object WHERE kind = ? AND subject = ?",
        (kind, subject),
    )
    if row is None:
        return CameFrom()
    return CameFrom(
        json.loads(row["places"] or "{}"),
        tuple(json.loads(row["left_out"] or "[]")),
        row["laptop"],
    )


def records_in_part(database: Database) -> int:
    """Return how many records and signatures came without what their maker kept at home.

    Whether they are as they were sealed cannot be asked here.
    """
    row = database.row(
        "SELECT count(*) AS number FROM received_object"
        " WHERE kind IN ('visit', 'signature') AND left_out NOT IN ('', '[]')"
    )
    return int(row["number"]) if row else 0


def only_others_name(database: Database, digest: str) -> bool:
    """Tell whether a file of evidence is named by what came from other laptops alone.

    Such a one need not have come along; it is asked for in the next bundle to them.
    """
    row = database.row(
        "SELECT 1 FROM evidence AS e WHERE (e.digest = ?1 OR e.annotated = ?1) AND NOT EXISTS"
        " (SELECT 1 FROM received_object AS r WHERE (r.kind = 'visit' AND r.subject ="
        " e.inspection_id) OR (r.kind = 'evidence' AND r.subject = e.id))",
        (digest,),
    )
    return row is None
