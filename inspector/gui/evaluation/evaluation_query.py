"""Asking for an evaluation beside the window: a year of visits takes longer than a key may wait."""

from PySide6.QtCore import QObject, Signal

from inspector.domain.errors import NothingToExportError
from inspector.gui.jobs.newest_answer import NewestAnswer
from inspector.gui.session import Session
from inspector.workspace.evaluation.evaluations import Standing
from inspector.workspace.extent import Extent


class EvaluationQuery(NewestAnswer):
    """Only the answer to the latest question is told."""

    found = Signal(object)
    """The `Standing` of an extent; None where nothing was scored."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(session.refused.emit, parent)
        self._session = session

    def ask(self, extent: Extent) -> None:
        """Ask what an extent comes to."""
        self._begin()
        workspace = self._session.workspace

        def read() -> Standing | None:
            with workspace.reading_apart() as apart:
                try:
                    return apart.evaluations.standing(extent)
                except NothingToExportError:
                    return None

        self._ask(read, self.found.emit)
