"""Writing a bundle: objects to work files, then the signed manifest and all else in one stream.

It takes its place once it was read back; stopped, killed or refused by the disk it leaves nothing.
"""

import errno
import gzip
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO
from zipfile import ZipFile, ZipInfo

from inspector.domain.errors import CannotWriteError, InspectorError, NotAsWrittenError
from inspector.domain.sharing.manifest import FIRST_FORMAT, Manifest, format_for, manifest_text
from inspector.domain.sharing.travelling import Kind, Travelling
from inspector.read_back import digest_at
from inspector.storage.files.volumes import VolumeStream, volumes_beside, volumes_written
from inspector.storage.files.whole_files import Progress, unheard
from inspector.storage.files.work_folders import work_folder
from inspector.storage.locked.guarded_key import GuardedKey, new_key, require_long
from inspector.storage.locked.locking import Locked, lock_written, require_same
from inspector.storage.sharing.bundle_layout import (
    KEY,
    LOCKED,
    MANIFEST,
    SIGNATURE,
    evidence_name,
    line_of,
    member,
    objects_name,
)
from inspector.storage.sharing.bundle_reading import read_bundle

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """A file of evidence that goes along: what it is called by, its bytes, where it lies."""

    digest: str
    suffix: str
    size: int
    path: Path


@dataclass(frozen=True, slots=True)
class BundleWritten:
    """What was written and read back: its files, what it says of itself, the SHA-256 of that.

    `unread` are the digests of evidence that is damaged on the disk, and did not go along.
    """

    paths: tuple[Path, ...]
    manifest: Manifest
    digest: str
    unread: tuple[str, ...] = ()


class WorkFiles:
    """The objects of a bundle in files of their own until their digests are known."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.counts: dict[Kind, int] = {}
        self.members: dict[str, tuple[int, str]] = {}
        self.laptops: set[str] = set()
        self.format = FIRST_FORMAT

    def put(self, kind: Kind, objects: Iterable[Travelling], did: Callable[[], object]) -> None:
        """Write the objects of a kind, one held at a time; raises CannotWriteError."""
        try:
            self._put(kind, objects, did)
        except OSError as error:
            raise CannotWriteError(self._folder.parent, error.strerror or str(error)) from error

    def _put(self, kind: Kind, objects: Iterable[Travelling], did: Callable[[], object]) -> None:
        sha256, size, count = hashlib.sha256(), 0, 0
        with gzip.open(self._path(kind), "wb", compresslevel=1) as file:
            for each in objects:
                line = line_of(each)
                file.write(line)
                sha256.update(line)
                size += len(line)
                count += 1
                self.laptops.add(each.laptop)
                self.format = max(self.format, format_for(each))
                did()
        if count:
            self.counts[kind] = count
            self.members[objects_name(kind)] = size, sha256.hexdigest()

    def chunks(self, kind: Kind) -> Iterator[bytes]:
        """Yield the bytes of a kind's objects."""
        with gzip.open(self._path(kind), "rb") as file:
            yield from iter(lambda: file.read(_CHUNK), b"")

    def _path(self, kind: Kind) -> Path:
        return self._folder / f"{kind.value}.gz"


@contextmanager
def work_files(parent: Path) -> Iterator[WorkFiles]:
    """Give work files in a folder below `parent` that goes again; raises CannotWriteError."""
    with work_folder(parent) as folder:
        yield WorkFiles(folder)


def require_place(target: Path) -> None:
    """Raise CannotWriteError where the folder of a bundle is not there: a stick was pulled."""
    if not os.path.isdir(target.parent):
        raise CannotWriteError(target, os.strerror(errno.ENOENT))


def write_bundle(
    target: Path,
    manifest: Manifest,
    objects: WorkFiles,
    evidence: Iterable[EvidenceFile],
    sign: Callable[[bytes], bytes],
    passphrase: str = "",
    progress: Progress = unheard,
) -> BundleWritten:
    """Write a bundle of what lies in work files, and read it back.

    `manifest` is completed by counts and members. `progress` hears bytes; what it raises stops it.
    What comes to 4 GiB and more becomes volumes, `NAME.001` and so on. Raises CannotWriteError,
    NotAsWrittenError, ShortPassphraseError, ProcessEndedError.
    """
    require_place(target)
    guarded = None
    if passphrase:
        require_long(passphrase)
        guarded = new_key(passphrase, progress)
    files = list(evidence)
    try:
        return _Writing(manifest, objects, files, sign, progress).to(target, guarded)
    except _OtherBytesError:  # of one; all are looked at before it is tried again
        sound = [each for each in files if _is_sound(each)]
        unread = tuple(sorted({each.digest for each in files} - {each.digest for each in sound}))
        wanted = tuple(sorted({*manifest.wanted, *unread}))
        writing = _Writing(replace(manifest, wanted=wanted), objects, sound, sign, progress)
        return replace(writing.to(target, guarded), unread=unread)


