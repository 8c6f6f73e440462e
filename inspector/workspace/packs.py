"""The packs one can inspect with: those that ship and those the user imported."""

import re
import shutil
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.domain.checklist import Pack, WindowKind
from inspector.domain.errors import CannotWriteError, FaultyFileError, UnknownPackError
from inspector.domain.roster import Site
from inspector.paths import checklists_folder, make_private_folder
from inspector.storage.pack_files import pack_folders, read_pack_folder
from inspector.workspace.changes import Changes

if TYPE_CHECKING:
    from inspector.workspace.workspace import Workspace

IMPORTED_FOLDER = "packs"


class Packs:
    """The newest version of each pack. Files are read when first asked for, and once."""

    def __init__(self, workspace: "Workspace") -> None:
        self._folder = workspace.folder / IMPORTED_FOLDER
        self._roster = workspace.roster_store
        self._store = workspace.inspection_store
        self._packs: dict[str, Pack] | None = None
        self.faulty: list[FaultyFileError] = []

    def all(self) -> list[Pack]:
        """Return every pack that can be used; what is wrong with the others is in `faulty`."""
        return list(self._loaded().values())

    def get(self, pack_id: str) -> Pack:
        """Return a pack by its id; raises UnknownPackError."""
        try:
            return self._loaded()[pack_id]
        except KeyError:
            raise UnknownPackError(pack_id) from None

    def window_kinds(self) -> list[WindowKind]:
        """Return the window kinds of all packs, each id once."""
        kinds: dict[str, WindowKind] = {}
        for pack in self.all():
            for kind in pack.window_kinds:
                known = kinds.get(kind.id)
                if known is None:
                    kinds[kind.id] = kind
                else:  # the same kind under other spellings
                    names = (*known.aliases, kind.title, *kind.aliases)
                    aliases = tuple(n for n in dict.fromkeys(names) if n != known.title)
                    kinds[kind.id] = WindowKind(known.id, known.title, aliases)
        return list(kinds.values())

    def kind_title(self, kind_id: str) -> str:
        """Return what a window kind is called; an id that no pack knows is its own title."""
        return next((k.title for k in self.window_kinds() if k.id == kind_id), kind_id)

    def suggest(self, site: Site) -> Pack | None:
        """Return the pack to inspect a site with: the one used there last, else what fits.

        What fits knows the kinds of its windows, sounds like its name (城东营业厅: 通信营业厅),
        and knows few other kinds.
        """
        last = self._store.last_pack(site.id)
        if last is not None and last in self._loaded():
            return self._loaded()[last]
        kinds = {window.kind for window in self._roster.windows(site.id)}

        def fit(pack: Pack) -> tuple[int, int, int]:
            own = {kind.id for kind in pack.window_kinds}
            return (len(kinds & own), _in_common(site.name, pack.title), -len(own))

        return max(self.all(), key=fit, default=None)

    def check(self, folder: Path) -> Pack:
        """Return the pack in `folder`; raises FaultyFileError with every problem."""
        return read_pack_folder(folder)

    def import_folder(self, folder: Path) -> tuple[Pack, Changes]:
        """Take the pack in `folder` into the data folder, whole or not at all."""
        pack = read_pack_folder(folder)
        name = re.sub(r"[^\w.\-]", "_", f"{pack.id}-{pack.version}")
        target = self._folder / name
        beside = self._folder / f".{name}.new"
        try:
            make_private_folder(self._folder)
            shutil.rmtree(beside, ignore_errors=True)
            beside.mkdir()
            for file in folder.glob("*.toml"):
                shutil.copyfile(file, beside / file.name)
            shutil.rmtree(target, ignore_errors=True)
            beside.rename(target)
        except OSError as error:
            raise CannotWriteError(self._folder, error.strerror or str(error)) from error
        self._packs = None
        return pack, Changes(packs=True)

    def _loaded(self) -> dict[str, Pack]:
        if self._packs is None:
            self._packs, self.faulty = {}, []
            for folder in [*pack_folders(checklists_folder()), *pack_folders(self._folder)]:
                try:
                    pack = read_pack_folder(folder)
                except FaultyFileError as error:
                    self.faulty.append(error)
                    continue
                known = self._packs.get(pack.id)
                if known is None or pack.version >= known.version:
                    self._packs[pack.id] = pack
        return self._packs


def _in_common(one: str, other: str) -> int:
    """Return the length of the longest text that both contain; one character says nothing."""
    longest = SequenceMatcher(None, one, other, autojunk=False).find_longest_match().size
    return longest if longest > 1 else 0
