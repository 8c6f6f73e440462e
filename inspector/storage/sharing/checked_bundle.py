"""One open bundle: everything about it is checked before anything of it is believed.

Nothing in it is held but one object.
"""

import hashlib
import io
import zlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from inspector.domain.errors import CannotReadError
from inspector.domain.sharing.laptop import verified
from inspector.domain.sharing.manifest import FORMAT, Manifest, format_in, manifest_in
from inspector.domain.sharing.sharing_errors import (
    BundleSignatureError,
    ChangedMemberError,
    MissingMemberError,
    NewerBundleError,
    NotABundleError,
    StrangeMemberError,
    SwollenBundleError,
)
from inspector.domain.sharing.travelling import Kind, Travelling
from inspector.storage.sharing.bundle_layout import (
    LONGEST_LINE,
    LONGEST_MANIFEST,
    MANIFEST,
    MOST_SWOLLEN,
    SIGNATURE,
    digest_in,
    kind_of,
    objects_name,
    travelling_in,
)

_CHUNK = 1 << 20
_SMALL = 1 << 16
"""Bytes of a member in the file, below which it is not asked how much it swells."""


class Bundle:
    """An open bundle of which everything was checked, to be read as often as need be."""

    def __init__(self, archive: ZipFile, path: Path, length: int) -> None:
        self._archive, self._path = archive, path
        _require_sound_names(archive, path, length)
        text = self._text(MANIFEST, LONGEST_MANIFEST)
        self.manifest: Manifest = self._manifest(text)
        self.digest = hashlib.sha256(text).hexdigest()
        """SHA-256 of what it says of itself: two files with the same are one bundle."""
        self._require_members()
        self._evidence = {own: name for name in self.manifest.members if (own := digest_in(name))}

    @property
    def evidence_digests(self) -> frozenset[str]:
        """The digests of the files of evidence that are in it."""
        return frozenset(self._evidence)

    def objects(self, *kinds: Kind) -> Iterator[Travelling]:
        """Yield the objects, of all kinds or of some, in the order in which they need each other.

        Each is as its digest says, unless something of it was left at home. Raises
        ChangedMemberError, SwollenBundleError, CannotReadError.
        """
        for kind in kinds or Kind:
            if objects_name(kind) in self.manifest.members:
                yield from self._objects(kind)

    @contextmanager
    def evidence(self, digest: str) -> Iterator[IO[bytes]]:
        """Give the bytes of a file of evidence to be read; raises KeyError, CannotReadError.

        Whether they are what their digest says is for whoever keeps them to find out.
        """
        name = self._evidence[digest]
        with self._telling(name):
            packed = self._archive.open(name)
        with packed, io.BufferedReader(_Member(packed, lambda: self._telling(name))) as stream:
            yield stream

    def suffix_of(self, digest: str) -> str:
        """Return the suffix of a file of evidence without its dot; raises KeyError."""
        return self._evidence[digest].rpartition("/")[2].partition(".")[2]

    def verify(self, did: Callable[[int], object] = int) -> None:
        """Read everything once; `did` hears how many bytes went by.

        Raises ChangedMemberError for what is not as it was signed, CannotReadError.
        """
        for name in self.manifest.members:
            sha256 = hashlib.sha256()
            with self._telling(name), self._archive.open(name) as stream:
                for chunk in iter(lambda: stream.read(_CHUNK), b""):
                    sha256.update(chunk)
                    did(len(chunk))
            self._require_as_told(name, sha256.hexdigest())

    def _objects(self, kind: Kind) -> Iterator[Travelling]:
        name, sha256, count = objects_name(kind), hashlib.sha256(), 0
        with self._telling(name), self._archive.open(name) as packed:
            stream = io.BufferedReader(packed, _CHUNK)  # type: ignore[type-var]
            while line := stream.readline(LONGEST_LINE + 1):
                if len(line) > LONGEST_LINE:
                    raise SwollenBundleError(self._path, name)
                sha256.update(line)
                count += 1
                try:
                    yield travelling_in(line, kind)
                except ValueError as error:
                    raise ChangedMemberError(self._path, name) from error
        self._require_as_told(name, sha256.hexdigest())
        if count != self.manifest.counts.get(kind):
            raise ChangedMemberError(self._path, name)

    def _manifest(self, text: bytes) -> Manifest:
        signature = self._text(SIGNATURE, 200)
        try:
            said = text.decode("utf-8", "surrogatepass")
            if format_in(said) > FORMAT:
                raise NewerBundleError(self._path)
            manifest = manifest_in(said)
            signed = bytes.fromhex(signature.decode("ascii"))
        except (ValueError, RecursionError) as error:
            raise ChangedMemberError(self._path, MANIFEST) from error
        if not verified(manifest.sender.key, text, signed):
            raise BundleSignatureError(self._path)
        return manifest

    def _text(self, name: str, longest: int) -> bytes:
        try:
            entry = self._archive.getinfo(name)
        except KeyError as error:
            raise NotABundleError(self._path) from error
        if entry.file_size > longest:
            raise SwollenBundleError(self._path, name)
        with self._telling(name), self._archive.open(entry) as stream:
            text = stream.read(longest + 1)
        if len(text) > longest:
            raise SwollenBundleError(self._path, name)
        return text

    def _require_members(self) -> None:
        """Require that what is there is what was signed for, no more and no less."""
        there = {entry.filename: entry for entry in self._archive.infolist()}
        told = self.manifest.members
        if len(there) < len(told) + 2:
            raise MissingMemberError(self._path, min(told.keys() - there.keys(), default=MANIFEST))
        for name, (size, digest) in told.items():
            if name not in there:
                raise MissingMemberError(self._path, name)
            if there[name].file_size != size or digest_in(name) not in ("", digest):
                raise ChangedMemberError(self._path, name)
        strange = there.keys() - told.keys() - {MANIFEST, SIGNATURE}
        if strange:
            raise StrangeMemberError(self._path, min(strange))

    def _require_as_told(self, name: str, digest: str) -> None:
        if digest != self.manifest.members[name][1]:
            raise ChangedMemberError(self._path, name)

    @contextmanager
    def _telling(self, name: str) -> Iterator[None]:
        """Turn what zipfile and zlib say of a garbled member, or the system, into one of ours."""
        try:
            yield
        except (BadZipFile, EOFError, RuntimeError, NotImplementedError, zlib.error) as error:
            raise ChangedMemberError(self._path, name) from error
        except OSError as error:
            raise CannotReadError(self._path, error.strerror or str(error)) from error


