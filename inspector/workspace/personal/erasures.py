"""Looking up what is kept of a person, and erasing it: the one lawful exception to keeping all.

An erasure is one transaction: rows are written without the name, what that did to their digests is
entered in the journal, and only then do bytes go. Whoever is killed behind that finishes at the
next start: what is left to be done stands in the database. Looking reads every table, erasing
writes the file anew: seconds, which a window takes on a thread, in the folder opened once more.
"""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from inspector.domain.errors import RefusedInputError
from inspector.domain.faults import Fault, Problem
from inspector.domain.personal.erasure import Erasure, ErasureKind, HeldIn, stand_in
from inspector.domain.personal.naming import Naming
from inspector.domain.personal.personal_errors import (
    ChangedBeforeErasureError,
    NothingToEraseError,
    SeveralPersonsError,
    StillNeededError,
    UnknownPersonError,
)
from inspector.domain.personal.retention import is_due, months_before
from inspector.domain.record.journal import Subject
from inspector.storage.backups.daily_backups import (
    BACKUPS_FOLDER,
    Backup,
    backups_in,
    drop_backup,
    make_backup,
)
from inspector.storage.backups.set_aside import set_aside_by
from inspector.storage.database.erased_subjects import ErasedSubjects
from inspector.storage.evidence.erased_files import remove_files
from inspector.storage.files.whole_files import Progress, unheard
from inspector.storage.registers.erasure_store import ErasureStore, PersonKept, PhotoKept
from inspector.storage.registers.personal_rows import NamingRow, PersonalRows, Scope
from inspector.storage.schema.journal_recipes import digests_of
from inspector.storage.stores.journal_store import JournalStore
from inspector.storage.stores.record_store import SIGNED, RecordStore
from inspector.translation import tr
from inspector.workspace.changes import Changes
from inspector.workspace.evidence.evidence_book import EvidenceBook
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.personal.held import Due, Held, HeldPhoto
from inspector.workspace.preferences import KEEP_NAMES, KEEP_PHOTOS, Preference, PreferenceBook
from inspector.workspace.sheet_reading import sheet_of
from inspector.workspace.visits.record_check import SEAL, RecordCheck

_Change = tuple[str, str, str, str]  # kind, subject, digest before and after

EVERYTHING = Changes(
    roster=True, inspectors=True, preferences=True, inspections=True, findings=True, records=True,
    phrases=True, meetings=True, complaints=True, plans=True, surveys=True, circulars=True,
    evaluations=True, trainings=True, erasures=True,
)  # fmt: skip
"""A name may stand anywhere."""


