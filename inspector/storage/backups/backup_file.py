"""Everything in one file: a .zip with the database, the evidence, the packs and a manifest.

Photos are stored as they are, since they do not compress; the manifest has the size and SHA-256
of every part and is written last. Any program that opens .zip files can look inside.
"""

import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from inspector.domain.errors import (
    CannotReadError,
    DamagedBackupError,
    MissingVolumeError,
    NotABackupError,
)
from inspector.storage.evidence.evidence_files import EVIDENCE_FOLDER
from inspector.storage.files.folder_layout import DATABASE_FILE, PACKS_FOLDER
from inspector.storage.files.volumes import (
    VolumeStream,
    next_volume,
    opened_volumes,
    volumes_beside,
)
from inspector.storage.files.whole_files import Progress, unheard

MANIFEST = "manifest.json"
FORMAT = 1

_CHUNK = 1 << 20
_BEGIN = b"PK\x03\x04"
_LONGEST_MANIFEST = 200_000_000
_EVIDENCE = re.compile(rf"{EVIDENCE_FOLDER}/[0-9a-f]{{2}}/[0-9a-f]{{64}}(\.[a-z0-9]{{1,12}})?")


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a backup: its path in the data folder with /, its bytes, its SHA-256."""

    name: str
    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup file says of itself."""

    made_at: datetime
    version: str
    parts: tuple[Part, ...]
    journal: str = ""  # the code of its newest entry, as papers print it
    counts: tuple[tuple[str, int], ...] = ()  # of a snapshot: what it holds how many of


def write_backup_file(
    target: Path,
    files: Iterable[tuple[str, Path]],
    made_at: datetime,
    version: str,
    progress: Progress = unheard,
    journal: str = "",
    work: Path | None = None,
) -> list[str]:
    """Write `files`, pairs of a name in the backup and a file, and read the result back.

    They are gone through twice: first for what they come to.

    What comes to 4 GiB and more becomes volumes, `NAME.001` and so on.

    Until it is whole it lies in the folder `work`, on the same disk. Returns the names that
    could not be read, or are evidence that has changed. Raises CannotWriteError, or
    DamagedBackupError when the disk gives back something else than written.
    """
    steps = Steps(files, progress)
    with volumes_beside(target, work) as draft:
        unread = write_parts(draft.written, files, made_at, version, journal, steps)
        with draft.read_back() as stream, opened_stream(stream, target) as (archive, manifest):
            for part in manifest.parts:
                for chunk in read_part(archive, part, target):
                    steps.did(len(chunk))
    return unread


def write_parts(
    sink: IO[bytes] | VolumeStream,
    files: Iterable[tuple[str, Path]],
    made_at: datetime,
    version: str,
    journal: str,
    steps: "Steps",
) -> list[str]:
    """Write the archive with its manifest to a stream; return the names unread."""
    unread: list[str] = []
    parts = []
    with ZipFile(sink, "w", ZIP_STORED) as archive:
        for name, source in files:
            part = _add(archive, name, source, made_at, steps)
            if part is None or (_EVIDENCE.fullmatch(name) and part.digest not in name):
                unread.append(name)
            if part is not None:
                parts.append(part)
        archive.writestr(
            _entry(MANIFEST, made_at, ZIP_DEFLATED),
            manifest_text(Manifest(made_at, version, tuple(parts), journal)),
        )
    return unread


@contextmanager
def opened_backup_file(path: Path, told: Path | None = None) -> Iterator[tuple[ZipFile, Manifest]]:
    """Open a backup file; its manifest is checked, its parts are not yet.

    Raises NotABackupError, DamagedBackupError, CannotReadError: about `told`, where `path` is
    only what was unlocked of it.
    """
    with ExitStack() as stack:
        try:
            stream = stack.enter_context(opened_volumes(path))
        except OSError as error:
            raise CannotReadError(path, error.strerror or str(error)) from error
        yield stack.enter_context(opened_stream(stream, path, told))


@contextmanager
def opened_stream(
    stream: IO[bytes], path: Path, told: Path | None = None
) -> Iterator[tuple[ZipFile, Manifest]]:
    """Open a backup that is read from a stream, as `opened_backup_file` does; about `path`."""
    try:
        archive = ZipFile(stream)
    except BadZipFile as error:
        raise _no_archive(path) from error
    with archive:
        yield archive, _manifest(archive, told or path)


def _no_archive(path: Path) -> DamagedBackupError | MissingVolumeError | NotABackupError:
    """Tell a copy that was broken off, which begins like an archive, from something else."""
    try:
        with path.open("rb") as file:
            begin = file.read(len(_BEGIN))
    except OSError:
        return NotABackupError(path)
    if not begin:
        return DamagedBackupError(path, "empty")
    if (following := next_volume(path)) is not None:
        return MissingVolumeError(following)  # what an archive ends with is in its last volume
    return DamagedBackupError(path, "incomplete") if begin == _BEGIN else NotABackupError(path)


