"""Step 16 of the schema: who inspects, what happened to that roster, and who made a visit as what.

`party` is kept with a visit as of its day; NULL where only names were typed, as until now.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def m016_inspectors(db: "Database") -> None:
    """Inspectors and their events; the party of a visit; the unit that a site reports to."""
    for statement in _STATEMENTS:
        db.execute(statement)


_STATEMENTS = (
    # `away_first` and `away_last` are local days, the second NULL while nobody knows until when.
    """CREATE TABLE inspector (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        unit TEXT NOT NULL,
        role TEXT NOT NULL,
        group_name TEXT NOT NULL,
        phone TEXT NOT NULL,
        away_first TEXT,
        away_last TEXT,
        ended_on TEXT,
        UNIQUE (name, unit)
    ) STRICT""",
    # Append-only. `batch` is the step; `before` is NULL for who was added.
    """CREATE TABLE inspector_event (
        sequence INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        batch INTEGER NOT NULL,
        at TEXT NOT NULL,
        inspector_id TEXT NOT NULL REFERENCES inspector(id),
        before TEXT,
        after TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX inspector_event_by_inspector ON inspector_event (inspector_id, sequence)",
    "CREATE INDEX inspector_event_by_batch ON inspector_event (batch, sequence)",
    # JSON: [name, role, id on the roster, unit, group] of each, in the order of `inspectors`.
    "ALTER TABLE inspection ADD COLUMN party TEXT",
    "ALTER TABLE site ADD COLUMN unit TEXT NOT NULL DEFAULT ''",
)