class Erasures:
    """Personal data of one data folder. Looking may be done on any thread of its own folder."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._store = ErasureStore(opened.database)
        self._rows = PersonalRows(opened.database)
        self._journal = JournalStore(opened.database)
        self._preferences = opened.of(PreferenceBook)

    # Looking

    def all(self) -> list[Erasure]:
        """Return what was ever erased, newest first."""
        return self._store.all()

    def people(self, name: str) -> list[PersonKept]:
        """Return everybody who is kept under a name, by site, unit or complaint."""
        return self._store.people(name.strip())

    def held(self, name: str, whose: str = "", progress: Progress = unheard) -> Held:
        """Return everything that names a person; every table is read, what `progress` raises stops.

        `whose` is a site, a unit or the number of a complaint, where several have the name. Raises
        UnknownPersonError, SeveralPersonsError, and RefusedInputError without a name.
        """
        name = name.strip()
        if not name:
            raise RefusedInputError([Problem(tr("Name"), Fault.MISSING, expected=tr("Name"))])
        person, is_one = self._meant(name, whose)
        return self._held(person.name if person else name, person, progress, whole=is_one)

    def held_of_each(self, name: str) -> list[Held]:
        """Return what names each person of a name, nobody where there is none."""
        people = self.people(name)
        try:
            if len(people) < 2:
                return [self.held(name)]
            return [self.held(name, each.where) for each in people]
        except (UnknownPersonError, RefusedInputError):
            return []

    def _meant(self, name: str, whose: str) -> tuple[PersonKept | None, bool]:
        """Return who is meant, and whether nobody else has the name."""
        people = self._store.people(name)
        if whose:
            found = [each for each in people if whose in (each.where, *each.where.split("、"))]
            if not found:
                raise UnknownPersonError(f"{name}（{whose}）")
            return found[0], len(people) == 1
        if len(people) > 1:
            raise SeveralPersonsError(name, [each.where or each.name for each in people])
        return (people[0] if people else None), True

    def _held(
        self, name: str, person: PersonKept | None, progress: Progress, *, whole: bool
    ) -> Held:
        numbers = person.numbers if person else frozenset()
        naming = Naming(
            name,
            stand_in(self._store.next_number()),
            numbers,
            person.phones if person else frozenset(),
            self._store.names_within(name) if name else (),
            bool(name) and self._store.is_word(name),
        )
        numbered_at = frozenset({person.site_id} if person and person.site_id else ())
        scope = Scope(numbered_at=numbered_at)
        if person is not None and not whole:
            scope = Scope(person.site_id, person.complaint_ids, numbered_at)
        rows = tuple(self._rows.naming(naming, scope, progress))
        if person is not None and not whole and person.kind == "inspector":
            rows = tuple(each for each in rows if self._is_inspectors(each))
        if not rows:
            raise UnknownPersonError(name or "、".join(sorted(numbers)))
        today = self._opened.now().date()
        return Held(
            name=name or "、".join(sorted(numbers)),
            person=person,
            rows=rows,
            obstacles=tuple(self._store.obstacles(rows, today)),
            photos=self._photos_of(name, person),
            stand_in=naming.stand_in,
            is_word=naming.is_word,
        )

    def _is_inspectors(self, row: NamingRow) -> bool:
        """Tell whether a row names somebody as who inspects: not one of staff or of complaints."""
        return row.held_in in (HeldIn.INSPECTORS, HeldIn.PLANS, HeldIn.SETTINGS) or (
            row.table == "inspection"
        )

    def _photos_of(self, name: str, person: PersonKept | None) -> tuple[HeldPhoto, ...]:
        erased = self._opened.evidence_store.erased()  # those of this very transaction as well
        site, numbers = (person.site_id, person.numbers) if person else ("", frozenset[str]())
        return tuple(
            HeldPhoto(
                row["name"], row["added_at"],
                " ".join(filter(None, (row["site_name"], row["window_number"]))),
                erased.get(row["id"]),
            )
            for row in self._store.photos_of(name, site, numbers)
        )  # fmt: skip

    def due(self, today: date) -> Due:
        """Return what the periods that the office set say is to go; nothing that is open is."""
        photos, names = self._before(KEEP_PHOTOS, today), self._before(KEEP_NAMES, today)
        return Due(
            self.photos_before(photos) if photos else (),
            tuple(each for each in self._store.long_gone(names) if self._is_free(each))
            if names
            else (),
            photos,
            names,
        )

    def _before(self, preference: Preference, today: date) -> date | None:
        months = self._preferences.get(preference)
        return months_before(today, int(months)) if months else None

    def _is_free(self, person: PersonKept) -> bool:
        try:
            return not self.held(person.name, person.where).obstacles
        except (UnknownPersonError, SeveralPersonsError):
            return False

    def photos_before(self, day: date) -> tuple[PhotoKept, ...]:
        """Return the photos of what was closed before a day, and of nothing that is open.

        A file that something open shows as well stays for both.
        """
        photos = self._store.photos()
        kept = {file for each in photos if not is_due(each.closed_on, day) for file in each.files}
        return tuple(
            each for each in photos if is_due(each.closed_on, day) and kept.isdisjoint(each.files)
        )

    # Writing

    def erase_photos(
        self, before: date, reason: str, author: str, progress: Progress = unheard
    ) -> tuple[int, Changes]:
        """Erase the photos of what was closed before a day; return how many, and what changed.

        What is known of each stays, its digest as well. Raises NothingToEraseError,
        RefusedInputError without a reason or an author, CannotWriteError.
        """
        reason, author = _required(reason, author)
        with self._opened.database.transaction():
            count = self._enter_photos(before, reason, author)
            progress(1, 1)
        self._let_go()
        return count, EVERYTHING

    def _enter_photos(self, before: date, reason: str, author: str) -> int:
        """Enter that photos are erased, inside the current transaction; return how many."""
        photos = self.photos_before(before)
        if not photos:
            raise NothingToEraseError
        erasure = Erasure(
            self._opened.new_id(), ErasureKind.PHOTOS, self._opened.now(), reason, author,
            counts=((HeldIn.PHOTOS.value, len(photos)),),
        )  # fmt: skip
        files = [(each.evidence_id, *file) for each in photos for file in set(each.files)]
        self._store.add(erasure, (), files)
        return len(photos)

    def require_words(self, reason: str, author: str) -> None:
        """Raise RefusedInputError without a reason or an author."""
        _required(reason, author)

    def require_due(self, due: Due) -> None:
        """Raise NothingToEraseError where nothing is due."""
        if not (due.photos or due.people):
            raise NothingToEraseError

    def erase_person(
        self, name: str, reason: str, author: str, whose: str = "", progress: Progress = unheard
    ) -> tuple[Held, Changes]:
        """Erase a person's name, 工号 and telephone wherever they stand; return what that was.

        What `progress` raises stops it, and nothing was erased; it is not asked once the erasure
        is entered. Raises what `held` raises, StillNeededError, ChangedBeforeErasureError,
        RefusedInputError without a reason or an author, CannotWriteError.
        """
        reason, author = _required(reason, author)
        with self._opened.database.transaction():
            held = self._rewrite_person(name, whose, reason, author, progress)
        self._let_go()
        return held, EVERYTHING

    def erase_due(
        self, due: Due, reason: str, author: str, progress: Progress = unheard
    ) -> tuple[int, tuple[Held, ...], Changes]:
        """Erase what the periods say, all or nothing; return how many photos, and which people.

        Who went with another of the same name is passed over. Raises what `erase_photos` and
        `erase_person` raise.
        """
        reason, author = _required(reason, author)
        self.require_due(due)
        photos, people, database = 0, list[Held](), self._opened.database
        with database.transaction():
            if due.photos_before is not None:
                with suppress(NothingToEraseError):
                    photos = self._enter_photos(due.photos_before, reason, author)
            for number, each in enumerate(due.people):

                def hear(done: int, total: int, number: int = number) -> None:
                    progress(number * total + done, len(due.people) * total)

                database.journal.write(database)  # what the next one changes is told from it
                who = each.name or min(each.numbers)
                with suppress(UnknownPersonError):
                    people.append(self._rewrite_person(who, each.where, reason, author, hear))
            progress(1, 1)
        self._let_go()
        return photos, tuple(people), EVERYTHING

    def _rewrite_person(
        self, name: str, whose: str, reason: str, author: str, progress: Progress
    ) -> Held:
        """Erase a person inside the current transaction; reading is nine tenths of it."""
        held = self.held(name, whose, lambda done, total: progress(9 * done, 10 * total))
        if held.obstacles:
            raise StillNeededError(held.name, held.obstacles)
        naming = Naming(held.name, held.stand_in)
        changes = self._rewritten(held)
        erasure = Erasure(
            self._opened.new_id(), ErasureKind.PERSON, self._opened.now(),
            naming.without(reason, ""), naming.without(author, ""), held.stand_in,
            tuple((kind.value, count) for kind, count in held.counts.items()),
        )  # fmt: skip
        self._store.add(erasure, changes, ())
        progress(1, 1)  # the last time that it can be stopped
        return held

    def _let_go(self) -> None:
        """Let what was erased go from memory and disk, once it is entered."""
        self.read_again()
        self.finish()

    def read_again(self) -> Changes:
        """Keep nothing in mind of before an erasure, here or by another program."""
        self._opened.as_sealed.clear()
        self._preferences.read_again()
        self._opened.of(EvidenceBook).read_erased()
        return EVERYTHING

    def _rewritten(self, held: Held) -> list[_Change]:
        """Write the rows without the name; return what that did to what is sealed."""
        subjects: dict[Subject, set[str]] = {}
        for row in held.rows:
            for kind, subject in row.sealed:
                subjects.setdefault(Subject(kind), set()).add(subject)
        visits = subjects.get(Subject.VISIT, set())
        signed = sorted(subjects.get(Subject.SIGNATURE, set()))
        before, seals, signatures = (
            self._digests(subjects),
            self._seals(visits),
            self._signed(signed),
        )
        self._require_as_due(before, seals, signatures)
        self._rows.rewrite(held.rows)
        after = {**self._digests(subjects), **self._seals(visits), **self._signed(signed)}
        told = {**before, **seals, **signatures}
        return [(*key, told[key], after[key]) for key in sorted(told) if told[key] != after[key]]

    def _digests(self, subjects: dict[Subject, set[str]]) -> dict[tuple[str, str], str]:
        """Return the digests as they are of those subjects that were ever entered."""
        found: dict[tuple[str, str], str] = {}
        for kind, own in subjects.items():
            entered = sorted(self._journal.as_due(kind, own))
            digests = digests_of(self._opened.database.rows, kind, entered)
            found |= {(kind.value, each): digest for each, digest in digests.items()}
        return found

    def _seals(self, visits: set[str]) -> dict[tuple[str, str], str]:
        check, found = self._opened.of(RecordCheck), {}
        for each in sorted(visits):
            sheet = sheet_of(self._opened, each)
            if sheet.inspection.seal:
                found[SEAL, each] = check.seal_now(sheet)
        return found

    def _signed(self, visits: Sequence[str]) -> dict[tuple[str, str], str]:
        store = RecordStore(self._opened.database)
        digests = {each: store.signed_now(each) for each in visits}
        return {(SIGNED, each): digest for each, digest in digests.items() if digest}

    def _require_as_due(self, *found: dict[tuple[str, str], str]) -> None:
        """Refuse to erase from what was changed behind the program: that would hide it."""
        erased, store = ErasedSubjects(self._opened.database), RecordStore(self._opened.database)
        wrong = 0
        for key, digest in (pair for each in found for pair in each.items()):
            kind, subject = key
            if kind == SEAL:
                sealed = self._opened.inspection_store.get(subject).seal
                due = erased.now(SEAL, subject, sealed or "")
            elif kind == SIGNED:
                due = erased.now(SIGNED, subject, store.signed_as(subject))
            else:
                due = self._journal.as_due(Subject(kind), (subject,)).get(subject, digest)
            wrong += due != digest
        if wrong:
            raise ChangedBeforeErasureError(wrong)

    # Bytes

    def finish(self) -> bool:
        """Let the bytes go that erasures left behind; False while somebody else reads them.

        Raises CannotWriteError.
        """
        unfinished = self._store.unfinished()
        if not unfinished:
            return True
        needed = self._opened.evidence_store.digests()
        gone = [each for each in self._store.files_of(unfinished) if each not in needed]
        remove_files(self._opened.folder, gone)
        if not self._opened.database.leave_no_trace():
            return False
        self._store.finished(unfinished)
        return True

    # Copies

    def backups(self) -> list[Backup]:
        """Return the backups in the folder from before the last erasure, newest first.

        Raises CannotReadError.
        """
        last = next(iter(self._store.all()), None)
        if last is None:
            return []
        at = last.at.replace(tzinfo=None)
        found = backups_in(self._opened.folder / BACKUPS_FOLDER)
        return [each for each in found if each.moment <= at]

    def set_aside(self) -> list[Path]:
        """Return the folders and logs that were set aside, which no erasure reaches."""
        return set_aside_by(self._opened.folder)

    def drop_backups(self, progress: Progress = unheard) -> int:
        """Delete the backups from before the last erasure, once a new one is made; return how many.

        Raises CannotWriteError, NoRoomError, DamagedDatabaseError.
        """
        old = self.backups()
        if old:
            folder = self._opened.folder / BACKUPS_FOLDER
            make_backup(self._opened.database.path, folder, self._opened.now(), progress)
            for each in old:
                drop_backup(each)
        return len(old)


def _required(reason: str, author: str) -> tuple[str, str]:
    missing = [
        Problem(title, Fault.MISSING, expected=title)
        for title, value in ((tr("Reason"), reason), (tr("By"), author))
        if not value.strip()
    ]
    if missing:
        raise RefusedInputError(missing)
    return reason.strip(), author.strip()
