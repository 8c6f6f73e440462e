"""Findings and reviewed scores as they stand against the events they follow from.

A finding's row only repeats what its events say, and a reviewed score what appeals left of the
answers, so the events win and both are rebuildable.
"""

from dataclasses import dataclass

from inspector.storage.database import Database
from inspector.storage.finding_store import FindingStore
from inspector.storage.reviewed_scores import reviewed_rows


@dataclass(frozen=True, slots=True)
class Differing:
    """Numbers of findings that are not what their events say; how many only count repeats wrong;
    visits, by id, whose reviewed scores are not what their appeals left."""

    numbers: tuple[str, ...]
    repeats: int
    reviewed: tuple[str, ...] = ()


def differing_findings(copy: Database, repeat_days: int) -> Differing:
    """Compare every finding with its events.

    `copy` is a copy of the database: everything is worked out anew in it. Repeats are counted
    within `repeat_days`.
    """
    copy.write("PRAGMA foreign_keys = OFF")  # what has lost its parent is told elsewhere
    before, kept = _rows(copy), reviewed_rows(copy)
    FindingStore(copy).rebuild(repeat_days)
    numbers, repeats = [], 0
    for key, row in _rows(copy).items():
        old = before.get(key, {})
        changed = {name for name, value in row.items() if old.get(name) != value}
        if changed - _REPEATS:
            numbers.append(str(row["number"]))
        elif changed:
            repeats += 1
    wrong = {visit for visit, _ in kept.items() ^ reviewed_rows(copy).items()}
    return Differing(tuple(sorted(numbers)), repeats, tuple(sorted({visit[0] for visit in wrong})))


_REPEATS = {"times_at_window", "times_at_site"}


def _rows(database: Database) -> dict[str, dict[str, object]]:
    return {row["id"]: dict(row) for row in database.rows("SELECT * FROM finding")}
