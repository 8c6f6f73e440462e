"""Whether a data folder still holds exactly what a printed code, or a backup, once told.

The code is the number and 60 bits of a link: who changed anything up to it would have to find
other contents with the same ones. A backup has the journal itself, so that it can be said what
differs. Everything is read from copies that SQLite made; the live database is only read by it.
"""

import os
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import islice
from pathlib import Path

from inspector.domain.errors import DamagedBackupError, NotABackupError
from inspector.domain.record.journal import (
    GROWING,
    Discrepancy,
    Entry,
    Flaw,
    Subject,
    about,
    code_of,
)
from inspector.storage.backups.backup_file import read_part
from inspector.storage.backups.daily_backups import BACKUPS_FOLDER, newest_sound
from inspector.storage.backups.locked_backup import unlocked_backup
from inspector.storage.backups.locked_snapshot import LockedSnapshot, newest_locked
from inspector.storage.backups.second_target import second_copies_in
from inspector.storage.backups.snapshot import problems_in, take_snapshot
from inspector.storage.backups.snapshot_files import is_locked_snapshot
from inspector.storage.comparing.journal_walk import discrepancies_of
from inspector.storage.comparing.projection_check import all_rewritten
from inspector.storage.database.database import Database, opened_copy
from inspector.storage.database.read_only_opening import place_for_copy, readable, require_there
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.storage.registers.complaint_store import ComplaintStore
from inspector.storage.sharing.came_from import records_in_part
from inspector.storage.stores.journal_store import JournalStore
from inspector.storage.stores.kept_reviewed_scores import misreviewed
from inspector.workspace.workspace import Workspace

_AT_ONCE = 100
"""Visits that are held at once."""


class Verdict(Enum):
    """What became of the entry, or entries, that were to be there."""

    SAME = auto()  # each is there as it was
    SHORTER = auto()  # the journal ends before it
    OTHER = auto()  # another history is there under its number


@dataclass(frozen=True, slots=True)
class Verified:
    """What verifying came to. `differing` is what a backup had otherwise, `now` what is wrong now.

    `entries` counts what was to be there; `later` what was entered since, which is as it should be.
    """

    verdict: Verdict
    entries: int
    code: str
    later: int
    differing: tuple[Discrepancy, ...] = ()
    now: tuple[Discrepancy, ...] = ()
    backup: tuple[Discrepancy, ...] = ()  # what is wrong within the backup itself
    in_part: int = 0
    """Records and signatures of other laptops that came without names or strokes: whether they are
    as they were sealed is not known here."""

    @property
    def holds(self) -> bool:
        """The folder still holds exactly that."""
        wrong = (*self.differing, *self.now, *self.backup)
        return self.verdict is Verdict.SAME and not wrong


def verify_code(folder: Path, number: int, code: str) -> Verified:
    """Tell whether what was entered up to a printed code is there, and is what it was.

    Raises NotFoundError and what reading a database raises.
    """
    with ExitStack() as stack:
        copy = stack.enter_context(closing(_copy_of(folder, stack)))
        store = JournalStore(copy.database)
        entry, head = store.entry(number), store.head()
        last = head.number if head else 0
        verdict = Verdict.SAME
        if entry is None:
            verdict = Verdict.SHORTER if number > last else Verdict.OTHER
        elif code_of(entry.number, entry.link) != code:
            verdict = Verdict.OTHER
        later = max(0, last - number)
        in_part = records_in_part(copy.database)
        return Verified(verdict, number, code, later, now=_wrong_in(copy.database), in_part=in_part)


def verify_backup(folder: Path, source: Path, passphrase: str = "") -> Verified:
    """Tell whether everything that a backup holds is in the folder, and is what it was.

    `source` is a snapshot, a backup file, or a folder with either. One of a version without a
    journal is taken into a journal of its own first, and compared by what that holds.

    Raises NotFoundError, NotABackupError, DamagedBackupError, NewerDatabaseError, CannotReadError,
    CannotWriteError; of a locked one PassphraseNeededError, WrongPassphraseError.
    """
    require_there(source)
    with ExitStack() as stack:
        own = stack.enter_context(closing(_copy_of(folder, stack)))
        ours = JournalStore(own.database)
        place = stack.enter_context(place_for_copy(folder, folder / DATABASE_FILE))
        _lay_out(source, place / DATABASE_FILE, passphrase)
        had_journal = "journal" in _tables(place / DATABASE_FILE)
        other = stack.enter_context(closing(Workspace(place, create=False)))
        theirs = JournalStore(other.database)
        head, last = theirs.head(), ours.head()
        verdict, differing = (_prefix if had_journal else _contents)(ours, theirs)
        entries = head.number if head else 0
        return Verified(
            verdict,
            entries,
            head.code if head else "",
            max(0, (last.number if last else 0) - entries),
            tuple(differing),
            _wrong_in(own.database),
            _wrong_in(other.database),
            records_in_part(own.database),
        )


