"""The snapshots in `<data>/backups/`, named by the moment they were taken: 30 days of them.

The evidence itself is not copied there: its files never change, and each snapshot names the
digests of those it needs.
"""

import os
import re
import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from inspector.domain.errors import (
    CannotReadError,
    CannotWriteError,
    DataGoneError,
    NoRoomError,
)
from inspector.storage.backups.snapshot import problems_in, take_snapshot
from inspector.storage.files.whole_files import Progress, make_folder, sync_folder, unheard
from inspector.storage.locked.locking import LOCKED_SUFFIX

BACKUPS_FOLDER = "backups"
KEPT_DAYS = 30
_AHEAD = timedelta(days=1)  # a time zone is crossed with less
KEPT_UPDATES = 3

_NAME = re.compile(r"inspector-(\d{4}-\d{2}-\d{2}-\d{6})(-before-update)?\.db(\.age)?")
_MOMENT = "%Y-%m-%d-%H%M%S"

LEAST_SPARE, MOST_SPARE = 5_000_000, 200_000_000
"""Bytes that a copy leaves free for the work itself: a tenth of its own size, within these."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One snapshot: its file, the local time it was taken at, its bytes.

    `before_update`: of a database that was about to be brought to a newer version.
    """

    path: Path
    moment: datetime
    size: int
    before_update: bool = False


def backup_name(moment: datetime, *, before_update: bool = False) -> str:
    """Return the file name of a snapshot of `moment`."""
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
                name = path.name.removesuffix(LOCKED_SUFFIX)
                before_update = name == backup_name(moment, before_update=True)
                found.append(Backup(path, moment, path.stat().st_size, before_update))
    except OSError as error:
        raise CannotReadError(folder, error.strerror or str(error)) from error
    return sorted(found, key=lambda backup: backup.moment, reverse=True)


def newest_sound(folder: Path) -> Backup | None:
    """Return the newest snapshot that passes SQLite's whole check.

    One whose time has not come was taken under a clock that was ahead: it comes after all others,
    which may hold what was done since.
    """
    found = come_first(backups_in(folder))
    return next((each for each in found if not problems_in(each.path)), None)


def come_first(backups: Sequence[Backup]) -> list[Backup]:
    """Return snapshots in their order, those whose time has not come behind all others."""
    come = datetime.now() + _AHEAD
    return sorted(backups, key=lambda backup: backup.moment > come)


def make_backup(
    database: Path, folder: Path, now: datetime, progress: Progress = unheard
) -> Backup:
    """Take a snapshot of `database` into `folder`, checked; then older ones beyond a month go.

    Raises CannotWriteError, also when the disk would be all but full, and DamagedDatabaseError
    when the database is not sound: no older snapshot goes then.
    """
    try:
        size = database.stat().st_size
    except FileNotFoundError as error:  # moved away, or unplugged: its old place stays bare
        raise DataGoneError(database) from error
    except OSError as error:
        raise CannotReadError(database, error.strerror or str(error)) from error
    make_folder(folder)
    require_room(folder, size)
    target = folder / backup_name(now)
    take_snapshot(database, target, progress)
    forget_old(folder, now.date())
    return Backup(target, now.replace(microsecond=0, tzinfo=None), target.stat().st_size)


def back_up_before_update(
    database: Path, folder: Path, now: datetime, progress: Progress = unheard
) -> Backup:
    """Take a snapshot of a database that is about to be migrated; of earlier ones, two stay.

    Raises CannotWriteError, and DamagedDatabaseError when the database is not sound. It may fill
    the disk: nothing can be done in a database that is not migrated.
    """
    make_folder(folder)
    target = folder / backup_name(now, before_update=True)
    take_snapshot(database, target, progress)
    for backup in [each for each in backups_in(folder) if each.before_update][KEPT_UPDATES:]:
        _forget(backup)
    return Backup(target, now.replace(microsecond=0, tzinfo=None), target.stat().st_size, True)


def forget_old(folder: Path, today: date, *, locked: bool = False) -> None:
    """Keep the newest snapshot of each of the 30 newest days, and all of today.

    Those from before an update are not counted among them, and stay.
    """
    days: set[date] = set()
    for backup in backups_in(folder, locked=locked):
        day = backup.moment.date()
        if backup.before_update:
            continue
        if day == today:
            days.add(day)
        elif day in days or len(days) >= KEPT_DAYS:
            _forget(backup)
        else:
            days.add(day)


def drop_backup(backup: Backup) -> None:
    """Delete a snapshot that holds what was lawfully erased; raises CannotWriteError."""
    try:
        backup.path.unlink(missing_ok=True)
        sync_folder(backup.path.parent)
    except OSError as error:
        raise CannotWriteError(backup.path, error.strerror or str(error)) from error


def _forget(backup: Backup) -> None:
    with suppress(OSError):  # open in another program: next time
        backup.path.unlink()


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
