"""Findings as they stand against the events they are folded from.

A finding's row only repeats what its events say, so the events win and the row is rebuildable.
"""

from inspector.storage.database import Database
from inspector.storage.finding_store import FindingStore


def differing_findings(copy: Database, repeat_days: int) -> list[str]:
    """Return the numbers of the findings that are not what their events say.

    `copy` is a copy of the database: everything is worked out anew in it. Repeats are counted
    within `repeat_days`.
    """
    copy.write("PRAGMA foreign_keys = OFF")  # what has lost its parent is told elsewhere
    before = _rows(copy)
    FindingStore(copy).rebuild(repeat_days)
    after = _rows(copy)
    return sorted(
        number for key, (number, row) in after.items() if before.get(key, ("", ()))[1] != row
    )


def _rows(database: Database) -> dict[str, tuple[str, tuple[object, ...]]]:
    return {
        row["id"]: (row["number"], tuple(row)) for row in database.rows("SELECT * FROM finding")
    }
