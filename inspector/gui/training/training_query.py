"""Asking what to train beside the window: a year of visits takes longer than a key may wait."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from inspector.domain.errors import InspectorError
from inspector.gui.jobs.newest_answer import NewestAnswer
from inspector.gui.session import Session
from inspector.workspace.extent import Extent
from inspector.workspace.training.training_report import TrainingReport


class TrainingQuery(NewestAnswer):
    """Only the answer to the latest question is told."""

    found = Signal(object)
    """The `TrainingReport` of the extent."""

    def __init__(
        self, session: Session, refuse: Callable[[InspectorError], object], parent: QObject
    ) -> None:
        super().__init__(refuse, parent)
        self._session = session

    def ask(self, extent: Extent) -> None:
        """Ask what an extent shows should be trained."""
        self._begin()
        workspace = self._session.workspace

        def read() -> TrainingReport:
            with workspace.reading_apart() as apart:
                return apart.training.of(extent)

        self._ask(read, self.found.emit)
