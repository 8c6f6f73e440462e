"""The record of patrols (巡视记录表) of an extent."""

from pathlib import Path

from inspector.domain.errors import NoPatrolError
from inspector.domain.record.patrol_record import PatrolRecord
from inspector.excel.papers.patrol_workbook import write_patrols
from inspector.excel.sheet.export_progress import Progress, unheard
from inspector.workspace.extent import Extent
from inspector.workspace.papers.paper_family import Papers
from inspector.workspace.preferences import PATROL_ATTACHMENT
from inspector.workspace.roster.staff_on_paper import StaffOnPaper
from inspector.workspace.visits.patrol_records import PatrolRecords
from inspector.workspace.visits.record_check import Days


class PatrolPapers(Papers):
    """Writes records of patrols."""

    def patrol_name(self, extent: Extent) -> str:
        """Return the file name that a record of patrols is offered under."""
        return self._file_name("巡视记录表", extent, PATROL_ATTACHMENT)

    def write_patrol(self, path: Path, extent: Extent, progress: Progress = unheard) -> Path:
        """Write the record of the patrols (巡视记录表) of an extent, and which were missed.

        Raises UnknownSiteError, NoPatrolError, FileInUseError or CannotWriteError.
        """
        self._refuse_own(path)
        records = self._patrols(extent)
        duties = self._opened.of(PatrolRecords).duties(extent, records)
        if not duties:
            raise NoPatrolError
        heading = self._heading(extent, PATROL_ATTACHMENT)
        days = Days(extent.period.first, extent.period.last, extent.covers)
        gone = self._records.changes.gone(days)
        write_patrols(path, records, duties, heading, progress, gone=gone)
        return path

    def require_patrols(self, extent: Extent) -> Extent:
        """Return an extent in which sites were patrolled, or should have been.

        Raises UnknownSiteError or NoPatrolError, without reading all there is.
        """
        self._require_site(extent)
        records = self._opened.of(PatrolRecords)
        if not records.made_between(extent) and not records.duties(extent, []):
            raise NoPatrolError
        return extent

    def _patrols(self, extent: Extent) -> list[PatrolRecord]:
        self._require_site(extent)
        period = extent.period
        made = self._opened.of(PatrolRecords).between(period.first, period.last, extent.site)
        covered = (record for record in made if extent.covers(record.inspection.site_name))
        return self._opened.of(StaffOnPaper).patrols(covered)
