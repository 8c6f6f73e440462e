"""Step 12 of the schema: what left the roster and when, departments, and what happened to it."""

from typing import TYPE_CHECKING
from uuid import NAMESPACE_OID, uuid5

if TYPE_CHECKING:
    from sqlite_utils import Database


def m012_roster(db: "Database") -> None:
    """Days on which sites, windows and staff ended; departments of sites; roster events."""
    for statement in _STATEMENTS:
        db.execute(statement)
    named = db.execute(
        "SELECT site_id, department FROM \"window\" WHERE department <> ''"
        " GROUP BY site_id, department ORDER BY min(rowid)"
    ).fetchall()
    for site_id, name in named:
        db.execute(
            "INSERT INTO department (id, site_id, name) VALUES (?, ?, ?)",
            (str(uuid5(NAMESPACE_OID, f"{site_id}/{name}")), site_id, name),
        )


_STATEMENTS = (
    # The local day from which it is in no list for new visits; NULL while it is in use.
    "ALTER TABLE site ADD COLUMN ended_on TEXT",
    'ALTER TABLE "window" ADD COLUMN ended_on TEXT',
    "ALTER TABLE staff ADD COLUMN ended_on TEXT",
    """CREATE TABLE department (
        id TEXT PRIMARY KEY,
        site_id TEXT NOT NULL REFERENCES site(id),
        name TEXT NOT NULL,
        ended_on TEXT,
        UNIQUE (site_id, name)
    ) STRICT""",
    # Append-only. `subject` is the table of what changed; `before` is NULL for what was added.
    """CREATE TABLE roster_event (
        sequence INTEGER PRIMARY KEY,
        batch INTEGER NOT NULL,
        at TEXT NOT NULL,
        subject TEXT NOT NULL,
        subject_id TEXT NOT NULL,
        site_id TEXT NOT NULL REFERENCES site(id),
        before TEXT,
        after TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX roster_event_by_site ON roster_event (site_id, sequence)",
    "CREATE INDEX roster_event_by_batch ON roster_event (batch, sequence)",
    "CREATE INDEX roster_event_by_subject ON roster_event (subject_id, sequence)",
)
