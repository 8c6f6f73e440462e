"""The register of complaints (投诉举报台账) with the table of its period, and what is sent out."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from inspector.domain.complaint.complaint import Complaint
from inspector.domain.complaint.complaint_errors import NoComplaintError
from inspector.domain.complaint.complaint_report import ComplaintReport, complaint_report
from inspector.excel.complaints.complaint_ledger import SENT, TITLE
from inspector.excel.complaints.complaints_workbook import write_complaints, write_sent
from inspector.excel.sheet.export_progress import Progress, unheard
from inspector.workspace.complaints.complaint_reading import ComplaintReading
from inspector.workspace.extent import Extent, month_of
from inspector.workspace.papers.paper_family import Papers

_FIRST = date(1970, 1, 1)


class ComplaintPapers(Papers):
    """Writes workbooks of complaints."""

    def complaints_name(self, extent: Extent, *, fill_in: bool = False) -> str:
        """Return the file name that the workbook is offered under."""
        return self._file_name(SENT if fill_in else TITLE, extent)

    def write_complaints(self, path: Path, extent: Extent, progress: Progress = unheard) -> Path:
        """Write the table and the register (投诉举报月报、台账) of what came in an extent.

        Raises UnknownSiteError, NoComplaintError, FileInUseError or CannotWriteError.
        """
        self._refuse_own(path)
        self._require_site(extent)
        complaints, report = self._came(extent), self.complaint_report(extent)
        if not (complaints or report.before.received):
            raise NoComplaintError
        is_month = extent.period == month_of(extent.period.first)
        heading = self._heading(extent)
        write_complaints(path, complaints, report, heading, self._today(), is_month=is_month)
        progress(1, 1)
        return path

    def write_complaints_to_fill_in(self, path: Path, extent: Extent) -> list[Complaint]:
        """Write what came up to the end of an extent and waits for an answer; return it.

        Raises UnknownSiteError, NoComplaintError, FileInUseError or CannotWriteError.
        """
        self._refuse_own(path)
        self._require_site(extent)
        complaints = self.complaints_to_fill_in(extent)
        if not complaints:
            raise NoComplaintError
        write_sent(path, complaints, self._heading(extent))
        return complaints

    def complaints_to_fill_in(self, extent: Extent) -> list[Complaint]:
        """Return what came up to the end of an extent and waits for an answer, oldest first."""
        came = self._between(_FIRST, extent.period.last, extent)
        return [each for each in came if each.state.is_unanswered]

    def require_unanswered(self, extent: Extent) -> Extent:
        """Return an extent that something waits in; raises as `write_complaints_to_fill_in`."""
        self._require_site(extent)
        if not self.complaints_to_fill_in(extent):
            raise NoComplaintError
        return extent

    def require_complaints(self, extent: Extent) -> Extent:
        """Return an extent with complaints in it or before; raises as `write_complaints`."""
        self._require_site(extent)
        if not (self._came(extent) or self.complaint_report(extent).before.received):
            raise NoComplaintError
        return extent

    def complaint_report(self, extent: Extent) -> ComplaintReport:
        """Return what the complaints of an extent come to, beside the period before."""
        before = extent.period.before
        in_order = [site.id for site in self._rosters.every_site()]
        earlier = self._between(before.first, before.last, extent)
        return complaint_report(self._came(extent), earlier, self._today(), in_order)

    def _came(self, extent: Extent) -> list[Complaint]:
        return self._between(extent.period.first, extent.period.last, extent)

    def _between(self, first: date, last: date, extent: Extent) -> list[Complaint]:
        """Return the complaints of some days that an extent covers, also after a change of name."""
        sites = {site.id: site.name for site in self._rosters.every_site()}
        came: Iterable[Complaint] = self._opened.of(ComplaintReading).between(first, last)
        return [each for each in came if extent.covers(sites.get(each.site_id, each.site_name))]
