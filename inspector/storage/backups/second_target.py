"""The second copy of everything, on a USB stick or another disk: only what is new is copied.

`<chosen>/inspector-backup-<id>/` holds `backups/`, `evidence/` and `packs/`, laid out as a data
folder is. The folder is made when the user chooses the disk, and only then: where it is missing,
the stick is not plugged in, and what lies at its place is the bare mount point.
"""

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from inspector.domain.errors import BackupDriveMissingError, CannotWriteError
from inspector.storage.backups.daily_backups import (
    BACKUPS_FOLDER,
    Backup,
    forget_old,
    require_room,
)
from inspector.storage.backups.snapshot import files_needed, problems_in
from inspector.storage.evidence.evidence_files import EvidenceFiles
from inspector.storage.files.folder_layout import PACKS_FOLDER
from inspector.storage.files.whole_files import Progress, copy_as, make_folder, unheard

_PREFIX = "inspector-backup-"
_NAME = re.compile(r"inspector-backup-[0-9a-f]{8}")


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy came to: new files, and evidence that could not be read whole."""

    new: int
    unsound: int


class SecondTarget:
    """The place for one data folder's copies on a disk of the user's choice."""

    def __init__(self, chosen: Path, folder_id: str) -> None:
        self.home = chosen / f"{_PREFIX}{folder_id}"

    def prepare(self) -> None:
        """Make the place; raises CannotWriteError."""
        make_folder(self.home)
        make_folder(self.home / BACKUPS_FOLDER)

    def copy(self, data_folder: Path, backup: Backup, progress: Progress = unheard) -> Copied:
        """Copy a snapshot with the evidence it names and the packs; what is there stays.

        Raises BackupDriveMissingError, CannotWriteError.
        """
        if not os.path.isdir(self.home):
            raise BackupDriveMissingError(self.home.parent)
        source, target = EvidenceFiles(data_folder), EvidenceFiles(self.home)
        wanted = [
            (digest, source.path_of(digest, suffix), target.path_of(digest, suffix))
            for digest, suffix in sorted(files_needed(backup.path))
        ]
        missing = [each for each in wanted if not _same_size(each[1], each[2])]
        sizes = sum(each[1].stat().st_size for each in missing if os.path.isfile(each[1]))
        require_room(self.home, sizes + backup.size)
        new = unsound = 0
        for done, (digest, kept, copy) in enumerate(missing):
            progress(done, len(missing) + 1)
            if copy_as(kept, copy, digest):
                new += 1
            else:
                unsound += 1
        new += self._copy_packs(data_folder / PACKS_FOLDER)
        # Last: the snapshot is there once everything it names is.
        written = self.home / BACKUPS_FOLDER / backup.path.name
        if not _same_size(backup.path, written):
            if not copy_as(backup.path, written) or problems_in(written):
                with suppress(OSError):
                    written.unlink(missing_ok=True)
                raise CannotWriteError(written, "disk I/O")
            new += 1
        forget_old(self.home / BACKUPS_FOLDER, backup.moment.date())
        return Copied(new, unsound)

    def _copy_packs(self, packs: Path) -> int:
        new = 0
        for file in sorted(packs.glob("*/*.toml")):
            copy = self.home / PACKS_FOLDER / file.relative_to(packs)
            if not (os.path.isfile(copy) and copy.read_bytes() == file.read_bytes()):
                new += copy_as(file, copy)
        return new


def second_copies_in(folder: Path) -> list[Path]:
    """Return the places for copies that a disk holds, of whichever data folders."""
    return sorted(
        path
        for path in folder.glob(f"{_PREFIX}*")
        if _NAME.fullmatch(path.name) and os.path.isdir(path)
    )


def _same_size(source: Path, copy: Path) -> bool:
    """Tell whether a copy is there; neither ever changes, so the size is enough."""
    try:
        return copy.stat().st_size == source.stat().st_size
    except OSError:
        return False
