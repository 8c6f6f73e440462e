"""Opening a data folder with the check that is due: none after a run that ended well."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from inspector.domain.errors import (
    CannotWriteError,
    DamagedDatabaseError,
    DataAwayError,
    FolderInUseError,
    InspectorError,
)
from inspector.storage.database.getting_ready import Tell, untold
from inspector.storage.database.read_only_opening import (
    is_known,
    is_unwritable,
    scratch,
)
from inspector.storage.database.recognised_file import Check, is_behind
from inspector.storage.database_opening import open_unwritable
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.storage.files.folder_lock import (
    Before,
    FolderLock,
    ended_well,
    is_distrusted,
    lock_folder,
)
from inspector.storage.files.live_closing import set_log_aside
from inspector.storage.files.live_file import id_of
from inspector.storage.files.recovery_files import RecoveryFiles
from inspector.storage.files.write_ahead_log import left_open
from inspector.workspace.workspace import Workspace


def require_at_hand(folder: Path) -> None:
    """Refuse to begin with an empty folder where another one is missed.

    Raises DataAwayError: a drive that is not plugged in leaves a bare place, and what it could not
    take when it was pulled out waits for it elsewhere.
    """
    if not os.path.exists(folder / DATABASE_FILE):
        for copy, _ in RecoveryFiles(folder).found():
            raise DataAwayError(folder, copy)


def takes_long(lock: FolderLock) -> bool:
    """Tell whether there is something to do before the folder opens that costs with its size.

    Raises what opening it raises.
    """
    database = lock.folder / DATABASE_FILE
    return is_known(database) and (_due(lock, database) is not Check.NONE or is_behind(database))


def make_ready(lock: FolderLock, tell: Tell) -> None:
    """Do that: look through the folder, and bring it to this version; `open_with` need not then.

    Raises what `open_with` raises. What `tell` raises leaves everything as it was.
    """
    _opened(lock, create=False, tell=tell).close()


def open_with(lock: FolderLock, *, create: bool = False, is_ready: bool = False) -> Workspace:
    """Open the folder that `lock` is on, made with `create`; raises what `Workspace` raises.

    `is_ready`: it has been looked through already. A damaged one is not touched, and the next
    start looks as closely.
    """
    workspace = _finished(_opened(lock, create, is_ready=is_ready))
    workspace.database.mark_first_commit(lock.hold)
    return workspace


def _finished(workspace: Workspace) -> Workspace:
    """Let go, at last, what an erasure that was killed half-way has left behind.

    While it cannot (a disk that refuses, somebody who reads), the next start will.
    """
    if workspace.database.row("SELECT 1 FROM unfinished_erasure LIMIT 1"):
        with suppress(InspectorError):
            workspace.erasures.finish()
    return workspace


def _opened(
    lock: FolderLock, create: bool, tell: Tell = untold, *, is_ready: bool = False
) -> Workspace:
    """Open a folder; the log of a killed run only with the database that it belongs to."""
    folder = lock.folder
    try:
        if lock.ids and id_of(folder / DATABASE_FILE) not in (None, *lock.ids):
            set_log_aside(folder / DATABASE_FILE, datetime.now())
        check = Check.NONE if is_ready else _due(lock, folder / DATABASE_FILE)
        return Workspace(folder, check=check, create=create, tell=tell)
    except DamagedDatabaseError:
        lock.distrust()
        raise


def open_beside(
    folder: Path, *, create: bool = False, check: Check = Check.NONE, tell: Tell = untold
) -> Workspace:
    """Open a folder for one command, after a `check`; a window that has it open goes on.

    Such a window checks by itself, and once it has met damage it keeps the command out, too:
    raises DamagedDatabaseError. One of an older program goes on by the tables it knows, so that
    nothing is brought to this version under it: raises FolderInUseError.
    """
    if is_unwritable(folder):
        raise CannotWriteError(folder / DATABASE_FILE, "read-only")
    if ended_well(folder):
        return _finished(Workspace(folder, check=check, create=create, tell=tell))
    try:
        lock = lock_folder(folder)
    except FolderInUseError:
        if is_distrusted(folder):
            raise DamagedDatabaseError(folder / DATABASE_FILE, untouched=False) from None
        if is_known(folder / DATABASE_FILE) and is_behind(folder / DATABASE_FILE):
            raise
        return Workspace(folder, create=create)
    try:
        # Unmarked: that is for the one who keeps the lock.
        return _finished(_opened(lock, create, tell))
    finally:
        lock.release()  # a window may start while the command runs


@contextmanager
def opened_to_read(
    folder: Path, check: Check = Check.NONE, tell: Tell = untold
) -> Iterator[Workspace]:
    """Give a folder for one command that only reads; one that takes no file is read all the same.

    A paper that is entered where it can be asks for a `check` there.

    Raises what `open_beside` raises.
    """
    database = folder / DATABASE_FILE
    if not (is_unwritable(folder) and is_known(database)):
        with closing(open_beside(folder, check=check, tell=tell)) as workspace:
            yield workspace
        return
    with scratch("inspector-reading-") as place, closing(open_unwritable(database, place)) as copy:
        yield Workspace.upon(folder, copy)


def lost_log(lock: FolderLock, workspace: Workspace) -> bool:
    """Tell, once, whether a run was killed and the log of what it wrote last is gone.

    That there is none says nothing: whoever reads the database folds its log in, and a run that
    wrote nothing leaves none. What the run wrote first is looked for in the database instead.
    """
    if lock.mark is None or workspace.database.mark >= lock.mark:
        return False
    lock.hold(None)
    return True


def _due(lock: FolderLock, database: Path) -> Check:
    if lock.before is Before.DISTRUSTED:
        return Check.WHOLE
    killed = lock.before is Before.KILLED or left_open(database)
    return Check.PAGES if killed else Check.NONE
