"""Step 7 of the schema: the journal, and what there is already taken into it.

What was there before is entered as it is found and marked so: from now on it cannot be changed
unnoticed, and what happened to it earlier nobody can tell. Needs the tables of steps 1 to 6 only.
"""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from sqlite_utils import Database

    from inspector.domain.record.journal import Entry


def m007_journal(db: "Database") -> None:
    """The table of the chain, what refuses to change it, and its first entries."""
    for statement in _TABLE:
        db.execute(statement)
    db.conn.executemany("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _taken_in(db))


# The triggers keep a slip of ours, or of a careful stranger, from changing what is entered. They
# prove nothing: who has the file can drop them.
_TABLE = (
    """CREATE TABLE journal (
        number INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        subject TEXT NOT NULL,
        owner TEXT NOT NULL,
        title TEXT NOT NULL,
        recipe INTEGER NOT NULL,
        digest TEXT NOT NULL,
        at TEXT NOT NULL,
        note TEXT NOT NULL,
        link TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX journal_by_owner ON journal (owner, kind)",
    "CREATE INDEX journal_by_title ON journal (kind, title) WHERE title <> ''",
    "CREATE TRIGGER journal_is_kept BEFORE DELETE ON journal"
    " BEGIN SELECT raise(ABORT, 'the journal is only ever added to'); END",
    "CREATE TRIGGER journal_is_fixed BEFORE UPDATE ON journal"
    " BEGIN SELECT raise(ABORT, 'the journal is only ever added to'); END",
)


_KINDS = ("visit", "signature", "amendment", "event", "evidence", "meeting")
_RECIPE = 1  # whatever is entered with later


def _taken_in(db: "Database") -> "Iterator[tuple[object, ...]]":
    from inspector.domain.record.journal import TAKEN_IN, Entry, link_of
    from inspector.storage.schema.journal_recipes import digests_of, subjects_of

    def read(sql: str, values: tuple[str, ...]) -> "Sequence[Any]":
        return [tuple(row) for row in db.execute(sql, values).fetchall()]

    at, number, link = datetime.now().astimezone().isoformat(), 0, ""
    for kind in _KINDS:
        subjects = subjects_of(read, kind)
        digests = digests_of(read, kind, [each[0] for each in subjects], _RECIPE)
        for subject, owner, title, _ in subjects:
            number += 1
            entry = Entry(
                number, kind, subject, owner, title, _RECIPE, digests[subject], at, TAKEN_IN,
                link="",
            )  # fmt: skip
            link = link_of(link, entry)
            yield values_of(replace(entry, link=link))


def values_of(entry: "Entry") -> tuple[object, ...]:
    """Return the row of an entry, in the order of the table's columns."""
    return (
        entry.number, entry.kind, entry.subject, entry.owner, entry.title, entry.recipe,
        entry.digest, entry.at, entry.note, entry.link,
    )  # fmt: skip
