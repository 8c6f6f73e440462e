"""Reading a bag back: whether every file of its manifests is there, and nothing else, unchanged."""

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path, PurePosixPath
from typing import IO, Protocol
from zipfile import BadZipFile, ZipFile

from inspector.domain.errors import CannotReadError, NotAnArchiveError
from inspector.storage.archives.bag_writing import (
    DECLARATION,
    MANIFEST,
    PAYLOAD,
    TAG_MANIFEST,
    ZIPPED,
)
from inspector.storage.files.whole_files import Progress, unheard

_CHUNK = 1 << 20
_LINE = re.compile(r"([0-9a-fA-F]{64})[ \t]+\*?(.+)")
_LONGEST_MANIFEST = 500_000_000  # bytes


class BagFlaw(Enum):
    """What can be wrong with a file of a bag."""

    CHANGED = auto()
    MISSING = auto()
    UNLISTED = auto()  # there, and on no manifest
    UNREADABLE_LINE = auto()  # of a manifest; its name is the manifest's


@dataclass(frozen=True, slots=True)
class FlawedFile:
    """A file of a bag with what is wrong with it; `name` has / between its parts."""

    flaw: BagFlaw
    name: str


class OpenedBag:
    """A bag that is read."""

    def __init__(self, place: "_Place") -> None:
        self._place = place
        self.names = frozenset(place.names())
        """Every file there is."""

    def read(self, name: str) -> bytes:
        """Return a file whole. Raises KeyError."""
        if name not in self.names:
            raise KeyError(name)
        with self._place.opened(name) as stream:
            return stream.read(_LONGEST_MANIFEST)

    def flaws(self, progress: Progress = unheard) -> Iterator[FlawedFile]:
        """Yield what is wrong with each file, reading all of them."""
        listed: dict[str, str] = {}
        for manifest in (TAG_MANIFEST, MANIFEST):
            for line in self.read(manifest).decode("utf-8", "replace").splitlines():
                match = _LINE.fullmatch(line)
                if match is None:
                    yield FlawedFile(BagFlaw.UNREADABLE_LINE, manifest)
                    continue
                listed[_unescaped(match[2])] = match[1].lower()
        for done, (name, digest) in enumerate(sorted(listed.items())):
            progress(done, len(listed))
            if name not in self.names:
                yield FlawedFile(BagFlaw.MISSING, name)
            elif self._digest(name) != digest:
                yield FlawedFile(BagFlaw.CHANGED, name)
        for name in sorted(self.names - listed.keys() - {TAG_MANIFEST}):
            yield FlawedFile(BagFlaw.UNLISTED, name)

    def payload(self, under: str) -> list[str]:
        """Return the files below a folder of what is kept, in order."""
        return sorted(name for name in self.names if name.startswith(f"{PAYLOAD}/{under}/"))

    def _digest(self, name: str) -> str:
        sha256 = hashlib.sha256()
        try:
            with self._place.opened(name) as stream:
                for chunk in iter(lambda: stream.read(_CHUNK), b""):
                    sha256.update(chunk)
        except Exception:  # whatever a garbled .zip makes zipfile and zlib say, or a bad disk
            return ""
        return sha256.hexdigest()


def is_bag(path: Path) -> bool:
    """Tell whether something looks like a bag; never raises."""
    try:
        with opened_bag(path):
            return True
    except (NotAnArchiveError, CannotReadError):
        return False


@contextmanager
def opened_bag(path: Path) -> Iterator[OpenedBag]:
    """Open a bag; what is in it is not checked yet. Raises NotAnArchiveError, CannotReadError."""
    try:
        if path.is_dir():
            bag = OpenedBag(_Folder(path))
            _require(bag, path)
            yield bag
            return
        if path.suffix.lower() != ZIPPED:
            raise NotAnArchiveError(path)
        with ZipFile(path) as archive:
            tops = {PurePosixPath(name).parts[0] for name in archive.namelist() if name.strip("/")}
            if len(tops) != 1:
                raise NotAnArchiveError(path)
            bag = OpenedBag(_Zip(archive, tops.pop()))
            _require(bag, path)
            yield bag
    except BadZipFile as error:
        raise NotAnArchiveError(path) from error
    except OSError as error:
        raise CannotReadError(path, error.strerror or str(error)) from error


def _require(bag: OpenedBag, path: Path) -> None:
    if not {DECLARATION, MANIFEST, TAG_MANIFEST} <= bag.names:
        raise NotAnArchiveError(path)


class _Place(Protocol):
    def names(self) -> Iterator[str]: ...

    def opened(self, name: str) -> IO[bytes]: ...


class _Folder:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def names(self) -> Iterator[str]:
        for path in self._folder.rglob("*"):
            if not path.is_dir():
                yield path.relative_to(self._folder).as_posix()

    def opened(self, name: str) -> IO[bytes]:
        return (self._folder / name).open("rb")


class _Zip:
    def __init__(self, archive: ZipFile, top: str) -> None:
        self._archive, self._top = archive, f"{top}/"

    def names(self) -> Iterator[str]:
        for name in self._archive.namelist():
            if not name.endswith("/"):
                yield name.removeprefix(self._top)

    def opened(self, name: str) -> IO[bytes]:
        return self._archive.open(self._top + name)


def _unescaped(path: str) -> str:
    return re.sub(r"%(0[AaDd]|25)", lambda match: bytes.fromhex(match[1]).decode(), path)
