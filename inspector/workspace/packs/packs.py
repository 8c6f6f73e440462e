"""The packs one can inspect with: those that ship and those the user imported."""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache, partial
from pathlib import Path

from inspector.domain.checklist.checklist import Pack, WindowKind
from inspector.domain.checklist.kind_recognition import TakenBy, TakenKind, taken_kinds
from inspector.domain.checklist.pack_difference import Difference, differences
from inspector.domain.checklist.pack_versions import next_version, version_key
from inspector.domain.errors import (
    CannotReadError,
    FaultyFileError,
    NotAsWrittenError,
    NotFoundError,
    PackChangedError,
    RefusedInputError,
    UnknownPackError,
)
from inspector.domain.faults import Fault, Problem
from inspector.domain.visit.roster import Site, Window
from inspector.paths import checklists_folder
from inspector.storage.database.database import reading_apart
from inspector.storage.files.folder_layout import PACKS_FOLDER
from inspector.storage.files.whole_files import Progress, unheard
from inspector.storage.packs.pack_files import PACKS_KEPT, pack_folders, read_pack_folder, says
from inspector.storage.packs.pack_folder_writing import write_pack_folder
from inspector.storage.stores.pack_store import REBUILT, PackStore
from inspector.workspace.changes import Changes
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.packs.pack_file import PackFile, read_pack_file
from inspector.workspace.preferences import USUAL_PACK, PreferenceBook

LONGEST_NAME = 40
"""Characters of the readable part of a folder's name; a whole path has to fit on Windows."""


@dataclass(frozen=True, slots=True)
class PackPreview:
    """A pack about to be taken in, beside the version in use, and what is different."""

    pack: Pack
    current: Pack | None  # None: a pack that is not here yet
    differences: tuple[Difference, ...]
    source: PackFile | None = None  # as it was read, with its own version; None: edited here

    @property
    def renamed(self) -> bool:
        """A file has another name than the checklist whose id it has: it may be a new one."""
        current = self.current
        return bool(self.source and current and current.title != self.pack.title)

    @property
    def changes_anything(self) -> bool:
        """False when the version in use says the same."""
        return self.current is None or bool(self.differences)


