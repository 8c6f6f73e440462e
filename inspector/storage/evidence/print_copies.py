"""Copies of photos as papers print them, each made once; the folder may be deleted at any time.

A copy is named by the digest of what is shown (the photo, or the one with marks), the room it has
and the words in its corner. What is damaged is made again, and a folder that takes nothing costs
time alone. Knows files; not which paper wants them.
"""

import os
import zlib
from collections.abc import Callable, Sequence
from contextlib import nullcontext, suppress
from hashlib import sha256
from pathlib import Path
from threading import Lock
from uuid import uuid4

from inspector.domain.papers.print_size import PrintSize
from inspector.paths import make_private_folder, open_private
from inspector.storage.evidence.photo_making import for_print

PRINTS_FOLDER = "prints"

MOST_BYTES = 400 << 20
"""Of all copies: those of about ten thousand photos. What was used last stays."""

_RECIPE = b"1"
"""Another one wherever `for_print` makes other pictures than before: old copies are left then."""

_REDUCED = "jpg"
"""The kind that is decoded at a quarter or eighth of its size; each other one fills the memory."""

_one_at_a_time = Lock()

_SUM = 4  # bytes behind the picture, by which damage is seen


class PrintCopies:
    """The copies in one data folder. Safe to use from several threads and programs at once."""

    def __init__(self, data_folder: Path, path_of: Callable[[str, str], Path]) -> None:
        """`path_of` returns where the file of a digest and a suffix lies."""
        self._folder = data_folder / PRINTS_FOLDER
        self._path_of = path_of

    def copy(self, digest: str, suffix: str, room: PrintSize, corner: Sequence[str] = ()) -> bytes:
        """Return a JPEG of a kept photo as `for_print` makes it; raises what that raises."""
        target = self._target(digest, room, corner)
        kept = _whole(target)
        if kept is not None:
            return kept
        with _one_at_a_time if suffix != _REDUCED else nullcontext():
            made = for_print(self._path_of(digest, suffix), room, corner)
        self._keep(target, made, self._path_of(digest, suffix))
        return made

    def keep(self, digest: str, suffix: str, room: PrintSize, made: bytes) -> None:
        """Keep a copy without a corner that was made along with something else; never raises."""
        self._keep(self._target(digest, room, ()), made, self._path_of(digest, suffix))

    def has(self, digest: str, room: PrintSize, corner: Sequence[str] = ()) -> bool:
        """Tell whether a copy lies there, whole or not."""
        return os.path.isfile(self._target(digest, room, corner))

    def trim(self, most: int = MOST_BYTES) -> None:
        """Let go of the copies that were not used for longest, until the rest is `most` bytes.

        Asked before a paper is written, so that none of its own are among them; never raises.
        """
        found: list[tuple[int, int, str]] = []
        with suppress(OSError):
            for folder in os.scandir(self._folder):
                with suppress(OSError), os.scandir(folder.path) as entries:
                    for entry in entries:
                        if entry.name.endswith(".jpg"):
                            told = entry.stat()
                            found.append((told.st_mtime_ns, told.st_size, entry.path))
        over = sum(size for _, size, _ in found) - most
        for _, size, path in sorted(found):
            if over <= 0:
                return
            with suppress(OSError):
                os.unlink(path)
                over -= size

    @staticmethod
    def name(digest: str, room: PrintSize, corner: Sequence[str] = ()) -> str:
        """Return what a copy is called: another name wherever anything of it is other."""
        said = sha256(b"\0".join((_RECIPE, *(each.encode() for each in corner)))).hexdigest()[:16]
        return f"{digest}-{room.width}x{room.height}-{said}"

    def _target(self, digest: str, room: PrintSize, corner: Sequence[str]) -> Path:
        return self._folder / digest[:2] / f"{self.name(digest, room, corner)}.jpg"

    def _keep(self, target: Path, made: bytes, original: Path) -> None:
        """Put a copy in its place, where a disk takes it and the photo is still there."""
        beside = target.with_name(f".{uuid4().hex}.tmp")
        try:
            try:
                _write(beside, made)
            except FileNotFoundError:  # mostly the folders are there
                make_private_folder(self._folder, parents=False)  # it may have been moved away
                make_private_folder(target.parent)
                _write(beside, made)
            beside.replace(target)
            if not os.path.isfile(original):  # erased meanwhile, and its copies before this one
                target.unlink(missing_ok=True)
        except OSError:
            pass  # no room, or not ours to write: the paper has its picture all the same
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)


def _write(path: Path, made: bytes) -> None:
    with open(path, "wb", opener=open_private) as file:
        file.write(made + zlib.crc32(made).to_bytes(_SUM))


def remove_copies(data_folder: Path, digest: str) -> None:
    """Remove all copies of a photo. Raises OSError."""
    for copy in (data_folder / PRINTS_FOLDER / digest[:2]).glob(f"{digest}-*.jpg"):
        copy.unlink(missing_ok=True)


def _whole(path: Path) -> bytes | None:
    """Return a copy that was kept, noting that it was used; None where there is none, or damage."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    made, told = content[:-_SUM], content[-_SUM:]
    if not made or zlib.crc32(made).to_bytes(_SUM) != told:
        return None
    with suppress(OSError):
        os.utime(path)
    return made
