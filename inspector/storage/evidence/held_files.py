"""The bytes of photos that a data folder could not take, until it can: where a disk takes them.

The same places as `recovery_files`, but not beside the database: what that disk takes lies where
it belongs at once. Knows files; not whose photos they are.
"""

import os
import stat
from contextlib import suppress
from pathlib import Path
from threading import Lock

from inspector.domain.errors import CannotWriteError
from inspector.paths import recovery_folders
from inspector.storage.evidence.evidence_files import EVIDENCE_FOLDER, EvidenceFiles, StoredFile
from inspector.storage.files.recovery_files import mark_of
from inspector.storage.files.whole_files import make_folder, sync_folder


class HeldFiles:
    """The places for one data folder. Safe to use from several threads at once."""

    def __init__(self, data_folder: Path) -> None:
        name = f"inspector-unsaved-{mark_of(data_folder.absolute())}"
        self._folders = [folder / name for folder in recovery_folders()]
        self._keeping = Lock()

    def keep(self, source: Path | bytes, suffix: str) -> StoredFile:
        """Keep bytes where a disk takes them, on it for certain when this returns.

        Raises NotFoundError or CannotReadError about the source, and CannotWriteError when no
        disk takes them.
        """
        refused: CannotWriteError | None = None
        for folder in self._folders:
            try:
                with self._keeping:
                    make_folder(folder)
                    # A new one each time: the folders it knows to be on the disk come and go.
                    kept = EvidenceFiles(folder).keep(source, suffix)
                    with suppress(OSError):
                        sync_folder(folder.parent)
                return kept
            except CannotWriteError as error:
                refused = refused or error
        assert refused is not None, "there is always a folder"
        raise refused

    def path(self, digest: str, suffix: str) -> Path | None:
        """Return where bytes are held; None when they are not."""
        paths = (EvidenceFiles(folder).path_of(digest, suffix) for folder in self._folders)
        return next((path for path in paths if os.path.isfile(path)), None)

    def drop(self, digest: str, suffix: str) -> None:
        """Hold bytes no longer, and no folder that is empty then."""
        for folder in self._folders:
            path = EvidenceFiles(folder).path_of(digest, suffix)
            with suppress(OSError):
                path.chmod(stat.S_IRUSR | stat.S_IWUSR)  # Windows deletes no protected file
                path.unlink()
                if self._keeping.acquire(blocking=False):  # else one is about to use them
                    try:
                        for each in (path.parent, folder / EVIDENCE_FOLDER, folder):
                            each.rmdir()
                    finally:
                        self._keeping.release()
