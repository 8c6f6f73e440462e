"""Opening a data folder with the check that is due: none after a run that ended well."""

import os
from pathlib import Path

from inspector.domain.errors import DamagedDatabaseError, DataAwayError, FolderInUseError
from inspector.storage.database import Check, left_open
from inspector.storage.folder_lock import Before, FolderLock, ended_well, lock_folder
from inspector.storage.recovery_files import RecoveryFiles
from inspector.workspace.workspace import DATABASE_FILE, Workspace


def require_at_hand(folder: Path) -> None:
    """Refuse to begin with an empty folder where another one is missed.

    Raises DataAwayError: a drive that is not plugged in leaves a bare place, and what it could not
    take when it was pulled out waits for it elsewhere.
    """
    if not os.path.exists(folder / DATABASE_FILE):
        for copy, _ in RecoveryFiles(folder).found():
            raise DataAwayError(folder, copy)


def open_with(lock: FolderLock) -> Workspace:
    """Open the folder that `lock` is on; raises what `Workspace` raises.

    A damaged one is not touched, and the next start looks as closely.
    """
    workspace = _opened(lock)
    workspace.database.mark_first_commit(lock.hold)
    return workspace


def _opened(lock: FolderLock) -> Workspace:
    folder = lock.folder
    try:
        return Workspace(folder, check=_due(lock, folder / DATABASE_FILE))
    except DamagedDatabaseError:
        lock.distrust()
        raise


def open_beside(folder: Path) -> Workspace:
    """Open a folder for one command; a window that has it open goes on."""
    if ended_well(folder):
        return Workspace(folder)
    try:
        lock = lock_folder(folder)
    except FolderInUseError:
        return Workspace(folder)
    try:
        return _opened(lock)  # unmarked: that is for the one who keeps the lock
    finally:
        lock.release()  # a window may start while the command runs


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
