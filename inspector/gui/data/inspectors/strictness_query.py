"""Asking beside the window what inspectors found: of all years it takes longer than a key may."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject

from inspector.domain.errors import InspectorError
from inspector.gui.jobs.newest_answer import NewestAnswer
from inspector.gui.session import Session
from inspector.workspace.inspectors.inspector_figures import InspectorFigure


class StrictnessQuery(NewestAnswer):
    """Only the answer to the latest question is told."""

    def __init__(
        self, session: Session, refuse: Callable[[InspectorError], object], parent: QObject
    ) -> None:
        super().__init__(refuse, parent)
        self._session = session

    def ask(
        self, first: date, last: date, tell: Callable[[Sequence[InspectorFigure]], object]
    ) -> None:
        """Ask for the figures of a period, and `tell` them."""
        self._begin()
        workspace = self._session.workspace

        def read() -> Sequence[InspectorFigure]:
            with workspace.reading_apart() as apart:
                return apart.inspector_figures.of(first, last)

        self._ask(read, tell)
