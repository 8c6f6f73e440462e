"""Bringing a backup back: laid out whole beside the data folder, checked, then put in its place.

The folder that was there is renamed and kept. What a kill leaves between the two renamings is
finished by the next start (`finish_restoring`).
"""

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from inspector.domain.errors import (
    CannotReadError,
    CannotWriteError,
    DamagedBackupError,
    FolderInUseError,
    InspectorError,
    NotABackupError,
    SeveralBackupsError,
)
from inspector.paths import make_private_folder
from inspector.storage.backups.backup_file import read_part
from inspector.storage.backups.daily_backups import (
    BACKUPS_FOLDER,
    Backup,
    backups_in,
    come_first,
    newest_sound,
    require_room,
)
from inspector.storage.backups.locked_backup import unlocked_backup
from inspector.storage.backups.locked_snapshot import LockedSnapshot, newest_locked
from inspector.storage.backups.packed_snapshot import (
    is_snapshot_file,
    unpack_snapshot,
    unpacked_size,
)
from inspector.storage.backups.second_target import second_copies_in
from inspector.storage.backups.set_aside import aside_name
from inspector.storage.backups.snapshot import files_needed, problems_in, take_snapshot
from inspector.storage.backups.snapshot_files import files_of, is_locked_snapshot
from inspector.storage.database.read_only_opening import readable, require_there
from inspector.storage.database.recognised_file import recognise
from inspector.storage.evidence.evidence_files import EvidenceFiles
from inspector.storage.files.folder_layout import DATABASE_FILE, PACKS_FOLDER
from inspector.storage.files.folder_lock import (
    LOCK_FILE,
    FolderLock,
    is_open_elsewhere,
    lock_folder,
)
from inspector.storage.files.live_file import is_open_here, log_of
from inspector.storage.files.recovery_files import RECOVERY_FILE
from inspector.storage.files.whole_files import Progress, copy_as, make_folder, sync_folder, unheard
from inspector.storage.files.work_folders import remove, remove_left


@dataclass(frozen=True, slots=True)
class Prepared:
    """A data folder made from a backup, checked, that waits beside its place.

    `missing` counts evidence that the backup names and that was not found whole.
    """

    folder: Path
    moment: datetime
    missing: int


def prepare_restore(
    source: Path, data_folder: Path, progress: Progress = unheard, passphrase: str = ""
) -> Prepared:
    """Make a data folder from `source`, a backup file, a snapshot, or a folder with either.

    The data folder itself is only read. Raises NotFoundError, NotABackupError, DamagedBackupError,
    SeveralBackupsError, NewerDatabaseError, CannotReadError, CannotWriteError;
    PassphraseNeededError where the source is locked and there is no `passphrase`, and
    WrongPassphraseError.
    """
    require_there(source)
    waiting = _waiting(data_folder)
    draft = _draft(waiting)
    lock: FolderLock | None = None
    try:
        remove(draft)
        remove(waiting)
        make_private_folder(data_folder.absolute().parent)
        make_private_folder(draft)
        lock = lock_folder(draft)  # so that nobody takes it for what a killed run left
        if os.path.isdir(source):
            moment, missing = _from_folder(source, draft, data_folder, progress, passphrase)
        elif is_locked_snapshot(source):
            locked = LockedSnapshot(source, passphrase, progress)
            moment, missing = _from_locked(locked, draft, data_folder, progress)
        elif source.suffix.lower() == ".db" or is_snapshot_file(source):
            moment, missing = _from_snapshot(source, draft, data_folder, progress)
        else:
            moment, missing = _from_file(source, draft, progress, passphrase)
        _require_good(source, draft / DATABASE_FILE)
        _keep_backups(data_folder / BACKUPS_FOLDER, draft / BACKUPS_FOLDER)
        sync_folder(draft)
        lock.release()  # Windows renames no folder with an open file in it
        draft.rename(waiting)
    except OSError as error:
        raise CannotWriteError(draft.parent, error.strerror or str(error)) from error
    finally:
        if lock is not None:
            lock.release()
        with suppress(OSError):
            remove(draft)
    return Prepared(waiting, moment, missing)


def put_in_place(prepared: Prepared, data_folder: Path, now: datetime) -> Path | None:
    """Let a prepared folder be the data folder; return where the one before is now.

    Its database must not be open here; raises FolderInUseError when it is elsewhere, and
    CannotWriteError.
    """
    folder = data_folder.absolute()
    aside: Path | None = None
    try:
        if is_open_elsewhere(folder / DATABASE_FILE):
            raise FolderInUseError(data_folder)
        if os.path.exists(folder) and not _holds_only_a_lock(folder):
            aside = _free_name(aside_name(folder, now))
            folder.rename(aside)
        if aside is not None:
            with suppress(InspectorError, OSError):  # it stays aside in any case
                _bring_unsaved(aside, prepared.folder)
        prepared.folder.rename(folder)
        sync_folder(folder.parent)
    except OSError as error:
        if aside is not None and not os.path.exists(folder):
            with suppress(OSError):
                aside.rename(folder)
        raise CannotWriteError(data_folder, error.strerror or str(error)) from error
    return aside


