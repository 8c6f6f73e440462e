"""The whole journal against everything that there is: one walk along it, some entries at a time.

What is held meanwhile are a few hundred entries and what is wrong. That a subject was never
entered, or twice, SQLite finds by sorting; it puts what its cache cannot hold on the disk.
"""

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby

from inspector.domain.personal.erasure import after_erasures
from inspector.domain.record.journal import (
    GROWING,
    Discrepancy,
    Entry,
    Flaw,
    Subject,
    about,
    is_dated_back,
    walk,
    with_moment_before,
)
from inspector.storage.comparing.completed_entries import is_completed
from inspector.storage.database.database import Database
from inspector.storage.database.erased_subjects import ErasedSubjects
from inspector.storage.database.sent_ledgers import not_as_sealed
from inspector.storage.schema.journal_recipes import digests_of, every_subject, subjects_of
from inspector.storage.stores.journal_store import JournalStore
from inspector.storage.stores.pack_store import PackStore

_AT_ONCE = 200
"""Entries of a kind that are compared at once: the text of as many visits is some megabytes."""

_TIMELESS = (Subject.EVENT, Subject.COMPLAINT, Subject.EVIDENCE)
"""Kinds whose subjects say no time that an entry could be held against."""


@dataclass(slots=True)
class _Found:
    """What is wrong with one kind: entered twice, not as it was entered, never entered."""

    twice: list[Discrepancy] = field(default_factory=list)
    wrong: list[tuple[int, Discrepancy]] = field(default_factory=list)  # behind its first entry
    unknown: list[Discrepancy] = field(default_factory=list)

    def in_order(self) -> Iterator[Discrepancy]:
        yield from self.twice
        yield from (each for _, each in sorted(self.wrong, key=lambda pair: pair[0]))
        yield from self.unknown


def discrepancies_of(
    database: Database, did: Callable[[int], object] = lambda some: None
) -> list[Discrepancy]:
    """Return everything that is wrong with the chain, or between it and what there is.

    What is wrong with the chain comes first, then each kind's: entered twice, changed, never
    entered; last the ledgers whose findings are others. `did` hears of so many more entries.
    """
    store = JournalStore(database)
    found = list(_found(database, _heard(store.entries(), did)))
    found += _of_ledgers(database, {each.subject for each in found})
    titles = store.titles(dict.fromkeys(each.owner for each in found if not each.title))
    titles |= {each.owner: each.title for each in found if each.title}
    return [replace(each, title=each.title or titles.get(each.owner, "")) for each in found]


def _heard(entries: Iterator[Entry], did: Callable[[int], object]) -> Iterator[Entry]:
    for number, entry in enumerate(entries, 1):
        yield entry
        if not number % _AT_ONCE:
            did(_AT_ONCE)


def _found(database: Database, entries: Iterator[Entry]) -> Iterator[Discrepancy]:
    counted = _Counted(database)
    comparison = _Comparison(database)
    found = {kind: _Found() for kind in Subject}
    before: dict[int, str] = {}  # of meetings: how often an entry is made again is not known yet
    waiting: dict[str, list[tuple[Entry, str]]] = {kind: [] for kind in Subject}
    again: dict[tuple[Subject, str], list[tuple[Entry, str]]] = {}

    def compare(kind: Subject) -> None:
        pairs, waiting[kind] = waiting[kind], []
        found[kind].wrong += comparison.wrong(kind, [(pair[0].number, *pair) for pair in pairs])

    def seen() -> Iterator[Entry]:
        for entry, moment in with_moment_before(entries):
            yield entry
            if entry.kind not in waiting:
                continue
            kind = Subject(entry.kind)
            if kind in GROWING:
                if kind not in _TIMELESS:
                    before[entry.number] = moment
                continue
            key = (entry.kind, entry.subject)
            if key in counted.twice:
                again.setdefault((kind, entry.subject), []).append((entry, moment))
                continue
            waiting[kind].append((entry, moment))
            if len(waiting[kind]) == _AT_ONCE:
                compare(kind)

    chain = list(walk(seen()))
    for (kind, _), entered in again.items():
        first, later = entered[0], entered[1:]
        completed = is_completed(database, first[0], [entry for entry, _ in later])
        due = entered[-1] if completed else first
        found[kind].wrong += comparison.wrong(kind, [(first[0].number, *due)])
        if not completed:
            found[kind].twice += (about(Flaw.TWICE, entry) for entry, _ in later)
    for kind in Subject:
        if kind in GROWING:
            found[kind].wrong += _grown(database, comparison, kind, before)
        elif waiting[kind]:
            compare(kind)
        found[kind].unknown += counted.unknown_of(kind)
    yield from chain
    for kind in Subject:
        yield from found[kind].in_order()


