"""The training suggestions (培训建议) of an extent."""

from pathlib import Path

from inspector.domain.errors import NoTrainingError
from inspector.domain.training.training_facts import Grouping
from inspector.excel.papers.training_workbook import TrainingSheets, write_training
from inspector.excel.sheet.export_progress import Progress, unheard
from inspector.workspace.extent import Extent
from inspector.workspace.papers.paper_family import Papers
from inspector.workspace.roster.rosters import Rosters
from inspector.workspace.training.trainings import Trainings


class TrainingPapers(Papers):
    """Writes what should be trained, and what came of it."""

    def training_name(self, extent: Extent) -> str:
        """Return the file name that training suggestions are offered under."""
        return self._file_name("培训建议", extent)

    def write_training(self, path: Path, extent: Extent, progress: Progress = unheard) -> Path:
        """Write the training suggestions (培训建议) of an extent, and what came of trainings.

        Raises UnknownSiteError, NoTrainingError, FileInUseError or CannotWriteError.
        """
        self._refuse_own(path)
        report = self._opened.of(Trainings).of(extent)
        if report.is_empty:
            raise NoTrainingError
        told = TrainingSheets(
            report.suggested[Grouping.TEAM],
            report.suggested[Grouping.KIND],
            [(line.held, line.effect) for line in report.held],
            report.group_name,
            report.held_for,
        )
        write_training(path, told, self._heading(extent), progress)
        return path

    def require_training(self, extent: Extent) -> Extent:
        """Return an extent whose sites are known; raises UnknownSiteError.

        Whether there is anything to train is found out by who writes it, beside the window: that
        takes as long as the paper.
        """
        for name in extent.named:
            self._opened.of(Rosters).site_named(name)
        return extent
