"""Findings as they stand against the events they are folded from.

A finding's row only repeats what its events say, so the events win and the row is rebuildable.
"""

import json
from collections.abc import Callable
from typing import TypeAlias

from inspector.storage.database import Database
from inspector.storage.finding_store import RAISED, FindingStore

Rebuild: TypeAlias = Callable[[FindingStore], None]


def differing_findings(copy: Database, rebuild: Rebuild | None = None) -> list[str]:
    """Return the numbers of the findings that are not what their events say.

    `copy` is a copy of the database that may be written to: with `rebuild` it is worked out anew
    there and compared; without, each row is compared with the event that raised it.
    """
    if rebuild is None:
        return _differing_from_raised(copy)
    before = {row["id"]: tuple(row) for row in copy.rows("SELECT * FROM finding")}
    rebuild(FindingStore(copy))
    after = {row["id"]: tuple(row) for row in copy.rows("SELECT * FROM finding")}
    numbers = {row["id"]: row["number"] for row in copy.rows("SELECT id, number FROM finding")}
    return sorted(numbers[key] for key in after if before.get(key) != after[key])


def _differing_from_raised(copy: Database) -> list[str]:
    events = {
        row["finding_id"]: json.loads(row["content"])
        for row in copy.rows(
            "SELECT finding_id, content FROM finding_event WHERE kind = ?", (RAISED,)
        )
    }
    return sorted(
        row["number"]
        for row in copy.rows("SELECT * FROM finding")
        if any(row[name] != value for name, value in events.get(row["id"], {"id": None}).items())
    )
