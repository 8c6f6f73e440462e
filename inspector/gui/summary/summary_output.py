"""What of the summary goes out: papers, the chart, and other pages that are about its period."""

from typing import TYPE_CHECKING

from inspector.gui.papers.paper_preview import preview_paper
from inspector.gui.papers.paper_saving import SUMMARY, save_paper
from inspector.gui.session import Session
from inspector.gui.summary.chart_output import copy_chart, save_chart
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.gui.summary.summary_board import SummaryBoard


class SummaryOutput:
    """Of the period that the bar says."""

    def __init__(self, session: Session, board: "SummaryBoard") -> None:
        self._session, self._board = session, board

    def write_summary(self) -> None:
        """Ask where to, and write the summary of the period."""
        save_paper(self._board, self._session, SUMMARY, self._board.extent())

    def print_summary(self) -> None:
        """Show the summary as it is printed."""
        preview_paper(self._session, SUMMARY, self._board.extent())

    def write_archive(self) -> None:
        """Ask where to, and archive what was sealed in the period."""
        from inspector.gui.summary.archive_output import save_archive

        save_archive(self._board, self._session, self._board.extent())

    def show_evaluation(self) -> None:
        """Lead to the evaluation of the period."""
        self._session.evaluation_wanted.emit(self._board.extent())

    def show_training(self) -> None:
        """Lead to what the period shows should be trained."""
        self._session.training_wanted.emit(self._board.extent())

    def write_chart(self) -> None:
        """Ask where to, and write the chart as a picture."""
        board = self._board

        def do() -> None:
            if board.figures is not None:
                save_chart(board, self._session, board.figures, board.bar.place, board.extent())

        board.awaited.do(do, board)

    def copy_chart(self) -> None:
        """Put the chart on the clipboard as a picture."""
        board = self._board

        def do() -> None:
            if board.figures is not None:
                copy_chart(board.figures, board.bar.place)

        board.awaited.copy(do, tr("The chart is on the clipboard as a picture."))
