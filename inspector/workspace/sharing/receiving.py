"""Taking a bundle of another laptop in: told by name first, then one operation, whole or none.

Evidence is on the disk before the rows that name it; all rows are one transaction. Twice changes
nothing, and in whatever order bundles come, they come to the same.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from inspector.domain.errors import InspectorError
from inspector.domain.sharing.fates import TAKEN, Fate
from inspector.domain.sharing.manifest import Aim
from inspector.domain.sharing.receipt import MOST_TITLES, Preview, ReceiptLine, Received
from inspector.domain.sharing.roster_meeting import Answers
from inspector.domain.sharing.sharing_errors import (
    ChangedMemberError,
    UnfitObjectError,
    UnplacedError,
    WhoseLaptopError,
)
from inspector.domain.sharing.titles import title_of
from inspector.domain.sharing.travelling import Kind, Travelling
from inspector.storage.evidence.evidence_files import EvidenceFiles
from inspector.storage.files.whole_files import Progress, unheard
from inspector.storage.own.asked_files import AskedFiles
from inspector.storage.sharing.arriving.arriving_rows import unfit_rows
from inspector.storage.sharing.arriving.objects_looked_at import LookingAt
from inspector.storage.sharing.arriving.objects_taken import Arrival, TakingIn
from inspector.storage.sharing.arriving.standing_kinds import versions_beside
from inspector.storage.sharing.bundle_reading import opened_bundle
from inspector.storage.sharing.checked_bundle import Bundle
from inspector.storage.sharing.received_bundles import ReceivedBundle, ReceivedBundles
from inspector.storage.sharing.role_store import RoleStore
from inspector.workspace.changes import Changes
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.preferences import FILLED_BY, REPEAT_DAYS, PreferenceBook
from inspector.workspace.sharing.coming_titles import ComingTitles
from inspector.workspace.sharing.contacts import Contacts
from inspector.workspace.sharing.laptop_here import LaptopHere
from inspector.workspace.sharing.laptop_roles import LaptopRoles

_WHOLE = 1000
_CHECKED, _LOOKED, _KEPT = 200, 400, 600
"""Of the progress: what checking, looking and keeping files are of it; rows are the rest."""


class Receiving:
    """Operations on bundles that come. To be used on a thread of its own: they read all of one."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened

    def all(self) -> list[ReceivedBundle]:
        """Return every bundle that was taken in, the one that came last first."""
        return list(ReceivedBundles(self._opened.database).all())

    def preview(
        self,
        path: Path,
        answers: Answers | None = None,
        passphrase: str = "",
        progress: Progress = unheard,
        halls: Sequence[str] | None = None,
    ) -> Preview:
        """Return what a bundle would change, and what a person has to say first; writes nothing.

        `answers` are what was said of near names so far, `halls` the sites that its laptop is of
        as far as somebody says so now (none: it inspects), instead of what is known. What
        `progress` raises stops it. Raises an error of `domain.sharing.sharing_errors`,
        ChangedKeyError, NotFoundError, CannotReadError, CannotWriteError.
        """
        with self._bundle(path, passphrase, _Part(progress, 0, _CHECKED)) as bundle:
            heard = _Part(progress, _CHECKED, _WHOLE)
            return self._looked_at(bundle, path, answers or {}, heard, halls).preview

    def take_in(
        self,
        path: Path,
        answers: Answers | None = None,
        passphrase: str = "",
        trust: str = "",
        progress: Progress = unheard,
        halls: Sequence[str] | None = None,
    ) -> tuple[Received, Changes]:
        """Take a bundle in, whole or not at all; on the disk when it returns.

        `trust` is the fingerprint that a person compared, at first contact; `halls` as in
        `preview`, remembered of that laptop. What `progress` raises
        stops it, and nothing was changed. Raises what `preview` raises, FirstContactError,
        OtherFingerprintError, UnplacedError while a question is open, WhoseLaptopError.
        """
        with self._bundle(path, passphrase, _Part(progress, 0, _CHECKED)) as bundle:
            contacts, sender = self._opened.of(Contacts), bundle.manifest.sender
            if trust:
                contacts.confirm(sender, trust)
            contacts.require_confirmed(sender)
            looked = self._looked_at(
                bundle, path, answers or {}, _Part(progress, _CHECKED, _LOOKED), halls
            )
            if looked.preview.whose:
                raise WhoseLaptopError(path)
            if looked.preview.questions:
                raise UnplacedError(tuple(each.title for each in looked.preview.questions))
            kept = self._keep_files(bundle, path, looked.wanted, _Part(progress, _LOOKED, _KEPT))
            if looked.preview.known:
                received = Received((), len(kept))
                return received, _changes(received)
            asking = ReceivedBundles(self._opened.database).asking()
            try:
                taking = self._take_rows(
                    bundle, path, answers or {}, _Part(progress, _KEPT, _WHOLE), looked.halls
                )
            except BaseException:
                self._take_away(kept)
                raise
        lines = _lines(taking.counts, looked.titles)
        taken = Counter[Kind]()
        for (kind, fate), count in taking.counts.items():
            if fate in TAKEN:
                taken[kind] += count
        roster = (taking.roster.added, taking.roster.changed, taking.roster.differing)
        asked = len(ReceivedBundles(self._opened.database).asking() - asking)
        received = Received(lines, len(kept), roster, taken, asked)
        return received, _changes(received)

    # Looking

    @contextmanager
    def _bundle(self, path: Path, passphrase: str, progress: Progress) -> Iterator[Bundle]:
        with opened_bundle(path, passphrase, work=self._opened.folder, progress=progress) as bundle:
            self._opened.of(Contacts).require_same_key(bundle.manifest.sender)
            yield bundle

    def _looked_at(
        self,
        bundle: Bundle,
        path: Path,
        answers: Answers,
        progress: Progress,
        said: Sequence[str] | None,
    ) -> "_Looked":
        manifest, database = bundle.manifest, self._opened.database
        roles = self._opened.of(LaptopRoles)
        halls = roles.for_bundle(manifest) if said is None else tuple(said)
        titles: dict[tuple[Kind, Fate], list[str]] = defaultdict(list)
        called = ComingTitles(self._opened)
        named: dict[str, str] = {}
        versions: list[str] = []
        is_known = not halls and self._is_known(bundle)
        with (
            _telling(path),
            closing(LookingAt(database, self._own_laptop(), answers, halls or ())) as looking,
        ):
            looking.prepare(bundle.objects(Kind.CHOICE) if not is_known else ())
            for came in _counted(bundle, progress) if not is_known else ():
                fate = looking.take(came)
                called.heed(came)
                if len(titles[came.kind, fate]) < MOST_TITLES:
                    titles[came.kind, fate].append(called.of(came))
                if fate in TAKEN:
                    named.update(_files_of(came))
                if came.kind is Kind.PACK and versions_beside(database, came):
                    versions.append(title_of(came))
            looking.finish()
            _move_beside(looking.beside, called, titles)
        wanted = self._wanted(bundle, named)
        there = EvidenceFiles(self._opened.folder)
        lacking = sum(
            digest not in bundle.evidence_digests and not there.path_of(digest, suffix).is_file()
            for digest, suffix in named.items()
        )
        contacts = self._opened.of(Contacts)
        is_for_hall = manifest.scope.aim is Aim.HALL
        with _telling(path):
            sites = tuple(bundle.objects(Kind.SITE)) if is_for_hall else ()
        preview = Preview(
            manifest,
            bundle.digest,
            contacts.is_first(manifest.sender),
            contacts.clock_ahead(manifest.made_at),
            is_known,
            _lines(looking.counts, titles),
            tuple(looking.questions),
            len(wanted),
            lacking,
            tuple(versions),
            (looking.roster.added, looking.roster.changed, looking.roster.differing),
            roles.names(halls or ()),
            tuple(looking.refused[:MOST_TITLES]),
            halls is None and roles.is_open(manifest),
            tuple(looking.roster.unlike),
            tuple(title_of(each) for each in sites),
            roles.handed(manifest, sites),
            tuple(
                called.finding_number(of) if kind is Kind.EVENT else ""
                for kind, of in looking.clashing
            ),
            looking.decided,
        )
        return _Looked(preview, wanted, titles, halls)

    def _is_known(self, bundle: Bundle) -> bool:
        """Tell whether just this bundle was taken in: all of it was dealt with, for good.

        Nothing is ever taken out again, so but for files that are gone there is nothing to look at.
        Of a hall's laptop something may have been refused that is taken now.
        """
        manifest, database = bundle.manifest, self._opened.database
        return ReceivedBundles(database).has(manifest.id, bundle.digest) and not RoleStore(
            database
        ).was_hall(manifest.sender.id)

    def _wanted(self, bundle: Bundle, named: dict[str, str]) -> dict[str, str]:
        """Return the files that it brings, by digest with their suffix, and that are not here.

        Those of what is known already, too, where they did not come along the last time.
        """
        files, store = EvidenceFiles(self._opened.folder), self._opened.evidence_store
        wanted: dict[str, str] = {}
        for digest in sorted(bundle.evidence_digests):
            suffix = bundle.suffix_of(digest)
            if files.path_of(digest, suffix).is_file():
                continue
            if named.get(digest) == suffix or store.is_needed(digest, suffix):
                wanted[digest] = suffix
        return wanted

    # Writing

    def _keep_files(
        self, bundle: Bundle, path: Path, wanted: dict[str, str], progress: Progress
    ) -> dict[str, str]:
        """Have the files on the disk, each verified; none where one is not what it is named by."""
        files = EvidenceFiles(self._opened.folder)
        kept: dict[str, str] = {}
        try:
            for done, (digest, suffix) in enumerate(wanted.items()):
                progress(done, len(wanted))
                with bundle.evidence(digest) as stream:
                    if not files.keep_as(stream, digest, suffix):
                        raise ChangedMemberError(path, digest)
                kept[digest] = suffix
        except BaseException:
            self._take_away(kept)
            raise
        return kept

    def _take_away(self, kept: dict[str, str]) -> None:
        files, store = EvidenceFiles(self._opened.folder), self._opened.evidence_store
        for digest, suffix in kept.items():
            if not store.is_needed(digest, suffix):
                files.take_away(digest, suffix)

    def _take_rows(
        self,
        bundle: Bundle,
        path: Path,
        answers: Answers,
        progress: Progress,
        halls: tuple[str, ...] | None,
    ) -> TakingIn:
        opened, manifest = self._opened, bundle.manifest
        book = opened.of(PreferenceBook)
        author = book.get(FILLED_BY)
        with _telling(path), opened.database.transaction():
            contacts = opened.of(Contacts)
            contacts.meet(manifest.sender)
            contacts.hear_of(manifest.laptops)
            if halls is not None:
                opened.of(LaptopRoles).put(manifest.sender.id, halls)
            now = opened.now()
            taking = TakingIn(
                opened.database,
                Arrival(
                    manifest.id, self._own_laptop(), now, author, opened.new_id,
                    int(book.get(REPEAT_DAYS)), answers, halls or (),
                ),
            )  # fmt: skip
            taking.prepare(bundle.objects(Kind.CHOICE))
            for came in _counted(bundle, progress):
                taking.take(came)
            taking.finish()
            ReceivedBundles(opened.database).put(manifest, bundle.digest, path.name, now, author)
            AskedFiles(opened.database).put(manifest.sender.id, manifest.wanted)
        return taking

    def _own_laptop(self) -> str:
        here = self._opened.of(LaptopHere).known()
        return here.id if here is not None else ""