def _bring_unsaved(aside: Path, folder: Path) -> None:
    """Let what was not saved, photos included, be tried upon the backup."""
    if not copy_as(aside / RECOVERY_FILE, folder / RECOVERY_FILE):
        return
    content = (folder / RECOVERY_FILE).read_bytes()
    source, target = EvidenceFiles(aside), EvidenceFiles(folder)
    for file in source.all_files():
        place = target.path_of(file.digest, file.suffix)
        if file.digest.encode() in content and not os.path.exists(place):
            _link(source.path_of(file.digest, file.suffix), place)


def _holds_only_a_lock(folder: Path) -> bool:
    """Tell whether a folder was made by asking for its lock alone; then it goes."""
    if {path.name for path in folder.iterdir()} - {LOCK_FILE}:
        return False
    (folder / LOCK_FILE).unlink(missing_ok=True)
    folder.rmdir()
    return True


def finish_restoring(data_folder: Path) -> None:
    """Finish what a kill interrupted: the folder is set aside, the restored one waits beside."""
    waiting = _waiting(data_folder)
    if not os.path.exists(data_folder) and os.path.isfile(waiting / DATABASE_FILE):
        with suppress(OSError):
            waiting.rename(data_folder)


def forget_restoring(data_folder: Path, before: datetime) -> None:
    """Delete what a restore that was killed left beside a data folder; never raises.

    What waits to be put in place goes only when it has done so since a moment: the restore may
    be under way.
    """
    waiting = _waiting(data_folder)
    remove_left(_draft(waiting))
    with suppress(OSError):
        if waiting.stat().st_mtime < before.timestamp() and os.path.exists(data_folder):
            remove_left(waiting)


def give_up(prepared: Prepared) -> None:
    """Take back what was prepared; the data folder is as it was."""
    remove(prepared.folder)


def set_database_aside(data_folder: Path, now: datetime) -> Path:
    """Rename a damaged database, with its log, so that an empty one can begin; return its name.

    Everything else of the folder stays. Raises CannotWriteError.
    """
    database = data_folder / DATABASE_FILE
    aside = damaged_name(data_folder, now)
    try:
        # The log first: without its database it is nothing, and the other way round half of one.
        for end in ("-wal", "-shm", ""):
            file = database.with_name(f"{database.name}{end}")
            if os.path.exists(file):
                file.rename(aside.with_name(f"{aside.name}{end}"))
        sync_folder(data_folder)
    except OSError as error:
        raise CannotWriteError(database, error.strerror or str(error)) from error
    return aside


def damaged_name(data_folder: Path, now: datetime) -> Path:
    """Return what a damaged database would be called now."""
    return _free_name(data_folder / f"inspector-damaged-{now:%Y-%m-%d-%H%M%S}.db")


def _from_file(
    source: Path, draft: Path, progress: Progress, passphrase: str
) -> tuple[datetime, int]:
    with unlocked_backup(source, passphrase, lambda: draft, progress) as (archive, manifest):
        total = sum(part.size for part in manifest.parts)
        require_room(draft, total)
        done = 0
        for part in manifest.parts:
            target = draft.joinpath(*part.name.split("/"))
            make_folder(target.parent)
            descriptor = os.open(
                target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600
            )
            with os.fdopen(descriptor, "wb") as file:
                for chunk in read_part(archive, part, source):
                    file.write(chunk)
                    done += len(chunk)
                    progress(done, total)
                file.flush()
                os.fsync(file.fileno())
        # What could not be read, or had changed, when the backup was made.
        sound = {part.digest for part in manifest.parts if part.digest in part.name}
    missing = sum(1 for digest, _ in _needed(source, draft) if digest not in sound)
    return manifest.made_at.replace(tzinfo=None), missing


def _told(home: Path) -> tuple[str, date | None, bool]:
    """Return a second copy's name, the day of what would be restored of it, whether it is locked.

    Without a day: nothing is in it, or it cannot be read.
    """
    folder = home / BACKUPS_FOLDER
    with suppress(CannotReadError):
        for is_locked in (True, False):  # the order that restoring takes them in
            if found := come_first(backups_in(folder, locked=is_locked)):
                return home.name, found[0].moment.date(), is_locked
    return home.name, None, False


