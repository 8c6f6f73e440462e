"""Backups: the daily one, the second copy of it, everything in one file.

The functions take a folder instead of an opened one: each has a connection of its own and may
run on any thread while the window writes.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from inspector import __version__
from inspector.domain.errors import CannotWriteError, InspectorError, RuledError
from inspector.storage.backups.backup_file import write_backup_file
from inspector.storage.backups.backup_restoring import forget_restoring
from inspector.storage.backups.daily_backups import (
    BACKUPS_FOLDER,
    Backup,
    backups_in,
    come_first,
    make_backup,
)
from inspector.storage.backups.key_in_database import key_in, settings_in
from inspector.storage.backups.leftovers import remove_half_written
from inspector.storage.backups.locked_backup import about_locked, write_locked_backup
from inspector.storage.backups.second_target import Copied, SecondTarget
from inspector.storage.backups.snapshot import files_needed, take_snapshot
from inspector.storage.database.read_only_opening import readable, require_there, scratch
from inspector.storage.database.recognised_file import recognise
from inspector.storage.evidence.evidence_files import EvidenceFiles
from inspector.storage.files.folder_layout import DATABASE_FILE, PACKS_FOLDER
from inspector.storage.files.volumes import volumes_written
from inspector.storage.files.whole_files import Progress, unheard
from inspector.storage.files.work_folders import remove_all_left, work_folder
from inspector.storage.stores.journal_store import journal_code
from inspector.translation import tr, tr_count
from inspector.workspace.changes import Changes
from inspector.workspace.keeping.backup_passphrase import key_of
from inspector.workspace.keeping.room_words import Rooms, rooms_of
from inspector.workspace.policy.policy import USB_COPY, policy_here
from inspector.workspace.policy.ruling_words import faulty_short, ruled_sentence
from inspector.workspace.preferences import BACKUP_FOLDER, BACKUP_ID

if TYPE_CHECKING:
    from inspector.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class BackupOutcome:
    """What backing up came to. Each half can fail alone; an error says how."""

    newest: Backup | None
    error: InspectorError | None = None
    copied: Copied | None = None
    copy_error: InspectorError | None = None
    rooms: Rooms = field(default_factory=Rooms)


def backups_of(folder: Path) -> list[Backup]:
    """Return the snapshots of a data folder, newest first; raises CannotReadError.

    Those whose time has not come, taken under a clock that was ahead, are the last.
    """
    return come_first(backups_in(folder / BACKUPS_FOLDER))


def back_up(
    folder: Path,
    now: datetime,
    target: SecondTarget | None = None,
    progress: Progress = unheard,
    only_if_due: bool = False,
) -> BackupOutcome:
    """Take a snapshot and copy what is new to the second target; what failed is in the outcome.

    With `only_if_due` a snapshot of today will do; the second target is tried all the same.
    """
    newest: Backup | None = None
    error: InspectorError | None = None
    try:
        backups = [each for each in backups_of(folder) if not each.before_update]
        # Of today, not the newest: once the clock was set back, that is one of tomorrow.
        newest = next((each for each in backups if each.moment.date() == now.date()), None)
        if not (only_if_due and newest):
            newest = next(iter(backups), None)  # which stays where none can be made
            newest = make_backup(folder / DATABASE_FILE, folder / BACKUPS_FOLDER, now, progress)
    except InspectorError as refused:
        error = refused
    copied: Copied | None = None
    copy_error: InspectorError | None = None
    if target is not None and newest is not None:
        try:
            copied = target.copy(folder, newest, progress)
        except InspectorError as refused:
            copy_error = refused
    rooms = rooms_of(folder, now, target.home if target else None)
    return BackupOutcome(newest, error, copied, copy_error, rooms)


def tidy(folder: Path, now: datetime) -> None:
    """Delete what killed runs left half-written more than a day ago; never raises.

    A day, since another program may be writing just now, and a clock be put back by an hour.
    """
    remove_all_left(folder)
    remove_half_written(folder, now - timedelta(days=1))
    forget_restoring(folder, now - timedelta(days=1))


def write_full_backup(
    folder: Path, target: Path, now: datetime, progress: Progress = unheard
) -> list[str]:
    """Write database, evidence and packs into one .zip file, and read it back; volumes from 4 GiB.

    It is locked where the folder has a passphrase.

    Returns the names of evidence that is missing or has changed and could not be saved whole.
    Raises NotFoundError, CannotWriteError, DamagedDatabaseError, DamagedBackupError, and
    NewerDatabaseError: a newer version may keep files that this one knows nothing of.
    """
    database = folder / DATABASE_FILE
    require_there(database)
    if os.path.exists(target) and os.path.samefile(target, database):
        raise CannotWriteError(target, "database is locked")  # it would be gone
    with ExitStack() as stack:
        # Beside the target, since the disk with the data may be the one that is full. What will be
        # locked does not lie open on another disk for a moment.
        work = place = stack.enter_context(work_folder(target.absolute().parent))
        source = stack.enter_context(readable(database))
        recognise(source)
        if (key := key_in(source)) is not None:
            place = stack.enter_context(scratch("inspector-backup-"))
        snapshot = place / DATABASE_FILE
        take_snapshot(source, snapshot)
        parts = _Everything(folder, snapshot, sorted(files_needed(snapshot)))
        told = (now, __version__, progress, journal_code(snapshot), work)
        if key is not None:
            return write_locked_backup(target, key, parts, *told)
        return write_backup_file(target, parts, *told)


@dataclass(frozen=True, slots=True)
class _Everything:
    """What goes into one file, each under its name there; a path is made when its turn comes.

    Of 100,000 photos all paths with their names take 95 MB, what names them here 20.
    """

    folder: Path
    snapshot: Path
    evidence: Sequence[tuple[str, str]]

    def __iter__(self) -> Iterator[tuple[str, Path]]:
        yield DATABASE_FILE, self.snapshot
        kept = EvidenceFiles(self.folder)
        photos = (kept.path_of(*each) for each in self.evidence)
        for path in chain(photos, sorted((self.folder / PACKS_FOLDER).glob("*/*.toml"))):
            yield path.relative_to(self.folder).as_posix(), path


def full_backup_sentence(path: Path, unsound: list[str]) -> str:
    """Return what `write_full_backup` came to; `unsound` is what it returned."""
    files = volumes_written(path)
    if len(files) > 1:
        several = tr(
            " It is in {count} files, none of which may be missing; restore from the first.",
            count=len(files),
        )
        return _written_sentence(files[0], unsound) + _locked_sentence(path) + several
    return _written_sentence(path, unsound) + _locked_sentence(path)


def _locked_sentence(path: Path) -> str:
    """Return whether a backup file is locked, as it lies there."""
    if about_locked(path) is not None:
        return tr(" It is locked with the passphrase.")
    return tr(" It is not locked: whoever finds it can read everything.")


def _written_sentence(path: Path, unsound: list[str]) -> str:
    if not unsound:
        return tr("Everything is in {path}, read back and unchanged.", path=path)
    return tr_count(
        len(unsound),
        "Not everything is in {path}: 1 evidence file is missing or was changed; doctor, or Look"
        " over under Data, Backup, says which. The rest was read back and is unchanged.",
        "Not everything is in {path}: {count} evidence files are missing or were changed; doctor,"
        " or Look over under Data, Backup, says which. The rest was read back and is unchanged.",
        path=path,
    )


def backed_up_sentence(newest: Backup, target: SecondTarget | None) -> str:
    """Return what backing up came to, where nothing failed; `target` took the second copy."""
    name = newest.path.name
    if target is None:
        return tr("Backed up on this computer, not locked: {name}", name=name)
    folder = target.home.parent
    if target.is_locked:
        return tr("Backed up, and copied to {folder}, locked: {name}", folder=folder, name=name)
    return tr("Backed up, and copied to {folder}, not locked: {name}", folder=folder, name=name)


def second_target(workspace: "Workspace") -> SecondTarget | None:
    """Return where the second copy goes; None when the user chose nowhere, or may not have one."""
    preferences, key = workspace.preferences, key_of(workspace)
    if not preferences.policy.allows_usb_copy(key is not None):
        return None
    chosen = preferences.get(BACKUP_FOLDER)
    return SecondTarget(Path(chosen), preferences.get(BACKUP_ID), key) if chosen else None


def rooms_with_drive(folder: Path, now: datetime) -> Rooms:
    """Measure the room here and on the drive with the second copy, without opening the folder.

    Never raises.
    """
    drive: Path | None = None
    with suppress(InspectorError, OSError), readable(folder / DATABASE_FILE) as source:
        chosen, name = settings_in(source, BACKUP_FOLDER.key, BACKUP_ID.key)
        key = key_in(source)
        if chosen and policy_here().allows_usb_copy(key is not None):
            drive = SecondTarget(Path(chosen), name, key).home
    return rooms_of(folder, now, drive)


def copies_sentence(workspace: "Workspace") -> str:
    """Return where the second copy goes, and whether it is locked."""
    target, is_locked = second_target(workspace), key_of(workspace) is not None
    if target is None:
        return (
            tr("None yet; the backup file is locked. Choose a USB drive for a daily copy.")
            if is_locked
            else tr("None yet. Choose a USB drive: each day what is new is copied to it.")
        )
    if target.leaves_open:
        return tr(
            "Locked from now on. An older copy that anybody can read still lies on the drive:"
            " delete {name} there.",
            name=target.open_home.name,
        )
    folder = target.home.parent
    if is_locked:
        return tr("{folder} (locked)", folder=folder)
    return tr("{folder} (not locked)", folder=folder)


def usb_rule(workspace: "Workspace") -> str:
    """Return why an administrator's rule leaves no second copy now; '' when there may be one."""
    ruled = workspace.preferences.policy
    if ruled.allows_usb_copy(key_of(workspace) is not None):
        return ""
    if ruled.fault is not None:
        return tr("No copy to a USB drive: {why}.", why=faulty_short(ruled))
    return ruled_sentence(USB_COPY, ruled.usb_copy)


def choose_second_target(workspace: "Workspace", chosen: Path | None) -> Changes:
    """Let the second copy go to a folder, which is made ready, or nowhere.

    Raises CannotWriteError when the folder takes nothing, RuledError where an administrator wants
    no such copy; the choice before stays then.
    """
    preferences = workspace.preferences
    if chosen is None:
        return preferences.set(BACKUP_FOLDER, "")
    if not preferences.policy.allows_usb_copy(key_of(workspace) is not None):
        raise RuledError(USB_COPY, preferences.policy.usb_copy)
    with workspace.database.transaction():
        if not preferences.get(BACKUP_ID):
            preferences.set(BACKUP_ID, workspace.new_id().replace("-", "")[:8])
        SecondTarget(chosen, preferences.get(BACKUP_ID), key_of(workspace)).prepare()
        preferences.set(BACKUP_FOLDER, str(chosen.absolute()))
    return Changes(preferences=True)
