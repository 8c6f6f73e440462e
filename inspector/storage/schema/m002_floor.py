"""Step 2 of the schema: evidence, praise, corrections on the spot, patrols, rechecks, seals.

Released: never edited.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def m002_floor(db: "Database") -> None:
    """Everything that an inspector does on the hall floor besides scoring."""
    for statement in (*_COLUMNS, *_TABLES):
        db.execute(statement)


_COLUMNS = (
    "ALTER TABLE answer ADD COLUMN praised INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE answer ADD COLUMN correction TEXT",  # NULL: not corrected on the spot
    "ALTER TABLE inspection ADD COLUMN slot TEXT NOT NULL DEFAULT ''",  # of a patrol
    "ALTER TABLE inspection ADD COLUMN conflicts TEXT",  # inspectors of the site's own team
    "ALTER TABLE inspection ADD COLUMN seal TEXT",
)

_TABLES = (
    # `scorecard_id` and `item_id` say whose it is for good; `finding_id` what was raised from it,
    # or what it shows the end of.
    """CREATE TABLE evidence (
        id TEXT PRIMARY KEY,
        digest TEXT NOT NULL,
        suffix TEXT NOT NULL,
        size INTEGER NOT NULL,
        kind TEXT NOT NULL,
        role TEXT NOT NULL,
        inspection_id TEXT REFERENCES inspection(id),
        scorecard_id TEXT REFERENCES scorecard(id),
        item_id TEXT,
        finding_id TEXT REFERENCES finding(id),
        name TEXT NOT NULL,
        origin TEXT NOT NULL,
        width INTEGER,
        height INTEGER,
        taken_at TEXT,
        added_at TEXT NOT NULL,
        annotated TEXT,
        removed_at TEXT
    ) STRICT""",
    "CREATE INDEX evidence_by_inspection ON evidence (inspection_id)",
    "CREATE INDEX evidence_by_finding ON evidence (finding_id)",
    "CREATE INDEX evidence_by_digest ON evidence (digest)",
    # Append-only: what was ever done to a piece of evidence.
    """CREATE TABLE evidence_event (
        sequence INTEGER PRIMARY KEY,
        evidence_id TEXT NOT NULL REFERENCES evidence(id),
        at TEXT NOT NULL,
        kind TEXT NOT NULL,
        content TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX evidence_event_by_evidence ON evidence_event (evidence_id, sequence)",
    """CREATE TABLE patrol_entry (
        id TEXT PRIMARY KEY,
        inspection_id TEXT NOT NULL REFERENCES inspection(id),
        scorecard_id TEXT NOT NULL REFERENCES scorecard(id),
        position INTEGER NOT NULL,
        at TEXT NOT NULL,
        place TEXT NOT NULL,
        category TEXT,
        item_id TEXT NOT NULL,
        text TEXT NOT NULL,
        handled TEXT,
        to_meeting INTEGER NOT NULL,
        finding_id TEXT REFERENCES finding(id)
    ) STRICT""",
    "CREATE INDEX patrol_entry_by_inspection ON patrol_entry (inspection_id, position)",
    """CREATE TABLE recheck_entry (
        inspection_id TEXT NOT NULL REFERENCES inspection(id),
        finding_id TEXT NOT NULL REFERENCES finding(id),
        position INTEGER NOT NULL,
        outcome TEXT,
        note TEXT NOT NULL,
        at TEXT,
        PRIMARY KEY (inspection_id, finding_id)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE signature (
        inspection_id TEXT PRIMARY KEY REFERENCES inspection(id),
        signer TEXT NOT NULL,
        strokes TEXT,
        refusal TEXT NOT NULL,
        signed_at TEXT NOT NULL,
        seal TEXT NOT NULL
    ) STRICT""",
    # What was found wrong about a sealed record later; the record itself stays as it is.
    """CREATE TABLE amendment (
        id TEXT PRIMARY KEY,
        inspection_id TEXT NOT NULL REFERENCES inspection(id),
        scorecard_id TEXT REFERENCES scorecard(id),
        item_id TEXT,
        text TEXT NOT NULL,
        reason TEXT NOT NULL,
        author TEXT NOT NULL,
        at TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX amendment_by_inspection ON amendment (inspection_id, at)",
    # What this user wrote for an item before.
    """CREATE TABLE own_phrase (
        pack_id TEXT NOT NULL,
        item TEXT NOT NULL,
        text TEXT NOT NULL,
        uses INTEGER NOT NULL,
        used_at TEXT NOT NULL,
        PRIMARY KEY (pack_id, item, text)
    ) STRICT, WITHOUT ROWID""",
)
