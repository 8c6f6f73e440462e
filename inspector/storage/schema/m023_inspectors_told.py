"""Step 23 of the schema: what happened to the roster of inspectors is told in the journal.

What was there before is entered as it is found and marked so, as step 7 did with all the rest.
"""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from sqlite_utils import Database

_KIND, _RECIPE = "inspector", 3


def m023_inspectors_told(db: "Database") -> None:
    """The steps so far in the journal, and what refuses to take one away."""
    db.conn.executemany("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _taken_in(db))
    db.execute(
        "CREATE TRIGGER inspector_event_is_kept BEFORE DELETE ON inspector_event"
        " BEGIN SELECT raise(ABORT, 'what happened to inspectors is only ever added to'); END"
    )


def _taken_in(db: "Database") -> "Iterator[tuple[object, ...]]":
    from inspector.domain.record.journal import TAKEN_IN, Entry, link_of, moment
    from inspector.storage.schema.journal_recipes import digests_of, subjects_of
    from inspector.storage.schema.m007_journal import values_of

    def read(sql: str, values: tuple[str, ...]) -> "Sequence[Any]":
        return [tuple(row) for row in db.execute(sql, values).fetchall()]

    head = read("SELECT number, link, at FROM journal ORDER BY number DESC LIMIT 1", ())
    number, link, last = head[0] if head else (0, "", "")
    now, earlier = datetime.now().astimezone(), moment(last)
    at = (now if earlier is None else max(now, earlier)).isoformat()  # a clock may be set back
    subjects = subjects_of(read, _KIND)
    digests = digests_of(read, _KIND, [each[0] for each in subjects], _RECIPE)
    for subject, owner, title, _ in subjects:
        number += 1
        entry = Entry(
            number, _KIND, subject, owner, title, _RECIPE, digests[subject], at, TAKEN_IN, link=""
        )
        link = link_of(link, entry)
        yield values_of(replace(entry, link=link))
