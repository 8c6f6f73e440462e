"""Reading the journal, and what is in it against what there is. Knows SQL; nothing of Qt."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Any

from inspector.domain.personal.erasure import after_erasures
from inspector.domain.record.journal import Entry, Head, Subject, is_made_earlier
from inspector.storage.database.database import Database, Row, opened_copy
from inspector.storage.database.erased_subjects import ErasedSubjects
from inspector.storage.schema.journal_recipes import (
    digests_by_owner,
    subjects_of,
    texts_of,
)

_ALL = "SELECT * FROM journal"


class JournalStore:
    """The only SQL that reads the journal; `journal_writing` adds to it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._erased = ErasedSubjects(database)

    def head(self) -> Head | None:
        """Return the newest entry as papers print it; None while nothing was entered."""
        row = self._database.row(
            "SELECT number, link, at FROM journal ORDER BY number DESC LIMIT 1"
        )
        return Head(*row) if row else None

    def entry(self, number: int) -> Entry | None:
        """Return the entry under a number, if there is one."""
        row = self._database.row(f"{_ALL} WHERE number = ?", (number,))
        return _entry(row) if row else None

    def entries(self) -> Iterator[Entry]:
        """Yield every entry in the order of the chain."""
        after = -1
        while rows := self._database.rows(
            f"{_ALL} WHERE number > ? ORDER BY number LIMIT 1000", (after,)
        ):
            yield from map(_entry, rows)
            after = rows[-1]["number"]

    def by_subject(self) -> Iterator[list[Entry]]:
        """Yield the entries of each subject, in the order of kinds and ids."""
        rows = self._database.each(f"{_ALL} ORDER BY kind, subject, number")
        for _, own in groupby(map(_entry, rows), lambda entry: (entry.kind, entry.subject)):
            yield list(own)

    def as_due(self, kind: Subject, subjects: Iterable[str]) -> dict[str, str]:
        """Return the digest that each subject that was entered has to have now, by its id."""
        asked = list(dict.fromkeys(subjects))
        rows = self._database.rows(
            f"{_ALL} WHERE kind = ? AND subject IN (SELECT value FROM json_each(?))"
            " ORDER BY number",
            (kind.value, json.dumps(asked)),
        )
        erased, entered = self._erased.of(kind, asked), {row["subject"]: row for row in rows}
        return {
            subject: after_erasures(row["digest"], row["number"], erased.get(subject, ()))
            for subject, row in entered.items()
        }

    # A part of it, for a paper

    def look_at(self, kinds: Sequence[Subject], owners: Iterable[str]) -> "Look":
        """Return how what belongs to visits, findings or meetings stands to its entries.

        Wrong is an owner of which something was changed, is gone or was never entered, or whose
        entry does not follow on the one before it. That every entry follows on every other is the
        doctor's to see: a paper costs by what it tells of, not by what was ever entered.
        """
        asked, look = list(dict.fromkeys(owners)), Look(set(), {}, set())
        entered: dict[str, dict[str, tuple[str, str]]] = {kind.value: {} for kind in kinds}
        rows = self._database.rows(_ENTERED, (json.dumps(asked), json.dumps(kinds)))
        subjects: dict[str, list[str]] = {}
        for row in rows:
            subjects.setdefault(row["kind"], []).append(row["subject"])
        erased = {kind: self._erased.of(kind, own) for kind, own in subjects.items()}
        for kind, subject, owner, digest, note, link, said, number in rows:
            due = after_erasures(digest, number, erased[kind].get(subject, ()))
            entered[kind][subject] = owner, due
            if kind == kinds[0]:
                look.digests[owner] = digest
            if is_made_earlier(note):
                look.taken_in.add(owner)
            if sha256(said.encode("utf-8", "surrogatepass")).hexdigest() != link:
                look.wrong.add(owner)
        for kind in kinds:
            # Changed, gone or moved to another owner; there and never entered.
            now = digests_by_owner(self._database.rows, kind, asked).items()
            known = entered[kind].items()
            look.wrong.update(owner for _, (owner, _) in known ^ now)
        return look

    def told_of(self, owners: Iterable[str]) -> Iterator[tuple[Entry, str]]:
        """Yield the entries about visits, findings or meetings, each with the link before it."""
        yield from (
            (_entry(row[:-1]), row[-1])
            for row in map(tuple, self._database.rows(_TOLD_OF, (json.dumps(sorted(set(owners))),)))
        )

    def texts(self, kind: Subject, subjects: Sequence[str]) -> dict[str, str]:
        """Return the text that the digest of each subject is taken over, by its id."""
        return dict(texts_of(self._database.rows, kind, subjects))

    def titled(self, kind: Subject, first: str, behind: str) -> list[Entry]:
        """Return the entries whose titles lie from `first` on and before `behind`."""
        rows = self._database.rows(
            f"{_ALL} WHERE kind = ? AND title >= ? AND title < ? AND title <> '' ORDER BY number",
            (kind.value, first, behind),
        )
        return list(map(_entry, rows))

    def first_of(self, kind: Subject, subject: str) -> Entry | None:
        """Return the first entry of a subject that is its own owner, if it was ever entered."""
        row = self._database.row(
            f"{_ALL} WHERE owner = ? AND kind = ? ORDER BY number LIMIT 1", (subject, kind.value)
        )
        return _entry(row) if row else None

    def titles(self, owners: Iterable[str]) -> dict[str, str]:
        """Return what visits, findings and meetings are called that were ever entered, by id."""
        rows = self._database.rows(
            "SELECT owner, title FROM journal WHERE owner IN (SELECT value FROM json_each(?))"
            " AND title <> '' ORDER BY kind, title, number",
            (json.dumps(list(owners)),),
        )
        return {row["owner"]: row["title"] for row in rows}

    def in_place(self, entries: Sequence[Entry]) -> set[str]:
        """Return the subjects of entries that are still there, under the title they had then.

        One that was put in the bin, or moved to another day or site, is not.
        """
        by_kind: dict[str, list[str]] = {}
        for entry in entries:
            by_kind.setdefault(entry.kind, []).append(entry.subject)
        now = {
            (subject, title)
            for kind, subjects in by_kind.items()
            for subject, _, title, _ in subjects_of(self._database.rows, kind, subjects)
        }
        return {entry.subject for entry in entries if (entry.subject, entry.title) in now}


