"""Writing a bag (BagIt 1.0, RFC 8493): a folder or .zip with the SHA-256 of each file in it.

Archives take bags from many hands, and any tool checks them, `sha256sum` alone included. What is
kept lies below `data/`; what stands beside it says how to read that.
"""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from io import BytesIO
from pathlib import Path
from typing import IO, Protocol
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from inspector.domain.errors import CannotReadError, CannotWriteError
from inspector.storage.files.whole_files import beside, make_folder, sync_file
from inspector.storage.files.work_folders import work_folder

PAYLOAD = "data"
DECLARATION = "bagit.txt"
INFO = "bag-info.txt"
MANIFEST, TAG_MANIFEST = "manifest-sha256.txt", "tagmanifest-sha256.txt"
DECLARED = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
ZIPPED = ".zip"

_CHUNK = 1 << 20
_PACKED = frozenset({"jpg", "jpeg", "png", "heic", "webp", "xlsx", "mp4", "m4a", "mp3"})
"""What is compressed already."""

_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The time of every file in a .zip: what is in it counts, not when it was put there."""


class Bag:
    """A bag that is being filled."""

    def __init__(self, place: "_Place") -> None:
        self._place = place
        self._digests: dict[str, str] = {}
        self._size = 0

    def add(self, name: str, source: Path | bytes) -> None:
        """Put a file below `data/` under `name`, with / between its parts; one is put there once.

        Raises CannotReadError about the source.
        """
        path = f"{PAYLOAD}/{name}"
        if path in self._digests:
            return
        try:
            stream: IO[bytes] = BytesIO(source) if isinstance(source, bytes) else source.open("rb")
        except OSError as error:
            raise CannotReadError(Path(str(source)), error.strerror or str(error)) from error
        with stream:
            self._digests[path], size = self._put(path, stream)
        self._size += size

    def close(self, info: Mapping[str, str], beside_it: Mapping[str, bytes]) -> None:
        """Write what stands beside the files: `info` on the bag, texts, and the manifests."""
        told = {**info, "Payload-Oxum": f"{self._size}.{len(self._digests)}"}
        tags = {
            DECLARATION: DECLARED.encode(),
            INFO: "".join(f"{name}: {_one_line(said)}\n" for name, said in told.items()).encode(),
            **beside_it,
            MANIFEST: _manifest(self._digests),
        }
        digests = {name: self._put(name, BytesIO(content))[0] for name, content in tags.items()}
        self._put(TAG_MANIFEST, BytesIO(_manifest(digests)))

    def _put(self, path: str, stream: IO[bytes]) -> tuple[str, int]:
        sha256, size = hashlib.sha256(), 0
        with self._place.opened(path) as sink:
            for chunk in iter(lambda: stream.read(_CHUNK), b""):
                sha256.update(chunk)
                sink.write(chunk)
                size += len(chunk)
        return sha256.hexdigest(), size


@contextmanager
def bag_at(target: Path, *, replace: bool = False) -> Iterator[tuple[Bag, Path]]:
    """Give a bag to be filled, and a folder to work in beside it; whole at `target`, or not there.

    A name that ends in .zip makes a .zip, any other a folder, which must be new or empty. A .zip
    that is there is somebody's archive: only with `replace` another takes its place. Raises
    CannotWriteError.
    """
    parent = target.absolute().parent
    make_folder(parent)
    is_zip = target.suffix.lower() == ZIPPED
    if is_zip and not replace and target.exists():
        raise CannotWriteError(target, THERE_ALREADY)
    with work_folder(parent) as work, _told_of(target, work):
        if is_zip:
            with beside(target, work) as path, ZipFile(path, "w", ZIP_STORED) as archive:
                yield Bag(_Zip(archive, target.stem)), work
            return
        try:
            if target.exists() and (not target.is_dir() or any(target.iterdir())):
                raise CannotWriteError(target, NOT_EMPTY)
            made = work / "bag"
            made.mkdir()
            yield Bag(_Folder(made)), work
            if target.exists():
                target.rmdir()
            made.rename(target)
        except OSError as error:
            raise CannotWriteError(target, error.strerror or str(error)) from error


@contextmanager
def _told_of(target: Path, work: Path) -> Iterator[None]:
    """Tell of the target what was refused of the files it is made from."""
    try:
        yield
    except CannotWriteError as error:
        if work not in error.path.parents:
            raise
        raise CannotWriteError(target, error.reason) from error


NOT_EMPTY = "it holds other files"
"""The reason why a folder is not written into: it is somebody's."""

THERE_ALREADY = "an archive is there already"


class _Place(Protocol):
    """Where a bag lies."""

    def opened(self, path: str) -> AbstractContextManager[IO[bytes]]: ...


class _Folder:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @contextmanager
    def opened(self, path: str) -> Iterator[IO[bytes]]:
        place = self._folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("xb") as file:
            yield file
        sync_file(place)


class _Zip:
    def __init__(self, archive: ZipFile, top: str) -> None:
        self._archive, self._top = archive, top

    def opened(self, path: str) -> IO[bytes]:
        entry = ZipInfo(f"{self._top}/{path}", _MOMENT)
        packed = path.rpartition(".")[2].lower() in _PACKED
        entry.compress_type = ZIP_STORED if packed else ZIP_DEFLATED
        entry.external_attr = 0o600 << 16
        return self._archive.open(entry, "w", force_zip64=True)


def _manifest(digests: Mapping[str, str]) -> bytes:
    lines = (f"{digest}  {_escaped(path)}\n" for path, digest in sorted(digests.items()))
    return "".join(lines).encode()


def _escaped(path: str) -> str:
    return path.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _one_line(text: str) -> str:
    return " ".join(text.split())
