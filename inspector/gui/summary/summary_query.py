"""Asking for figures beside the window: a year of visits takes longer than a key may wait."""

from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from inspector.domain.errors import InspectorError
from inspector.domain.figures.figure_facts import FigureScope, Phase
from inspector.gui.jobs.newest_answer import NewestAnswer
from inspector.gui.session import Session
from inspector.workspace.papers.period_figures import SummaryFigures, WindowLine

_Answer: TypeAlias = tuple[SummaryFigures, list[WindowLine] | None, list[Phase] | None]


class SummaryQuery(NewestAnswer):
    """Only the answer to the latest question is told."""

    found = Signal(object)
    """The `SummaryFigures` of the scope."""

    found_phases = Signal(object)
    """Every Phase that visits were made for."""

    found_windows = Signal(object)
    """Every window of the scope with its rates."""

    told = Signal()
    """All of an answer was told."""

    failed = Signal()
    """What was asked cannot be read, as was said."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(self._refused, parent)
        self._session = session

    def ask(
        self, scope: FigureScope, compared: Phase | None, *, windows: bool, phases: bool
    ) -> None:
        """Ask for the figures of a scope; for its `windows` where they are looked at, and `phases`.

        Those are found in all visits there are: not while the window waits.
        """
        self._begin()
        workspace = self._session.workspace
        today, calendar = workspace.now().date(), workspace.holidays.calendar()
        figures = workspace.figures

        def read() -> _Answer:
            """All at once: windows of one period below the figures of another are wrong."""
            found = figures.read(scope, today, calendar, compared)
            own = figures.windows(scope) if windows else None
            return found, own, figures.phases() if phases else None

        def tell(answer: _Answer) -> None:
            found, own, every = answer
            if every is not None:
                self.found_phases.emit(every)
            self.found.emit(found)
            if own is not None:
                self.found_windows.emit(own)
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
