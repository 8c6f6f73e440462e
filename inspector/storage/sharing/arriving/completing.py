"""Completing what came without names or strokes, once a whole copy of it comes.

Only what was held back is written, into the rows as they are here; that the whole comes to the
digest that was told, and is the same but for that, was asked before (`fates.fate_of_same`).
"""

from collections.abc import Mapping

from inspector.domain.sharing.places import at_own_places
from inspector.domain.sharing.travelling import Kind, Travelling
from inspector.storage.database.database import Database
from inspector.storage.sharing.came_from import came_from
from inspector.storage.sharing.left_at_home import held_back

_KEYS: Mapping[str, str] = {"signature": "inspection_id"}
"""The key of a table, where it is not its id."""


def complete(database: Database, came: Travelling) -> list[str]:
    """Write what had been left out of an object; inside a transaction.

    Returns the complaints that its steps belong to.
    """
    places = came_from(database, came.kind, came.id).places
    rows, _ = at_own_places(came.rows, {made: own for own, made in places.items()})
    for table, columns in held_back(came.kind).items():
        key = _KEYS.get(table, "id")
        for row in rows.get(table, ()):
            there = [column for column in columns if row.get(column) is not None]
            if there:
                given = ", ".join(f'"{column}" = ?' for column in there)
                database.write(
                    f'UPDATE "{table}" SET {given} WHERE {key} = ?',
                    (*(row[column] for column in there), row[key]),
                )
    database.write(
        "UPDATE received_object SET left_out = '' WHERE kind = ? AND subject = ?",
        (came.kind.value, came.id),
    )
    if came.kind is not Kind.COMPLAINT:
        return []
    return [str(row["complaint_id"]) for row in rows.get("complaint_event", ())]