class _Looked:
    """What a look came to: the preview, the files to be kept, the titles of all, whose it is."""

    def __init__(
        self,
        preview: Preview,
        wanted: dict[str, str],
        titles: dict[tuple[Kind, Fate], list[str]],
        halls: tuple[str, ...] | None,
    ) -> None:
        self.preview = preview
        self.halls = halls
        self.wanted = wanted
        self.titles = titles


class _Part:
    """Hears of one part of the work and tells how far all of it is."""

    def __init__(self, progress: Progress, first: int, last: int) -> None:
        self._progress, self._first, self._last = progress, first, last

    def __call__(self, done: int, total: int) -> None:
        behind = (self._last - self._first) * min(done, total) // total if total else 0
        self._progress(self._first + behind, _WHOLE)


def _counted(bundle: Bundle, progress: Progress) -> Iterator[Travelling]:
    total = sum(bundle.manifest.counts.values())
    for done, came in enumerate(bundle.objects()):
        progress(done, total)
        yield came


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    """Turn what a wrong object makes of rules and rows into one error about the bundle."""
    try:
        with unfit_rows():
            yield
    except InspectorError:
        raise
    except (LookupError, TypeError, ValueError) as error:
        raise UnfitObjectError(path) from error


def _move_beside(
    sheets: Iterable[Travelling], called: ComingTitles, titles: dict[tuple[Kind, Fate], list[str]]
) -> None:
    """Name sheets among those that say otherwise than others, no longer among the new ones."""
    new, beside = titles[Kind.SURVEY, Fate.NEW], titles[Kind.SURVEY, Fate.BESIDE]
    for sheet in sheets:
        beside.append(title := called.of(sheet))
        if title in new:
            new.remove(title)


