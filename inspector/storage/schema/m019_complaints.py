"""Step 19 of the schema: the register of complaints, and what happens to each."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def m019_complaints(db: "Database") -> None:
    """Complaints with their events; what carries the public's voice is among no scores."""
    for statement in (*_TABLES, *_VIEWS):
        db.execute(statement)


_TABLES = (
    # What its events fold to. An anonymous one has no name in any column.
    """CREATE TABLE complaint (
        id TEXT PRIMARY KEY,
        number TEXT NOT NULL UNIQUE,
        channel TEXT NOT NULL,
        kind TEXT NOT NULL,
        received_at TEXT NOT NULL,
        day TEXT NOT NULL,
        site_id TEXT NOT NULL REFERENCES site(id),
        site_name TEXT NOT NULL,
        window_number TEXT NOT NULL,
        content TEXT NOT NULL,
        anonymous INTEGER NOT NULL,
        complainant TEXT NOT NULL,
        phone TEXT NOT NULL,
        first_asked TEXT NOT NULL,
        deadline TEXT NOT NULL,
        department TEXT NOT NULL,
        owner TEXT NOT NULL,
        inspection_id TEXT REFERENCES inspection(id),
        state TEXT NOT NULL,
        round INTEGER NOT NULL,
        extensions INTEGER NOT NULL,
        accepted_at TEXT,
        verified_at TEXT,
        verified_by TEXT NOT NULL,
        upheld INTEGER,
        verification TEXT NOT NULL,
        finding_ids TEXT,
        evidence_ids TEXT,
        answered_at TEXT,
        answer TEXT NOT NULL,
        followed_up_at TEXT,
        grade TEXT,
        follow_up TEXT NOT NULL,
        archived_at TEXT,
        changed_at TEXT,
        CHECK (NOT anonymous OR (complainant = '' AND phone = ''))
    ) STRICT""",
    "CREATE INDEX complaint_by_day ON complaint (day)",
    "CREATE INDEX complaint_by_site ON complaint (site_id, day)",
    "CREATE INDEX complaint_by_state ON complaint (state, deadline)",
    # Append-only: `complaint` above is what these fold to.
    """CREATE TABLE complaint_event (
        sequence INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        complaint_id TEXT NOT NULL REFERENCES complaint(id),
        at TEXT NOT NULL,
        kind TEXT NOT NULL,
        content TEXT NOT NULL,
        author TEXT NOT NULL,
        source TEXT NOT NULL,
        reference TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX complaint_event_by_complaint ON complaint_event (complaint_id, sequence)",
)

# Public, as before, but for carriers of what the public says.
_VIEWS = (
    "DROP VIEW scorecard_score",
    """CREATE VIEW scorecard_score AS
    SELECT scorecard.id AS scorecard_id, inspection.id AS inspection_id, inspection.day,
        inspection.site_name AS site, inspection.kind, pack.pack_id AS pack,
        pack.version AS pack_version, scorecard.scope, scorecard.window_number AS window,
        scorecard.window_kind, scorecard.staff_number, scorecard.score / 100.0 AS score,
        scorecard.bonus / 100.0 AS bonus, scorecard.vetoes, scorecard.grade,
        coalesce(scorecard.reviewed_score, scorecard.score) / 100.0 AS reviewed_score,
        coalesce(scorecard.reviewed_vetoes, scorecard.vetoes) AS reviewed_vetoes,
        coalesce(scorecard.reviewed_grade, scorecard.grade) AS reviewed_grade,
        inspection.form, scorecard.observed, scorecard.asked,
        coalesce(scorecard.ranked_score, scorecard.reviewed_score, scorecard.score) / 100.0
            AS ranked_score,
        coalesce(scorecard.ranked_vetoes, scorecard.reviewed_vetoes, scorecard.vetoes)
            AS ranked_vetoes,
        coalesce(scorecard.ranked_grade, scorecard.reviewed_grade, scorecard.grade)
            AS ranked_grade,
        inspection.kind <> 'self' AND (scorecard.asked IS NULL
            OR scorecard.observed * 100 >= pack.ranked_from * scorecard.asked) AS is_ranked
    FROM scorecard
    JOIN inspection ON inspection.id = scorecard.inspection_id
    JOIN pack ON pack.hash = inspection.pack_hash
    WHERE inspection.state = 'completed' AND NOT scorecard.left_out
        AND inspection.kind NOT IN ('patrol', 'recheck', 'voice')""",
    """CREATE VIEW complaint_status AS
    SELECT number, day, channel, kind, site_name AS site, window_number AS window, content,
        anonymous, department, owner, deadline, state, upheld, answered_at, grade, round,
        state IN ('received', 'accepted', 'unfounded', 'upheld')
            AND deadline < date('now', 'localtime') AS overdue
    FROM complaint""",
)
