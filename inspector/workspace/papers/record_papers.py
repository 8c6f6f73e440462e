"""The record of a visit, or of each visit of an extent."""

from pathlib import Path

from inspector.domain.errors import SeveralVisitsError
from inspector.domain.record.edition import Edition
from inspector.domain.visit.inspection import Inspection
from inspector.workspace.extent import Extent
from inspector.workspace.papers.paper_family import Papers
from inspector.workspace.papers.record_draft import (
    RecordDraft,
    distinct_names,
    draft_of,
    make_folder,
    record_name,
)
from inspector.workspace.visits.shared_visits import SharedVisits


class RecordPapers(Papers):
    """Writes records: whole (检查记录表) unless their exceptions (检查记录简表) are asked for."""

    def record_name(self, inspection_id: str, edition: Edition = Edition.WHOLE) -> str:
        """Return the file name that the record of a visit is offered under."""
        return record_name(self._opened.inspection_store.get(inspection_id), edition)

    def write_record(
        self, path: Path, inspection_id: str, edition: Edition = Edition.WHOLE
    ) -> Path:
        """Write the record of a completed visit.

        Raises UnknownInspectionError, NotCompletedError, WrongKindError for a patrol or recheck,
        FileInUseError or CannotWriteError.
        """
        self.record_draft(inspection_id, path, edition).write(path)
        return path

    def record_draft(
        self, inspection_id: str, path: Path, edition: Edition = Edition.WHOLE
    ) -> RecordDraft:
        """Return the record of a completed visit, to be written to `path` by any thread.

        Raises UnknownInspectionError, NotCompletedError, WrongKindError, or CannotWriteError
        where the data of this program is.
        """
        self._refuse_own(path)
        return draft_of(self._opened, inspection_id, edition)

    def write_one_record(
        self, path: Path, extent: Extent, edition: Edition = Edition.WHOLE
    ) -> Path:
        """Write the record of the only visit of an extent.

        Raises SeveralVisitsError where there are more, and what `write_record` raises.
        """
        found = self._inspections(extent)
        if len(found) > 1:
            raise SeveralVisitsError(len(found))
        return self.write_record(path, found[0].id, edition)

    def write_records(
        self, folder: Path, extent: Extent, edition: Edition = Edition.WHOLE
    ) -> list[Path]:
        """Write a record for each visit of an extent into a folder, which is made if missing.

        A file of the same name is replaced: the same line gives the same papers again. Raises
        UnknownSiteError, NothingToExportError, FileInUseError or CannotWriteError.
        """
        found = self._inspections(extent)
        make_folder(folder)
        return [
            self.write_record(folder / name, inspection.id, edition)
            for name, inspection in zip(distinct_names(found, edition), found, strict=True)
        ]

    def _inspections(self, extent: Extent) -> list[Inspection]:
        self._visits(extent)
        period = extent.period
        store = self._opened.inspection_store
        found = store.completed_between(period.first, period.last, extent.site)
        leads = self._opened.of(SharedVisits).leads(period.first, period.last)
        return [
            each for each in found if extent.covers(each.site_name) and leads.is_counted(each.id)
        ]
