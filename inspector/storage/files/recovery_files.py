"""The file that holds what a database could not take: one for each data folder, wherever a disk
takes it.

Knows files; not what is in them. Of several places the first that takes it is used: beside the
database, in the user's own folder, in the memory of the session.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

from inspector.domain.errors import CannotWriteError
from inspector.paths import recovery_folders
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.storage.files.whole_files import beside, make_folder

RECOVERY_FILE = "inspector-unsaved.json"
_ELSEWHERE = "inspector-unsaved-"


class RecoveryFiles:
    """The places for one data folder."""

    def __init__(self, data_folder: Path) -> None:
        self._data_folder = data_folder.absolute()

    def keep(self, content: bytes) -> Path | None:
        """Write the file where a disk takes it, and nowhere else; None when none does."""
        kept: Path | None = None
        for path in self._places():
            if kept is None:
                with suppress(CannotWriteError):
                    make_folder(path.parent)
                    with beside(path) as file:
                        file.write_bytes(content)
                    kept = path
                    continue
            _remove(path)
        return kept

    def drop(self) -> None:
        """Remove the file from wherever it is."""
        for path in self._taken():
            _remove(path)

    def found(self) -> list[tuple[Path, bytes]]:
        """Return the files that are there; one that cannot be read is passed over."""
        found = []
        for path in self._taken():
            with suppress(OSError):
                found.append((path, path.read_bytes()))
        return found

    def keep_refused(self, content: bytes) -> Path | None:
        """Write what is of no use to the program any more where a person finds it."""
        for path in self._places():
            with suppress(CannotWriteError):
                make_folder(path.parent)
                target = _free(path.with_suffix(".refused.json"))
                with beside(target) as file:
                    file.write_bytes(content)
                return target
        return None

    def set_aside(self, path: Path) -> Path:
        """Rename a file that is of no use any more, so that it is kept; return where it is."""
        target = _free(path.with_suffix(".refused.json"))
        with suppress(OSError):
            path.rename(target)
            return target
        return path

    def _places(self) -> Iterator[Path]:
        # Without its database the folder is the bare place where a drive was.
        if os.path.exists(self._data_folder / DATABASE_FILE):
            yield self._data_folder / RECOVERY_FILE
        for folder in recovery_folders():
            yield folder / f"{_ELSEWHERE}{mark_of(self._data_folder)}.json"

    def _taken(self) -> Iterator[Path]:
        """Yield the places where there may be a file; a start does not work out names for none."""
        if any(_holds_any(folder) for folder in recovery_folders()):
            yield from self._places()
        else:
            yield self._data_folder / RECOVERY_FILE


def mark_of(folder: Path) -> str:
    """Return what tells the files of one data folder from those of another."""
    import hashlib  # 2 ms

    return hashlib.sha256(str(folder).encode("utf-8", "surrogateescape")).hexdigest()[:12]


def _holds_any(folder: Path) -> bool:
    with suppress(OSError):
        return any(name.startswith(_ELSEWHERE) for name in os.listdir(folder))
    return False


def _free(path: Path) -> Path:
    """Return the path, or the first one like it that is not taken."""
    if not os.path.exists(path):
        return path
    others = (path.with_stem(f"{path.stem}-{number}") for number in count(2))
    return next(each for each in others if not os.path.exists(each))


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)
