"""A snapshot of a second copy that is locked, with the evidence and checklists beside it."""

import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.domain.errors import (
    CannotReadError,
    CannotWriteError,
    DamagedBackupError,
    MissingVolumeError,
    PassphraseNeededError,
)
from inspector.storage.backups.daily_backups import (
    BACKUPS_FOLDER,
    backups_in,
    come_first,
    require_room,
)
from inspector.storage.backups.packed_snapshot import unpack_snapshot, unpacked_size
from inspector.storage.backups.second_target import locked_name
from inspector.storage.backups.snapshot_files import files_of, is_packed
from inspector.storage.evidence.evidence_files import EvidenceFiles
from inspector.storage.files.folder_layout import PACKS_FOLDER
from inspector.storage.files.whole_files import Progress, unheard
from inspector.storage.locked.guarded_key import KEY_FILE, key_beside, opened_key
from inspector.storage.locked.locking import LOCKED_SUFFIX, open_locked_file

if TYPE_CHECKING:
    from pyrage.x25519 import Identity


_HIDDEN = "."


def newest_locked(home: Path) -> Path | None:
    """Return the newest locked snapshot of a second copy; raises CannotReadError."""
    found = come_first(backups_in(home / BACKUPS_FOLDER, locked=True))
    return found[0].path if found else None


class LockedSnapshot:
    """One locked snapshot, with what opens it; seconds to make, which `progress` may stop.

    Raises PassphraseNeededError without a passphrase, WrongPassphraseError, and
    DamagedBackupError where the key is gone.
    """

    def __init__(self, path: Path, passphrase: str, progress: Progress = unheard) -> None:
        try:
            self._files = files_of(path)
            self.size = sum(each.stat().st_size for each in self._files)
            """Bytes of it, locked."""
        except OSError as error:
            raise CannotReadError(path, error.strerror or str(error)) from error
        self._path = self._files[0]
        self._home = path.parent.parent
        guarded = key_beside(self._home)
        if not guarded:
            raise DamagedBackupError(self._home, KEY_FILE)
        if not passphrase:
            raise PassphraseNeededError(path, f"{self.moment:%Y-%m-%d %H:%M}")
        self._identity: Identity = opened_key(guarded, passphrase, self._home, progress)
        self._evidence = EvidenceFiles(self._home)

    @property
    def moment(self) -> datetime:
        """When it was taken, by its name; else when it was written."""
        for each in backups_in(self._path.parent, locked=True):
            if each.path == self._path:
                return each.moment
        return datetime.fromtimestamp(self._path.stat().st_mtime)

    @property
    def home(self) -> Path:
        """The second copy that it belongs to."""
        return self._home

    def bring_database(self, target: Path) -> None:
        """Open the snapshot to its place; raises DamagedBackupError, CannotWriteError."""
        if not is_packed(self._path):
            open_locked_file(self._path, target, self._identity)
            return
        packed = [target.with_name(_opened_name(each)) for each in self._files]
        try:
            for locked, opened in zip(self._files, packed, strict=True):
                open_locked_file(locked, opened, self._identity)
            require_room(target.parent, unpacked_size(packed[0]))
            unpack_snapshot(packed[0], target, told=self._path)
        except MissingVolumeError as error:
            missing = error.path.name.removeprefix(_HIDDEN)
            raise MissingVolumeError(locked_name(self._path.with_name(missing))) from error
        except OSError as error:
            raise CannotWriteError(target, error.strerror or str(error)) from error
        finally:
            for opened in packed:
                with suppress(OSError):
                    opened.unlink(missing_ok=True)

    def bring_evidence(self, digest: str, suffix: str, target: Path) -> bool:
        """Open a file of evidence to its place; tell whether it was there, whole."""
        source = locked_name(self._evidence.path_of(digest, suffix))
        if not os.path.isfile(source):
            return False
        try:
            open_locked_file(source, target, self._identity, digest)
        except DamagedBackupError:
            return False
        return True

    def bring_packs(self, target: Path) -> None:
        """Open the checklists to their places; raises DamagedBackupError."""
        packs = self._home / PACKS_FOLDER
        for file in sorted(packs.glob(f"*/*.toml{LOCKED_SUFFIX}")):
            name = file.relative_to(packs)
            open_locked_file(file, target / name.with_suffix(""), self._identity)


def _opened_name(locked: Path) -> str:
    return f"{_HIDDEN}{locked.name.removesuffix(LOCKED_SUFFIX)}"
