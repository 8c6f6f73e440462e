"""Handing on what is here: a bundle of a part of the folder, told of before it is written.

It is read in one moment of the database, by a connection of its own: work goes on meanwhile.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from inspector import __version__
from inspector.domain.sharing.bundle_contents import Contents, at_home
from inspector.domain.sharing.laptop import Laptop
from inspector.domain.sharing.manifest import Aim, Manifest, Scope
from inspector.domain.sharing.sharing_errors import NothingToShareError
from inspector.domain.sharing.travelling import LEFT_AT_HOME, NAMES, PHOTOS, SKETCHES
from inspector.storage.evidence.evidence_files import EvidenceFiles
from inspector.storage.files.whole_files import Progress, unheard
from inspector.storage.locked.guarded_key import require_long
from inspector.storage.sharing.bundle_writing import (
    BundleWritten,
    EvidenceFile,
    WorkFiles,
    require_place,
    work_files,
    write_bundle,
)
from inspector.storage.sharing.contact_store import ContactStore
from inspector.storage.sharing.received_bundles import ReceivedBundles
from inspector.storage.sharing.sent_store import SentBundle, SentStore
from inspector.storage.sharing.travelling_extras import TravellingExtras
from inspector.storage.sharing.travelling_rows import TravellingRows
from inspector.storage.sharing.travelling_scope import TravellingScope
from inspector.storage.stores.journal_store import JournalStore
from inspector.workspace.changes import Changes
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.policy.policy import policy_here
from inspector.workspace.preferences import (
    SHARE_BACK,
    SHARE_NAMES,
    SHARE_PHOTOS,
    SHARE_SKETCHES,
    SHARE_WITH_HALL,
    PreferenceBook,
)
from inspector.workspace.sharing.laptop_here import LaptopHere

TICKED = {NAMES: SHARE_NAMES, PHOTOS: SHARE_PHOTOS, SKETCHES: SHARE_SKETCHES}
"""The preference of each part that leaves for others who inspect only where it is ticked."""

_TICKED_FOR = {Aim.HALL: SHARE_WITH_HALL, Aim.BACK: SHARE_BACK}
"""Ticks are remembered by whom they were for: names for a colleague are none for a site."""

_WHOLE, _READ = 1000, 300
"""Of the progress: all of it, and what reading the objects is of it."""


class Sharing:
    """Operations on bundles that leave this folder."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._sent = SentStore(opened.database)

    # What would go

    def ticked(self, aim: Aim = Aim.GROUP) -> tuple[str, ...]:
        """Return what was ticked last of names, photos and sketches in a bundle of this aim."""
        book = self._opened.of(PreferenceBook)
        if aim in _TICKED_FOR:
            last = book.get(_TICKED_FOR[aim]).split(",")
            return tuple(part for part in LEFT_AT_HOME if part in last)
        return tuple(part for part in LEFT_AT_HOME if book.get(TICKED[part]) == "yes")

    def tick(self, parts: Iterable[str], aim: Aim = Aim.GROUP) -> Changes:
        """Remember what is ticked of them for the next bundle of this aim."""
        book, ticked = self._opened.of(PreferenceBook), set(parts)
        if aim in _TICKED_FOR:
            kept = ",".join(part for part in LEFT_AT_HOME if part in ticked)
            return book.set(_TICKED_FOR[aim], kept)
        for part, preference in TICKED.items():
            book.set(preference, "yes" if part in ticked else "no")
        return Changes(preferences=True)

    def names(self) -> list[str]:
        """Return for whom bundles were written, the last one first."""
        return self._sent.names()

    def sent(self) -> Sequence[SentBundle]:
        """Return every bundle that was written, the last one first."""
        return self._sent.all()

    def behind_last(self, name: str, scope: Scope, ticked: Iterable[str]) -> Scope:
        """Return what is new of a part since the last bundle for `name`; all of it at the first.

        The one before has to be of the same part, and to hold no less of names, photos, sketches.
        """
        return replace(scope, since=self._sent.reached(name, scope, at_home(ticked))[0])

    def contents(self, scope: Scope, name: str = "", ticked: Iterable[str] = ()) -> Contents:
        """Return what a bundle would hold. `name` and `ticked` as they would be given to `share`.

        For a thread of its own: it counts a whole history.
        """
        since = self._sent.reached(name, scope, at_home(ticked))[1] if scope.since else ""
        with self._opened.reading_apart() as apart, apart.database.one_moment():
            contents = TravellingExtras(apart.database, scope).contents(since)
            if scope.aim is not Aim.HALL:
                return contents
            sites = apart.roster_store.sites(ended=True)
            halls = tuple(site.name for site in sites if site.id in scope.sites)
            return replace(contents, halls=halls)

    def is_halls(self) -> bool:
        """Tell whether this is a hall's laptop to somebody who inspects: it got a bundle for one.

        From there goes back what it did, unless another aim is chosen.
        """
        return bool(self._masters())

    def _masters(self) -> dict[str, str]:
        return ReceivedBundles(self._opened.database).masters()

    # Writing

    def share(
        self,
        target: Path,
        scope: Scope,
        ticked: Sequence[str] = (),
        name: str = "",
        passphrase: str = "",
        progress: Progress = unheard,
    ) -> tuple[BundleWritten, Changes]:
        """Write a bundle of a part of the folder, and remember it; whole, or nothing.

        `ticked` are parts of `travelling.LEFT_AT_HOME` that go along; `name` is whom it is for. A
        passphrase locks it. What `progress` raises stops it. Raises RuledError,
        NothingToShareError, ShortPassphraseError, CannotWriteError.
        """
        policy_here().require_sharing(target, is_locked=bool(passphrase))
        require_place(target)
        if passphrase:
            require_long(passphrase)
        identity = self._opened.of(LaptopHere).identity()
        home = at_home(ticked)
        since = self._sent.reached(name, scope, home)[1] if scope.since else ""
        now = self._opened.now().astimezone().replace(microsecond=0)
        bundle = self._opened.new_id()
        answers = tuple(self._masters().values()) if scope.aim is Aim.BACK else ()
        started = Manifest(
            bundle, identity.laptop, now, 0, scope, version=__version__, answers=answers
        )
        with work_files(self._opened.folder) as work:
            read = self._read(work, started, home, since, _Part(progress, 0, _READ))
            written = write_bundle(
                target,
                read.manifest,
                work,
                read.files,
                identity.sign,
                passphrase,
                _Part(progress, _READ, _WHOLE),
            )
        with self._opened.database.transaction():
            self._sent.put(name, written.manifest, written.digest, now.isoformat(), home)
        return written, Changes(laptops=True)

    def _read(
        self,
        work: WorkFiles,
        manifest: Manifest,
        home: Sequence[str],
        since: str,
        progress: Progress,
    ) -> "_Read":
        """Read all objects into work files, in one moment of the database."""
        with self._opened.reading_apart() as apart, apart.database.one_moment():
            extras = TravellingExtras(apart.database, manifest.scope)
            contents = extras.contents(since)
            if not contents.total or not contents.is_news:
                raise NothingToShareError
            head = JournalStore(apart.database).head()
            part = TravellingScope(apart.database, manifest.scope)
            rows = TravellingRows(
                apart.database, manifest.sender.id, for_hall=manifest.scope.aim is Aim.HALL
            )
            heard = _Counted(progress, contents.total)
            for kind in contents.counts:
                work.put(kind, rows.objects(kind, part.ids(kind), home), heard)
            kept = EvidenceFiles(self._opened.folder)
            wanted = {d for d, suffix in extras.came_without() if not _file(kept, d, suffix)}
            files: list[EvidenceFile] = []
            for digest, suffix in extras.files() if PHOTOS not in home else ():
                if (file := _file(kept, digest, suffix)) is not None:
                    files.append(file)
                else:
                    wanted.add(digest)
            left_out = tuple(each for each in home if contents.personal(each))
            laptops = self._named(apart, work.laptops, manifest.sender)
            return _Read(
                replace(
                    manifest,
                    reached=head.number if head else 0,
                    left_out=left_out,
                    laptops=laptops,
                    wanted=tuple(sorted(wanted)),
                ),
                files,
            )

    def _named(
        self, apart: OpenedFolder, ids: Iterable[str], own: Laptop
    ) -> dict[str, tuple[str, str]]:
        """Return code and name of the laptops that made something."""
        known = {each.laptop.id: each.laptop for each in ContactStore(apart.database).all()}
        known[own.id] = own
        return {each: (known[each].code, known[each].name) for each in sorted(ids) if each in known}


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read for a bundle, besides its objects."""

    manifest: Manifest
    files: list[EvidenceFile]


class _Part:
    """Hears of one part of the work and tells how far all of it is."""

    def __init__(self, progress: Progress, first: int, last: int) -> None:
        self._progress, self._first, self._last = progress, first, last

    def __call__(self, done: int, total: int) -> None:
        behind = (self._last - self._first) * min(done, total) // total if total else 0
        self._progress(self._first + behind, _WHOLE)


class _Counted:
    """Counts objects for a progress."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress, self._total, self._done = progress, total, 0

    def __call__(self) -> None:
        self._done += 1
        self._progress(self._done, self._total)


def _file(kept: EvidenceFiles, digest: str, suffix: str) -> EvidenceFile | None:
    """Return a file of evidence as it lies in the folder; None where it does not."""
    path = kept.path_of(digest, suffix)
    try:
        return EvidenceFile(digest, suffix, path.stat().st_size, path)
    except OSError:
        return None
