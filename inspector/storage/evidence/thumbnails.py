"""Small pictures of the kept photos; the folder may be deleted at any time."""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from inspector.domain.errors import CannotWriteError
from inspector.domain.papers.print_size import PrintSize
from inspector.paths import make_private_folder, open_private
from inspector.storage.evidence.photo_making import preview, preview_and_prints
from inspector.storage.evidence.print_copies import PrintCopies

THUMBNAILS_FOLDER = "thumbnails"
THUMBNAIL_SIDE = 256


class Thumbnails:
    """The thumbnails in one data folder. Safe to use from several threads at once."""

    def __init__(self, data_folder: Path, path_of: Callable[[str, str], Path]) -> None:
        """`path_of` returns where the file of a digest and a suffix lies."""
        self._folder = data_folder / THUMBNAILS_FOLDER
        self._path_of = path_of

    def thumbnail(
        self,
        digest: str,
        suffix: str,
        size: int = THUMBNAIL_SIDE,
        *,
        prints: PrintCopies | None = None,
        rooms: Sequence[PrintSize] = (),
        even_if_seen: bool = False,
    ) -> Path:
        """Return a JPEG file of a kept photo, its longer side at most `size` pixels.

        It is made when it is missing or damaged, which takes as long as decoding the photo. Of the
        same decoding `prints` gets its copies for some places on paper, where it has none; with
        `even_if_seen` also where the file is there already. Raises what `preview` raises, and
        CannotWriteError.
        """
        target = self._folder / digest[:2] / f"{digest}-{size}.jpg"
        seen = is_whole(target)
        if seen and not even_if_seen:
            return target
        path = self._path_of(digest, suffix)
        if prints is None:
            self._write(target, preview(path, size), self._path_of(digest, suffix))
            return target
        missing = [room for room in rooms if not prints.has(digest, room)]
        if seen and not missing:
            return target
        small, copies = preview_and_prints(path, size, missing)
        if not seen:
            self._write(target, small, self._path_of(digest, suffix))
        for room, copy in zip(missing, copies, strict=True):
            prints.keep(digest, suffix, room, copy)
        return target

    def _write(self, target: Path, made: bytes, original: Path) -> None:
        beside = target.with_name(f".{uuid4().hex}.tmp")
        try:
            make_private_folder(self._folder, parents=False)  # it may have been moved away
            make_private_folder(target.parent)
            with open(beside, "wb", opener=open_private) as file:
                file.write(made)
            beside.replace(target)
            if not os.path.isfile(original):  # erased meanwhile, and its small ones before this
                target.unlink(missing_ok=True)
        except OSError as error:
            # Windows replaces no file that is being read: then another thread was faster.
            if not is_whole(target):
                raise CannotWriteError(target, error.strerror or str(error)) from error
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)


def is_whole(path: Path) -> bool:
    """Tell whether a JPEG has its beginning and its end: a power cut leaves zeros."""
    try:
        made = path.read_bytes()
    except OSError:
        return False
    return made.startswith(b"\xff\xd8") and made.endswith(b"\xff\xd9")
