"""What lies in a data folder and belongs to nothing: half-written files, evidence nobody names."""

import os
import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from inspector.domain.errors import CannotWriteError
from inspector.storage.backups.daily_backups import BACKUPS_FOLDER
from inspector.storage.backups.snapshot_files import broken_off
from inspector.storage.evidence.evidence_files import EVIDENCE_FOLDER, EvidenceFiles, StoredFile
from inspector.storage.evidence.print_copies import PRINTS_FOLDER
from inspector.storage.evidence.thumbnails import THUMBNAILS_FOLDER, is_whole
from inspector.storage.files.folder_layout import PACKS_FOLDER
from inspector.storage.files.whole_files import TEMPORARY, make_folder

QUARANTINE_FOLDER = "quarantine"

_PLACES = (
    "",
    EVIDENCE_FOLDER,
    f"{EVIDENCE_FOLDER}/??",  # of a copy on another disk
    f"{THUMBNAILS_FOLDER}/??",
    f"{PRINTS_FOLDER}/??",
    BACKUPS_FOLDER,
)
_PACK_DRAFTS = (".*.new", ".*.old")


def half_written(folder: Path) -> list[Path]:
    """Return what runs that were killed left half-written; a run that goes on may have some too."""
    found = [path for place in _PLACES for path in folder.glob(f"{place}/{TEMPORARY}".lstrip("/"))]
    found += [path for end in _PACK_DRAFTS for path in (folder / PACKS_FOLDER).glob(end)]
    return sorted(found + broken_off(folder / BACKUPS_FOLDER))


def remove_half_written(folder: Path, before: datetime) -> None:
    """Delete files that killed runs left half-written before a moment; never raises.

    Drafts of packs stay: one of them may be the only whole one.
    """
    for place in _PLACES:
        with suppress(OSError):
            for path in folder.glob(f"{place}/{TEMPORARY}".lstrip("/")):
                _remove_old(path, before)
    with suppress(OSError):
        for path in broken_off(folder / BACKUPS_FOLDER):
            _remove_old(path, before)


def _remove_old(path: Path, before: datetime) -> None:
    if os.path.isfile(path) and path.stat().st_mtime < before.timestamp():
        path.unlink()


def unnamed_evidence(
    folder: Path, named: Iterable[tuple[str, str]], is_named: Callable[[str, str], bool]
) -> list[StoredFile]:
    """Return the evidence files that the database does not name.

    `named` are those that it does, in their order: both are walked side by side, and neither is
    held. One that lies in another's folder comes out of its turn, and is asked for by itself. A run
    that was killed between a photo's file and its row leaves one.
    """
    walked = iter(named)
    next_named = next(walked, None)
    unnamed: list[StoredFile] = []
    for file, in_place in EvidenceFiles(folder).placed_files():
        key = (file.digest, file.suffix)
        if not in_place:
            if not is_named(*key):
                unnamed.append(file)
            continue
        while next_named is not None and next_named < key:
            next_named = next(walked, None)
        if next_named != key:
            unnamed.append(file)
    return unnamed


def broken_thumbnails(folder: Path) -> list[Path]:
    """Return the thumbnails that a power cut cut short."""
    return [
        path
        for part in sorted((folder / THUMBNAILS_FOLDER).glob("??"))
        for path in sorted(part.glob("*.jpg"))
        if not is_whole(path)
    ]


def quarantine(folder: Path, paths: Iterable[Path], name: str) -> int:
    """Move files to `<folder>/quarantine/<name>/`, where they stay; return how many.

    Raises CannotWriteError.
    """
    moved = 0
    for path in paths:
        target = folder / QUARANTINE_FOLDER / name / path.relative_to(folder)
        try:
            make_folder(target.parent)
            shutil.move(path, target)
        except OSError as error:
            raise CannotWriteError(path, error.strerror or str(error)) from error
        moved += 1
    return moved
