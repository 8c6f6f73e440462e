"""Asking for figures beside the window: a year of visits takes longer than a key may wait."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, SignalInstance

from inspector.domain.errors import InspectorError
from inspector.domain.figures.figure_facts import FigureScope, Phase
from inspector.gui.background import Background
from inspector.gui.session import Session

T = TypeVar("T")


class SummaryQuery(QObject):
    """Only the answer to the latest question is told."""

    found = Signal(object)
    """The `SummaryFigures` of the scope."""

    found_windows = Signal(object)
    """Every window of the scope with its rates."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._work = Background(self)
        self._question = 0

    @property
    def busy(self) -> bool:
        """Something is still being read."""
        return self._work.open_jobs > 0

    def ask(self, scope: FigureScope, compared: Phase | None, windows: bool) -> None:
        """Ask for the figures of a scope, and for its `windows` where they are looked at."""
        self._question += 1
        question, workspace = self._question, self._session.workspace
        today, calendar = workspace.now().date(), workspace.holidays.calendar()
        figures = workspace.figures
        self._work.do(
            lambda: self._if_wanted(
                question, lambda: figures.read(scope, today, calendar, compared)
            ),
            lambda answer: self._tell(question, self.found, answer),
            self._refuse,
        )
        if windows:
            self.ask_windows(scope)

    def ask_windows(self, scope: FigureScope) -> None:
        """Ask for the windows of the scope that was asked for last."""
        question, figures = self._question, self._session.workspace.figures
        self._work.do(
            lambda: self._if_wanted(question, lambda: figures.windows(scope)),
            lambda answer: self._tell(question, self.found_windows, answer),
            self._refuse,
        )

    def finish(self) -> None:
        """Wait for the answers."""
        self._work.finish()

    def _if_wanted(self, question: int, read: Callable[[], T]) -> T | None:
        return read() if question == self._question else None

    def _tell(self, question: int, signal: SignalInstance, answer: object) -> None:
        if answer is not None and question == self._question:
            signal.emit(answer)

    def _refuse(self, error: InspectorError) -> None:
        self._session.refused.emit(error)
