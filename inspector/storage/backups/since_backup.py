"""What a damaged database holds that a backup does not: what restoring it would cost.

Counted where it can still be read; each count by itself, since damage is seldom everywhere.
"""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from inspector.domain.errors import InspectorError
from inspector.storage.backups.packed_snapshot import unpacked
from inspector.storage.database.database import address_of, unwritten

_COUNTS = {
    "visits": "SELECT count(*) FROM main.inspection AS now WHERE NOT EXISTS"
    " (SELECT 1 FROM old.inspection WHERE id = now.id)",
    "answers": "SELECT count(*) FROM main.answer AS now WHERE NOT EXISTS"
    " (SELECT 1 FROM old.answer AS before WHERE before.scorecard = now.scorecard"
    " AND before.item = now.item AND before.verdict = now.verdict AND before.count = now.count"
    " AND before.measured IS now.measured AND before.note IS now.note"
    " AND before.phrases IS now.phrases)",
    "findings": "SELECT count(*) FROM main.finding AS now WHERE NOT EXISTS"
    " (SELECT 1 FROM old.finding WHERE id = now.id)",
    # Being raised is counted as the finding; a copy that went out is no work of anybody's.
    "steps": "SELECT count(*) FROM main.finding_event WHERE kind NOT IN ('raised', 'exported')"
    " AND sequence > (SELECT coalesce(max(sequence), 0) FROM old.finding_event)",
}


@dataclass(frozen=True, slots=True)
class Missing:
    """What would be missing: new visits, new or changed answers, new findings, steps of findings.

    None: it cannot be read.
    """

    visits: int | None
    answers: int | None
    findings: int | None
    steps: int | None


def missing_since(database: Path, backup: Path) -> Missing:
    """Compare a database with a sound snapshot of it; neither is written. Never raises."""
    counts: dict[str, int | None] = dict.fromkeys(_COUNTS)
    try:
        with unpacked(backup) as old, closing(unwritten(database)) as connection:
            connection.execute("ATTACH ? AS old", (address_of(old, "immutable=1"),))
            for name, sql in _COUNTS.items():
                counts[name] = _counted(connection, sql)
    except (sqlite3.Error, OSError, ValueError, InspectorError):
        pass
    return Missing(**counts)


def _counted(connection: sqlite3.Connection, sql: str) -> int | None:
    try:
        return int(connection.execute(sql).fetchone()[0])
    except (sqlite3.Error, ValueError, OverflowError):
        return None
