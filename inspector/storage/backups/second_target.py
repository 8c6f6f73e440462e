"""The second copy of everything, on a USB stick or another disk: only what is new is copied.

`<chosen>/inspector-backup-<id>/` holds `backups/`, `evidence/` and `packs/`, laid out as a data
folder is. The folder is made when the user chooses the disk, and only then: where it is missing,
the stick is not plugged in, and what lies at its place is the bare mount point.

With a key the folder is `inspector-backup-<id>-<key>/`: each file in it is locked and ends in
`.age`, and `key.age` lies beside them. What was copied without one stays where it is.
"""

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from inspector.domain.errors import (
    BackupDriveMissingError,
    CannotReadError,
    CannotWriteError,
    NotAsWrittenError,
)
from inspector.storage.backups.daily_backups import (
    BACKUPS_FOLDER,
    Backup,
    forget_old,
    require_room,
)
from inspector.storage.backups.leftovers import remove_half_written
from inspector.storage.backups.packed_snapshot import evidence_named, snapshot_problems
from inspector.storage.backups.snapshot_files import delete_snapshot, files_of
from inspector.storage.evidence.evidence_files import EvidenceFiles
from inspector.storage.files.folder_layout import PACKS_FOLDER
from inspector.storage.files.whole_files import Progress, beside, copy_as, make_folder, unheard
from inspector.storage.locked.guarded_key import KEY_FILE, GuardedKey, key_beside
from inspector.storage.locked.locking import LOCKED_SUFFIX, lock_file

_PREFIX = "inspector-backup-"
_NAME = re.compile(r"inspector-backup-[0-9a-f]{8}(-[0-9a-f]{8})?")
_COARSE = 2
"""Seconds to which a USB drive keeps the time of a file."""

_OVERHEAD = 4096
"""Bytes that locking adds to a small file at most; to a large one, 16 for each 64 KiB beside."""


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy came to: new files, and evidence that could not be read whole."""

    new: int
    unsound: int


class SecondTarget:
    """The place for one data folder's copies on a disk of the user's choice.

    With a `key` they are locked.
    """

    def __init__(self, chosen: Path, folder_id: str, key: GuardedKey | None = None) -> None:
        self.open_home = chosen / f"{_PREFIX}{folder_id}"
        self.home = chosen / f"{_PREFIX}{folder_id}-{key.id}" if key else self.open_home
        self._key = key

    def prepare(self) -> None:
        """Make the place; raises CannotWriteError."""
        make_folder(self.home)
        make_folder(self.home / BACKUPS_FOLDER)
        self._lay_key()

    @property
    def is_locked(self) -> bool:
        """Only the passphrase opens what is copied."""
        return self._key is not None

    @property
    def leaves_open(self) -> bool:
        """Copies are locked, and those from before still lie beside them, to be read by anybody."""
        return self.home != self.open_home and os.path.isdir(self.open_home)

    def copy(self, data_folder: Path, backup: Backup, progress: Progress = unheard) -> Copied:
        """Copy a snapshot with the evidence it names and the packs; what is there stays.

        Raises BackupDriveMissingError, CannotWriteError.
        """
        if not os.path.isdir(self.home):
            # The passphrase was set or removed since: another home of ours tells the same disk.
            if not any(self.home.parent.glob(f"{self.open_home.name}*")):
                raise BackupDriveMissingError(self.home.parent)
            self.prepare()
        self._lay_key()
        source, target = EvidenceFiles(data_folder), EvidenceFiles(self.home)
        wanted = [
            (digest, source.path_of(digest, suffix), target.path_of(digest, suffix))
            for digest, suffix in sorted(evidence_named(backup.path))
        ]
        missing = [each for each in wanted if not self._is_there(each[1], each[2])]
        sizes = sum(each[1].stat().st_size for each in missing if os.path.isfile(each[1]))
        require_room(self.home, sizes + backup.size)
        new = unsound = 0
        for done, (digest, kept, copy) in enumerate(missing):
            progress(done, len(missing) + 1)
            if self._put(kept, copy, digest):
                new += 1
            else:
                unsound += 1
        new += self._copy_packs(data_folder / PACKS_FOLDER)
        # Last: the snapshot is there once everything it names is.
        new += self._copy_snapshot(backup)
        # What killed runs left: a snapshot each, which would fill the drive.
        remove_half_written(self.home, backup.moment - timedelta(days=1))
        forget_old(self.home / BACKUPS_FOLDER, backup.moment.date(), locked=self._key is not None)
        return Copied(new, unsound)

    def _copy_snapshot(self, backup: Backup) -> int:
        """Copy what is not there of a snapshot's files, the first of them last."""
        copies = self.home / BACKUPS_FOLDER
        try:
            files = [(each, copies / each.name) for each in reversed(files_of(backup.path))]
        except OSError as error:
            raise CannotReadError(backup.path, error.strerror or str(error)) from error
        missing = [each for each in files if not self._is_there(*each)]
        if not missing:
            return 0
        written = copies / backup.path.name
        # A locked one was opened as it was read back; its bytes are those of a sound snapshot.
        sound = all(self._put(*each) for each in missing) and (
            self._key or not snapshot_problems(written)
        )
        if not sound:
            with suppress(OSError):
                delete_snapshot(written)
            raise CannotWriteError(written, "disk I/O")
        return len(missing)

    def _lay_key(self) -> None:
        """Lay the guarded key beside the copies, as the passphrase is now."""
        if self._key is None or key_beside(self.home) == self._key.guarded:
            return
        with beside(self.home / KEY_FILE) as path:
            path.write_bytes(self._key.guarded.encode())
        if key_beside(self.home) != self._key.guarded:
            raise NotAsWrittenError(self.home / KEY_FILE)

    def _put(self, source: Path, copy: Path, digest: str = "") -> bool:
        if self._key is None:
            return copy_as(source, copy, digest)
        return lock_file(source, locked_name(copy), self._key.recipient, digest)

    def _is_there(self, source: Path, copy: Path) -> bool:
        """Tell whether a copy is there; neither ever changes, so the size is enough."""
        try:
            size = source.stat().st_size
            if self._key is None:
                return copy.stat().st_size == size
            return 0 < locked_name(copy).stat().st_size - size < _OVERHEAD + (size >> 12)
        except OSError:
            return False

    def _copy_packs(self, packs: Path) -> int:
        new = 0
        for file in sorted(packs.glob("*/*.toml")):
            copy = self.home / PACKS_FOLDER / file.relative_to(packs)
            if not self._has_pack(file, copy):
                new += self._put(file, copy)
        return new

    def _has_pack(self, file: Path, copy: Path) -> bool:
        if self._key is None:
            return os.path.isfile(copy) and copy.read_bytes() == file.read_bytes()
        # A locked one cannot be compared: it holds what was there when it was made.
        made = locked_name(copy).stat().st_mtime if self._is_there(file, copy) else 0
        return made > file.stat().st_mtime + _COARSE


def locked_name(path: Path) -> Path:
    """Return what the locked copy of a file is called."""
    return path.with_name(f"{path.name}{LOCKED_SUFFIX}")


def second_copies_in(folder: Path) -> list[Path]:
    """Return the places for copies that a disk holds, of whichever data folders."""
    return sorted(
        path
        for path in folder.glob(f"{_PREFIX}*")
        if _NAME.fullmatch(path.name) and os.path.isdir(path)
    )
