"""Files that are whole or not there: written beside their place, put on the disk, renamed.

What is made here only the user may read.
"""

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeAlias
from uuid import uuid4

from inspector.domain.errors import CannotWriteError, NotAsWrittenError
from inspector.file_drafts import draft_beside
from inspector.paths import make_private_folder
from inspector.read_back import digest_at

Progress: TypeAlias = Callable[[int, int], None]
"""Hears how much is done of how much; what it raises stops the work, which then leaves nothing."""

TEMPORARY = ".*.tmp"
"""What names of files match that a killed run left half-written."""

_CHUNK = 1 << 20
_O_BINARY: int = getattr(os, "O_BINARY", 0)


def unheard(done: int, total: int) -> None:
    """Let nobody hear of the progress."""


@contextmanager
def beside(target: Path, folder: Path | None = None) -> Iterator[Path]:
    """Give a new, empty, private file beside `target` that takes its place when all went well.

    It lies in `folder`, if one is named, on the same disk. Raises CannotWriteError with the
    system's reason; nothing is left behind then.
    """
    path = (folder or target.parent) / f".{uuid4().hex}.tmp"
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _O_BINARY, 0o600))
        yield path
        sync_file(path)
        path.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        raise CannotWriteError(target, error.strerror or str(error)) from error
    finally:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def hand_out(target: Path, content: bytes) -> None:
    """Write a file for the user, whole or not at all, as any new file of theirs; read it back.

    Raises CannotWriteError with the system's reason, NotAsWrittenError when the disk gives back
    something else.
    """
    import hashlib  # 2 ms, which no start waits for

    with handing_out(target, hashlib.sha256(content).hexdigest()) as path:
        path.write_bytes(content)


@contextmanager
def handing_out(target: Path, digest: str = "") -> Iterator[Path]:
    """Give the place beside `target` where a file for the user is to be written in the block.

    It takes the place of `target` when all went well, and is read back there; with `digest`, its
    SHA-256 has to be that. Raises as `hand_out` does; nothing is left behind then.
    """
    path = draft_beside(target)
    try:
        yield path
        sync_file(path)
        found = digest_at(path)
        if found != (digest or found):
            raise NotAsWrittenError(target)
        path.replace(target)
        sync_folder(target.parent)
        if digest_at(target) != found:
            raise NotAsWrittenError(target)
    except OSError as error:
        raise CannotWriteError(target, error.strerror or str(error)) from error
    finally:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def copy_as(source: Path, target: Path, digest: str = "") -> bool:
    """Copy a file, making folders on the way; with `digest`, only bytes of that SHA-256.

    False when the source cannot be read or is not what it should be: nothing was written.
    Raises CannotWriteError about the target, NotAsWrittenError when it reads back otherwise.
    """
    import hashlib

    make_folder(target.parent)
    try:
        with source.open("rb") as stream, beside(target) as path:
            sha256 = hashlib.sha256()
            with path.open("wb") as file:
                for chunk in iter(lambda: _read(stream.read), b""):
                    sha256.update(chunk)
                    file.write(chunk)
            if digest and sha256.hexdigest() != digest:
                raise _UnreadableError
        if digest_at(target) != sha256.hexdigest():
            raise NotAsWrittenError(target)
    except _UnreadableError:
        return False
    except OSError:
        return False  # `beside` tells of its own in its own words
    return True


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, that only the user may enter; raises CannotWriteError."""
    missing = [folder, *folder.parents]
    try:
        for each in reversed([path for path in missing if not os.path.isdir(path)]):
            make_private_folder(each)
    except OSError as error:
        raise CannotWriteError(folder, error.strerror or str(error)) from error


def sync_file(path: Path) -> None:
    """Put a file's bytes on the disk."""
    descriptor = os.open(path, os.O_RDWR | _O_BINARY)  # Windows syncs only what may be written
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Put a folder's new entries on the disk, where the system lets one."""
    if sys.platform == "win32":
        return  # NTFS journals its folders, and Python cannot open one
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:  # some network disks have no such call
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(descriptor)


class _UnreadableError(Exception):
    """The source is not what it should be."""


def _read(read: Callable[[int], bytes]) -> bytes:
    try:
        return read(_CHUNK)
    except OSError as error:
        raise _UnreadableError from error