class _OtherBytesError(Exception):
    """A file of evidence is not what its name says."""


class _Writing:
    """One bundle on its way into its file."""

    def __init__(
        self,
        manifest: Manifest,
        objects: WorkFiles,
        files: list[EvidenceFile],
        sign: Callable[[bytes], bytes],
        progress: Progress,
    ) -> None:
        members = dict(objects.members)
        members |= {evidence_name(one.digest, one.suffix): (one.size, one.digest) for one in files}
        self._manifest = replace(
            manifest, counts=dict(objects.counts), members=members, format=objects.format
        )
        self._text = manifest_text(self._manifest).encode("utf-8", "surrogatepass")
        self._digest = hashlib.sha256(self._text).hexdigest()
        self._signature = sign(self._text).hex()
        self._objects, self._files = objects, files
        self._moment = manifest.made_at.timetuple()[:6]
        self._total = 2 * sum(size for size, _ in members.values())
        self._done, self._progress = 0, progress

    def to(self, target: Path, guarded: GuardedKey | None) -> BundleWritten:
        with work_folder(target.parent) as drafts, volumes_beside(target, drafts) as draft:
            if guarded is None:
                self._write(draft.written)
                with draft.read_back() as stream:
                    self._read_back(stream, target)
            else:
                locked = self._lock(draft.written, guarded)
                with (
                    draft.read_back() as stream,
                    ZipFile(stream) as outer,
                    outer.open(LOCKED) as inner,
                ):
                    require_same(inner, locked, target, self._did)
        return BundleWritten(tuple(volumes_written(target)), self._manifest, self._digest)

    def _write(self, sink: IO[bytes] | VolumeStream) -> None:
        with ZipFile(sink, "w") as archive:
            archive.writestr(member(MANIFEST, self._moment), self._text)
            archive.writestr(member(SIGNATURE, self._moment), self._signature)
            for kind in self._objects.counts:
                self._add(archive, objects_name(kind), self._objects.chunks(kind))
            for each in self._files:
                self._add(archive, evidence_name(each.digest, each.suffix), _bytes_of(each))

    def _add(self, archive: ZipFile, name: str, chunks: Iterator[bytes]) -> None:
        size, digest = self._manifest.members[name]
        entry = member(name, self._moment)
        entry.file_size = size  # beyond 2 GB the format has to know before
        sha256 = hashlib.sha256()
        with archive.open(entry, "w", force_zip64=size > 1 << 30) as sink:
            for chunk in chunks:
                sha256.update(chunk)
                sink.write(chunk)
                self._did(len(chunk))
        if sha256.hexdigest() != digest:
            raise _OtherBytesError

    def _lock(self, sink: VolumeStream, guarded: GuardedKey) -> Locked:
        with ZipFile(sink, "w") as outer:
            outer.writestr(ZipInfo(KEY, self._moment), guarded.guarded)
            with outer.open(ZipInfo(LOCKED, self._moment), "w", force_zip64=True) as inner:
                return lock_written(self._write, inner, guarded.recipient)

    def _read_back(self, stream: IO[bytes], target: Path) -> None:
        try:
            bundle = read_bundle(stream, target, self._did)
        except InspectorError as error:
            raise NotAsWrittenError(target) from error
        if bundle.digest != self._digest:
            raise NotAsWrittenError(target)

    def _did(self, size: int) -> None:
        self._done += size
        self._progress(min(self._done, self._total), self._total)


def _bytes_of(file: EvidenceFile) -> Iterator[bytes]:
    try:
        stream = file.path.open("rb")
    except OSError as error:  # of ours, not of the disk that is written to
        raise _OtherBytesError from error
    with stream:
        while True:
            try:
                chunk = stream.read(_CHUNK)
            except OSError as error:
                raise _OtherBytesError from error
            if not chunk:
                return
            yield chunk


def _is_sound(file: EvidenceFile) -> bool:
    try:
        return digest_at(file.path) == file.digest
    except OSError:
        return False
