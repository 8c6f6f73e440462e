"""Findings and reviewed scores as they stand against the events they follow from.

A finding's row only repeats what its events say, and a reviewed score what appeals left of the
answers, so the events win and both are rebuildable.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from inspector.domain.finding.finding_life import fold
from inspector.storage.database.database import Database, Row
from inspector.storage.stores.finding_rows import event_from, finding_values
from inspector.storage.stores.finding_store import FindingStore
from inspector.storage.stores.kept_reviewed_scores import reviewed_rows


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


def rewritten_findings(database: Database, finding_ids: Iterable[str]) -> set[str]:
    """Return those findings whose row is not what their events say, but for repeats.

    For a paper: it costs by the findings asked about, and writes nothing.
    """
    asked = json.dumps(list(finding_ids))
    rows = {
        row["id"]: row
        for row in database.rows(
            "SELECT f.* FROM json_each(?) AS asked CROSS JOIN finding AS f ON f.id = asked.value",
            (asked,),
        )
    }
    # Having gone out in a ledger leaves a finding as it is, and every month adds to it.
    own: dict[str, list[Row]] = defaultdict(list)
    for row in database.rows(
        "SELECT e.* FROM json_each(?) AS asked CROSS JOIN finding_event AS e"
        " ON e.finding_id = asked.value"
        " WHERE e.kind <> 'exported' OR instr(e.content, '\"notice\": \"\"') = 0",
        (asked,),
    ):
        own[row["finding_id"]].append(row)
    for finding_id, events in own.items():
        if any(row["kind"] == "reverted" for row in events):  # then it may be why a step stays
            own[finding_id] = database.rows(
                "SELECT * FROM finding_event WHERE finding_id = ?", (finding_id,)
            )
    told = {each for each, events in own.items() if each in rows and _is_told(rows[each], events)}
    return rows.keys() - told


def _is_told(row: Row, events: Sequence[Row]) -> bool:
    try:
        values: Mapping[str, object] = finding_values(fold(map(event_from, events)))
    except (LookupError, TypeError, ValueError):  # somebody wrote over what was done
        return False
    kept = dict(zip(row.keys(), row, strict=True))
    return all(kept[name] == value for name, value in values.items() if name not in _UNASKED)


_REPEATS = {"times_at_window", "times_at_site"}

_UNASKED = _REPEATS | {"changed_at"}
"""What no paper tells of; the doctor works it out anew."""


def _rows(database: Database) -> dict[str, dict[str, object]]:
    return {row["id"]: dict(row) for row in database.rows("SELECT * FROM finding")}