def _grown(
    database: Database, comparison: "_Comparison", kind: Subject, before: Mapping[int, str]
) -> Iterator[tuple[int, Discrepancy]]:
    """Yield what is wrong with subjects whose last entry counts, each with its first number."""
    asked: list[tuple[int, Entry, str]] = []
    rows = database.each(
        "SELECT * FROM journal WHERE kind = ? ORDER BY subject, number", (kind.value,)
    )
    for _, own in groupby((Entry(*row) for row in rows), lambda entry: entry.subject):
        first, *later = own
        last = later[-1] if later else first
        asked.append((first.number, last, before.get(last.number, "")))
        if len(asked) == _AT_ONCE:
            yield from comparison.wrong(kind, asked)
            asked = []
    yield from comparison.wrong(kind, asked)


class _Comparison:
    """Entries against what they tell of."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._erased = ErasedSubjects(database)
        self._trusted = self._erased.trusted()
        self._of_altered_packs = _of_altered_packs(database)

    def wrong(
        self, kind: Subject, asked: Collection[tuple[int, Entry, str]]
    ) -> Iterator[tuple[int, Discrepancy]]:
        """Yield what is wrong with entries, which come with a place and the moment before each."""
        subjects = [entry.subject for _, entry, _ in asked]
        now = digests_of(self._database.rows, kind, subjects)
        if kind is Subject.VISIT:
            now |= dict.fromkeys(self._of_altered_packs & now.keys(), "")
        erased = self._erased.of(kind, subjects, self._trusted)
        said = self._said(kind, subjects)
        for place, entry, moment in asked:
            due = after_erasures(entry.digest, entry.number, erased.get(entry.subject, ()))
            if entry.subject not in now:
                yield place, about(Flaw.SUBJECT_GONE, entry)
            elif now[entry.subject] != due:
                yield place, about(Flaw.SUBJECT_CHANGED, entry)
            elif is_dated_back(said.get(entry.subject, ""), moment, entry):
                yield place, about(Flaw.DATED_BACK, entry)

    def _said(self, kind: Subject, subjects: list[str]) -> dict[str, str]:
        """Return the moment that each subject says of itself."""
        if kind in _TIMELESS:
            return {}
        return {key: at or "" for key, _, _, at in subjects_of(self._database.rows, kind, subjects)}


class _Counted:
    """How often each subject was entered, where it is not once."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.twice: set[tuple[str, str]] = set()  # or more often, though it is sealed once
        self._unknown: dict[str, set[str]] = {}
        every = " UNION ALL ".join(
            f"SELECT '{kind.value}', id, 0 FROM ({every_subject(kind)})" for kind in Subject
        )
        for kind, subject, entered in database.each(
            "SELECT kind, subject, sum(entered) AS entered FROM"
            f" (SELECT kind, subject, 1 AS entered FROM journal UNION ALL {every})"
            " GROUP BY kind, subject HAVING sum(entered) <> 1"
        ):
            if not entered:
                self._unknown.setdefault(kind, set()).add(subject)
            elif kind not in GROWING:
                self.twice.add((kind, subject))

    def unknown_of(self, kind: Subject) -> Iterator[Discrepancy]:
        """Yield the subjects of a kind that were never entered, in their order."""
        if unknown := self._unknown.get(kind.value):
            for subject, owner, title, _ in self._database.each(every_subject(kind)):
                if subject in unknown:
                    yield Discrepancy(Flaw.UNKNOWN, kind, subject, owner, title)


def _of_ledgers(database: Database, told: Collection[str]) -> Iterator[Discrepancy]:
    """Yield the ledgers whose findings are others than when they went out, once each."""
    for subject in not_as_sealed(database):
        row = database.row(
            "SELECT * FROM journal WHERE owner = ? AND kind = ? ORDER BY number LIMIT 1",
            (subject, Subject.LEDGER_EXPORT.value),
        )
        if row is not None and subject not in told:
            yield about(Flaw.SUBJECT_CHANGED, Entry(*row))


def _of_altered_packs(database: Database) -> set[str]:
    """Return the visits that were scored with a checklist which is no longer what it was."""
    rows = database.rows(
        "SELECT id FROM inspection WHERE pack_hash IN (SELECT value FROM json_each(?1))"
        " OR base_hash IN (SELECT value FROM json_each(?1))",
        (json.dumps(sorted(PackStore(database).altered())),),
    )
    return {row["id"] for row in rows}
