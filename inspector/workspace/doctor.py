"""Looking a data folder over: database, evidence, seals, what is derived, what is loose.

Everything is read from a copy of the database, so that the window works on meanwhile. Only what
can be made anew is ever repaired.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from pathlib import Path

from inspector.domain.errors import (
    CannotWriteError,
    DamagedDatabaseError,
)
from inspector.storage.daily_backups import BACKUPS_FOLDER, backups_in, newest_sound
from inspector.storage.database import recognise
from inspector.storage.evidence_files import EvidenceFiles
from inspector.storage.folder_lock import lock_folder
from inspector.storage.layout import DATABASE_FILE
from inspector.storage.leftovers import (
    broken_thumbnails,
    half_written,
    quarantine,
    unnamed_evidence,
)
from inspector.storage.projection import differing_findings
from inspector.storage.snapshot import files_needed, missing_parents, problems_in, take_snapshot
from inspector.storage.trouble import examining
from inspector.storage.unwritable import readable, require_there, scratch
from inspector.storage.whole_files import Progress, unheard
from inspector.workspace.evidence_places import place_of
from inspector.workspace.preferences import REPEAT_DAYS
from inspector.workspace.workspace import Workspace


class Trouble(Enum):
    """What can be wrong, or good to know."""

    DATABASE_DAMAGED = auto()
    WAY_BACK = auto()  # from a damaged database: its newest sound snapshot
    PARENT_MISSING = auto()
    EVIDENCE_MISSING = auto()
    EVIDENCE_CHANGED = auto()
    SEAL_BROKEN = auto()
    PROJECTION_DIFFERS = auto()
    REPEATS_DIFFER = auto()
    REVIEW_DIFFERS = auto()  # a score after appeals
    THUMBNAIL_BROKEN = auto()
    HALF_WRITTEN = auto()
    UNNAMED_EVIDENCE = auto()
    NO_BACKUP = auto()
    LITTLE_SPACE = auto()

    @property
    def is_fault(self) -> bool:
        """False: nothing is wrong with the data, it is only good to know."""
        return self not in _REMARKS

    @property
    def is_rebuildable(self) -> bool:
        """`repair` sees to it, and nothing is lost by that."""
        return self in _REBUILDABLE


_REMARKS = {
    Trouble.WAY_BACK,
    Trouble.HALF_WRITTEN,
    Trouble.UNNAMED_EVIDENCE,
    Trouble.NO_BACKUP,
    Trouble.LITTLE_SPACE,
}
_ABOUT_FINDINGS = {Trouble.PROJECTION_DIFFERS, Trouble.REPEATS_DIFFER, Trouble.REVIEW_DIFFERS}
_REBUILDABLE = {*_ABOUT_FINDINGS, Trouble.THUMBNAIL_BROKEN, Trouble.HALF_WRITTEN}

LEAST_SPACE = 1_000_000_000
"""Bytes free on the disk below which the doctor says so."""

LONGEST_WITHOUT_BACKUP = 7
"""Days."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing found, and where: a file, a table, a finding's number, a visit.

    `owner`: the visit, window and item that a file of evidence belongs to.
    """

    trouble: Trouble
    place: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What the doctor found, and how much it looked at."""

    remarks: tuple[Remark, ...]
    visits: int
    files: int

    @property
    def is_healthy(self) -> bool:
        """Nothing is wrong with the data."""
        return not any(remark.trouble.is_fault for remark in self.remarks)

    @property
    def is_rebuildable(self) -> bool:
        """There is something that `repair` sees to."""
        return any(remark.trouble.is_rebuildable for remark in self.remarks)


def examine(folder: Path, now: datetime, progress: Progress = unheard) -> Report:
    """Look everything in a data folder over; may run on any thread, beside an open window.

    Raises NotFoundError when there is no database, NewerDatabaseError, CannotReadError, or
    CannotWriteError when the copy to look at finds no room.
    """
    database = folder / DATABASE_FILE
    require_there(database)
    with readable(database) as source:
        return _examined(folder, source, now, progress)


def _examined(folder: Path, database: Path, now: datetime, progress: Progress) -> Report:
    """Look a folder over whose database can be read at a place."""
    remarks = list(_damage(database))
    visits, named = 0, None
    if not remarks:
        try:
            with examining(database, own_queries=True):
                remarks, visits, named = _inside(folder, database, progress)
        except DamagedDatabaseError as error:
            remarks = [Remark(Trouble.DATABASE_DAMAGED, error.reason)]
    if named is None:
        sound = newest_sound(folder / BACKUPS_FOLDER)
        place = sound.path.relative_to(folder).as_posix() if sound else ""
        remarks.append(Remark(Trouble.WAY_BACK, place))
    else:
        remarks += [
            Remark(Trouble.UNNAMED_EVIDENCE, file.digest)
            for file in unnamed_evidence(folder, named)
        ]
    remarks += [
        Remark(Trouble.THUMBNAIL_BROKEN, path.relative_to(folder).as_posix())
        for path in broken_thumbnails(folder)
    ]
    remarks += [
        Remark(Trouble.HALF_WRITTEN, path.relative_to(folder).as_posix())
        for path in half_written(folder)
    ]
    remarks += _surroundings(folder, now)
    return Report(tuple(remarks), visits, len(named or ()))