class Packs:
    """The newest version of each pack. Files are read when first asked for, and once."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._folder = opened.folder / PACKS_FOLDER
        self._database = opened.database.path
        self._roster = opened.roster_store
        self._store = opened.inspection_store
        self._preferences = partial(opened.of, PreferenceBook)
        self._packs: dict[str, Pack] | None = None
        self._every: Sequence[Pack] = ()
        self._changed_at = 0
        self._kinds: list[WindowKind] | None = None
        self.faulty: list[FaultyFileError] = []

    def all(self) -> list[Pack]:
        """Return every pack that can be used; what is wrong with the others is in `faulty`."""
        return list(self._loaded().values())

    def read_ahead(self) -> Iterator[None]:
        """Read one pack after the other, so that nobody waits for all of them at once later."""
        if self._packs is not None:
            return
        changed_at = self._changed()
        packs: list[Pack] = []
        faulty: list[FaultyFileError] = []
        for folder in self._folders():
            _read(folder, packs, faulty)
            yield
        if self._packs is None:
            self.faulty = faulty
            self._keep(packs, changed_at)

    def thaw_ahead(self, progress: Progress = unheard) -> None:
        """Make the packs that visits were last scored with, on any thread; each takes 10 ms.

        Whoever asks for one later in this run of the program has it. `progress` may stop it.
        Raises what `reading_apart` raises, and DamagedDatabaseError.
        """
        with reading_apart(self._database) as apart:
            store = PackStore(apart)
            wanted = store.lately_used(REBUILT)
            for done, digest in enumerate(wanted):
                progress(done, len(wanted))
                store.thaw(digest)

    def get(self, pack_id: str) -> Pack:
        """Return a pack by its id; raises UnknownPackError."""
        try:
            return self._loaded()[pack_id]
        except KeyError:
            raise UnknownPackError(pack_id) from None

    def named(self, name: str) -> Pack:
        """Return a pack by its id, or else by its title; raises UnknownPackError."""
        title = name.strip()
        known = next((pack for pack in self.all() if pack.title == title), None)
        return self.get(name if known is None or name in self._loaded() else known.id)

    def window_kinds(self) -> list[WindowKind]:
        """Return the window kinds of all packs, each id once."""
        packs = self.all()
        if self._kinds is None:
            self._kinds = _united(packs)
        return self._kinds

    def kinds_at(self, site: Site, windows: Sequence[Window] | None = None) -> list[WindowKind]:
        """Return the window kinds of all packs, those of the pack that fits a site first."""
        fitting = self.suggest(site, windows)
        own = [kind.id for kind in fitting.window_kinds] if fitting is not None else []
        return sorted(
            self.window_kinds(),
            key=lambda kind: own.index(kind.id) if kind.id in own else len(own),
        )

    def kind_title(self, kind_id: str) -> str:
        """Return what a window kind is called; an id that no pack knows is its own title."""
        return next((k.title for k in self.window_kinds() if k.id == kind_id), kind_id)

    def taken_kinds(
        self, site: Site, windows: Sequence[Window], pack: Pack | None = None
    ) -> dict[str, TakenKind]:
        """Return what each of some windows of a site is taken for, by its id.

        By a pack, or by the one that the site would be inspected with; without any, only what the
        roster says is known.
        """
        pack = pack or self.suggest(site, windows)
        kinds = pack.window_kinds if pack is not None else ()
        taken = taken_kinds(((each.kind, each.number) for each in windows), kinds)
        return dict(zip((each.id for each in windows), taken, strict=True))

    def suggest(self, site: Site, windows: Sequence[Window] | None = None) -> Pack | None:
        """Return the pack to inspect a site with: the one used there last, else what fits.

        What fits knows the kinds of its windows (those of its roster, or `windows`) by what is said
        of them or by their names, is of the sector that the user chose, sounds like the site's
        name (城东营业厅: 通信营业厅), has its windows as its usual ones, and knows few other kinds.
        """
        last = self._store.last_pack(site.id)
        used = self._newest(last) if last is not None else None
        if used is not None:
            return used
        windows = self._roster.windows(site.id) if windows is None else windows
        names = [(window.kind, window.number) for window in windows]
        usual = self._preferences().get(USUAL_PACK)

        def fit(pack: Pack) -> tuple[int, bool, int, bool, int]:
            own = {kind.id for kind in pack.window_kinds}
            taken = set(taken_kinds(names, pack.window_kinds))
            known = {each.id for each in taken if each.by is not TakenBy.USUAL}
            alike = _in_common(site.name, pack.title)
            ordinary = any(kind.usual and kind.id in known for kind in pack.window_kinds)
            return (len(known & own), pack.id == usual, alike, ordinary, -len(own))

        return max(self.all(), key=fit, default=None)

    def preview(self, path: Path) -> PackPreview:
        """Read a pack and say what taking it in would change; changes nothing itself.

        Raises what `read_pack_file` raises.
        """
        source = read_pack_file(path, self.versions)
        return self.propose(source.pack, source)

    def propose(self, pack: Pack, source: PackFile | None = None) -> PackPreview:
        """Say what taking in a pack would change, whether it was read or edited here.

        It becomes a new version: its own when it is newer than the one in use, else the next one.
        """
        current = self._loaded().get(pack.id)
        if current is None:
            return PackPreview(pack, None, (), source)
        changes = tuple(differences(current, pack))
        if changes and version_key(pack.version) <= version_key(current.version):
            pack = replace(pack, version=next_version(current.version))
        return PackPreview(pack, current, changes, source)

    def as_new(self, preview: PackPreview) -> PackPreview:
        """Say what taking in a renamed pack as one of its own would do: its id is a free one."""
        pack = preview.pack if preview.source is None else preview.source.pack
        return PackPreview(replace(pack, id=self._free_id()), None, (), preview.source)

    def take_in(self, pack: Pack) -> Changes:
        """Keep a pack in the data folder; new visits use it when it is the newest version.

        Raises CannotWriteError, and PackChangedError where the folder has this version with
        something else in it: a command beside the window may have kept one since the preview.
        """
        folder = self._folder / _folder_name(pack)
        if os.path.isdir(folder):
            kept = next((each for each in self._read_all() if each.id == pack.id
                         and each.version == pack.version and each != pack), None)  # fmt: skip
            if kept is not None:
                raise PackChangedError(kept.title, kept.version)
        write_pack_folder(pack, folder)
        self._packs = None
        return Changes(packs=True)

    def copy(self, pack_id: str, title: str) -> tuple[Pack, Changes]:
        """Start a pack of one's own from another; its id is free and says where it is from.

        Raises UnknownPackError, CannotWriteError, and RefusedInputError without a title or with one
        that another pack has.
        """
        source, number = self.get(pack_id), 1
        if not title.strip():
            raise RefusedInputError([Problem("title", Fault.MISSING, expected="title")])
        if any(pack.title == title.strip() for pack in self.all()):
            raise RefusedInputError([Problem("title", Fault.TAKEN, title.strip())])
        while f"{pack_id}-copy-{number}" in self._loaded():
            number += 1
        made = replace(source, id=f"{pack_id}-copy-{number}", title=title.strip(), version="1")
        return made, self.take_in(made)

    def blank(self) -> Pack:
        """Return a pack with nothing in it, to be filled in; it is kept when it is taken in."""
        from inspector.domain.checklist.head_fields import blank_pack

        return blank_pack(self._free_id())

    def versions(self, pack_id: str) -> list[Pack]:
        """Return every version of a pack that is at hand, the newest first."""
        self._loaded()
        own = [pack for pack in self._every if pack.id == pack_id]
        return sorted(own, key=lambda pack: version_key(pack.version), reverse=True)

    def write_workbook(self, path: Path, pack_id: str) -> Path:
        """Write a pack as a workbook to be edited; raises what `save_workbook` raises."""
        from inspector.excel.packs.pack_workbook import write_pack

        write_pack(path, self.get(pack_id))
        return path

    def write_folder(self, folder: Path, pack_id: str) -> Path:
        """Write a pack as a folder of TOML files and read it back.

        Raises what `write_pack_folder` raises, and NotAsWrittenError.
        """
        pack = self.get(pack_id)
        write_pack_folder(pack, folder)
        if read_pack_folder(folder, accepted=True) != pack:
            raise NotAsWrittenError(folder)
        return folder

    def _free_id(self) -> str:
        number = 1
        while f"own-{number}" in self._loaded():
            number += 1
        return f"own-{number}"

    def _loaded(self) -> dict[str, Pack]:
        # The command line may take a pack in while the window is open.
        changed_at = self._changed()
        if self._packs is None or changed_at != self._changed_at:
            return self._keep(self._read_all(), changed_at)
        return self._packs

    def _newest(self, pack_id: str) -> Pack | None:
        """Return the newest version of one pack; before all are read only its own are read.

        Who goes to 晨会 right after the start would wait for fourteen.
        """
        if self._packs is None:
            packs: list[Pack] = []
            for folder in self._folders():
                if says(folder, pack_id):
                    _read(folder, packs, [])
            own = [pack for pack in packs if pack.id == pack_id]
            if own:
                return max(reversed(own), key=lambda pack: version_key(pack.version))
        return self._loaded().get(pack_id)

    def _changed(self) -> int:
        return self._folder.stat().st_mtime_ns if os.path.isdir(self._folder) else 0

    def _keep(self, packs: Iterable[Pack], changed_at: int) -> dict[str, Pack]:
        newest: dict[str, Pack] = {}
        self._every = [*packs]
        for pack in self._every:
            known = newest.get(pack.id)
            if known is None or version_key(pack.version) >= version_key(known.version):
                newest[pack.id] = pack
        self._packs, self._kinds, self._changed_at = newest, None, changed_at
        return newest

    def _folders(self) -> list[Path]:
        return [*pack_folders(checklists_folder()), *pack_folders(self._folder)]

    def _read_all(self) -> list[Pack]:
        """Read every pack folder; what cannot be used is noted and stops none of the others."""
        self.faulty = []
        packs: list[Pack] = []
        for folder in self._folders():
            _read(folder, packs, self.faulty)
        return packs


@lru_cache(maxsize=PACKS_KEPT)
def _shipped(folder: Path) -> Pack:
    """Return a pack that came with the program: its files stay as they are while it runs."""
    return read_pack_folder(folder, accepted=True)


def _read(folder: Path, packs: list[Pack], faulty: list[FaultyFileError]) -> None:
    """Add the pack in a folder, or what is wrong with it."""
    own = folder.parent != checklists_folder()
    try:
        packs.append(read_pack_folder(folder, accepted=True) if own else _shipped(folder))
    except FaultyFileError as error:
        faulty.append(error)
    except (CannotReadError, NotFoundError) as error:
        problem = Problem(error.path.name, Fault.UNREADABLE, error.reason)
        faulty.append(FaultyFileError(folder.name, [problem]))


def _united(packs: Iterable[Pack]) -> list[WindowKind]:
    kinds: dict[str, WindowKind] = {}
    for kind in (kind for pack in packs for kind in pack.window_kinds):
        known = kinds.get(kind.id, kind)
        # The same kind under other spellings.
        names = (*known.aliases, kind.title, *kind.aliases)
        aliases = tuple(name for name in dict.fromkeys(names) if name != known.title)
        kinds[kind.id] = WindowKind(known.id, known.title, aliases)
    return list(kinds.values())


def _folder_name(pack: Pack) -> str:
    """Return the name of a version's folder: legal everywhere, and of no other version.

    The hash tells apart what the readable part does not, such as a/b from a_b.
    """
    readable = re.sub(r"[^\w.\-]+", "_", f"{pack.id}-{pack.version}")[:LONGEST_NAME].lstrip(".")
    digest = hashlib.sha256(f"{pack.id}\0{pack.version}".encode()).hexdigest()
    return f"{readable}-{digest[:8]}"


def _in_common(one: str, other: str) -> int:
    """Return the length of the longest text that both contain; one character says nothing."""
    longest = SequenceMatcher(None, one, other, autojunk=False).find_longest_match().size
    return longest if longest > 1 else 0
