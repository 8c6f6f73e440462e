"""The original bytes of evidence, each file kept once and untouched under its SHA-256.

`<data>/evidence/ab/abcd….jpg`; on disk for certain before `keep` returns, so that a row that
names it can be committed.
"""

import hashlib
import os
import re
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO
from uuid import uuid4

from inspector.domain.errors import (
    CannotReadError,
    CannotWriteError,
    NotAsWrittenError,
    NotFoundError,
)
from inspector.paths import make_private_folder
from inspector.read_back import digest_at
from inspector.storage.files.live_file import is_live
from inspector.storage.files.whole_files import sync_folder

EVIDENCE_FOLDER = "evidence"

_CHUNK = 1 << 20
_BESIDE = ".tmp"
_DIGEST = re.compile(r"[0-9a-f]{64}")
_SUFFIX = re.compile(r"[a-z0-9]{0,12}")


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One kept file: SHA-256 in lower-case hex, suffix without a dot, size in bytes."""

    digest: str
    suffix: str
    size: int


class EvidenceFiles:
    """The store in one data folder. Safe to use from several threads and programs at once."""

    def __init__(self, data_folder: Path) -> None:
        self._folder = data_folder / EVIDENCE_FOLDER
        self._on_disk: set[Path] = set()
        """Folders whose own name is on the disk for certain."""

    def path_of(self, digest: str, suffix: str) -> Path:
        """Return where a file lies, whether it is there or not."""
        if not (_DIGEST.fullmatch(digest) and _SUFFIX.fullmatch(suffix)):
            raise ValueError(f"not a kept file: {digest!r} {suffix!r}")
        return self._folder / digest[:2] / (f"{digest}.{suffix}" if suffix else digest)

    def keep(self, source: Path | bytes, suffix: str) -> StoredFile:
        """Copy `source` into the store, or find it there; a file is never loaded whole.

        `suffix` is in lower case without a dot (`kept_suffix`). On failure nothing is left
        behind. Raises NotFoundError or CannotReadError about the source, CannotWriteError about
        the store.
        """
        with opened_source(source) as stream:
            beside = self._folder / f".{uuid4().hex}{_BESIDE}"
            try:
                make_private_folder(self._folder, parents=False)  # it may have been moved away
                digest, size = _copy(stream, beside, source)
                self._settle(beside, self.path_of(digest, suffix), digest)
            except OSError as error:
                raise CannotWriteError(self._folder, error.strerror or str(error)) from error
            finally:
                with suppress(OSError):
                    beside.unlink(missing_ok=True)
        return StoredFile(digest, suffix, size)

    def keep_as(self, stream: IO[bytes], digest: str, suffix: str) -> bool:
        """Copy a stream into the store whose bytes have to have a digest; tell whether they had.

        Where they have not, nothing is kept. Raises CannotWriteError, and what reading raises.
        """
        beside = self._folder / f".{uuid4().hex}{_BESIDE}"
        try:
            make_private_folder(self._folder, parents=False)
            found, _ = _copy(stream, beside, b"")
            if found == digest:
                self._settle(beside, self.path_of(digest, suffix), digest)
            return found == digest
        except OSError as error:
            raise CannotWriteError(self._folder, error.strerror or str(error)) from error
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)

    def take_away(self, digest: str, suffix: str) -> None:
        """Remove a file that was kept just now and that nothing came to need, as far as it goes."""
        path = self.path_of(digest, suffix)
        with suppress(OSError):
            path.chmod(stat.S_IRUSR | stat.S_IWUSR)
            path.unlink(missing_ok=True)

    def verify(self, digest: str, suffix: str) -> bool:
        """Tell whether the file is there, readable and still has the bytes it is named by."""
        return _has_digest(self.path_of(digest, suffix), digest)

    def all_files(self) -> Iterator[StoredFile]:
        """Yield every file of the store by its name, unverified; what is not ours is skipped.

        Raises CannotReadError.
        """
        return (file for file, _ in self.placed_files())

    def placed_files(self) -> Iterator[tuple[StoredFile, bool]]:
        """Yield the same files, each with whether it lies in the folder that is its own.

        One folder of the 256 after the other, each in order. Raises CannotReadError.
        """
        try:
            for folder in sorted(self._folder.glob("??")):
                for path in sorted(folder.glob("*")):
                    digest, _, suffix = path.name.partition(".")
                    is_ours = _DIGEST.fullmatch(digest) and _SUFFIX.fullmatch(suffix)
                    if is_ours and os.path.isfile(path):
                        file = StoredFile(digest, suffix, path.stat().st_size)
                        yield file, path.parent.name == digest[:2]
        except OSError as error:
            raise CannotReadError(self._folder, error.strerror or str(error)) from error

    def _settle(self, beside: Path, target: Path, digest: str) -> None:
        """Have a finished copy in its place, under a name that is on the disk."""
        if not os.path.isdir(target.parent):
            make_private_folder(target.parent)
        if not _has_digest(target, digest):
            self._move(beside, target, digest)
        # Also what was there: a run that was killed behind its rename has not done it.
        for folder in (target.parent, self._folder):
            if folder not in self._on_disk:
                sync_folder(folder.parent)
                self._on_disk.add(folder)
        sync_folder(target.parent)

    def _move(self, beside: Path, target: Path, digest: str) -> None:
        if os.path.isfile(target):
            # What the disk damaged is replaced; Windows replaces no protected file.
            target.chmod(stat.S_IRUSR | stat.S_IWUSR)
        # Protected, since a program that opens an attachment may well save over it.
        beside.chmod(stat.S_IRUSR)
        try:
            beside.replace(target)
        except OSError:
            beside.chmod(stat.S_IRUSR | stat.S_IWUSR)  # Windows deletes no protected file
            if not _has_digest(target, digest):  # else another thread was faster
                raise


def opened_source(source: Path | bytes) -> IO[bytes]:
    """Open a file or bytes for reading; raises NotFoundError or CannotReadError."""
    if isinstance(source, bytes):
        return BytesIO(source)
    try:
        # Asked before opening: opening a pipe would wait for ever.
        if not stat.S_ISREG(os.stat(source).st_mode):
            raise CannotReadError(source, "no regular file")
        if is_live(source):
            raise CannotReadError(source, "database is locked")
        return source.open("rb")
    except FileNotFoundError as error:
        raise NotFoundError(source) from error
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the name
        raise CannotReadError(source, getattr(error, "strerror", "") or str(error)) from error


def copy_file(source: Path, target: Path) -> None:
    """Copy a file to where somebody wants it, whole or not at all.

    Raises NotFoundError or CannotReadError about the source, CannotWriteError about the target.
    """
    with opened_source(source) as stream:
        beside = target.with_name(f".{uuid4().hex}.tmp")
        try:
            digest, _ = _copy(stream, beside, source)
            beside.chmod(0o644)
            beside.replace(target)
            if digest_at(target) != digest:
                raise NotAsWrittenError(target)
        except OSError as error:
            raise CannotWriteError(target, error.strerror or str(error)) from error
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)


def _has_digest(path: Path, digest: str) -> bool:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == digest
    except OSError:
        return False


def _copy(stream: IO[bytes], beside: Path, source: Path | bytes) -> tuple[str, int]:
    """Write a stream to a new file and onto the disk; return its SHA-256 and size."""
    sha256, size = hashlib.sha256(), 0
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _O_BINARY, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        while chunk := _read(stream, source):
            sha256.update(chunk)
            file.write(chunk)
            size += len(chunk)
        file.flush()
        os.fsync(file.fileno())
    return sha256.hexdigest(), size


def _read(stream: IO[bytes], source: Path | bytes) -> bytes:
    try:
        return stream.read(_CHUNK)
    except OSError as error:  # a card pulled out half-way
        path = source if isinstance(source, Path) else Path()
        raise CannotReadError(path, error.strerror or str(error)) from error


_O_BINARY: int = getattr(os, "O_BINARY", 0)
