"""Asking beside the window what a bundle would hold: a whole history is counted."""

from PySide6.QtCore import QObject, Signal

from inspector.domain.sharing.bundle_contents import Contents
from inspector.domain.sharing.manifest import Scope
from inspector.gui.jobs.newest_answer import NewestAnswer
from inspector.gui.session import Session
from inspector.workspace.sharing.sharing import Sharing


class ContentsQuery(NewestAnswer):
    """Only the answer about the newest choice is told."""

    found = Signal(object, bool)
    """The Contents, and whether they are only what is behind an earlier bundle."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(session.refused.emit, parent)
        self._session = session

    def ask(self, scope: Scope, name: str, ticked: tuple[str, ...], *, only_new: bool) -> None:
        """Count what a part of the folder holds, behind the last bundle for `name` if wanted."""
        self._begin()
        workspace = self._session.workspace

        def read() -> tuple[Contents, bool]:
            with workspace.reading_apart() as apart:
                sharing = apart.of(Sharing)
                part = sharing.behind_last(name, scope, ticked) if only_new else scope
                return sharing.contents(part, name, ticked), bool(part.since)

        self._ask(read, lambda found: self.found.emit(*found))

    def forget(self) -> None:
        """What is being counted is of no use any more."""
        self._begin()
