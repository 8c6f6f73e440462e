"""Step 24 of the schema: which findings went out in which ledger, beside the findings."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def m024_ledger_export(db: "Database") -> None:
    """A row for each ledger that went out; what went out before stays on the findings' events.

    `findings` is how many were in it and `digest` the SHA-256 of their ids, so that the entry in
    the journal seals them as well. Which they are stands in runs: from `first` to `last` of
    `finding_event.sequence`, where each was raised. What one visit found is one run, so that tens
    of thousands of findings are a few thousand short rows, and no row or index of theirs changes.
    """
    db.execute(
        """CREATE TABLE ledger_export (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            at TEXT NOT NULL,
            author TEXT NOT NULL,
            workbook TEXT NOT NULL,
            file_name TEXT NOT NULL,
            findings INTEGER NOT NULL,
            digest TEXT NOT NULL
        ) STRICT"""
    )
    db.execute(
        """CREATE TABLE ledger_export_run (
            export INTEGER NOT NULL REFERENCES ledger_export(number),
            first INTEGER NOT NULL,
            last INTEGER NOT NULL,
            PRIMARY KEY (export, first)
        ) STRICT, WITHOUT ROWID"""
    )
