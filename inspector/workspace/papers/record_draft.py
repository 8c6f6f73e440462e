"""The record of a visit, gathered and ready to be written: what it is called, and its photos."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.domain.errors import CannotWriteError, WrongKindError
from inspector.domain.record.edition import Edition
from inspector.domain.record.exceptions import photos_shown
from inspector.domain.record.joined_record import joined_record
from inspector.domain.record.record import Record
from inspector.domain.visit.inspection import Inspection
from inspector.excel.papers.record.record_workbook import write_record
from inspector.excel.sheet.export_progress import Progress, part_of, unheard
from inspector.excel.sheet.file_names import legal_file_name
from inspector.excel.sheet.photo_pages import PHOTO_SIZE
from inspector.workspace.evidence.evidence_book import EvidenceBook
from inspector.workspace.evidence.paper_photos import PaperPhotos
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.preferences import UNIT_NAME, PreferenceBook
from inspector.workspace.roster.staff_on_paper import StaffOnPaper
from inspector.workspace.visits.record_parts import record_parts
from inspector.workspace.visits.records import Records
from inspector.workspace.visits.seal_check import altered_photos

if TYPE_CHECKING:
    from inspector.workspace.evidence.evidence_book import EvidenceBook

SUBJECTS = {Edition.WHOLE: "检查记录表", Edition.EXCEPTIONS: "检查记录简表"}
"""What a record is called, as a file and as the folder of several."""

LONGEST_SITE = 40
"""Characters of a site's name in a file name."""

_PICTURED = 0.9
"""How much of the whole is done with the last photo: the file is copied to its place, then."""


@dataclass(frozen=True)
class RecordDraft:
    """Everything of a record but its photos, which are made smaller while it is written.

    `write` may be called from any thread: it touches no database.
    """

    record: Record
    unit: str
    evidence: "EvidenceBook"
    pictures: PaperPhotos
    edition: Edition = Edition.WHOLE

    def write(self, path: Path, progress: Progress = unheard) -> None:
        """Write the workbook; what `progress` raises stops it, until it is whole.

        Raises FileInUseError or CannotWriteError.
        """
        picturing, saving = part_of(progress, 0, _PICTURED), part_of(progress, _PICTURED, 1)
        record = self.record
        if altered_photos(self.evidence.files, record.sheet.evidence):
            parts = tuple(map(self._with_photos_read, record.parts))
            record = replace(record, unchanged=False, parts=parts)
        site = record.sheet.inspection.site_name
        shown = [
            photo.evidence
            for photo in photos_shown(record, self.edition)
            if self.pictures.has_something(photo.evidence)
        ]
        self.pictures.make_ready([(each, site) for each in shown], PHOTO_SIZE, picturing)

        def written(_: str) -> None:
            picturing(len(shown), len(shown))

        pictures = {
            each.id: self.pictures.picture(each, site, PHOTO_SIZE, written) for each in shown
        }
        write_record(path, record, self.unit, pictures, self.edition, saving)

    def _with_photos_read(self, part: Record) -> Record:
        altered = altered_photos(self.evidence.files, part.sheet.evidence)
        return replace(part, unchanged=part.unchanged and not altered)


def draft_of(
    opened: OpenedFolder, inspection_id: str, edition: Edition = Edition.WHOLE
) -> RecordDraft:
    """Gather the record of a completed visit, of all its parts where a group shared it (分头检查).

    Raises UnknownInspectionError, NotCompletedError or WrongKindError.
    """
    records, on_paper = opened.of(Records), opened.of(StaffOnPaper)
    own = records.record(inspection_id)
    if not own.sheet.inspection.kind.scores:
        raise WrongKindError
    unit = opened.of(PreferenceBook).get(UNIT_NAME)
    every, chosen = record_parts(opened, own)
    record = joined_record([on_paper.record(each) for each in every], chosen)
    return RecordDraft(record, unit, opened.of(EvidenceBook), opened.of(PaperPhotos), edition)


def record_name(inspection: Inspection, edition: Edition, more: str = "") -> str:
    """Return the file name of a record: the site, what it is, the day; `more` tells two apart."""
    day = f"{inspection.started_at:%Y-%m-%d}{more}"
    name = f"{inspection.site_name[:LONGEST_SITE]}_{SUBJECTS[edition]}_{day}.xlsx"
    return legal_file_name(name)


def distinct_names(inspections: Sequence[Inspection], edition: Edition) -> list[str]:
    """Return a file name for each of several records; those of one day say when each began."""
    plain = Counter(record_name(each, edition).casefold() for each in inspections)
    names: list[str] = []
    taken: set[str] = set()
    for each in inspections:
        several = plain[record_name(each, edition).casefold()] > 1
        time = f"_{each.started_at:%H%M}" if several else ""
        name, number = record_name(each, edition, time), 1
        while name.casefold() in taken:
            number += 1
            name = record_name(each, edition, f"{time} ({number})")
        taken.add(name.casefold())
        names.append(name)
    return names


def make_folder(folder: Path) -> None:
    """Make a folder to write into unless it is there. Raises CannotWriteError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWriteError(folder, error.strerror or str(error)) from error
