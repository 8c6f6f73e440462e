"""Entering in the journal what a transaction sealed, signed or took in, just before it commits.

Stores only say which subject they touched; it is read back from the rows once all of them are
written, so that the digest is over what will be on disk and a subject is entered once.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from inspector.domain.record.journal import Entry
    from inspector.storage.database.database import Database

Kind = Literal[
    "visit", "signature", "amendment", "event", "evidence", "meeting", "clock",
    "phase", "plan", "draw", "survey", "complaint", "evaluation", "training",
    "training-taken-back", "erasure", "inspector", "ledger-export", "choice",
]  # fmt: skip
"""The values of `domain.journal.Subject`, without its module, which no start waits for."""


class JournalQueue:
    """What the transaction that is open has to enter; nothing of it outlives a roll-back."""

    def __init__(self) -> None:
        self.now: Callable[[], datetime] = datetime.now
        self._touched: dict[tuple[Kind, str], str] = {}  # with a note each

    def touch(self, kind: Kind, *subjects: str, note: str = "") -> None:
        """Say that subjects are new or were changed in the transaction that is open."""
        self._touched.update(dict.fromkeys(((kind, subject) for subject in subjects), note))

    def forget(self) -> None:
        """Enter nothing: the transaction was rolled back."""
        self._touched.clear()

    def write(self, database: "Database") -> None:
        """Enter what was touched; costs nothing when nothing was."""
        if not self._touched:
            return
        from inspector.storage.schema.m007_journal import values_of

        entries = _entries(database, self._by_kind(), self.now().astimezone())
        database.write_many(
            "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", map(values_of, entries)
        )
        self._touched.clear()

    def _by_kind(self) -> dict[Kind, dict[str, str]]:
        by_kind: dict[Kind, dict[str, str]] = {}
        for (kind, subject), note in self._touched.items():
            by_kind.setdefault(kind, {})[subject] = note
        return by_kind


def _entries(
    database: "Database", touched: dict[Kind, dict[str, str]], now: datetime
) -> "list[Entry]":
    from inspector.domain.record.journal import CLOCK_BACK, Entry, link_of, moment
    from inspector.storage.schema.journal_recipes import RECIPE, digests_of, subjects_of

    head = database.row("SELECT number, link, at FROM journal ORDER BY number DESC LIMIT 1")
    number, link, last = tuple(head) if head else (0, "", "")
    earlier = moment(last)
    note = CLOCK_BACK if earlier is not None and now < earlier else ""
    entries: list[Entry] = []
    for kind, notes in touched.items():
        subjects = list(notes)
        digests = digests_of(database.rows, kind, subjects)
        for subject, owner, title, _ in subjects_of(database.rows, kind, subjects):
            number += 1
            entry = Entry(
                number, kind, subject, owner, title, RECIPE, digests[subject],
                now.isoformat(), note or notes[subject], link="",
            )  # fmt: skip
            link, note = link_of(link, entry), ""
            entries.append(replace(entry, link=link))
    return entries