def _from_folder(
    source: Path, draft: Path, data_folder: Path, progress: Progress, passphrase: str
) -> tuple[datetime, int]:
    """Restore from a data folder, a second copy, or a disk that holds one second copy."""
    if os.path.isfile(source / DATABASE_FILE):
        make_folder(draft)
        with readable(source / DATABASE_FILE) as database:
            recognise(database)
            take_snapshot(database, draft / DATABASE_FILE, progress)
        moment = datetime.fromtimestamp((source / DATABASE_FILE).stat().st_mtime)
        return moment, _bring_files(source, source, draft, data_folder, progress)
    copies = second_copies_in(source)
    if len(copies) > 1:
        raise SeveralBackupsError(source, [_told(copy) for copy in copies])
    home = copies[0] if copies else source
    if not os.path.isdir(home / BACKUPS_FOLDER):
        raise NotABackupError(source)
    if (snapshot := newest_locked(home)) is not None:
        locked = LockedSnapshot(snapshot, passphrase, progress)
        return _from_locked(locked, draft, data_folder, progress)
    newest = newest_sound(home / BACKUPS_FOLDER)
    if newest is None:
        raise NotABackupError(source)
    return _from_snapshot(newest.path, draft, data_folder, progress)


def _from_snapshot(
    source: Path, draft: Path, data_folder: Path, progress: Progress
) -> tuple[datetime, int]:
    backups = {each.path: each for each in backups_in(source.parent)}
    found: Backup | None = backups.get(files_of(source)[0])
    moment = found.moment if found else datetime.fromtimestamp(source.stat().st_mtime)
    if is_snapshot_file(source):
        require_room(draft, unpacked_size(source))
        unpack_snapshot(source, draft / DATABASE_FILE, progress)
    else:
        _copy_plain(source, draft / DATABASE_FILE, progress)
    home = source.parent.parent if source.parent.name == BACKUPS_FOLDER else source.parent
    return moment, _bring_files(source, home, draft, data_folder, progress)


def _copy_plain(source: Path, target: Path, progress: Progress) -> None:
    require_room(target.parent, source.stat().st_size)
    if is_open_here(source) or os.path.exists(log_of(source)):  # its log belongs to it
        make_folder(target.parent)
        take_snapshot(source, target, progress)
    elif not copy_as(source, target):
        raise CannotReadError(source, "input/output")


def _from_locked(
    locked: LockedSnapshot, draft: Path, data_folder: Path, progress: Progress
) -> tuple[datetime, int]:
    require_room(draft, locked.size)
    locked.bring_database(draft / DATABASE_FILE)
    missing = _bring_files(locked.home, locked.home, draft, data_folder, progress, locked)
    return locked.moment, missing


def _bring_files(
    source: Path,
    home: Path,
    draft: Path,
    data_folder: Path,
    progress: Progress,
    locked: LockedSnapshot | None = None,
) -> int:
    """Lay evidence and packs beside the draft's database; return how many files are missing.

    A file is linked where it can be: neither folder ever writes into it again.
    """
    places = [EvidenceFiles(folder) for folder in dict.fromkeys((home, data_folder))]
    target = EvidenceFiles(draft)
    needed = sorted(_needed(source, draft))
    missing = 0
    for done, (digest, suffix) in enumerate(needed):
        progress(done, len(needed))
        sound = next((place for place in places if place.verify(digest, suffix)), None)
        if sound is None:
            place = target.path_of(digest, suffix)
            if locked is None or not locked.bring_evidence(digest, suffix, place):
                missing += 1
            continue
        _link(sound.path_of(digest, suffix), target.path_of(digest, suffix))
    for file in sorted((home / PACKS_FOLDER).glob("*/*.toml")):
        copy_as(file, draft / PACKS_FOLDER / file.relative_to(home / PACKS_FOLDER))
    if locked is not None:
        locked.bring_packs(draft / PACKS_FOLDER)
    return missing


def _needed(source: Path, draft: Path) -> set[tuple[str, str]]:
    _require_good(source, draft / DATABASE_FILE)
    return files_needed(draft / DATABASE_FILE)


def _require_good(source: Path, database: Path) -> None:
    """Refuse a database that is damaged, not ours, or of a newer program."""
    if problems := problems_in(database):
        raise DamagedBackupError(source, problems[0])
    recognise(database)


def _keep_backups(backups: Path, target: Path) -> None:
    for backup in backups_in(backups):
        for file in reversed(files_of(backup.path)):
            _link(file, target / file.name)


def _link(source: Path, target: Path) -> None:
    make_folder(target.parent)
    try:
        os.link(source, target)
    except OSError:  # another disk, or one that knows no links
        copy_as(source, target)


def _waiting(data_folder: Path) -> Path:
    folder = data_folder.absolute()
    return folder.with_name(f".{folder.name}.restored")


def _draft(waiting: Path) -> Path:
    return waiting.with_name(f"{waiting.name}.tmp")


def _free_name(path: Path) -> Path:
    count, free = 1, path
    while os.path.exists(free):
        count += 1
        free = path.with_name(f"{path.stem}-{count}{path.suffix}")
    return free