def _wrong_in(database: Database) -> tuple[Discrepancy, ...]:
    """Return what is wrong with the journal of a copy, and what does not follow from its steps."""
    found = discrepancies_of(database)
    known = {each.owner for each in found}  # of which more is said than that
    titles = {each.title for each in found}
    return (
        *found,
        *(
            Discrepancy(Flaw.NOT_AS_TOLD, Subject.EVENT, each, each, number)
            for each, number in all_rewritten(database)
            if each not in known
        ),
        *(
            Discrepancy(Flaw.NOT_AS_TOLD, Subject.COMPLAINT, number, number, number)
            for number in ComplaintStore(database).differing()
            if number not in titles
        ),
        *(
            Discrepancy(Flaw.NOT_AS_REVIEWED, Subject.VISIT, each, each, title)
            for each, title in _misreviewed(database)
            if each not in known
        ),
    )


def _misreviewed(database: Database) -> Iterator[tuple[str, str]]:
    """Yield the visits whose scores are not what appeals left, with moment and site of each."""
    visits = database.each("SELECT id, started_at, site_name FROM inspection ORDER BY id")
    while some := list(islice(visits, _AT_ONCE)):
        titles = {row["id"]: f"{row['started_at']} {row['site_name']}" for row in some}
        yield from ((each, titles[each]) for each in sorted(misreviewed(database, titles)))


def _prefix(ours: JournalStore, theirs: JournalStore) -> tuple[Verdict, list[Discrepancy]]:
    """Compare two chains from their beginning; where they part, name what each tells otherwise."""
    number = 0
    for own, other in zip(ours.entries(), theirs.entries(), strict=False):
        if own.link != other.link:
            return Verdict.OTHER, _contents(ours, theirs)[1] or [about(Flaw.ENTRY_CHANGED, other)]
        number = own.number
    head = theirs.head()
    if head is not None and head.number > number:
        return Verdict.SHORTER, _contents(ours, theirs)[1]
    return Verdict.SAME, []


def _contents(ours: JournalStore, theirs: JournalStore) -> tuple[Verdict, list[Discrepancy]]:
    """Compare what two journals hold of each subject, in whatever order it was entered.

    What may grow may have grown: that the backup's state was entered is all that can be asked.
    """
    differing: list[tuple[int, Discrepancy]] = []  # behind the first entry of each
    walked = ours.by_subject()
    own = next(walked, None)
    for entries in theirs.by_subject():
        first, last = entries[0], entries[-1]
        while own is not None and _key(own[0]) < _key(first):
            own = next(walked, None)
        if own is None or _key(own[0]) != _key(first):
            differing.append((first.number, about(Flaw.SUBJECT_GONE, last)))
        elif last.kind not in GROWING and last.digest not in {each.digest for each in own}:
            differing.append((first.number, about(Flaw.SUBJECT_CHANGED, last)))
    found = [each for _, each in sorted(differing, key=lambda pair: pair[0])]
    titles = theirs.titles({each.owner for each in found})
    named = [replace(each, title=titles.get(each.owner, "")) for each in found]
    return Verdict.OTHER if named else Verdict.SAME, named


def _key(entry: Entry) -> tuple[str, str]:
    return entry.kind, entry.subject


def _copy_of(folder: Path, stack: ExitStack) -> Workspace:
    """Open a copy of the database of a data folder, at which a window may be open."""
    database = folder / DATABASE_FILE
    require_there(database)
    source = stack.enter_context(readable(database))
    place = stack.enter_context(place_for_copy(folder, source))
    take_snapshot(source, place / DATABASE_FILE)
    return Workspace(place, create=False)


def _lay_out(source: Path, target: Path, passphrase: str) -> None:
    """Write the database of a backup to `target`."""
    if os.path.isdir(source):
        source = _database_in(source)
    if is_locked_snapshot(source):
        LockedSnapshot(source, passphrase).bring_database(target)
    elif source.suffix.lower() == ".db":
        with readable(source) as place:
            if problems := problems_in(place):
                raise DamagedBackupError(source, problems[0])
            take_snapshot(place, target)
    else:
        _extract(source, target, passphrase)
    if problems := problems_in(target):
        raise DamagedBackupError(source, problems[0])


def _database_in(folder: Path) -> Path:
    """Return the database of a data folder, or the newest snapshot of a second copy."""
    if os.path.isfile(folder / DATABASE_FILE):
        return folder / DATABASE_FILE
    home = next(iter(second_copies_in(folder)), folder)
    if (locked := newest_locked(home)) is not None:
        return locked
    newest = newest_sound(home / BACKUPS_FOLDER)
    if newest is None:
        raise NotABackupError(folder)
    return newest.path


def _extract(source: Path, target: Path, passphrase: str) -> None:
    with unlocked_backup(source, passphrase, lambda: target.parent) as (archive, manifest):
        part = next((each for each in manifest.parts if each.name == DATABASE_FILE), None)
        if part is None:
            raise DamagedBackupError(source, DATABASE_FILE)
        with target.open("xb") as file:
            for chunk in read_part(archive, part, source):
                file.write(chunk)


def _tables(path: Path) -> set[str]:
    with opened_copy(path) as database:
        rows = database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {row["name"] for row in rows}
