"""Step 25 of the schema: the ledger is counted, narrowed and searched without reading it through.

Three indexes answer for a row: where findings stand and whose they are. What findings say is in an
index of its own, which is derived: `finding_searched` tells up to which row. Where Python's SQLite
has no FTS5 it is not made, and the ledger is searched by reading it.
"""

from typing import TYPE_CHECKING

from inspector.storage.schema.searching.search_grams import spelled_grams

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlite_utils import Database


def m025_queries(db: "Database") -> None:
    """Wider indexes of findings, those of appeals and closings, and the index of their words."""
    for statement in _STATEMENTS:
        db.execute(statement)
    if db.execute("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'").fetchone():
        db.execute(WORDS_TABLE)
        db.conn.executemany("INSERT INTO finding_search (rowid, grams) VALUES (?, ?)", _said(db))
        db.execute(
            "UPDATE finding_searched SET last = (SELECT coalesce(max(rowid), 0) FROM finding)"
        )


WORDS_TABLE = (
    # The texts stand in `finding` alone; all that is asked is which rows have all of some grams.
    "CREATE VIRTUAL TABLE finding_search USING fts5("
    "grams, content = '', detail = none, tokenize = 'ascii')"
)

_STATEMENTS = (
    # With what the counts ask: the rows themselves are not read for them.
    "DROP INDEX finding_by_state",
    "CREATE INDEX finding_by_state ON finding (state, deadline, times_at_window, appealed_at)",
    "DROP INDEX finding_by_site",
    "CREATE INDEX finding_by_site ON finding"
    " (site_id, day, state, deadline, times_at_window, appealed_at)",
    # The site comes last: where that alone is asked, the index of what is unfinished answers.
    "CREATE INDEX finding_by_place ON finding (window_number, department, owner, site_id)",
    "CREATE INDEX finding_by_appeal ON finding (site_id) WHERE appealed_at IS NOT NULL",
    "CREATE INDEX finding_by_site_closing ON finding (site_id, closed_at)"
    " WHERE closed_at IS NOT NULL",
    "CREATE TABLE finding_searched (last INTEGER NOT NULL) STRICT",
    "INSERT INTO finding_searched VALUES (0)",
)


def _said(db: "Database") -> "Iterator[tuple[int, str]]":
    for row, *texts in db.execute("SELECT rowid, number, text, item_text FROM finding"):
        yield row, spelled_grams(*texts)
