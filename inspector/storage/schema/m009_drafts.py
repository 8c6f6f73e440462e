"""Step 9 of the schema: what is typed and not handed in yet, and what was said of a wrong clock.

Drafts are no evidence: nothing but the editor that one was typed into ever reads it.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def m009_drafts(db: "Database") -> None:
    """Drafts by what they belong to; where a meeting stands; remarks on wrong clocks."""
    for statement in _STATEMENTS:
        db.execute(statement)


_STATEMENTS = (
    """CREATE TABLE draft (
        owner TEXT NOT NULL,
        editor TEXT NOT NULL,
        place TEXT NOT NULL,
        content TEXT NOT NULL,
        PRIMARY KEY (owner, editor, place)
    ) STRICT, WITHOUT ROWID""",
    "ALTER TABLE meeting ADD COLUMN cursor TEXT NOT NULL DEFAULT ''",
    # Whether a finding stood on an agenda is asked of each that might be new.
    "CREATE INDEX meeting_finding_by_finding ON meeting_finding (finding_id)",
    # What is still to be done at a site, however much was ever found there.
    """CREATE INDEX finding_unfinished_by_site ON finding (site_id, inspection_id)
        WHERE state IN ('open', 'rectifying', 'reported')""",
    "CREATE INDEX meeting_by_day ON meeting (day)",
    """CREATE TABLE clock_remark (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        reference TEXT NOT NULL,
        moment TEXT NOT NULL,
        said_at TEXT NOT NULL,
        said_by TEXT NOT NULL,
        reason TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX clock_remark_by_reference ON clock_remark (reference)",
)
