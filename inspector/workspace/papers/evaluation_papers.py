"""The evaluation (综合评价表) of an extent."""

from pathlib import Path

from inspector.domain.errors import NotPublishedError
from inspector.excel.papers.evaluation_workbook import EvaluationPaper, write_evaluation
from inspector.excel.sheet.export_progress import Progress, unheard
from inspector.workspace.evaluation.evaluations import Evaluations
from inspector.workspace.extent import Extent
from inspector.workspace.papers.paper_family import Papers
from inspector.workspace.roster.staff_on_paper import StaffOnPaper


class EvaluationPapers(Papers):
    """Writes evaluations."""

    def evaluation_name(self, extent: Extent) -> str:
        """Return the file name that an evaluation is offered under."""
        return self._file_name("综合评价表", extent)

    def write_evaluation(self, path: Path, extent: Extent, progress: Progress = unheard) -> Path:
        """Write the evaluation of an extent, as it was published; else on trial, and it says so.

        Raises UnknownSiteError, NothingToExportError, FileInUseError or CannotWriteError.
        """
        self._refuse_own(path)
        write_evaluation(path, self.evaluation_paper(extent), self._heading(extent))
        progress(1, 1)
        return path

    def require_published(self, extent: Extent) -> Extent:
        """Return an extent whose evaluation was published; raises NotPublishedError."""
        if not self._opened.of(Evaluations).published(extent):
            raise NotPublishedError
        return extent

    def evaluation_paper(self, extent: Extent) -> EvaluationPaper:
        """Return what is printed of an extent; raises UnknownSiteError or NothingToExportError."""
        standing = self._opened.of(Evaluations).standing(extent)
        return EvaluationPaper(
            standing.evaluation,
            standing.number,
            standing.newest,
            self.names_on_paper(),
            extent.named,
        )

    def names_on_paper(self) -> dict[tuple[str, str], str]:
        """Return the names of staff by site and number, where the preferences let them appear."""
        if not self._opened.of(StaffOnPaper).are_named:
            return {}
        return {
            (site.id, person.number): person.name
            for site in self._rosters.every_site()
            for window in self._rosters.every_window(site.id)
            for person in window.staff
        }
