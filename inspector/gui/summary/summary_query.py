"""Asking for figures beside the window: a year of visits takes longer than a key may wait."""

from PySide6.QtCore import QObject, Signal

from inspector.domain.figures.figure_facts import FigureScope, Phase
from inspector.gui.jobs.newest_answer import NewestAnswer
from inspector.gui.session import Session


class SummaryQuery(NewestAnswer):
    """Only the answer to the latest question is told."""

    found = Signal(object)
    """The `SummaryFigures` of the scope."""

    found_windows = Signal(object)
    """Every window of the scope with its rates."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(session.refused.emit, parent)
        self._session = session

    def ask(self, scope: FigureScope, compared: Phase | None, windows: bool) -> None:
        """Ask for the figures of a scope, and for its `windows` where they are looked at."""
        self._begin()
        workspace = self._session.workspace
        today, calendar = workspace.now().date(), workspace.holidays.calendar()
        figures = workspace.figures
        self._ask(lambda: figures.read(scope, today, calendar, compared), self.found.emit)
        if windows:
            self.ask_windows(scope)

    def ask_windows(self, scope: FigureScope) -> None:
        """Ask for the windows of the scope that was asked for last."""
        figures = self._session.workspace.figures
        self._ask(lambda: figures.windows(scope), self.found_windows.emit)