class _Member(io.RawIOBase):
    """The bytes of a member, whose trouble is told from that of whoever writes them elsewhere."""

    def __init__(
        self, packed: IO[bytes], telling: Callable[[], AbstractContextManager[None]]
    ) -> None:
        super().__init__()
        self._packed, self._telling = packed, telling

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        with self._telling():
            chunk = self._packed.read(len(view))
        view[: len(chunk)] = chunk
        return len(chunk)


def _require_sound_names(archive: ZipFile, path: Path, length: int) -> None:
    """Require members that are ours, each once, and none of which swells beyond all measure."""
    entries, seen, packed = archive.infolist(), set[str](), 0
    for entry in entries:
        name = entry.filename
        if name in seen or not _is_ours(entry):
            raise StrangeMemberError(path, name)
        seen.add(name)
        packed += entry.compress_size
        if entry.file_size > MOST_SWOLLEN * max(entry.compress_size, _SMALL):
            raise SwollenBundleError(path, name)
    if packed > length:  # members lie over one another
        raise SwollenBundleError(path, path.name)


def _is_ours(entry: ZipInfo) -> bool:
    """Tell whether a member has a name that we give, and lies as we lay it."""
    if digest_in(entry.filename):
        return entry.compress_type == ZIP_STORED and entry.file_size == entry.compress_size
    named = entry.filename in (MANIFEST, SIGNATURE) or kind_of(entry.filename) is not None
    return named and entry.compress_type in (ZIP_DEFLATED, ZIP_STORED)
