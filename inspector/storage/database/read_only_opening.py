"""Reading a database where nothing can be written beside it: a sealed disk, a protected folder.

SQLite keeps a log and an index beside every database it opens. Where it may not, what is there,
log included, is copied to a scratch folder and read there.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from inspector.domain.errors import CannotReadError, CannotWriteError, NotFoundError
from inspector.paths import is_there
from inspector.storage.files.live_file import is_open_here, log_of
from inspector.storage.files.work_folders import work_folder


def require_there(path: Path) -> None:
    """Refuse what is not there: raises NotFoundError, or CannotReadError where one may not look."""
    if not is_known(path):
        raise NotFoundError(path)


def is_known(path: Path) -> bool:
    """Tell whether something lies at a path; raises CannotReadError where one may not look."""
    try:
        return is_there(path)
    except OSError as error:
        raise CannotReadError(path, error.strerror or str(error)) from error


def is_unwritable(folder: Path) -> bool:
    """Tell whether a folder that is there takes no new file."""
    return os.path.isdir(folder) and not os.access(folder, os.W_OK)


@contextmanager
def readable(path: Path) -> Iterator[Path]:
    """Give a place where the database at `path` can be read: its own, or that of a copy.

    Raises CannotReadError, or CannotWriteError when there is no room for the copy.
    """
    if is_open_here(path) or not is_unwritable(path.parent):
        yield path
        return
    with scratch("inspector-reading-") as folder:
        yield copied(path, folder)


@contextmanager
def scratch(prefix: str) -> Iterator[Path]:
    """Give a folder of our own that goes again; raises CannotWriteError."""
    try:
        folder = tempfile.TemporaryDirectory(prefix=prefix)
    except OSError as error:
        raise CannotWriteError(Path(tempfile.gettempdir()), str(error)) from error
    with folder as name:
        yield Path(name)


@contextmanager
def place_for_copy(folder: Path, database: Path) -> Iterator[Path]:
    """Give a place for a copy of a database that goes again: in a data folder that has room for it.

    The system's folder for all, taken otherwise, may be on another disk, or held in memory. What a
    killed run left in the data folder goes first. Raises CannotWriteError.
    """
    if is_unwritable(folder) or shutil.disk_usage(folder).free < 2 * database.stat().st_size:
        with scratch("inspector-copy-") as place:
            yield place
    else:
        with work_folder(folder) as place:
            yield place


def copied(path: Path, folder: Path) -> Path:
    """Copy a database with its log into a folder; return the copy's path.

    Raises CannotReadError, CannotWriteError.
    """
    copy = folder / path.name
    for source, target in ((path, copy), (log_of(path), log_of(copy))):
        if not os.path.exists(source) and source != path:
            continue
        try:
            stream = source.open("rb")
        except OSError as error:
            raise CannotReadError(source, error.strerror or str(error)) from error
        with stream:
            try:
                with open(target, "wb") as file:
                    shutil.copyfileobj(stream, file, 1 << 20)
            except OSError as error:
                raise CannotWriteError(target, error.strerror or str(error)) from error
    return copy
