"""One window per data folder: a lock of the operating system on a file in it.

The system drops the lock with the process, however it ends; what stays in the file then says
that the run before did not end as it should. A lock that counts process ids, or a file that is
there or not, would have to guess after a crash.
"""

import os
import sys
from contextlib import suppress
from enum import Enum, auto
from pathlib import Path

from inspector.domain.errors import CannotWriteError, FolderInUseError
from inspector.paths import make_private_folder
from inspector.storage.files.file_lock import UNSUPPORTED, lock, unlock
from inspector.storage.files.shared_lock import SHARED_FIRST, SHARED_SIZE

LOCK_FILE = "inspector.lock"

_RUNNING, _DISTRUSTED = b"open", b"check\n"
_LONGEST = 96


class Before(Enum):
    """How the run before this one left the folder."""

    WELL = auto()  # or there was none
    KILLED = auto()
    DISTRUSTED = auto()  # it ended well, but had found damage


class FolderLock:
    """The lock on one data folder while a window, or a restore, has it."""

    def __init__(
        self,
        folder: Path,
        descriptor: int,
        before: Before,
        mark: int | None = None,
        ids: tuple[int, ...] = (),
    ) -> None:
        self.folder = folder
        self._descriptor: int | None = descriptor
        self._end = b""
        self.before = before
        self.mark = mark
        """What the database of a killed run was marked with, so that it still has to be."""
        self.ids = ids
        """Which ids it may have; another database was copied over it when it has none of them."""

    def hold(self, mark: int | None, ids: tuple[int, ...] = ()) -> None:
        """Keep what the database is marked with; what is not kept raises no false alarm."""
        self.mark, self.ids = mark, ids
        if self._descriptor is not None and self._end != _DISTRUSTED:
            with suppress(OSError):
                _write(self._descriptor, _running(mark, ids))

    def distrust(self) -> None:
        """Let the next start look at the database more closely, however this run ends.

        What is started beside this run sees it at once (`is_distrusted`).
        """
        self._end = _DISTRUSTED
        if self._descriptor is not None:
            with suppress(OSError):
                _write(self._descriptor, _DISTRUSTED)

    def release(self) -> None:
        """Give the folder free; to be called when the database is closed."""
        if self._descriptor is None:
            return
        with suppress(OSError):
            _write(self._descriptor, self._end)
            unlock(self._descriptor)
        os.close(self._descriptor)
        self._descriptor = None


def lock_folder(folder: Path, *, make: bool = True) -> FolderLock:
    """Take the lock on `folder`, which is made when it does not exist and `make` lets it be.

    Raises FolderInUseError when another has it, CannotWriteError.
    """
    try:
        if make and not os.path.isdir(folder):
            make_private_folder(folder)
        descriptor = os.open(folder / LOCK_FILE, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise CannotWriteError(folder, error.strerror or str(error)) from error
    try:
        lock(descriptor)
    except OSError as error:
        if error.errno not in UNSUPPORTED:
            os.close(descriptor)
            raise FolderInUseError(folder) from error
    try:
        word = os.read(descriptor, _LONGEST)
        mark, ids = _marks_in(word)
        _write(descriptor, _running(mark, ids))
    except OSError as error:
        os.close(descriptor)
        raise CannotWriteError(folder, error.strerror or str(error)) from error
    before = Before.DISTRUSTED if word == _DISTRUSTED else Before.KILLED if word else Before.WELL
    return FolderLock(folder, descriptor, before, mark, ids)


def _running(mark: int | None, ids: tuple[int, ...]) -> bytes:
    numbers = () if mark is None else (mark, *ids)
    return b" ".join([_RUNNING, *(b"%d" % number for number in numbers)]) + b"\n"


def _marks_in(word: bytes) -> tuple[int | None, tuple[int, ...]]:
    """Return the mark and the ids behind the word of a killed run; none when it is not whole."""
    name, *numbers = word.split(b" ")
    if name != _RUNNING or not numbers or not word.endswith(b"\n"):
        return None, ()
    if not all(number.strip(b"\n").isdigit() for number in numbers):
        return None, ()
    mark, *ids = map(int, numbers)
    return mark, tuple(ids)


def _write(descriptor: int, word: bytes) -> None:
    os.ftruncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, word)


def ended_well(folder: Path) -> bool:
    """Tell whether no window has the folder, and the last one that had it closed it."""
    try:
        return (folder / LOCK_FILE).stat().st_size == 0
    except OSError:
        return True


def is_distrusted(folder: Path) -> bool:
    """Tell whether a run that has the folder, or was the last to have it, found damage there."""
    try:
        with (folder / LOCK_FILE).open("rb") as file:
            return file.read(_LONGEST) == _DISTRUSTED
    except OSError:
        return False


def is_open_elsewhere(database: Path) -> bool:
    """Tell whether another process has the database open; never for one of this process.

    Asks for the lock that every connection of SQLite shares while it has the file open. Where
    the system itself keeps an open file in its place, which is Windows, nobody need ask.
    """
    if sys.platform == "win32" or not os.path.isfile(database):
        return False
    import fcntl

    with database.open("r+b") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, SHARED_SIZE, SHARED_FIRST)
        except OSError as error:
            return error.errno not in UNSUPPORTED
    return False
