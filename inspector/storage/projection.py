"""Findings as they stand against the events they are folded from.

A finding's row only repeats what its events say, so the events win and the row is rebuildable.
"""

from dataclasses import dataclass

from inspector.storage.database import Database
from inspector.storage.finding_store import FindingStore


@dataclass(frozen=True, slots=True)
class Differing:
    """Numbers of findings that are not what their events say; how many only count repeats wrong."""

    numbers: tuple[str, ...]
    repeats: int


def differing_findings(copy: Database, repeat_days: int) -> Differing:
    """Compare every finding with its events.

    `copy` is a copy of the database: everything is worked out anew in it. Repeats are counted
    within `repeat_days`.
    """
    copy.write("PRAGMA foreign_keys = OFF")  # what has lost its parent is told elsewhere
    before = _rows(copy)
    FindingStore(copy).rebuild(repeat_days)
    numbers, repeats = [], 0
    for key, row in _rows(copy).items():
        old = before.get(key, {})
        changed = {name for name, value in row.items() if old.get(name) != value}
        if changed - _REPEATS:
            numbers.append(str(row["number"]))
        elif changed:
            repeats += 1
    return Differing(tuple(sorted(numbers)), repeats)


_REPEATS = {"times_at_window", "times_at_site"}


def _rows(database: Database) -> dict[str, dict[str, object]]:
    return {row["id"]: dict(row) for row in database.rows("SELECT * FROM finding")}
