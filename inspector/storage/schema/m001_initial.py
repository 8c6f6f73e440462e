"""Step 1 of the schema: roster, frozen packs, inspections, findings, the public views.

Released: never edited.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def m001_initial(db: "Database") -> None:
    """Roster, frozen packs, inspections with their answers, findings, and the public views."""
    for statement in (*_TABLES, *_VIEWS):
        db.execute(statement)


# Identifiers that may meet those of another laptop are UUIDs. Points are integer hundredths.
# Moments are ISO 8601 with their UTC offset; days are local dates, for filtering.
_TABLES = (
    "CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    """CREATE TABLE site (
        id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE
    ) STRICT""",
    """CREATE TABLE "window" (
        id TEXT PRIMARY KEY,
        site_id TEXT NOT NULL REFERENCES site(id),
        number TEXT NOT NULL,
        kind TEXT NOT NULL,
        department TEXT NOT NULL,
        leader TEXT NOT NULL,
        position INTEGER NOT NULL,
        UNIQUE (site_id, number)
    ) STRICT""",
    """CREATE TABLE staff (
        id TEXT PRIMARY KEY,
        window_id TEXT NOT NULL REFERENCES "window"(id),
        number TEXT NOT NULL,
        name TEXT NOT NULL,
        team TEXT NOT NULL,
        position INTEGER NOT NULL,
        UNIQUE (window_id, number, name)
    ) STRICT""",
    """CREATE TABLE pack (
        hash TEXT PRIMARY KEY,
        pack_id TEXT NOT NULL,
        title TEXT NOT NULL,
        version TEXT NOT NULL,
        content TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE site_override (
        site_id TEXT NOT NULL REFERENCES site(id),
        pack_id TEXT NOT NULL,
        item TEXT NOT NULL,
        reason TEXT NOT NULL,
        off INTEGER NOT NULL,
        full_marks INTEGER,
        each INTEGER,
        upper_limit INTEGER,
        PRIMARY KEY (site_id, pack_id, item)
    ) STRICT""",
    """CREATE TABLE inspection (
        id TEXT PRIMARY KEY,
        site_id TEXT NOT NULL REFERENCES site(id),
        site_name TEXT NOT NULL,
        kind TEXT NOT NULL,
        inspectors TEXT NOT NULL,
        pack_hash TEXT NOT NULL REFERENCES pack(hash),
        state TEXT NOT NULL,
        started_at TEXT NOT NULL,
        day TEXT NOT NULL,
        completed_at TEXT,
        phase TEXT NOT NULL,
        cursor_scorecard TEXT,
        cursor_item TEXT,
        score INTEGER,
        bonus INTEGER,
        vetoes INTEGER,
        windows INTEGER,
        grade TEXT
    ) STRICT""",
    "CREATE INDEX inspection_by_state ON inspection (state, day)",
    "CREATE INDEX inspection_by_site ON inspection (site_id, day)",
    """CREATE TABLE inspection_category (
        inspection_id TEXT NOT NULL REFERENCES inspection(id),
        category TEXT NOT NULL,
        rate INTEGER,
        PRIMARY KEY (inspection_id, category)
    ) STRICT, WITHOUT ROWID""",
    # Answers refer to `key`: a UUID in each of millions of rows would triple their size.
    """CREATE TABLE scorecard (
        key INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        inspection_id TEXT NOT NULL REFERENCES inspection(id),
        position INTEGER NOT NULL,
        scope TEXT NOT NULL,
        window_id TEXT REFERENCES "window"(id),
        window_number TEXT NOT NULL,
        window_kind TEXT NOT NULL,
        staff_number TEXT NOT NULL,
        staff_name TEXT NOT NULL,
        department TEXT NOT NULL,
        leader TEXT NOT NULL,
        left_out INTEGER NOT NULL DEFAULT 0,
        score INTEGER,
        bonus INTEGER,
        vetoes INTEGER,
        grade TEXT
    ) STRICT""",
    "CREATE INDEX scorecard_by_inspection ON scorecard (inspection_id, position)",
    """CREATE TABLE scorecard_category (
        scorecard INTEGER NOT NULL REFERENCES scorecard(key),
        category TEXT NOT NULL,
        got INTEGER NOT NULL,
        full INTEGER NOT NULL,
        rate INTEGER,
        PRIMARY KEY (scorecard, category)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE answer (
        scorecard INTEGER NOT NULL REFERENCES scorecard(key),
        item TEXT NOT NULL,
        verdict TEXT NOT NULL,
        count INTEGER NOT NULL,
        option INTEGER,
        measured INTEGER,
        samples TEXT,
        phrases TEXT,
        note TEXT,
        PRIMARY KEY (scorecard, item)
    ) STRICT, WITHOUT ROWID""",
    # The last number given out for a prefix such as 2611.
    "CREATE TABLE sequence (prefix TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT",
    """CREATE TABLE finding (
        id TEXT PRIMARY KEY,
        number TEXT NOT NULL UNIQUE,
        inspection_id TEXT NOT NULL REFERENCES inspection(id),
        scorecard_id TEXT NOT NULL REFERENCES scorecard(id),
        item_id TEXT NOT NULL,
        site_id TEXT NOT NULL REFERENCES site(id),
        site_name TEXT NOT NULL,
        window_number TEXT NOT NULL,
        staff_number TEXT NOT NULL,
        category TEXT NOT NULL,
        item_text TEXT NOT NULL,
        text TEXT NOT NULL,
        deduction INTEGER NOT NULL,
        veto INTEGER NOT NULL,
        requirement TEXT NOT NULL,
        responsible TEXT NOT NULL,
        department TEXT NOT NULL,
        owner TEXT NOT NULL,
        leader TEXT NOT NULL,
        type TEXT NOT NULL,
        deadline TEXT NOT NULL,
        raised_at TEXT NOT NULL,
        day TEXT NOT NULL,
        state TEXT NOT NULL,
        closed_at TEXT
    ) STRICT""",
    "CREATE INDEX finding_by_day ON finding (day)",
    "CREATE INDEX finding_by_site ON finding (site_id, day)",
    "CREATE INDEX finding_by_inspection ON finding (inspection_id)",
    # Append-only: `finding` above is what these fold to.
    """CREATE TABLE finding_event (
        sequence INTEGER PRIMARY KEY,
        finding_id TEXT NOT NULL REFERENCES finding(id),
        at TEXT NOT NULL,
        kind TEXT NOT NULL,
        content TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX finding_event_by_finding ON finding_event (finding_id, sequence)",
)

# Public: documented in the README for sqlite-utils and Datasette; points, not hundredths.
_VIEWS = (
    """CREATE VIEW scorecard_score AS
    SELECT scorecard.id AS scorecard_id, inspection.id AS inspection_id, inspection.day,
        inspection.site_name AS site, inspection.kind, pack.pack_id AS pack,
        pack.version AS pack_version, scorecard.scope, scorecard.window_number AS window,
        scorecard.window_kind, scorecard.staff_number, scorecard.score / 100.0 AS score,
        scorecard.bonus / 100.0 AS bonus, scorecard.vetoes, scorecard.grade
    FROM scorecard
    JOIN inspection ON inspection.id = scorecard.inspection_id
    JOIN pack ON pack.hash = inspection.pack_hash
    WHERE inspection.state = 'completed' AND NOT scorecard.left_out""",
    """CREATE VIEW finding_status AS
    SELECT number, day, site_name AS site, window_number AS window, staff_number, category,
        text, deduction / 100.0 AS deduction, veto, requirement, department, owner, leader,
        type, deadline, state, closed_at,
        state <> 'closed' AND deadline < date('now', 'localtime') AS overdue
    FROM finding""",
)
