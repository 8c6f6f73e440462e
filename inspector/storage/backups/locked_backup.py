"""A backup file that only a passphrase opens: a .zip that says when it was made and little else.

It holds the backup, locked (`backup.zip.age`), the guarded key, and what it says of itself. How
to open it without this program stands in it as well.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from inspector.domain.errors import (
    CannotReadError,
    CannotWriteError,
    DamagedBackupError,
    NotAsWrittenError,
    PassphraseNeededError,
)
from inspector.storage.backups.backup_file import Manifest, Steps, opened_backup_file, write_parts
from inspector.storage.files.volumes import opened_volumes, volumes_beside
from inspector.storage.files.whole_files import Progress, unheard
from inspector.storage.locked.guarded_key import KEY_FILE, GuardedKey, opened_key
from inspector.storage.locked.locking import lock_written, open_locked, require_same

ABOUT, CONTENT, HOW = "about.json", "backup.zip.age", "HOW-TO-OPEN.txt"
LOCKED_FORMAT = 1

_LONGEST_SMALL = 100_000
_HOW = f"""1. age -d -o key.txt {KEY_FILE}        (asks for the passphrase)
2. age -d -i key.txt -o backup.zip {CONTENT}
3. delete key.txt
age: any program that knows the format age-encryption.org/v1
"""


@dataclass(frozen=True, slots=True)
class About:
    """What a locked backup says without its passphrase."""

    made_at: datetime
    version: str


def write_locked_backup(
    target: Path,
    key: GuardedKey,
    files: Iterable[tuple[str, Path]],
    made_at: datetime,
    version: str,
    progress: Progress,
    journal: str = "",
    work: Path | None = None,
) -> list[str]:
    """Write `files` as `write_backup_file` does, locked; nothing of them lies open on that disk.

    Read back and opened, by a key that is forgotten then: what is not tried is that the
    passphrase opens the guarded key, which was tried when it was set. Returns and raises as
    `write_backup_file` does.
    """
    steps = Steps(files, progress)
    unread: list[str] = []

    def write(stream: IO[bytes]) -> None:
        unread.extend(write_parts(stream, files, made_at, version, journal, steps))

    with volumes_beside(target, work) as draft:
        about = {"format": LOCKED_FORMAT, "made_at": made_at.isoformat(timespec="seconds")}
        with ZipFile(draft.written, "w", ZIP_STORED) as archive:
            archive.writestr(_entry(ABOUT, made_at), json.dumps({**about, "version": version}))
            archive.writestr(_entry(HOW, made_at), _HOW)
            archive.writestr(_entry(KEY_FILE, made_at), key.guarded)
            with archive.open(_entry(CONTENT, made_at), "w", force_zip64=True) as sink:
                locked = lock_written(write, sink, key.recipient)
        try:
            with (
                draft.read_back() as file,
                ZipFile(file) as archive,
                archive.open(CONTENT) as content,
            ):
                require_same(content, locked, target, steps.did)
        except (BadZipFile, KeyError) as error:
            raise NotAsWrittenError(target) from error
    return unread


def about_locked(path: Path) -> About | None:
    """Return what a locked backup says of itself; None of a file that is none."""
    try:
        with opened_volumes(path) as stream, ZipFile(stream) as archive:
            if CONTENT not in archive.namelist():
                return None
            read = json.loads(_small(archive, ABOUT, path))
            return About(datetime.fromisoformat(read["made_at"]), str(read["version"]))
    except (BadZipFile, OSError):
        return None
    except (ValueError, KeyError, TypeError) as error:
        raise DamagedBackupError(path, ABOUT) from error


@contextmanager
def unlocked_backup(
    path: Path, passphrase: str, make_work: Callable[[], Path], progress: Progress = unheard
) -> Iterator[tuple[ZipFile, Manifest]]:
    """Open a backup file, locked or not, as `opened_backup_file` does.

    A locked one is opened into a file of the folder `make_work` returns, which goes again. Raises
    PassphraseNeededError when there is none, WrongPassphraseError.
    """
    about = about_locked(path)
    if about is None:
        with opened_backup_file(path) as opened:
            yield opened
        return
    if not passphrase:
        raise PassphraseNeededError(path, f"{about.made_at:%Y-%m-%d %H:%M}")
    unlocked = make_work() / ".unlocked.tmp"
    try:
        _unlock(path, passphrase, unlocked, progress)
        with opened_backup_file(unlocked, path) as opened:
            yield opened
    finally:
        unlocked.unlink(missing_ok=True)


def _unlock(path: Path, passphrase: str, target: Path, progress: Progress) -> None:
    with ExitStack() as stack:
        try:
            archive = stack.enter_context(ZipFile(stack.enter_context(opened_volumes(path))))
        except (BadZipFile, OSError) as error:
            raise CannotReadError(path, str(error)) from error
        try:
            guarded = _small(archive, KEY_FILE, path).decode()
        except UnicodeDecodeError as error:
            raise DamagedBackupError(path, KEY_FILE) from error
        identity = opened_key(guarded, passphrase, path, progress)
        done, total = 0, archive.getinfo(CONTENT).file_size

        def did(size: int) -> None:
            nonlocal done
            done += size
            progress(min(done, total), total)

        try:
            with archive.open(CONTENT) as content, target.open("xb") as sink:
                target.chmod(0o600)
                open_locked(content, sink, identity, path, did)
        except OSError as error:
            raise CannotWriteError(target.parent, error.strerror or str(error)) from error


def _small(archive: ZipFile, name: str, path: Path) -> bytes:
    try:
        if archive.getinfo(name).file_size > _LONGEST_SMALL:
            raise DamagedBackupError(path, name)
        return archive.read(name)
    except (BadZipFile, KeyError, OSError, EOFError) as error:
        raise DamagedBackupError(path, name) from error


def _entry(name: str, made_at: datetime) -> ZipInfo:
    entry = ZipInfo(name, made_at.timetuple()[:6])
    entry.external_attr = 0o600 << 16
    return entry
