"""Saved filters of the ledger: used, saved under a name, forgotten; `SavedBar` shows them."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from inspector.domain.finding.ledger_view import LedgerView
from inspector.gui.rectify.ledger.saved_bar import SavedBar
from inspector.gui.session import Session
from inspector.translation import tr
from inspector.workspace.findings.ledger_desk import SavedFilter


class SavedFilters(QObject):
    """`view` tells how one looks at the ledger when a filter is saved."""

    wanted = Signal(object, str)
    """A LedgerView is to be looked at, and the name it is saved under."""

    settled = Signal()
    """The keyboard goes back to the list."""

    def __init__(
        self, session: Session, bar: SavedBar, view: Callable[[], LedgerView], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._bar, self._view = session, bar, view
        bar.chosen.connect(self._use)
        bar.named.connect(self._save)
        bar.forgotten.connect(self._forget)
        bar.left.connect(self.settled)

    def offer(self) -> None:
        """Offer those of the data folder."""
        self._bar.offer(self._session.workspace.ledger_desk.saved())

    def names(self) -> list[str]:
        """Return what the saved filters are called, in the order of their keys."""
        return [each.name for each in self._bar.saved]

    def why_none(self) -> str:
        """Return why none can be used; '' when there are some."""
        return "" if self._bar.saved else tr("No filter is saved yet.")

    def use_numbered(self, place: int) -> None:
        """Look through the filter at a place, from 0, if there is one."""
        if place < len(self._bar.saved):
            self._use(self._bar.saved[place])
        else:
            said = tr("There is no saved filter {number} yet.", number=place + 1)
            self._session.hinted.emit(said)

    def _use(self, saved: SavedFilter) -> None:
        self.wanted.emit(saved.view, saved.name)
        self._bar.show_name(saved.name)
        self.settled.emit()

    def _save(self, name: str) -> None:
        desk, view = self._session.workspace.ledger_desk, self._view()
        if self._session.attempt(lambda: desk.save(name, view)) is None:
            return
        name = " ".join(name.split())
        self.offer()
        self._bar.end_name(name)
        self.settled.emit()
        self._session.told.emit(tr("Filter “{name}” is saved.", name=name), "")

    def _forget(self, name: str) -> None:
        desk = self._session.workspace.ledger_desk
        if self._session.attempt(lambda: desk.forget(name)) is not None:
            self.offer()
            self._bar.show_name("")
            self.settled.emit()
