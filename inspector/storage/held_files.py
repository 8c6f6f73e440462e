"""The bytes of photos that a data folder could not take, until it can: where a disk takes them.

The same places as `recovery_files`, but not beside the database: what that disk takes lies where
it belongs at once. Knows files; not whose photos they are.
"""

import os
from contextlib import suppress
from pathlib import Path

from inspector.domain.errors import CannotWriteError
from inspector.paths import recovery_folders
from inspector.storage.evidence_files import EVIDENCE_FOLDER, EvidenceFiles, StoredFile
from inspector.storage.recovery_files import mark_of
from inspector.storage.whole_files import make_folder


class HeldFiles:
    """The places for one data folder. Safe to use from several threads at once."""

    def __init__(self, data_folder: Path) -> None:
        name = f"inspector-unsaved-{mark_of(data_folder.absolute())}"
        self._folders = [folder / name for folder in recovery_folders()]
        self._stores = [EvidenceFiles(folder) for folder in self._folders]

    def keep(self, source: Path | bytes, suffix: str) -> StoredFile:
        """Keep bytes where a disk takes them, on it for certain when this returns.

        Raises NotFoundError or CannotReadError about the source, and CannotWriteError when no
        disk takes them.
        """
        refused: CannotWriteError | None = None
        for folder, store in zip(self._folders, self._stores, strict=True):
            try:
                make_folder(folder)
                return store.keep(source, suffix)
            except CannotWriteError as error:
                refused = refused or error
        assert refused is not None, "there is always a folder"
        raise refused

    def path(self, digest: str, suffix: str) -> Path | None:
        """Return where bytes are held; None when they are not."""
        paths = (store.path_of(digest, suffix) for store in self._stores)
        return next((path for path in paths if os.path.isfile(path)), None)

    def drop(self, digest: str, suffix: str) -> None:
        """Hold bytes no longer, and no folder that is empty then."""
        for folder, store in zip(self._folders, self._stores, strict=True):
            path = store.path_of(digest, suffix)
            with suppress(OSError):
                path.chmod(0o600)  # Windows deletes no protected file
                path.unlink()
                for each in (path.parent, folder / EVIDENCE_FOLDER, folder):
                    each.rmdir()
