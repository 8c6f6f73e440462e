"""Step 4 of the schema: morning meetings.

What a meeting decided about findings is on their own history, with the meeting as its source.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def m004_meeting(db: "Database") -> None:
    """Meetings with their agenda."""
    for statement in _TABLES:
        db.execute(statement)


_TABLES = (
    """CREATE TABLE meeting (
        id TEXT PRIMARY KEY,
        site_id TEXT NOT NULL REFERENCES site(id),
        site_name TEXT NOT NULL,
        since TEXT NOT NULL,
        started_at TEXT NOT NULL,
        day TEXT NOT NULL,
        ended_at TEXT,
        discarded_at TEXT,
        host TEXT NOT NULL,
        present TEXT,
        absent TEXT,
        budget INTEGER NOT NULL,
        drill TEXT NOT NULL,
        drill_note TEXT NOT NULL,
        tasks TEXT NOT NULL,
        praise TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX meeting_by_site ON meeting (site_id, day)",
    """CREATE TABLE meeting_finding (
        meeting_id TEXT NOT NULL REFERENCES meeting(id),
        position INTEGER NOT NULL,
        finding_id TEXT NOT NULL REFERENCES finding(id),
        part TEXT NOT NULL,
        PRIMARY KEY (meeting_id, position)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX finding_event_by_source ON finding_event (reference) WHERE source = 'meeting'",
)
