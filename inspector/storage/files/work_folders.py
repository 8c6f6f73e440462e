"""Folders of work that is under way, beside what it is for: locked meanwhile.

The system drops a lock with its process, so that what a killed run left is told from what another
run is at. What is left goes when the next one begins.
"""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from inspector.domain.errors import CannotWriteError, InspectorError
from inspector.paths import make_private_folder
from inspector.storage.files.folder_lock import lock_folder

_PREFIX = ".inspector-work-"


@contextmanager
def work_folder(parent: Path) -> Iterator[Path]:
    """Give a folder in `parent` that goes again; what killed runs left there goes first.

    Raises CannotWriteError about `parent`.
    """
    remove_all_left(parent)
    folder = parent / f"{_PREFIX}{uuid4().hex}"
    try:
        make_private_folder(folder, parents=False)  # `parent` may have been moved away
    except OSError as error:
        raise CannotWriteError(parent, error.strerror or str(error)) from error
    try:
        lock = lock_folder(folder, make=False)
    except CannotWriteError as error:  # a full disk: what is told is where somebody wanted it
        with suppress(OSError):
            remove(folder)
        raise CannotWriteError(parent, error.reason) from error
    try:
        yield folder
    finally:
        lock.release()
        with suppress(OSError):
            remove(folder)


def remove_all_left(parent: Path) -> None:
    """Delete what killed runs left in `parent`; never raises."""
    with suppress(OSError):
        for path in parent.glob(f"{_PREFIX}*"):
            remove_left(path)


def remove_left(folder: Path) -> bool:
    """Delete a folder unless somebody is at work in it; tell whether it is gone. Never raises."""
    try:
        if not folder.is_dir():
            return False
        lock_folder(folder, make=False).release()
        remove(folder)
    except (InspectorError, OSError):
        return False
    return True


def remove(folder: Path) -> None:
    """Delete a folder with all that is in it; raises OSError."""
    if not folder.is_dir():
        return
    if sys.platform == "win32":  # which deletes no protected file
        for path in folder.rglob("*"):
            path.chmod(0o600)
    shutil.rmtree(folder)
