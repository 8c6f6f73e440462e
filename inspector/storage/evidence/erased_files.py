"""Taking away the files of photos that were lawfully erased, and all small copies of them."""

import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from inspector.domain.errors import CannotWriteError
from inspector.storage.evidence.evidence_files import EvidenceFiles
from inspector.storage.evidence.held_files import HeldFiles
from inspector.storage.evidence.print_copies import remove_copies
from inspector.storage.evidence.thumbnails import THUMBNAILS_FOLDER
from inspector.storage.files.whole_files import sync_folder


def remove_files(folder: Path, files: Iterable[tuple[str, str]]) -> None:
    """Remove files by digest and suffix, gone from the disk's folders when this returns.

    What is gone already is no fault. Raises CannotWriteError.
    """
    store, held = EvidenceFiles(folder), HeldFiles(folder)
    for digest, suffix in files:
        path = store.path_of(digest, suffix)
        held.drop(digest, suffix)
        try:
            # First, since whoever makes a copy just now looks whether it is still there.
            with suppress(FileNotFoundError):
                path.chmod(stat.S_IRUSR | stat.S_IWUSR)  # Windows deletes no protected file
                path.unlink()
                sync_folder(path.parent)
            for small in (folder / THUMBNAILS_FOLDER / digest[:2]).glob(f"{digest}-*.jpg"):
                small.unlink(missing_ok=True)
            remove_copies(folder, digest)
        except OSError as error:
            raise CannotWriteError(path, error.strerror or str(error)) from error