def read_part(archive: ZipFile, part: Part, path: Path) -> Iterator[bytes]:
    """Yield a part's bytes; raises DamagedBackupError when they are not what was written."""
    sha256, size = hashlib.sha256(), 0
    try:
        with archive.open(part.name) as stream:
            for chunk in iter(lambda: stream.read(_CHUNK), b""):
                size += len(chunk)
                if size > part.size:
                    break
                sha256.update(chunk)
                yield chunk
    except (BadZipFile, KeyError, EOFError, OSError, RuntimeError, NotImplementedError) as error:
        raise DamagedBackupError(path, part.name) from error
    except Exception as error:  # zlib.error, which is no subclass of any of them
        if type(error).__module__ != "zlib":
            raise
        raise DamagedBackupError(path, part.name) from error
    if size != part.size or sha256.hexdigest() != part.digest:
        raise DamagedBackupError(path, part.name)


class Steps:
    """Counts bytes for a progress: each file is written, and read back."""

    def __init__(self, files: Iterable[tuple[str, Path]], progress: Progress) -> None:
        self._total = 2 * sum(path.stat().st_size for _, path in files if os.path.isfile(path))
        self._done, self._progress = 0, progress

    def did(self, size: int) -> None:
        self._done += size
        self._progress(min(self._done, self._total), self._total)


def _add(archive: ZipFile, name: str, source: Path, made_at: datetime, steps: Steps) -> Part | None:
    try:
        stream = source.open("rb")
    except OSError:
        return None
    with stream:
        entry = _entry(name, made_at, ZIP_STORED if _EVIDENCE.fullmatch(name) else ZIP_DEFLATED)
        entry.file_size = source.stat().st_size  # beyond 2 GB the format has to know before
        sha256, size = hashlib.sha256(), 0
        with archive.open(entry, "w", force_zip64=entry.file_size > 1 << 30) as sink:
            for chunk in _chunks(stream):
                sha256.update(chunk)
                sink.write(chunk)
                size += len(chunk)
                steps.did(len(chunk))
    return Part(name, size, sha256.hexdigest())


def _chunks(stream: IO[bytes]) -> Iterator[bytes]:
    return iter(lambda: stream.read(_CHUNK), b"")


def _entry(name: str, made_at: datetime, compression: int) -> ZipInfo:
    entry = ZipInfo(name, made_at.timetuple()[:6])
    entry.compress_type = compression
    entry.external_attr = 0o600 << 16
    return entry


def manifest_text(manifest: Manifest) -> str:
    """Return a manifest as it is written, JSON."""
    content = {
        "format": FORMAT,
        "made_at": manifest.made_at.isoformat(timespec="seconds"),
        "version": manifest.version,
        "journal": manifest.journal,
        "counts": dict(manifest.counts),
        "files": [
            {"name": part.name, "size": part.size, "sha256": part.digest} for part in manifest.parts
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=1)


def _manifest(archive: ZipFile, path: Path) -> Manifest:
    try:
        if archive.getinfo(MANIFEST).file_size > _LONGEST_MANIFEST:
            raise DamagedBackupError(path, MANIFEST)
        content = archive.read(MANIFEST)
    except KeyError as error:
        raise NotABackupError(path) from error
    except Exception as error:  # whatever a garbled archive makes zipfile and zlib say
        raise DamagedBackupError(path, MANIFEST) from error
    try:
        read = json.loads(content)
        if read["format"] != FORMAT:
            raise NotABackupError(path)
        parts = tuple(
            Part(str(file["name"]), int(file["size"]), str(file["sha256"]))
            for file in read["files"]
        )
        manifest = Manifest(
            datetime.fromisoformat(read["made_at"]),
            str(read["version"]),
            parts,
            str(read.get("journal", "")),  # none in those of versions without one
            tuple((str(key), int(value)) for key, value in read.get("counts", {}).items()),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise DamagedBackupError(path, MANIFEST) from error
    names = [part.name for part in parts]
    if DATABASE_FILE not in names or len(set(names)) < len(names) or not all(map(_is_ours, names)):
        raise DamagedBackupError(path, MANIFEST)
    return manifest


def _is_ours(name: str) -> bool:
    """Tell whether a name leads to a place of a data folder, and nowhere else."""
    if name == DATABASE_FILE or _EVIDENCE.fullmatch(name):
        return True
    path = PurePosixPath(name)
    return (
        len(path.parts) == 3
        and path.parts[0] == PACKS_FOLDER
        and not set(path.parts) & {"..", ".", ""}
        and not any(character in name for character in '\\:*?"<>|\0')
        and path.suffix == ".toml"
    )
