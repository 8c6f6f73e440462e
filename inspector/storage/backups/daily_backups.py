"""The snapshots in `<data>/backups/`, named by the moment they were taken, packed and thinned.

Those of versions that packed none are read and thinned alike, and packed one a day. The evidence
itself is not copied there: its files never change, and each snapshot names the digests of those
it needs.
"""

import errno
import os
import re
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from inspector.domain.errors import (
    CannotReadError,
    CannotWriteError,
    DataGoneError,
    InspectorError,
    NoRoomError,
)
from inspector.paths import make_private_folder
from inspector.storage.backups.packed_snapshot import pack_snapshot, snapshot_problems
from inspector.storage.backups.snapshot import problems_in, take_snapshot
from inspector.storage.backups.snapshot_files import (
    PACKED_SUFFIX,
    delete_snapshot,
    files_of,
    is_packed,
)
from inspector.storage.backups.thinning import moments_kept
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.storage.files.whole_files import Progress, sync_folder, unheard
from inspector.storage.files.work_folders import work_folder
from inspector.storage.locked.locking import LOCKED_SUFFIX

BACKUPS_FOLDER = "backups"
_AHEAD = timedelta(days=1)  # a time zone is crossed with less
KEPT_UPDATES = 3

_NAME = re.compile(
    r"inspector-(\d{4}-\d{2}-\d{2}-\d{6})(-before-update)?\.db(\.zip(\.001)?)?(\.age)?"
)
_MOMENT = "%Y-%m-%d-%H%M%S"

PACKED_TO = 2
"""A packed snapshot is taken to need at most this part of its database's bytes; it needs less."""

_COPYING = 400
"""Thousandths of the work that copying and checking take; packing and reading back the others."""

LEAST_SPARE, MOST_SPARE = 5_000_000, 200_000_000
"""Bytes that a copy leaves free for the work itself: a tenth of its own size, within these."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One snapshot: its file or first volume, the local time it was taken at, all its bytes.

    `before_update`: of a database that was about to be brought to a newer version.
    """

    path: Path
    moment: datetime
    size: int
    before_update: bool = False


def backup_name(moment: datetime, *, before_update: bool = False) -> str:
    """Return the file name of a snapshot of `moment` that is not packed."""
    return f"inspector-{moment:{_MOMENT}}{'-before-update' if before_update else ''}.db"


def backups_in(folder: Path, *, locked: bool = False) -> list[Backup]:
    """Return the snapshots in a folder of backups, newest first; what is not ours is no snapshot.

    Either those that can be read, or those that are `locked`. Raises CannotReadError.
    """
    found = []
    try:
        for path in folder.iterdir() if os.path.isdir(folder) else ():
            moment = _moment_of(path.name)
            if moment is None or locked != (path.suffix == LOCKED_SUFFIX):
                continue
            if os.path.isfile(path):
                before_update = path.name.startswith(backup_name(moment, before_update=True))
                found.append(Backup(path, moment, _size_of(path), before_update))
    except OSError as error:
        raise CannotReadError(folder, error.strerror or str(error)) from error
    # Of one moment the packed first: where a packed one could not be deleted unpacked, that goes.
    return sorted(found, key=lambda each: (each.moment, is_packed(each.path)), reverse=True)


def newest_sound(folder: Path) -> Backup | None:
    """Return the newest snapshot that passes SQLite's whole check, or is what passed it.

    One whose time has not come was taken under a clock that was ahead: it comes after all others,
    which may hold what was done since.
    """
    found = come_first(backups_in(folder))
    return next((each for each in found if not snapshot_problems(each.path)), None)


def come_first(backups: Sequence[Backup]) -> list[Backup]:
    """Return snapshots in their order, those whose time has not come behind all others."""
    come = datetime.now() + _AHEAD
    return sorted(backups, key=lambda backup: backup.moment > come)


