"""Asking beside the window what names a person: every table is read, which takes seconds."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from inspector.gui.jobs.newest_answer import NewestAnswer
from inspector.gui.session import Session
from inspector.workspace.personal.erasures import Erasures


class PersonalQuery(NewestAnswer):
    """Only the answer to the latest question is told."""

    found = Signal(object)
    """What was read."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(session.refused.emit, parent)
        self._session = session

    def ask(self, what: Callable[[Erasures], object]) -> None:
        """Read something of what is kept of people."""
        self._begin()
        workspace = self._session.workspace

        def read() -> object:
            with workspace.reading_apart() as apart:
                return what(apart.erasures)

        self._ask(read, self.found.emit)

    def forget(self) -> None:
        """What is being read is of no use any more."""
        self._begin()
