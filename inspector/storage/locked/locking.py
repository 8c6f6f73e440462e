"""Bytes locked on their way to the disk, and opened on their way back; never a whole file at once.

What was written is read back and opened. The passphrase is not at hand then, so each file is
locked for a second key as well, which is drawn for it, opens it this once and is forgotten.
"""

import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import IO, TYPE_CHECKING, Protocol

from inspector.domain.errors import CannotReadError, DamagedBackupError, NotAsWrittenError
from inspector.read_back import digest_at, forget_cached
from inspector.storage.files.whole_files import beside, make_folder, sync_file

if TYPE_CHECKING:
    from pyrage.x25519 import Identity

LOCKED_SUFFIX = ".age"
_CHUNK = 1 << 20


class Readable(Protocol):
    """What bytes are read from, in parts."""

    def read(self, size: int = -1, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Locked:
    """What was locked: the SHA-256 of its bytes, and the key that opens it this once."""

    digest: str
    once: "Identity"


class _Taken:
    """What is read, in parts that are heard; keeps the error that stopped it."""

    def __init__(self, stream: Readable, heard: Callable[[bytes], object]) -> None:
        self._stream, self._heard = stream, heard
        self.error: BaseException | None = None

    def read(self, size: int = -1) -> bytes:
        try:
            chunk = self._stream.read(size)
            self._heard(chunk)
        except BaseException as error:
            self.error = error
            raise
        return chunk


class _Given:
    """Where parts are handed on to; keeps the error that stopped it."""

    def __init__(self, give: Callable[[bytes], object]) -> None:
        self._give = give
        self.error: BaseException | None = None

    def write(self, chunk: bytes) -> int:
        try:
            self._give(chunk)
        except BaseException as error:
            self.error = error
            raise
        return len(chunk)

    def flush(self) -> None:
        """Do nothing: who made the stream flushes it."""


def lock(source: Readable, sink: IO[bytes], recipient: str) -> Locked:
    """Lock what can be read from `source` into `sink`; raises what either stream raises."""
    import pyrage

    once = pyrage.x25519.Identity.generate()
    sha256 = hashlib.sha256()
    taken, given = _Taken(source, sha256.update), _Given(sink.write)
    keys = [pyrage.x25519.Recipient.from_str(recipient), once.to_public()]
    try:
        pyrage.encrypt_io(taken, given, keys)
    except Exception:
        if (error := taken.error or given.error) is not None:
            raise error from None
        raise
    return Locked(sha256.hexdigest(), once)


def lock_written(write: Callable[[IO[bytes]], object], sink: IO[bytes], recipient: str) -> Locked:
    """Lock what `write` writes into the stream it is given; raises what it, or `sink`, raises."""
    reading, writing = os.pipe()
    found: list[Locked | BaseException] = []

    def work() -> None:
        with os.fdopen(reading, "rb", _CHUNK) as source:
            try:
                found.append(lock(source, sink, recipient))
            except BaseException as error:  # told below; the writer meets a closed pipe
                found.append(error)

    thread = Thread(target=work, name="locking")
    thread.start()
    try:
        with os.fdopen(writing, "wb", _CHUNK) as stream:
            write(stream)
    except BrokenPipeError:
        thread.join()
        if not isinstance(found[0], BaseException):
            raise
    finally:
        thread.join()
    if isinstance(found[0], BaseException):
        raise found[0]
    return found[0]


def require_same(
    stream: IO[bytes], locked: Locked, path: Path, did: Callable[[int], object] = int
) -> None:
    """Read back what was locked, and open it; `did` hears how many bytes went by.

    Raises NotAsWrittenError when it is not the same.
    """
    import pyrage

    sha256 = hashlib.sha256()

    def hear(chunk: bytes) -> None:
        sha256.update(chunk)
        did(len(chunk))

    opened = _Given(hear)
    try:
        pyrage.decrypt_io(stream, opened, [locked.once])
    except Exception as error:
        if opened.error is not None:
            raise opened.error from None
        raise NotAsWrittenError(path) from error
    if sha256.hexdigest() != locked.digest:
        raise NotAsWrittenError(path)


def lock_file(source: Path, target: Path, recipient: str, digest: str = "") -> bool:
    """Lock a copy of a file, making folders on the way; whole or not there, and read back.

    With `digest`, only bytes of that SHA-256. False when the source cannot be read or is not what
    it should be. Raises CannotWriteError about the target, NotAsWrittenError.
    """
    make_folder(target.parent)
    try:
        stream = source.open("rb")
    except OSError:
        return False
    with stream, suppress(_OtherError):
        heard = _Source(stream)
        with beside(target) as path:
            with path.open("wb") as file:
                locked = lock(heard, file, recipient)
            if digest and locked.digest != digest:
                raise _OtherError
            sync_file(path)
            with path.open("rb") as file:
                forget_cached(file)
                require_same(file, locked, target)
        return True
    return False


class _OtherError(Exception):
    """The source cannot be read, or is not what it should be."""


class _Source:
    """A file whose own trouble is told from that of the disk it is copied to."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def read(self, size: int = -1) -> bytes:
        try:
            return self._stream.read(size)
        except OSError as error:
            raise _OtherError from error


def open_locked(
    source: IO[bytes],
    sink: IO[bytes],
    identity: "Identity",
    path: Path,
    did: Callable[[int], object] = int,
) -> None:
    """Write what was locked into `sink`, as it was; `path` is where it was found.

    `did` hears how many bytes went by; what it raises stops it. Raises DamagedBackupError, and
    what `sink` raises.
    """
    import pyrage

    def give(chunk: bytes) -> None:
        sink.write(chunk)
        did(len(chunk))

    opened = _Given(give)
    try:
        pyrage.decrypt_io(source, opened, [identity])
    except Exception as error:
        if opened.error is not None:
            raise opened.error from None
        raise DamagedBackupError(path, path.name) from error


def open_locked_file(source: Path, target: Path, identity: "Identity", digest: str = "") -> None:
    """Open a locked copy to `target`, whole and on the disk; with `digest`, of that SHA-256.

    Raises DamagedBackupError about the copy, CannotWriteError about the target.
    """
    make_folder(target.parent)
    try:
        stream = source.open("rb")
    except OSError as error:
        raise CannotReadError(source, error.strerror or str(error)) from error
    with stream, beside(target) as path:
        with path.open("wb") as file:
            open_locked(stream, file, identity, source)
        if digest and digest_at(path) != digest:
            raise DamagedBackupError(source, source.name)
