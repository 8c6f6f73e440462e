"""A snapshot packed into a .zip: the database, what it holds, and the evidence that it names.

A third or a quarter of its bytes. It is whole by itself: of snapshots that share what did not
change, one bad spot of the disk would take several. Any program that opens .zip files can look
inside. Packed at the fastest level: the slowest takes three times as long for a tenth less.
"""

import errno
import hashlib
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from inspector import __version__
from inspector.domain.errors import CannotWriteError, DamagedBackupError, InspectorError
from inspector.storage.backups.backup_file import (
    MANIFEST,
    Manifest,
    Part,
    manifest_text,
    opened_backup_file,
    opened_stream,
    read_part,
)
from inspector.storage.backups.snapshot import files_needed, problems_in
from inspector.storage.backups.snapshot_files import broken_off, is_packed
from inspector.storage.database.database import unwritten
from inspector.storage.database.read_only_opening import is_unwritable, scratch
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.storage.files.live_file import is_live
from inspector.storage.files.volumes import opened_volumes, volumes_beside, volumes_written
from inspector.storage.files.whole_files import Progress, unheard
from inspector.storage.files.work_folders import work_folder
from inspector.storage.locked.locking import LOCKED_SUFFIX
from inspector.storage.stores.journal_store import journal_code

_LEVEL = 1
_CHUNK = 1 << 20
_NAMED = "evidence.txt"
"""What its evidence is called in the file, a digest with suffix a line: the copy on a USB drive
asks for them, and need not unpack the database for it."""

_COUNTED = (("inspection", "visits"), ("finding", "findings"))


@dataclass(frozen=True, slots=True)
class Holds:
    """What a snapshot says of itself; a count is None where its version had no such table."""

    made_at: datetime
    version: str
    visits: int | None
    findings: int | None


def pack_snapshot(
    database: Path, target: Path, made_at: datetime, progress: Progress = unheard
) -> Path:
    """Pack a sound database that nobody writes to; read back, whole, or not made.

    Returns the file that it is in, or the first of its volumes. Raises CannotWriteError, and
    DamagedBackupError when the disk gives back something else.
    """
    size, done = database.stat().st_size, 0
    for left in broken_off(target.parent):
        if left.name.startswith(target.name):  # of this one, by a run that was killed
            left.unlink(missing_ok=True)
    with volumes_beside(target) as draft:
        sha256 = hashlib.sha256()
        with ZipFile(draft.written, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
            with (
                database.open("rb") as stream,
                archive.open(DATABASE_FILE, "w", force_zip64=True) as sink,
            ):
                for chunk in iter(lambda: stream.read(_CHUNK), b""):
                    sha256.update(chunk)
                    sink.write(chunk)
                    done += len(chunk)
                    progress(done, 2 * size)
            archive.writestr(_NAMED, "\n".join(sorted(map("".join, files_needed(database)))))
            part = Part(DATABASE_FILE, done, sha256.hexdigest())
            counts = tuple(_counts_in(database).items())
            manifest = Manifest(made_at, __version__, (part,), journal_code(database), counts)
            archive.writestr(MANIFEST, manifest_text(manifest))
        with draft.read_back() as back, opened_stream(back, target) as (archive, manifest):
            for chunk in read_part(archive, manifest.parts[0], target):
                done += len(chunk)
                progress(done, 2 * size)
    written = volumes_written(target)
    if not written:  # the folder was moved away in this very moment
        raise CannotWriteError(target, os.strerror(errno.ENOENT))
    return written[0]


def unpack_snapshot(
    path: Path, target: Path, progress: Progress = unheard, told: Path | None = None
) -> None:
    """Write the database of a packed snapshot to a new file, put on the disk.

    Raises DamagedBackupError, CannotReadError about the snapshot, or about `told` where `path` is
    only what was unlocked of it; OSError about the target.
    """
    size, done = unpacked_size(path), 0
    descriptor = os.open(
        target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600
    )
    with os.fdopen(descriptor, "wb") as file:
        for chunk in _bytes_of(path, told or path):
            file.write(chunk)
            done += len(chunk)
            progress(done, size)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def unpacked(path: Path) -> Iterator[Path]:
    """Give a place where the database of a snapshot, packed or not, can be read.

    Raises DamagedBackupError, CannotReadError, CannotWriteError.
    """
    if not is_packed(path):
        yield path
        return
    own = scratch("inspector-reading-") if is_unwritable(path.parent) else work_folder(path.parent)
    with own as place:
        try:
            unpack_snapshot(path, place / DATABASE_FILE)
        except OSError as error:
            raise CannotWriteError(place, error.strerror or str(error)) from error
        yield place / DATABASE_FILE


def is_snapshot_file(path: Path) -> bool:
    """Tell a packed snapshot, by whatever name, from a backup that has everything in it."""
    if is_live(path):  # SQLite's alone: closing it here would let its locks go
        return False
    try:
        with opened_volumes(path) as stream, ZipFile(stream) as archive:
            return _NAMED in archive.namelist()
    except Exception:  # whatever a garbled archive makes zipfile say
        return False


def snapshot_problems(path: Path, progress: Progress = unheard) -> list[str]:
    """Return what is wrong with a snapshot, packed or not; an empty list of a sound one.

    What was packed was sound, so of a packed one it is asked whether it is what was packed.
    """
    if not is_packed(path):
        return problems_in(path)
    try:
        done, size = 0, unpacked_size(path)
        for chunk in _bytes_of(path, path):
            done += len(chunk)
            progress(done, size)
    except DamagedBackupError as error:
        return [error.reason]
    except InspectorError as error:
        return [str(error)]  # gone, or not to be read
    return []


def evidence_named(path: Path) -> set[tuple[str, str]]:
    """Return the digest and suffix of every evidence file that a snapshot names.

    Raises DamagedBackupError, CannotReadError.
    """
    if not is_packed(path):
        return files_needed(path)
    with opened_backup_file(path) as (archive, _):
        try:
            lines = archive.read(_NAMED).decode().splitlines()
        except Exception as error:  # whatever a garbled archive makes zipfile and zlib say
            raise DamagedBackupError(path, _NAMED) from error
    return {(line[:64], line[64:]) for line in lines}


def unpacked_size(path: Path) -> int:
    """Return the bytes of a packed snapshot's database.

    Raises DamagedBackupError, CannotReadError.
    """
    with opened_backup_file(path) as (_, manifest):
        return manifest.parts[0].size


def holds(path: Path) -> Holds | None:
    """Return what a packed snapshot says of itself; None of one that says nothing. Never raises."""
    if not is_packed(path) or path.suffix == LOCKED_SUFFIX:
        return None
    try:
        with opened_backup_file(path) as (_, manifest):
            counts = dict(manifest.counts)
            return Holds(
                manifest.made_at.replace(tzinfo=None),
                manifest.version,
                counts.get("visits"),
                counts.get("findings"),
            )
    except InspectorError:
        return None


def _counts_in(database: Path) -> dict[str, int]:
    """Return how many visits and findings a copy of the database has."""
    with closing(unwritten(database)) as connection:
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
        return {
            name: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table, name in _COUNTED
            if table in tables
        }


def _bytes_of(path: Path, told: Path) -> Iterator[bytes]:
    """Yield the database's bytes, checked against what was packed; errors are about `told`."""
    with opened_backup_file(path, told) as (archive, manifest):
        yield from read_part(archive, manifest.parts[0], told)
