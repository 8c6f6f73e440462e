"""Looking a data folder over: database, evidence, seals, what is derived, what is loose.

Everything is read from a copy of the database, so that the window works on meanwhile, and some
findings, entries or files at a time: ten years take the memory of one. Only what can be made anew
is ever repaired.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from inspector.domain.errors import (
    CannotWriteError,
    DamagedDatabaseError,
)
from inspector.own_process import in_own_process
from inspector.storage.backups.daily_backups import BACKUPS_FOLDER, backups_in, newest_sound
from inspector.storage.backups.leftovers import (
    broken_thumbnails,
    half_written,
    quarantine,
    unnamed_evidence,
)
from inspector.storage.backups.snapshot import (
    missing_parents,
    problems_in,
    take_snapshot,
)
from inspector.storage.comparing.counted import Counted, counted_in
from inspector.storage.comparing.projection_check import differing_findings, finding_count
from inspector.storage.database.read_only_opening import (
    place_for_copy,
    readable,
    require_there,
)
from inspector.storage.database.recognised_file import recognise
from inspector.storage.database.sorting_place import sorting_in
from inspector.storage.database.sqlite_trouble import examining
from inspector.storage.evidence.evidence_files import EvidenceFiles
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.storage.files.folder_lock import lock_folder
from inspector.storage.files.whole_files import Progress, unheard
from inspector.storage.files.work_folders import remove_all_left
from inspector.storage.registers.survey_beside_store import SurveyBesideStore
from inspector.storage.sharing.came_from import only_others_name, records_in_part
from inspector.storage.stores.ledger.finding_lines import FindingLines
from inspector.storage.stores.ledger.finding_search import FindingSearch
from inspector.storage.stores.steps.event_origins import EventOrigins
from inspector.workspace.keeping.doctor_remark import ABOUT_FINDINGS, Remark, Trouble
from inspector.workspace.keeping.evidence_places import place_of
from inspector.workspace.keeping.look_over_share import LookOverShare, Stage
from inspector.workspace.keeping.seal_remarks import seal_remarks
from inspector.workspace.preferences import REPEAT_DAYS
from inspector.workspace.workspace import Workspace

__all__ = ["Remark", "Report", "Trouble", "examine", "repair"]


LEAST_SPACE = 1_000_000_000
"""Bytes free on the disk below which the doctor says so."""

LONGEST_WITHOUT_BACKUP = 7
"""Days."""


@dataclass(frozen=True, slots=True)
class Report:
    """What the doctor found, and how much it looked at."""

    remarks: tuple[Remark, ...]
    visits: int
    files: int
    head: str = field(default="", compare=False)  # of the journal: its code and day
    erasures: int = field(default=0, compare=False)  # lawful ones, of photos or of a name

    @property
    def is_healthy(self) -> bool:
        """Nothing is wrong with the data."""
        return not any(remark.trouble.is_fault for remark in self.remarks)

    def damage_of(self, database: Path) -> DamagedDatabaseError | None:
        """Return the damage of the database, as an error about its place; None when it is sound."""
        reasons = [each.place for each in self.remarks if each.trouble is Trouble.DATABASE_DAMAGED]
        return DamagedDatabaseError(database, reasons[0]) if reasons else None

    @property
    def is_rebuildable(self) -> bool:
        """There is something that `repair` sees to."""
        return any(remark.trouble.is_rebuildable for remark in self.remarks)


def examine_apart(folder: Path, now: datetime, progress: Progress = unheard) -> Report:
    """Look everything over in a process of its own, beside a window; what it raises stops it.

    Raises what `examine` raises, and ProcessEndedError.
    """
    try:
        return in_own_process(examine, folder, now, hear=progress, tells=True)
    finally:
        remove_all_left(folder)  # of one that was stopped


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
    counted = counted_in(database)
    share = LookOverShare(progress, counted)
    remarks = list(_damage(database, share.within(Stage.CHECK)))
    inside: _Inside | None = None
    if not remarks:
        try:
            with examining(database, own_queries=True):
                inside = _inside(folder, database, counted, share)
        except DamagedDatabaseError as error:
            remarks = [Remark(Trouble.DATABASE_DAMAGED, error.reason)]
    if inside is None:
        sound = newest_sound(folder / BACKUPS_FOLDER)
        place = sound.path.relative_to(folder).as_posix() if sound else ""
        remarks.append(Remark(Trouble.WAY_BACK, place))
        inside = _Inside()
    remarks += inside.remarks
    remarks += [
        Remark(Trouble.THUMBNAIL_BROKEN, path.relative_to(folder).as_posix())
        for path in broken_thumbnails(folder)
    ]
    remarks += [
        Remark(Trouble.HALF_WRITTEN, path.relative_to(folder).as_posix())
        for path in half_written(folder)
    ]
    remarks += _surroundings(folder, now)
    share.end()
    return Report(tuple(remarks), inside.visits, inside.files, inside.head, inside.erasures)


@dataclass(slots=True)
class _Inside:
    """What a copy of the database told: the fields are those of a report."""

    remarks: list[Remark] = field(default_factory=list)
    visits: int = 0
    files: int = 0
    head: str = ""
    erasures: int = 0


def _inside(folder: Path, database: Path, counted: Counted, share: LookOverShare) -> _Inside:
    with place_for_copy(folder, database) as place:
        copy = place / DATABASE_FILE
        take_snapshot(database, copy, share.within(Stage.COPY))
        remarks = [Remark(Trouble.PARENT_MISSING, table) for table in missing_parents(copy)]
        share.within(Stage.PARENTS)(1, 1)
        with closing(Workspace(place, create=False)) as workspace, sorting_in(place):
            evidence = workspace.evidence_store
            files = evidence.digest_count()
            visits = workspace.inspection_store.sealed_count()
            remarks += seal_remarks(
                workspace,
                lambda some: share.did(Stage.JOURNAL, some, counted.entries),
                lambda: share.did(Stage.VISITS, 1, visits),
            )
            remarks += _differing(workspace, share)
            remarks += _evidence(folder, workspace, lambda: share.did(Stage.FILES, 1, files))
            loose = unnamed_evidence(folder, evidence.each_digest(), evidence.is_needed)
            remarks += [Remark(Trouble.UNNAMED_EVIDENCE, file.digest) for file in loose]
            head, erasures = workspace.records.code(), len(workspace.erasures.all())
    return _Inside(remarks, visits, files, head, erasures)


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
    differing = sum(remark.trouble in ABOUT_FINDINGS for remark in report.remarks)
    if differing:
        with closing(Workspace(folder, create=False)) as workspace:
            workspace.findings.rebuild()
        done += differing
    if complaints := sum(each.trouble is Trouble.COMPLAINT_DIFFERS for each in report.remarks):
        with closing(Workspace(folder, create=False)) as workspace:
            workspace.complaints.rebuild()
        done += complaints
    if Trouble.UNSETTLED_DIFFERS in found:
        with (
            closing(Workspace(folder, create=False)) as workspace,
            workspace.database.transaction(),
        ):
            EventOrigins(workspace.database).resettle_all()
            SurveyBesideStore(workspace.database).resettle_all()
        done += 1
    if Trouble.HALF_WRITTEN in found:
        done += quarantine(folder, half_written(folder), f"{now:%Y-%m-%d-%H%M%S}")
    return done


def _damage(database: Path, progress: Progress) -> Iterator[Remark]:
    try:
        recognise(database)
        lines = problems_in(database, progress)
    except DamagedDatabaseError as error:
        lines = [error.reason]
    if lines:  # one remark: SQLite counts cells that nobody can do anything about
        yield Remark(Trouble.DATABASE_DAMAGED, lines[0])


def _differing(workspace: Workspace, share: LookOverShare) -> Iterator[Remark]:
    days, findings = workspace.preferences.number(REPEAT_DAYS), finding_count(workspace.database)

    def did(some: int) -> None:
        share.did(Stage.FINDINGS, some, findings)

    try:
        followed = share.within(Stage.FOLLOWING)
        differing = differing_findings(workspace.database, days, did, followed)
    except (LookupError, ValueError):  # an event cannot even be read any more
        yield Remark(Trouble.PROJECTION_DIFFERS, "?")
        return
    for number in differing.numbers:
        yield Remark(Trouble.PROJECTION_DIFFERS, number)
    for number in workspace.complaints.differing():
        yield Remark(Trouble.COMPLAINT_DIFFERS, number)
    for visit in differing.reviewed:
        yield Remark(Trouble.REVIEW_DIFFERS, workspace.records.changes.named(visit).title)
    if differing.repeats:
        yield Remark(Trouble.REPEATS_DIFFER, str(differing.repeats))
    database = workspace.database
    unsettled = EventOrigins(database).missettled() + SurveyBesideStore(database).misnoted()
    if unsettled:
        yield Remark(Trouble.UNSETTLED_DIFFERS, str(unsettled))
    if FindingSearch(database).differs() or FindingLines(database).differ():
        yield Remark(Trouble.SEARCH_DIFFERS)


def _evidence(folder: Path, workspace: Workspace, did_one: Callable[[], None]) -> Iterator[Remark]:
    files = EvidenceFiles(folder)
    not_brought = 0
    for digest, suffix in workspace.evidence_store.each_digest():
        did_one()
        if files.verify(digest, suffix):
            continue
        path = files.path_of(digest, suffix)
        kind = Trouble.EVIDENCE_CHANGED if os.path.isfile(path) else Trouble.EVIDENCE_MISSING
        if kind is Trouble.EVIDENCE_MISSING and only_others_name(workspace.database, digest):
            not_brought += 1
        else:
            yield Remark(kind, path.relative_to(folder).as_posix(), place_of(workspace, digest))
    if not_brought:
        yield Remark(Trouble.EVIDENCE_NOT_BROUGHT, str(not_brought))
    if in_part := records_in_part(workspace.database):
        yield Remark(Trouble.RECORDS_IN_PART, str(in_part))


def _surroundings(folder: Path, now: datetime) -> Iterator[Remark]:
    backups = backups_in(folder / BACKUPS_FOLDER)
    age = (now.date() - backups[0].moment.date()).days if backups else None
    if age is None or age > LONGEST_WITHOUT_BACKUP:
        yield Remark(Trouble.NO_BACKUP, "" if age is None else f"{backups[0].moment:%Y-%m-%d}")
    free = shutil.disk_usage(folder).free
    if free < LEAST_SPACE:
        yield Remark(Trouble.LITTLE_SPACE, f"{free // 1_000_000} MB")