def make_backup(
    database: Path, folder: Path, now: datetime, progress: Progress = unheard
) -> Backup:
    """Take a snapshot of `database` into `folder`, checked and packed; then older ones are thinned.

    What `progress` hears are thousandths. Raises CannotWriteError, also when the disk would be all
    but full, and DamagedDatabaseError when the database is not sound: no older snapshot goes then.
    """
    try:
        size = database.stat().st_size
    except FileNotFoundError as error:  # moved away, or unplugged: its old place stays bare
        raise DataGoneError(database) from error
    except OSError as error:
        raise CannotReadError(database, error.strerror or str(error)) from error
    _make_folder(folder)
    require_room(folder, size + size // PACKED_TO)  # both lie there for a while
    target = folder / f"{backup_name(now)}{PACKED_SUFFIX}"
    moment = now.replace(microsecond=0, tzinfo=None)
    with work_folder(folder) as work:
        copy = work / DATABASE_FILE
        take_snapshot(database, copy, _share(progress, 0, _COPYING))
        try:
            packed = pack_snapshot(copy, target, moment, _share(progress, _COPYING, 1000))
        except (OSError, sqlite3.Error) as error:
            if copy.exists():
                raise  # a fault of ours
            raise CannotWriteError(target, os.strerror(errno.ENOENT)) from error
    forget_old(folder, now.date())
    pack_one(folder)
    try:
        return Backup(packed, moment, _size_of(packed))
    except OSError as error:  # moved away in this very moment
        raise CannotWriteError(packed, error.strerror or str(error)) from error


def _make_folder(folder: Path) -> None:
    """Make the folder for snapshots beside data that is there, which may have been moved away."""
    try:
        make_private_folder(folder, parents=False)
    except OSError as error:
        raise CannotWriteError(folder, error.strerror or str(error)) from error


def pack_one(folder: Path) -> None:
    """Pack the newest sound snapshot that is not yet; what finds no room stays as it is.

    One at a time: each takes what a daily one takes. Never raises.
    """
    with suppress(InspectorError, OSError):
        unpacked = (each for each in backups_in(folder) if not is_packed(each.path))
        plain = next((each for each in unpacked if not problems_in(each.path)), None)
        if plain is None:
            return
        require_room(folder, plain.size // PACKED_TO)
        target = plain.path.with_name(f"{plain.path.name}{PACKED_SUFFIX}")
        pack_snapshot(plain.path, target, plain.moment)
        _forget(plain)


def _share(progress: Progress, first: int, last: int) -> Progress:
    """Let the thousandths of a whole from `first` to `last` be one part of the work."""
    return lambda done, total: progress(first + (last - first) * done // max(total, 1), 1000)


def back_up_before_update(
    database: Path, folder: Path, now: datetime, progress: Progress = unheard
) -> Backup:
    """Take a snapshot of a database that is about to be migrated; of earlier ones, two stay.

    Raises CannotWriteError, and DamagedDatabaseError when the database is not sound. It may fill
    the disk: nothing can be done in a database that is not migrated.
    """
    _make_folder(folder)
    target = folder / backup_name(now, before_update=True)
    take_snapshot(database, target, progress)
    for backup in [each for each in backups_in(folder) if each.before_update][KEPT_UPDATES:]:
        _forget(backup)
    return Backup(target, now.replace(microsecond=0, tzinfo=None), target.stat().st_size, True)


def forget_old(folder: Path, today: date, *, locked: bool = False) -> None:
    """Thin the snapshots out, once a newer one was read back: days, then weeks, then months stay.

    Those from before an update are not counted among them, and stay.
    """
    counted = [each for each in backups_in(folder, locked=locked) if not each.before_update]
    stay = moments_kept([each.moment for each in counted], today)
    for backup in counted:
        if backup.moment in stay:
            stay.remove(backup.moment)  # a second one of the moment is the same, not packed
        else:
            _forget(backup)


def drop_backup(backup: Backup) -> None:
    """Delete a snapshot that holds what was lawfully erased; raises CannotWriteError."""
    try:
        delete_snapshot(backup.path)
        sync_folder(backup.path.parent)
    except OSError as error:
        raise CannotWriteError(backup.path, error.strerror or str(error)) from error


def _forget(backup: Backup) -> None:
    with suppress(OSError):  # open in another program: next time
        delete_snapshot(backup.path)


def _size_of(path: Path) -> int:
    return sum(each.stat().st_size for each in files_of(path))


def require_room(folder: Path, size: int) -> None:
    """Refuse to fill the disk: raises NoRoomError when `size` bytes would, CannotWriteError."""
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise CannotWriteError(folder, error.strerror or str(error)) from error
    needed = size + min(max(size // 10, LEAST_SPARE), MOST_SPARE)
    if free < needed:
        raise NoRoomError(folder, needed, free)


def _moment_of(name: str) -> datetime | None:
    match = _NAME.fullmatch(name)
    try:
        return datetime.strptime(match[1], _MOMENT) if match else None
    except ValueError:
        return None
