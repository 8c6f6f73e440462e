"""Asking for the text of a circular beside the window: a year has many findings."""

from PySide6.QtCore import QObject, Signal

from inspector.gui.jobs.newest_answer import NewestAnswer
from inspector.gui.session import Session
from inspector.workspace.extent import Extent
from inspector.workspace.papers.circular.circular_papers import CircularDraft


class CircularQuery(NewestAnswer):
    """Only the answer to the latest question is told."""

    found = Signal(object)
    """The `CircularDraft` of the extent."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(session.refused.emit, parent)
        self._session = session

    def ask(self, extent: Extent) -> None:
        """Ask for the text of an extent."""
        self._begin()
        workspace = self._session.workspace

        def read() -> CircularDraft:
            with workspace.reading_apart() as apart:
                return apart.reports.circular_draft(extent)

        self._ask(read, self.found.emit)
