"""What the doctor compares, worked out with everything in memory: slow, and plain to read.

The program goes through a history some entries at a time; whatever somebody did to the data, it
has to come to these answers, in this order.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace

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
from inspector.storage.comparing.projection_check import Differing
from inspector.storage.database.database import Database
from inspector.storage.database.erased_subjects import ErasedSubjects
from inspector.storage.database.sent_ledgers import not_as_sealed
from inspector.storage.schema.journal_recipes import digests_of, subjects_of
from inspector.storage.stores.finding_store import FindingStore
from inspector.storage.stores.journal_store import JournalStore
from inspector.storage.stores.kept_beside import RANKED, REVIEWED
from inspector.storage.stores.pack_store import PackStore


def whole_discrepancies(database: Database) -> list[Discrepancy]:
    """Return what is wrong with the journal."""
    entries = list(JournalStore(database).entries())
    found = list(walk(entries))
    before = {entry.number: moment for entry, moment in with_moment_before(entries)}
    for kind in Subject:
        found += _of_kind(database, kind, [each for each in entries if each.kind == kind], before)
    known = {each.subject for each in found}
    for subject in not_as_sealed(database):
        own = [each for each in entries if (each.kind, each.owner) == ("ledger-export", subject)]
        if own and subject not in known:
            found.append(about(Flaw.SUBJECT_CHANGED, own[0]))
    titles = {each.owner: each.title for each in sorted(entries, key=_by_title) if each.title}
    titles |= {each.owner: each.title for each in found if each.title}
    return [replace(each, title=each.title or titles.get(each.owner, "")) for each in found]


def _of_kind(
    database: Database, kind: Subject, entries: list[Entry], before: Mapping[int, str]
) -> Iterator[Discrepancy]:
    there = {each[0]: each[1:] for each in subjects_of(database.rows, kind)}
    last: dict[str, Entry] = {}
    for entry in entries:
        if entry.subject in last and kind not in GROWING:
            yield about(Flaw.TWICE, entry)
        else:
            last[entry.subject] = entry
    now = digests_of(database.rows, kind, list(dict.fromkeys((*last, *there))))
    if kind is Subject.VISIT:
        altered = json.dumps(sorted(PackStore(database).altered()))
        for row in database.rows(
            "SELECT inspection.id FROM inspection, json_each(?)"
            " WHERE value IN (pack_hash, base_hash)",
            (altered,),
        ):
            now[row["id"]] = ""
    erased = ErasedSubjects(database).of(kind)
    for subject, entry in last.items():
        due = after_erasures(entry.digest, entry.number, erased.get(subject, ()))
        if subject not in now:
            yield about(Flaw.SUBJECT_GONE, entry)
        elif now[subject] != due:
            yield about(Flaw.SUBJECT_CHANGED, entry)
        elif is_dated_back(there[subject][2] or "", before[entry.number], entry):
            yield about(Flaw.DATED_BACK, entry)
    for subject, (owner, title, _) in there.items():
        if subject not in last:
            yield Discrepancy(Flaw.UNKNOWN, kind, subject, owner, title)


def _by_title(entry: Entry) -> tuple[str, str, int]:
    return entry.kind, entry.title, entry.number


def whole_differing(copy: Database, repeat_days: int) -> Differing:
    """Return which findings differ from what rebuilding all of them in a copy makes of them."""
    copy.write("PRAGMA foreign_keys = OFF")
    before, kept = _findings(copy), _kept(copy)
    FindingStore(copy).rebuild(repeat_days)
    numbers, repeats = [], 0
    for key, row in _findings(copy).items():
        changed = {name for name, value in row.items() if before[key][name] != value}
        if changed - {"times_at_window", "times_at_site"}:
            numbers.append(str(row["number"]))
        elif changed:
            repeats += 1
    wrong = {visit for visit, *_ in kept ^ _kept(copy)}
    return Differing(tuple(sorted(numbers)), repeats, tuple(sorted(wrong)))


def _findings(database: Database) -> dict[str, dict[str, object]]:
    return {row["id"]: dict(row) for row in database.rows("SELECT * FROM finding")}


def _kept(database: Database) -> set[tuple[str, ...]]:
    return {
        (row["visit"], str(which), *tuple(row)[1:])
        for which, beside in enumerate((REVIEWED, RANKED))
        for row in database.rows(beside.kept)
    }
