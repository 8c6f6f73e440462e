"""The rectification ledger (整改台账) of an extent, and the findings in it."""

from pathlib import Path
from typing import TYPE_CHECKING

from inspector.domain.finding.finding import Finding
from inspector.excel.sheet.export_progress import Progress, unheard
from inspector.excel.sheet.printed_width import Paper
from inspector.workspace.extent import Extent
from inspector.workspace.papers.ledger_exports import LedgerExports
from inspector.workspace.papers.paper_family import Papers
from inspector.workspace.preferences import LEDGER_ATTACHMENT
from inspector.workspace.visits.patrol_records import PatrolRecords
from inspector.workspace.visits.record_check import Days

if TYPE_CHECKING:
    from inspector.workspace.papers.ledger_exports import LedgerDraft


class LedgerPapers(Papers):
    """Writes ledgers."""

    def rectification_name(self, extent: Extent) -> str:
        """Return the file name that a rectification ledger is offered under."""
        return self._file_name("整改台账", extent, LEDGER_ATTACHMENT)

    def write_rectification(
        self,
        path: Path,
        extent: Extent,
        *,
        photos: bool = False,
        fill_in: bool = False,
        open_only: bool = False,
        paper: Paper = Paper.A4,
        progress: Progress = unheard,
    ) -> Path:
        """Write a ledger as `write_ledger` does; return where it lies."""
        self.write_ledger(
            path, extent, photos=photos, fill_in=fill_in, open_only=open_only, paper=paper,
            progress=progress,
        )  # fmt: skip
        return path

    def write_ledger(
        self,
        path: Path,
        extent: Extent,
        *,
        photos: bool = False,
        fill_in: bool = False,
        open_only: bool = False,
        paper: Paper = Paper.A4,
        progress: Progress = unheard,
    ) -> "LedgerDraft":
        """Write the rectification ledger (整改台账) of an extent, and remember it on each finding.

        With `fill_in` what units may write is marked, and what is closed left out; with `photos` it
        shows what was found; with `open_only` it lists what is not closed, and tells of the rest.

        Raises UnknownSiteError, NothingToExportError, FileInUseError or CannotWriteError.
        """
        self._refuse_own(path)
        draft = self.rectification_draft(
            extent, photos=photos, fill_in=fill_in, open_only=open_only, paper=paper
        )
        draft.write(path, progress)
        self._opened.of(LedgerExports).record(draft, path)
        return draft

    def rectification_draft(
        self,
        extent: Extent,
        *,
        photos: bool = False,
        fill_in: bool = False,
        open_only: bool = False,
        paper: Paper = Paper.A4,
    ) -> "LedgerDraft":
        """Return the ledger of an extent; raises UnknownSiteError or NothingToExportError."""
        findings, heading = self.findings(extent), self._heading(extent, LEDGER_ATTACHMENT)
        ledgers = self._opened.of(LedgerExports)
        days = Days(extent.period.first, extent.period.last, extent.covers)
        return ledgers.draft_of(
            findings, heading, photos=photos, fill_in=fill_in, open_only=open_only, paper=paper,
            days=days,
        )  # fmt: skip

    def findings(self, extent: Extent) -> list[Finding]:
        """Return the findings of an extent, those of patrols included, oldest first.

        Raises UnknownSiteError, or NothingToExportError where nobody looked.
        """
        self._require_site(extent)
        period = extent.period
        raised = self._finding_store.raised_between(period.first, period.last, extent.site)
        found = [finding for finding in raised if extent.covers(finding.site_name)]
        if not found and not self._opened.of(PatrolRecords).made_between(extent):
            self._visits(extent)
        return found
