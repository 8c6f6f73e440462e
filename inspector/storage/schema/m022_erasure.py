"""Step 22 of the schema: lawful erasure, the one thing that takes something away, and its trace.

`erasure_change` holds the digest of each subject before and after, `erased_file` which photos went;
both belong to what the journal has of the erasure. What is still to be done to files and to the
bytes of the database itself stands in `unfinished_erasure` until it is.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def m022_erasure(db: "Database") -> None:
    """The tables of erasures, and what refuses to change them."""
    for statement in _TABLES:
        db.execute(statement)
    for table in ("erasure", "erasure_change", "erased_file"):
        for name, event in (("is_kept", "DELETE"), ("is_fixed", "UPDATE")):
            db.execute(
                f"CREATE TRIGGER {table}_{name} BEFORE {event} ON {table}"
                " BEGIN SELECT raise(ABORT, 'an erasure is only ever added'); END"
            )


_TABLES = (
    """CREATE TABLE erasure (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        at TEXT NOT NULL,
        reason TEXT NOT NULL,
        author TEXT NOT NULL,
        stand_in TEXT NOT NULL,
        counts TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE erasure_change (
        erasure_id TEXT NOT NULL REFERENCES erasure(id),
        kind TEXT NOT NULL,
        subject TEXT NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        PRIMARY KEY (erasure_id, kind, subject)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX erasure_change_by_subject ON erasure_change (kind, subject)",
    """CREATE TABLE erased_file (
        erasure_id TEXT NOT NULL REFERENCES erasure(id),
        evidence_id TEXT NOT NULL REFERENCES evidence(id),
        digest TEXT NOT NULL,
        suffix TEXT NOT NULL,
        PRIMARY KEY (evidence_id, digest)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE unfinished_erasure (
        erasure_id TEXT PRIMARY KEY REFERENCES erasure(id)
    ) STRICT, WITHOUT ROWID""",
)
