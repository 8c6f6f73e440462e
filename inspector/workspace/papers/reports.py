"""Workbooks for others, one family of papers a module; what is common to them is here."""

from pathlib import Path

from inspector.domain.errors import NothingToExportError
from inspector.excel.sheet.file_names import free_name
from inspector.workspace.extent import Extent
from inspector.workspace.papers.circular.circular_papers import CircularPapers
from inspector.workspace.papers.evaluation_papers import EvaluationPapers
from inspector.workspace.papers.form_papers import FormPapers
from inspector.workspace.papers.minutes_papers import MinutesPapers
from inspector.workspace.papers.patrol_papers import PatrolPapers
from inspector.workspace.papers.record_papers import RecordPapers
from inspector.workspace.papers.registers.complaint_papers import ComplaintPapers
from inspector.workspace.papers.registers.plan_papers import PlanPapers
from inspector.workspace.papers.registers.training_papers import TrainingPapers
from inspector.workspace.papers.survey_papers import SurveyPapers


class Reports(
    CircularPapers,
    FormPapers,
    RecordPapers,
    PatrolPapers,
    MinutesPapers,
    SurveyPapers,
    EvaluationPapers,
    PlanPapers,
    TrainingPapers,
    ComplaintPapers,
):
    """The exports. All that changes is that the history of a finding says that it went out."""

    def free_path(self, path: Path) -> Path:
        """Return `path`, or a name beside it that is not taken."""
        return free_name(path)

    def require_visits(self, extent: Extent) -> Extent:
        """Return an extent in which sites were scored.

        Raises UnknownSiteError or NothingToExportError, without reading all there is.
        """
        return self._require(extent, scored=True)

    def require_own_visits(self, extent: Extent) -> Extent:
        """Return an extent in which sites were scored, be it by themselves; raises as above."""
        first, last, store = extent.period.first, extent.period.last, self._opened.inspection_store
        self._require_site(extent)
        if any(store.has_self_checks(first, last, site) for site in extent.named or (None,)):
            return extent
        return self.require_visits(extent)

    def require_rounds(self, extent: Extent) -> Extent:
        """Return an extent in which sites were scored or patrolled; raises as above."""
        return self._require(extent, scored=False)

    def _require(self, extent: Extent, *, scored: bool) -> Extent:
        self._require_site(extent)
        first, last, store = (
            extent.period.first,
            extent.period.last,
            self._opened.inspection_store,
        )
        sites = extent.named or (None,)
        if not any(store.has_completed(first, last, site, scored=scored) for site in sites):
            raise NothingToExportError
        return extent
