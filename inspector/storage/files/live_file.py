"""The files of a database that is open here: what may be looked at beside SQLite, and how.

On POSIX, closing *any* descriptor of a file drops every lock that the process has on it, SQLite's
too; the next program that visits would then take itself for the only one and delete the log with
all that is written after. So nothing opens these files but SQLite, and this: one descriptor of
the database, opened before SQLite's and closed after it, and one of the index of its log, closed
after it. Whoever opens the same file twice shares them.

Knows files, not SQL.
"""

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from inspector.domain.errors import (
    CannotReadError,
    DamagedDatabaseError,
    DataGoneError,
    DataReplacedError,
    LogGoneError,
)
from inspector.storage.files.shared_lock import hold_shared, leave_shared

Identity: TypeAlias = tuple[int, int]

_HEADER = b"SQLite format 3\0"
_HEAD = 100
_ID = slice(68, 72)
"""Where the file format keeps `application_id`."""

_INDEX_HEAD = 20  # of which bytes 14 and 16 are the page's size and how many pages the log holds
_LOG_HEAD, _FRAME_HEAD = 32, 24
_LOOKS = 3


def log_of(path: Path) -> Path:
    """Return where the write-ahead log of a database lies, while it is open or after a crash."""
    return path.with_name(f"{path.name}-wal")


def index_of(path: Path) -> Path:
    """Return where the index of the log lies, which the processes that have it open share."""
    return path.with_name(f"{path.name}-shm")


def new_id() -> int:
    """Return an `application_id` that no other database, or copy of this one, has."""
    return (int.from_bytes(os.urandom(4)) >> 1) | 1


def is_open_here(path: Path) -> bool:
    """Tell whether this process has the database at `path` open."""
    return file_at(path) in _held


def is_live(path: Path) -> bool:
    """Tell whether a file is a database that is open here, its log or its index: SQLite's alone."""
    return bool(_held) and file_at(path) in files_open_here()


def files_open_here() -> set[Identity]:
    """Return which files are those of databases that this process has open."""
    with _guard:
        places = {path for shared in _held.values() for path in shared.paths}
    found = {file_at(file) for path in places for file in (path, log_of(path), index_of(path))}
    return {each for each in found if each is not None}


def id_of(path: Path) -> int | None:
    """Return the id in the file of a database that is not open here; None where none is read."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return None
    return int.from_bytes(head[_ID]) if head.startswith(_HEADER) and len(head) == _HEAD else None


class LiveFile:
    """What one connection knows of its files; to be made before it opens them.

    Raises CannotReadError.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._key, self._shared = _take(path)
        self._known: dict[Path, Identity | None] = {}
        self._ids: set[int] = set()
        self._awaited = 0

    def remember(self) -> None:
        """Remember which files SQLite has opened, and hold them against other programs."""
        self._known = {each: file_at(each) for each in (log_of(self.path), index_of(self.path))}
        self._shared.hold(self.path)

    def watch(self, known: int, awaited: int) -> None:
        """Let the database keep its id from now on: `known` or, once folded in, `awaited`.

        Only for a window, which alone may give its database another one.
        """
        self._ids = {known, awaited, int.from_bytes(self._head()[_ID])}
        self._awaited = awaited

    @property
    def ids(self) -> tuple[int, ...]:
        """Which ids the database may have."""
        return tuple(sorted(self._ids))

    def require_in_place(self) -> None:
        """Refuse to go on beside files that are not those that were opened.

        Raises DataGoneError, DataReplacedError, DamagedDatabaseError or LogGoneError.
        """
        now = file_at(self.path)
        if now is None:
            raise DataGoneError(self.path)
        if now != self._key:
            raise DataReplacedError(self.path)
        self._require_same_content()
        for place, known in self._known.items():
            if known is not None and file_at(place) != known:
                raise LogGoneError(place)
        if not self._log_is_whole():
            raise LogGoneError(log_of(self.path))

    def _require_same_content(self) -> None:
        try:
            head = self._head()
        except OSError:
            return  # a drive that fails: SQLite will say so
        if not head.startswith(_HEADER):
            raise DamagedDatabaseError(self.path, "file is not a database")
        if self._ids and int.from_bytes(head[_ID]) not in self._ids:
            raise DataReplacedError(self.path)

    def wrote(self) -> None:
        """Look, after a commit, whether it was folded in: from then on no older id will do."""
        if len(self._ids) > 1:
            with suppress(OSError):
                if int.from_bytes(self._head()[_ID]) == self._awaited:
                    self._ids = {self._awaited}

    @property
    def may_be_folded_in(self) -> bool:
        """The log can go into the database: it is ours, and nobody has another one beside it."""
        try:
            self.require_in_place()
        except LogGoneError:
            mine = all(file_at(place) in (None, known) for place, known in self._known.items())
            return mine and (file_at(log_of(self.path)) is None or self._log_is_whole())
        except (DataGoneError, DataReplacedError, DamagedDatabaseError):
            return False
        return True

    @property
    def log_lies_beside_another(self) -> bool:
        """The log at its place is ours, and the database beside it is not."""
        try:
            self.require_in_place()
        except DataReplacedError:
            log = log_of(self.path)
            return self._known.get(log) is not None and self._known[log] == file_at(log)
        except (DataGoneError, DamagedDatabaseError, LogGoneError):
            pass
        return False

    def loosen(self) -> None:
        """Let SQLite, which closes the file now, be the last and fold the log in."""
        self._shared.loosen()

    def let_go(self) -> None:
        """Let the descriptors go, once SQLite has closed the file."""
        _give_back(self._key, self._shared)

    def _head(self) -> bytes:
        descriptor = self._shared.descriptor
        return _HEADER if descriptor is None else _read(descriptor, _HEAD)

    def _log_is_whole(self) -> bool:
        """Tell whether the log is as long as its index says.

        Others write both while this looks, the log first: only what stays too short is.
        """
        index = self._shared.index
        for _ in range(_LOOKS):
            try:
                head = b"" if index is None else _read(index, _INDEX_HEAD)
            except OSError:
                return True  # a drive that fails: SQLite will say so
            page = int.from_bytes(head[14:16], sys.byteorder)
            page = 1 << 16 if page == 1 else page  # which two bytes cannot hold
            frames = int.from_bytes(head[16:20], sys.byteorder)
            needed = _LOG_HEAD + frames * (_FRAME_HEAD + page) if frames else 0
            with suppress(OSError):
                if os.stat(log_of(self.path)).st_size >= needed:
                    return True
        return False