@dataclass(frozen=True, slots=True)
class Look:
    """What a look at some owners came to: those with something wrong, and what was entered."""

    wrong: set[str]
    digests: dict[str, str]  # of an entry of the first kind looked at, by owner
    taken_in: set[str]  # owners with something that was made before it was entered


# The text that a link is taken over, as `domain.journal.link_of` writes it; by SQLite, since a
# ledger tells of thousands of entries.
_ENTERED = (
    "SELECT j.kind, j.subject, j.owner, j.digest, j.note, j.link,"
    " json_array(coalesce(before.link, ''), j.number, j.kind, j.subject, j.owner, j.title,"
    " j.recipe, j.digest, j.at, j.note), j.number"
    " FROM json_each(?) AS asked CROSS JOIN json_each(?) AS kinds"
    " CROSS JOIN journal AS j ON j.owner = asked.value AND j.kind = kinds.value"
    " LEFT JOIN journal AS before ON before.number = j.number - 1"
)


_TOLD_OF = (
    "SELECT j.*, coalesce(before.link, '') FROM journal AS j"
    " LEFT JOIN journal AS before ON before.number = j.number - 1"
    " WHERE j.owner IN (SELECT value FROM json_each(?)) ORDER BY j.number"
)


def journal_code(copy: Path) -> str:
    """Return the code of the newest entry in a copy of the database; '' where there is none."""
    with opened_copy(copy) as database:
        if not database.row("SELECT 1 FROM sqlite_master WHERE name = 'journal'"):
            return ""  # of a version that kept none
        head = JournalStore(database).head()
        return head.code if head else ""


def _entry(row: Row | tuple[Any, ...]) -> Entry:
    return Entry(*row)
