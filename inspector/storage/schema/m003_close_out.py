"""Step 3 of the schema: what becomes of findings, and the days that are worked.

Independent of step 2. Every event gets an identity, an author and a source; the projection gets
what the events come to.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def m003_close_out(db: "Database") -> None:
    """Events with identity, author and source; a finding's standing; the user's holidays."""
    for statement in (*_EVENTS, *_FINDINGS, *_INDEXES, _HOLIDAYS, *_VIEW):
        db.execute(statement)


# The first event of a finding shares its identifier. Steps come after it by their moments, which
# are kept to the microsecond, since two can fall into one second.
_EVENTS = (
    "ALTER TABLE finding_event ADD COLUMN id TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE finding_event ADD COLUMN author TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE finding_event ADD COLUMN source TEXT NOT NULL DEFAULT 'program'",
    "ALTER TABLE finding_event ADD COLUMN reference TEXT NOT NULL DEFAULT ''",
    """UPDATE finding_event SET id = finding_id, source = 'inspection',
        reference = (SELECT inspection_id FROM finding WHERE finding.id = finding_id)""",
    "CREATE UNIQUE INDEX finding_event_by_id ON finding_event (id)",
)

_FINDINGS = (
    "ALTER TABLE finding ADD COLUMN round INTEGER NOT NULL DEFAULT 1",
    "ALTER TABLE finding ADD COLUMN assigned_at TEXT",
    "ALTER TABLE finding ADD COLUMN extensions INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE finding ADD COLUMN correction TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE finding ADD COLUMN reported_text TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE finding ADD COLUMN done_on TEXT",
    "ALTER TABLE finding ADD COLUMN rechecked_at TEXT",
    "ALTER TABLE finding ADD COLUMN rechecked_by TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE finding ADD COLUMN recheck_passed INTEGER",
    "ALTER TABLE finding ADD COLUMN recheck_note TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE finding ADD COLUMN appealed_at TEXT",
    "ALTER TABLE finding ADD COLUMN appeal TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE finding ADD COLUMN review TEXT",
    "ALTER TABLE finding ADD COLUMN reviewed_deduction INTEGER",
    "ALTER TABLE finding ADD COLUMN notice TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE finding ADD COLUMN changed_at TEXT",
    "ALTER TABLE finding ADD COLUMN times_at_window INTEGER NOT NULL DEFAULT 1",
    "ALTER TABLE finding ADD COLUMN times_at_site INTEGER NOT NULL DEFAULT 1",
    "UPDATE finding SET changed_at = raised_at",
)

_INDEXES = (
    "CREATE INDEX finding_by_state ON finding (state, deadline)",
    "CREATE INDEX finding_by_item ON finding (site_id, item_id, day)",
    "CREATE INDEX finding_by_closing ON finding (closed_at) WHERE closed_at IS NOT NULL",
)

_HOLIDAYS = """CREATE TABLE holiday (
    day TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL
) STRICT, WITHOUT ROWID"""

_VIEW = (
    "DROP VIEW finding_status",
    """CREATE VIEW finding_status AS
    SELECT number, day, site_name AS site, window_number AS window, staff_number, category,
        text, deduction / 100.0 AS deduction, veto, requirement, department, owner, leader,
        type, deadline, state, closed_at,
        state NOT IN ('closed', 'withdrawn') AND deadline < date('now', 'localtime') AS overdue,
        round, extensions, correction, reported_text, done_on, rechecked_at, rechecked_by,
        recheck_passed, recheck_note, appealed_at, review,
        coalesce(reviewed_deduction, deduction) / 100.0 AS reviewed_deduction, notice,
        times_at_window, times_at_site
    FROM finding""",
)
