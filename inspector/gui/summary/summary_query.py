"""Asking for figures beside the window: a year of visits takes longer than a key may wait."""

from PySide6.QtCore import QObject, Signal

from inspector.domain.errors import InspectorError
from inspector.domain.figures.figure_facts import FigureScope, Phase
from inspector.gui.jobs.newest_answer import NewestAnswer
from inspector.gui.session import Session
from inspector.workspace.papers.period_figures import SummaryFigures, WindowLine


class SummaryQuery(NewestAnswer):
    """Only the answer to the latest question is told."""

    found = Signal(object)
    """The `SummaryFigures` of the scope."""

    found_windows = Signal(object)
    """Every window of the scope with its rates."""

    told = Signal()
    """All of an answer was told."""

    failed = Signal()
    """What was asked cannot be read, as was said."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(self._refused, parent)
        self._session = session

    def ask(self, scope: FigureScope, compared: Phase | None, windows: bool) -> None:
        """Ask for the figures of a scope, and for its `windows` where they are looked at."""
        self._begin()
        workspace = self._session.workspace
        today, calendar = workspace.now().date(), workspace.holidays.calendar()
        figures = workspace.figures

        def read() -> tuple[SummaryFigures, list[WindowLine] | None]:
            """Both at once: windows of one period below the figures of another are wrong."""
            found = figures.read(scope, today, calendar, compared)
            return found, figures.windows(scope) if windows else None

        def tell(answer: tuple[SummaryFigures, list[WindowLine] | None]) -> None:
            self.found.emit(answer[0])
            if answer[1] is not None:
                self.found_windows.emit(answer[1])
            self.told.emit()

        self._ask(read, tell)

    def ask_windows(self, scope: FigureScope) -> None:
        """Ask for the windows of the scope that was asked for last."""
        figures = self._session.workspace.figures

        def tell(windows: list[WindowLine]) -> None:
            self.found_windows.emit(windows)
            self.told.emit()

        self._ask(lambda: figures.windows(scope), tell)

    def _refused(self, error: InspectorError) -> None:
        self.failed.emit()
        self._session.refused.emit(error)