@contextmanager
def open_for_a_while(path: Path) -> Iterator[None]:
    """Have a database open, from before SQLite opens it until after it has closed it.

    Raises DataReplacedError where it was put in the place of one that is open here, as SQLite
    would write the log that lies there into it, and CannotReadError.
    """
    with _guard:
        if not is_open_here(path) and any(path in shared.paths for shared in _held.values()):
            raise DataReplacedError(path)
        key, shared = _take(path)
    try:
        yield
    finally:
        _give_back(key, shared)


@dataclass
class _Shared:
    """The descriptors of one file, for all that have it open here."""

    descriptor: int | None
    paths: set[Path] = field(default_factory=set)
    index: int | None = None
    holders: int = 0
    open: int = 0

    def hold(self, path: Path) -> None:
        with _guard:
            self.holders += 1
            if self.index is None and sys.platform != "win32":
                with suppress(OSError):
                    self.index = os.open(index_of(path), os.O_RDONLY)
            hold_shared(self.descriptor)

    def loosen(self) -> None:
        with _guard:
            self.holders -= 1
            if self.holders <= 0:
                leave_shared(self.descriptor)


_held: dict[Identity, _Shared] = {}
_guard = threading.RLock()  # an audit hook may ask while a file is opened


def _take(path: Path) -> tuple[Identity, _Shared]:
    with _guard:
        key = file_at(path)
        if key is None or key not in _held:
            descriptor = _opened(path)
            if descriptor is not None:
                found = os.fstat(descriptor)
                key = (found.st_dev, found.st_ino)
            assert key is not None
            _held[key] = _Shared(descriptor)
        shared = _held[key]
        shared.paths.add(path)
        shared.open += 1
        return key, shared


def _opened(path: Path) -> int | None:
    if sys.platform == "win32":
        return None  # no need: nobody writes over an open file there
    try:
        return os.open(path, os.O_RDONLY)
    except OSError as error:
        raise CannotReadError(path, error.strerror or str(error)) from error


def _give_back(key: Identity, shared: _Shared) -> None:
    with _guard:
        shared.open -= 1
        if shared.open:
            return
        del _held[key]
        for descriptor in (shared.index, shared.descriptor):
            if descriptor is not None:
                os.close(descriptor)


def _read(descriptor: int, size: int) -> bytes:
    return b"" if sys.platform == "win32" else os.pread(descriptor, size, 0)


def file_at(path: Path) -> Identity | None:
    """Return which file lies at a place; None when there is none, or it cannot be reached."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    if sys.platform == "win32":
        # Which lets nobody take an open database away; some of its disks number files anew.
        return 0, hash(os.path.normcase(os.path.abspath(path)))
    return found.st_dev, found.st_ino
