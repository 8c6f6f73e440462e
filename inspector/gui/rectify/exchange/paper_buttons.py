"""Workbooks out of the ledger and back, and what waits for an answer before it."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inspector.domain.finding.ledger import LedgerFilter, LedgerOrder
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.rectify.exchange.ledger_export_panel import LedgerExportLine
from inspector.gui.rectify.exchange.notice_export import NoticePanel
from inspector.gui.rectify.exchange.returned_panel import ReturnedPanel
from inspector.gui.session import Session
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr


class Papers(QWidget):
    """The ledger, or what goes out or comes in while that waits for an answer."""

    moved = Signal()
    """Something else is in front now; the keys of the page are others."""

    entered = Signal()
    """What is in front now is to get the keyboard."""

    def __init__(
        self,
        session: Session,
        asked: Callable[[], tuple[LedgerFilter, LedgerOrder]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._asked = asked
        self._session = session
        self._stack = QStackedWidget(self)
        self._front = QWidget(self._stack)
        self.ledger = QWidget(self._front)
        """Where the ledger stands."""
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def build(self) -> Iterator[None]:
        """Make its parts, some of them each time."""
        self.export = LedgerExportLine(self._session)
        stack(self._front, ((self.ledger, 1), self.export))
        self.notices = NoticePanel(self._session)
        yield
        self.returned = ReturnedPanel(self._session)
        front = self._front
        for each in (front, self.notices, self.returned):
            self._stack.addWidget(each)
        self.notices.opened.connect(lambda: self._bring_forward(self.notices))
        self.returned.opened.connect(lambda: self._bring_forward(self.returned))
        for panel in (self.notices, self.returned):
            panel.closed.connect(lambda: self._bring_forward(front))
        self.export.closed.connect(lambda: self._bring_forward(front))

    @property
    def in_front(self) -> bool:
        """Something besides the ledger waits for an answer."""
        return self.is_covered or not self.export.isHidden()

    @property
    def is_covered(self) -> bool:
        """The ledger cannot be seen."""
        return self._stack.currentIndex() > 0

    @property
    def commands(self) -> CommandTable:
        """The commands of what waits."""
        if not self.export.isHidden():
            return self.export.commands
        return self.notices.commands if self.notices.is_open else self.returned.commands

    def take_focus(self) -> None:
        """Go to what waits."""
        if self._stack.currentIndex() == 0:
            self.export.setFocus()
        elif self.notices.is_open:
            self.notices.take_focus()
        else:
            self.returned.take_focus()

    def why_not(self) -> str:
        """Return why nothing else can go out or come in now; '' when it can."""
        return tr("First answer what is asked below the ledger.") if self.in_front else ""

    def export_ledger(self) -> None:
        """Offer what is shown as a workbook."""
        self.export.offer(*self._asked())
        self.moved.emit()

    def notify(self) -> None:
        """Offer a notice to each unit."""
        self.notices.offer(self._asked()[0])

    def take_in(self) -> None:
        """Ask for what came back."""
        self.returned.choose()

    def propose(self, path: Path) -> None:
        """Show what taking in a file that came back would do, unless something else waits."""
        if said := self.why_not():
            self._session.hinted.emit(said)
        else:
            self.returned.propose(path)

    def _bring_forward(self, panel: QWidget) -> None:
        self._stack.setCurrentWidget(panel)
        self.moved.emit()
        self.entered.emit()
