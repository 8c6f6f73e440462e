"""A paper that was written aside, to its place: beside the target, read back, renamed over it."""

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from inspector.domain.errors import CannotWriteError, FileInUseError, NotAsWrittenError
from inspector.excel.sheet.workbook_saving import is_locked, refuse_protected, replace_by
from inspector.file_drafts import draft_beside
from inspector.read_back import digest_at

_CHUNK = 1 << 20
"""Bytes between two words of progress."""


def require_free(path: Path) -> None:
    """Refuse a place that could not be written to at the end either, before anything is done.

    Raises FileInUseError when an office program has the file open, else CannotWriteError.
    """
    target = Path(os.path.realpath(path))
    try:
        if not target.name:  # the top of a disk
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if is_locked(target):
            raise FileInUseError(path)
        refuse_protected(target)
    except OSError as error:
        raise CannotWriteError(path, error.strerror or str(error)) from error


def place_paper(made: Path, path: Path, hear: Callable[[], object]) -> None:
    """Copy a finished paper to `path`, replacing what is there; what `hear` raises stops it.

    On failure the old file is as it was and nothing is left beside it. Raises FileInUseError,
    NotAsWrittenError when the disk gives back something else, else CannotWriteError.
    """
    require_free(path)
    target = Path(os.path.realpath(path))
    beside = draft_beside(target)
    try:
        with made.open("rb") as source, beside.open("xb") as file:
            while chunk := source.read(_CHUNK):
                hear()
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        digest = digest_at(made)
        if digest_at(beside) != digest:
            raise NotAsWrittenError(path)
        replace_by(beside, target, path)
        if digest_at(target) != digest:  # spoilt by another program, or the disk
            raise NotAsWrittenError(path)
    except OSError as error:
        raise CannotWriteError(path, error.strerror or str(error)) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
