"""Restoring a backup, in one go for the command line and in two steps for the window."""

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from inspector.domain.errors import FolderInUseError
from inspector.storage.backups.backup_restoring import (
    Prepared,
    damaged_name,
    give_up,
    prepare_restore,
    put_in_place,
    set_database_aside,
)
from inspector.storage.backups.daily_backups import BACKUPS_FOLDER, Backup, newest_sound
from inspector.storage.backups.since_backup import Missing, missing_since
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.storage.files.folder_lock import is_open_elsewhere, lock_folder
from inspector.storage.files.whole_files import Progress, unheard
from inspector.storage.sharing.laptop_identity_file import LaptopIdentityFile
from inspector.translation import tr

__all__ = [
    "Backup",
    "Prepared",
    "Restored",
    "WayBack",
    "damaged_name",
    "finish",
    "give_up",
    "newest_backup",
    "prepare_restore",
    "restore",
    "restored_sentence",
    "set_database_aside",
    "way_back",
]


@dataclass(frozen=True, slots=True)
class Restored:
    """What restoring came to; `aside` is where the folder before is kept, if there was one."""

    moment: datetime
    missing: int
    aside: Path | None


def restore(
    source: Path,
    folder: Path,
    now: datetime,
    progress: Progress = unheard,
    passphrase: str = "",
) -> Restored:
    """Put a backup in the place of a data folder, which is set aside.

    Everything is checked first. Raises FolderInUseError while another process has the folder
    open, and what `prepare_restore` raises; nothing has changed then.
    """
    if not os.path.exists(folder):  # nobody can have it open
        return finish(prepare_restore(source, folder, progress, passphrase), folder, now)
    lock = lock_folder(folder)
    try:
        if is_open_elsewhere(folder / DATABASE_FILE):
            raise FolderInUseError(folder)
        prepared = prepare_restore(source, folder, progress, passphrase)
    finally:
        lock.release()  # Windows renames no folder with an open file in it
    return finish(prepared, folder, now)


def finish(prepared: Prepared, folder: Path, now: datetime) -> Restored:
    """Put a prepared folder in its place; this process has the one before closed.

    To other laptops it is a new one from now on: what came after the backup is not in it.

    Raises FolderInUseError, CannotWriteError; nothing has changed then.
    """
    try:
        aside = put_in_place(prepared, folder, now)
    except BaseException:
        give_up(prepared)
        raise
    LaptopIdentityFile(folder).retire()
    return Restored(prepared.moment, prepared.missing, aside)


@dataclass(frozen=True, slots=True)
class WayBack:
    """The newest sound snapshot of a damaged folder, and what of the folder is not in it."""

    backup: Backup
    missing: Missing


def way_back(folder: Path) -> WayBack | None:
    """Return the way back of a damaged folder; None without a sound snapshot. CannotReadError."""
    backup = newest_backup(folder)
    if backup is None:
        return None
    return WayBack(backup, missing_since(folder / DATABASE_FILE, backup.path))


def newest_backup(folder: Path) -> Backup | None:
    """Return the newest snapshot of a data folder that is sound; raises CannotReadError."""
    return newest_sound(folder / BACKUPS_FOLDER)


def restored_sentence(restored: Restored) -> str:
    """Return what restoring came to, and where the data before is."""
    said = tr("The backup of {time} is back.", time=f"{restored.moment:%Y-%m-%d %H:%M}")
    if restored.missing:
        said += tr(" {count} photos or files were not found whole.", count=restored.missing)
    if restored.aside is not None:
        said += tr(" The data before is kept in {path}.", path=restored.aside)
    return said