def _files_of(came: Travelling) -> Iterator[tuple[str, str]]:
    """Yield digest and suffix of the files that an object names."""
    for row in came.rows.get("evidence", ()):
        yield str(row["digest"]), str(row["suffix"])
        if row.get("annotated"):
            yield str(row["annotated"]), "jpg"


def _lines(
    counts: Counter[tuple[Kind, Fate]], titles: dict[tuple[Kind, Fate], list[str]]
) -> tuple[ReceiptLine, ...]:
    order = list(Kind)
    return tuple(
        ReceiptLine(kind, fate, count, tuple(titles.get((kind, fate), ())))
        for (kind, fate), count in sorted(
            counts.items(), key=lambda each: (order.index(each[0][0]), each[0][1])
        )
        if count
    )


def _has(received: Received, kinds: Iterable[Kind]) -> bool:
    return any(received.kinds.get(kind) for kind in kinds)


def _changes(received: Received) -> Changes:
    visits = _has(received, (Kind.VISIT,))
    # What was chosen elsewhere changes what it is about, and nothing of that comes along.
    chosen = _has(received, (Kind.CHOICE,))
    return Changes(
        roster=chosen or _has(received, (Kind.SITE,)),
        inspectors=chosen or _has(received, (Kind.INSPECTOR,)),
        packs=_has(received, (Kind.PACK,)),
        inspections=chosen or visits,  # or whose score of a window counts
        findings=visits or _has(received, (Kind.EVENT, Kind.EVIDENCE)) or bool(received.files),
        holidays=chosen or _has(received, (Kind.HOLIDAY,)),
        records=_has(received, (Kind.SIGNATURE, Kind.AMENDMENT, Kind.CLOCK)),
        meetings=_has(received, (Kind.MEETING,)),
        complaints=_has(received, (Kind.COMPLAINT, Kind.EVIDENCE)),
        plans=_has(received, (Kind.PHASE, Kind.PLAN, Kind.DRAW)),
        surveys=_has(received, (Kind.SURVEY,)),
        trainings=_has(received, (Kind.TRAINING, Kind.TRAINING_TAKEN_BACK)),
        laptops=True,
    )
