"""One stream of bytes in several files, each below 4 GiB: a FAT32 drive takes no larger one.

What fits into one file is that file; what does not is `NAME.001`, `NAME.002` …, the bytes one after
the other, as other programs cut and join them. The first is renamed to its place last.
"""

import io
import os
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO
from uuid import uuid4

from inspector.domain.errors import CannotWriteError, DamagedBackupError, MissingVolumeError
from inspector.read_back import forget_cached
from inspector.storage.files.whole_files import sync_file, sync_folder

VOLUME_BYTES = (4 << 30) - (4 << 20)
"""Locking one by itself adds 16 bytes for each 64 KiB, and it still fits."""

_NUMBERED = re.compile(r"(.+)\.(\d{3})")


class VolumeStream(io.RawIOBase):
    """Several files as one stream, each but the last of `size` bytes; read, or written anew."""

    def __init__(self, paths: list[Path], size: int, *, folder: Path | None = None) -> None:
        super().__init__()
        self.paths, self._size, self._folder = list(paths), size, folder
        self._files: list[IO[bytes]] = []
        self._at = self._end = 0
        try:
            for path in paths:
                self._files.append(path.open("rb"))
                self._end += path.stat().st_size
        except OSError:
            self.close()
            raise

    def readable(self) -> bool:
        return self._folder is None

    def writable(self) -> bool:
        return self._folder is not None

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self._at = max(0, offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._at}.get(whence, self._end))
        return self._at

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        number, at = divmod(self._at, self._size)
        if self._at >= self._end or number >= len(self._files):
            return 0
        file = self._files[number]
        file.seek(at)
        content = file.read(min(len(view), self._size - at))
        view[: len(content)] = content
        self._at += len(content)
        return len(content)

    def write(self, content: object) -> int:
        view = memoryview(content).cast("B")  # type: ignore[arg-type]
        done = 0
        while done < len(view):
            number, at = divmod(self._at, self._size)
            part = view[done : done + self._size - at]
            file = self._file(number)
            file.seek(at)
            file.write(part)
            done += len(part)
            self._at += len(part)
            self._end = max(self._end, self._at)
        return done

    def _file(self, number: int) -> IO[bytes]:
        while number >= len(self._files):
            assert self._folder is not None
            path = self._folder / f".{uuid4().hex}.tmp"
            descriptor = os.open(
                path, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600
            )
            self.paths.append(path)
            self._files.append(os.fdopen(descriptor, "r+b"))
        return self._files[number]

    def close(self) -> None:
        with ExitStack() as closed:
            closed.callback(super().close)
            for file in self._files:
                closed.callback(file.close)  # which a full disk refuses what is not written yet


class Draft:
    """Volumes that are being written: first the stream, then what was written, read back."""

    def __init__(self, folder: Path, size: int) -> None:
        self._size = size
        self.written = VolumeStream([], size, folder=folder)

    @contextmanager
    def read_back(self) -> Iterator[IO[bytes]]:
        """Put everything on the disk and give it to be read as the disk has it; OSError."""
        self.written.close()
        for path in self.written.paths:
            sync_file(path)
            with path.open("rb") as file:
                forget_cached(file)
        with _reading(self.written.paths, self._size) as stream:
            yield stream


@contextmanager
def volumes_beside(target: Path, folder: Path | None = None) -> Iterator[Draft]:
    """Give a draft whose volumes take the place of `target` when all went well.

    They lie in `folder`, if one is named, on the same disk. Raises CannotWriteError with the
    system's reason, also where volumes of that name lie already, which would be mixed with these;
    nothing is left behind then.
    """
    if lying := _numbered(target):
        raise CannotWriteError(lying[0], "File exists")
    draft = Draft(folder or target.parent, VOLUME_BYTES)
    try:
        yield draft
        draft.written.close()
        paths = draft.written.paths
        if len(paths) == 1:
            paths[0].replace(target)
        else:
            for number in range(len(paths), 0, -1):
                paths[number - 1].replace(_volume(target, number))
                sync_folder(target.parent)  # the first is there once all others are
            target.unlink(missing_ok=True)
        sync_folder(target.parent)
    except OSError as error:
        raise CannotWriteError(target, error.strerror or str(error)) from error
    finally:
        with suppress(OSError):
            draft.written.close()
        for path in draft.written.paths:
            with suppress(OSError):
                path.unlink(missing_ok=True)


def volumes_written(target: Path) -> list[Path]:
    """Return the files that `target` was written into: itself, or its volumes."""
    if os.path.exists(target):
        return [target]
    return _numbered(target)


@contextmanager
def opened_volumes(path: Path) -> Iterator[IO[bytes]]:
    """Open a file, or all volumes of what one of them belongs to, as one stream.

    Raises MissingVolumeError where one before the last is not there, DamagedBackupError where one
    was cut short, OSError.
    """
    match = _NUMBERED.fullmatch(path.name)
    if match is None:
        with path.open("rb") as file:
            yield file
        return
    name = path.with_name(match[1])
    numbers = [int(each.suffix[1:]) for each in name.parent.iterdir() if _is_volume(each, name)]
    volumes = [_volume(name, number) for number in range(1, max(numbers, default=1) + 1)]
    for volume in volumes:
        if not os.path.isfile(volume):
            raise MissingVolumeError(volume)
    sizes = [volume.stat().st_size for volume in volumes]
    for volume, size in zip(volumes[1:-1], sizes[1:-1], strict=True):
        if size != sizes[0]:
            raise DamagedBackupError(volume, volume.name)
    with _reading(volumes, max(sizes[0], 1)) as stream:
        yield stream


def next_volume(path: Path) -> Path | None:
    """Return the volume that follows the last one there; None of a file that is no volume."""
    match = _NUMBERED.fullmatch(path.name)
    if match is None:
        return None
    name = path.with_name(match[1])
    return _volume(name, len(volumes_written(name)) + 1)


@contextmanager
def _reading(paths: list[Path], size: int) -> Iterator[IO[bytes]]:
    with VolumeStream(paths, size) as raw, io.BufferedReader(raw, 1 << 16) as stream:
        yield stream


def _numbered(target: Path) -> list[Path]:
    found = [_volume(target, number) for number in range(1, 1000)]
    return [path for path in found if os.path.exists(path)]


def _volume(target: Path, number: int) -> Path:
    return target.with_name(f"{target.name}.{number:03}")


def _is_volume(path: Path, name: Path) -> bool:
    match = _NUMBERED.fullmatch(path.name)
    return match is not None and match[1] == name.name