def _inside(
    folder: Path, database: Path, progress: Progress
) -> tuple[list[Remark], int, set[tuple[str, str]]]:
    """Return what is wrong inside, how many visits are sealed, which evidence is named."""
    with scratch("inspector-doctor-") as place:
        copy = place / DATABASE_FILE
        take_snapshot(database, copy)
        remarks = [Remark(Trouble.PARENT_MISSING, table) for table in missing_parents(copy)]
        named = files_needed(copy)
        total = _Total(progress, len(named))
        with closing(Workspace(place, create=False)) as workspace:
            visits = _visits(workspace)
            total.grow(visits)
            remarks += _seals(workspace, total)
            remarks += _differing(workspace)
            remarks += _evidence(folder, workspace, named, total)
    return remarks, visits, named


def repair(folder: Path, report: Report, now: datetime) -> int:
    """Make anew what can be made anew, and put loose ends aside; return how many were seen to.

    Raises FolderInUseError when a window has the folder open, CannotWriteError.
    """
    lock = lock_folder(folder)
    try:
        return _repaired(folder, report, now)
    finally:
        lock.release()


def _repaired(folder: Path, report: Report, now: datetime) -> int:
    found = {remark.trouble for remark in report.remarks}
    done = 0
    if Trouble.THUMBNAIL_BROKEN in found:
        for path in broken_thumbnails(folder):
            try:
                path.unlink()  # made anew when it is next looked at
            except OSError as error:
                raise CannotWriteError(path, error.strerror or str(error)) from error
            done += 1
    differing = sum(remark.trouble in _ABOUT_FINDINGS for remark in report.remarks)
    if differing:
        with closing(Workspace(folder, create=False)) as workspace:
            workspace.findings.rebuild()
        done += differing
    if Trouble.HALF_WRITTEN in found:
        done += quarantine(folder, half_written(folder), f"{now:%Y-%m-%d-%H%M%S}")
    return done


class _Total:
    """Adds the parts of the work up for a progress."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress, self._done, self._total = progress, 0, total

    def grow(self, more: int) -> None:
        self._total += more

    def did_one(self) -> None:
        self._done += 1
        self._progress(self._done, self._total)


def _damage(database: Path) -> Iterator[Remark]:
    try:
        recognise(database)
        lines = problems_in(database)
    except DamagedDatabaseError as error:
        lines = [error.reason]
    if lines:  # one remark: SQLite counts cells that nobody can do anything about
        yield Remark(Trouble.DATABASE_DAMAGED, lines[0])


def _visits(workspace: Workspace) -> int:
    return len(workspace.inspection_store.sealed_ids())


def _seals(workspace: Workspace, total: _Total) -> Iterator[Remark]:
    for inspection_id in workspace.inspection_store.sealed_ids():
        total.did_one()
        if not workspace.records.unchanged(inspection_id):
            changed = workspace.records.named(inspection_id)
            yield Remark(Trouble.SEAL_BROKEN, changed.title)


def _differing(workspace: Workspace) -> Iterator[Remark]:
    days = workspace.preferences.number(REPEAT_DAYS)
    try:
        differing = differing_findings(workspace.database, days)
    except (LookupError, ValueError):  # an event cannot even be read any more
        yield Remark(Trouble.PROJECTION_DIFFERS, "?")
        return
    for number in differing.numbers:
        yield Remark(Trouble.PROJECTION_DIFFERS, number)
    for visit in differing.reviewed:
        yield Remark(Trouble.REVIEW_DIFFERS, workspace.records.named(visit).title)
    if differing.repeats:
        yield Remark(Trouble.REPEATS_DIFFER, str(differing.repeats))


def _evidence(
    folder: Path, workspace: Workspace, named: set[tuple[str, str]], total: _Total
) -> Iterator[Remark]:
    files = EvidenceFiles(folder)
    for digest, suffix in sorted(named):
        total.did_one()
        if not files.verify(digest, suffix):
            path = files.path_of(digest, suffix)
            kind = Trouble.EVIDENCE_CHANGED if os.path.isfile(path) else Trouble.EVIDENCE_MISSING
            yield Remark(kind, path.relative_to(folder).as_posix(), place_of(workspace, digest))


def _surroundings(folder: Path, now: datetime) -> Iterator[Remark]:
    backups = backups_in(folder / BACKUPS_FOLDER)
    age = (now.date() - backups[0].moment.date()).days if backups else None
    if age is None or age > LONGEST_WITHOUT_BACKUP:
        yield Remark(Trouble.NO_BACKUP, "" if age is None else f"{backups[0].moment:%Y-%m-%d}")
    free = shutil.disk_usage(folder).free
    if free < LEAST_SPACE:
        yield Remark(Trouble.LITTLE_SPACE, f"{free // 1_000_000} MB")
