"""What the domain says of findings, as terms of SQL: a ledger is searched and counted by them.

A test compares each with what it implements.
"""

UNFINISHED = "state IN ('open', 'rectifying', 'reported')"
"""`domain/finding/ledger.UNFINISHED`: something has still to be done."""

OVERDUE = f"({UNFINISHED} AND deadline < :today)"
"""逾期: `Finding.overdue_on`; due today is not overdue."""

DUE_TODAY = f"({UNFINISHED} AND deadline = :today)"
"""Unfinished, and to be put right today."""

NEWEST_OF_PLACES = (
    "SELECT rowid FROM (SELECT rowid, row_number() OVER"
    " (PARTITION BY window_number ORDER BY day DESC, rowid DESC) AS place"
    " FROM finding WHERE site_id = ? AND day >= ? AND state <> 'withdrawn') WHERE place <= ?"
)
"""Rows of what was found last at each place: of a site, since a day, so many of each place."""
