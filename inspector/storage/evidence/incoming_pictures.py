"""Pictures that arrive in a folder: a phone or a camera card syncing into it."""

import os
import stat
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from inspector.domain.visit.attachment import kept_suffix
from inspector.storage.evidence.photo_reading import PICTURE_SUFFIXES

_CAMERA_FOLDER = "dcim"  # its sub-folders hold the pictures: DCIM/100CANON

Stamp: TypeAlias = tuple[int, int]
"""Of a file: size in bytes, time of change in nanoseconds."""

_Look = dict[Path, Stamp]
_NONE: Mapping[Path, Stamp | None] = MappingProxyType({})


class FolderWatch:
    """Looks at a folder again and again; what is new and finished there is offered.

    New is what was not there at the first look, or was changed since the watch began; all is
    new when `everything` is asked for. The folder may vanish and come back, as a card does.
    """

    def __init__(
        self,
        folder: Path,
        began: datetime,
        *,
        everything: bool = False,
        suffixes: Collection[str] = PICTURE_SUFFIXES,
    ) -> None:
        self._folder = folder
        self._began = began.timestamp() * 10**9
        self._suffixes = suffixes
        self._old: _Look | None = {} if everything else None
        self._before: _Look = {}

    def settled_pictures(self, known: Mapping[Path, Stamp | None] = _NONE) -> list[Path]:
        """Look, and return the new files that are as they were at the look before, oldest first.

        `known` are left out as long as they are as they were then (None: however they are).
        Costs a look at every file of the folder; wait a second or more between two calls.
        """
        now = _look(self._folder, self._suffixes)
        before, self._before = self._before, now or {}
        if now is None:
            return []
        if self._old is None:
            self._old = now
        old = self._old
        offered = [
            (stamp[1], path)
            for path, stamp in now.items()
            if before.get(path) == stamp
            and (old.get(path) != stamp or stamp[1] >= self._began)
            and (path not in known or known[path] not in (None, stamp))
        ]
        return [path for _, path in sorted(offered)]

    def stamp(self, path: Path) -> Stamp | None:
        """Return how a file was at the last look; None when it was not there."""
        return self._before.get(path)


def _look(folder: Path, suffixes: Collection[str]) -> _Look | None:
    """Return the files of a folder and its sub-folders that may be offered; None: it is gone."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return None
    found: _Look = {}
    for entry in _with_sub_folders(entries):
        try:
            if entry.name.startswith((".", "~$")) or kept_suffix(entry.name) not in suffixes:
                continue
            status = entry.stat(follow_symlinks=False)
        except OSError:  # gone since it was listed
            continue
        if stat.S_ISREG(status.st_mode) and status.st_size:
            found[Path(entry.path)] = (status.st_size, status.st_mtime_ns)
    return found


def _with_sub_folders(entries: "list[os.DirEntry[str]]") -> "Iterator[os.DirEntry[str]]":
    """Yield the entries and those of their folders; of a card's root those of DCIM's, too."""
    for entry in entries:
        yield entry
        if not _is_folder(entry):
            continue
        inside = _entries(entry)
        yield from inside
        if entry.name.casefold() == _CAMERA_FOLDER:
            for sub_folder in filter(_is_folder, inside):
                yield from _entries(sub_folder)


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return not entry.name.startswith(".") and entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _entries(folder: "os.DirEntry[str]") -> "list[os.DirEntry[str]]":
    try:
        return list(os.scandir(folder.path))
    except OSError:
        return []
