"""Workbooks out of the ledger and back, and what waits for an answer before it."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inspector.domain.finding.ledger import LedgerFilter, LedgerOrder
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.jobs.in_turns import InTurns
from inspector.gui.jobs.loading import load
from inspector.gui.session import Session
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.gui.rectify.exchange.ledger_export_panel import LedgerExportLine
    from inspector.gui.rectify.exchange.notice_export import NoticePanel
    from inspector.gui.rectify.exchange.returned_panel import ReturnedPanel

_HERE = __name__.rpartition(".")[0]


class Papers(QWidget):
    """The ledger, or what goes out or comes in while that waits for an answer.

    What asks is made when it is first wanted: its code takes longer to load than that of the page.
    """

    moved = Signal()
    """Something else is in front now; the keys of the page are others."""

    entered = Signal()
    """What is in front now is to get the keyboard."""

    read = Signal()
    """A file that came back was read, and is shown."""

    asks = Signal(bool)
    """The ledger that is to go out waits for an answer, or does no more."""

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
        self._coming = InTurns(self._stack)
        session.closing.connect(self._coming.drop)
        self._front = QWidget(self._stack)
        self._stack.addWidget(self._front)
        self.ledger = QWidget(self._front)
        """Where the ledger stands."""
        self._column = stack(self._front, ((self.ledger, 1),))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    @cached_property
    def export(self) -> "LedgerExportLine":
        """What asks how the ledger goes out."""
        from inspector.gui.rectify.exchange.ledger_export_panel import LedgerExportLine

        made = LedgerExportLine(self._session)
        self._column.addWidget(made)
        made.closed.connect(lambda: self._bring_forward(self._front))
        made.asks.connect(self.asks)
        return made

    @cached_property
    def notices(self) -> "NoticePanel":
        """What asks which sites get a notice."""
        from inspector.gui.rectify.exchange.notice_export import NoticePanel

        made = NoticePanel(self._session)
        self._stack.addWidget(made)
        made.opened.connect(lambda: self._bring_forward(self.notices))
        made.closed.connect(lambda: self._bring_forward(self._front))
        return made

    @cached_property
    def returned(self) -> "ReturnedPanel":
        """What asks whether a file that came back is to be taken in."""
        from inspector.gui.rectify.exchange.returned_panel import ReturnedPanel

        made = ReturnedPanel(self._session)
        self._stack.addWidget(made)
        made.opened.connect(lambda: self._bring_forward(self.returned))
        made.opened.connect(self.read)
        made.closed.connect(lambda: self._bring_forward(self._front))
        return made

    @property
    def in_front(self) -> bool:
        """Something besides the ledger waits for an answer."""
        return self.is_covered or self._offers_ledger

    @property
    def _offers_ledger(self) -> bool:
        return "export" in self.__dict__ and not self.export.isHidden()  # it was made

    @property
    def is_covered(self) -> bool:
        """The ledger cannot be seen."""
        return self._stack.currentIndex() > 0

    @property
    def commands(self) -> CommandTable:
        """The commands of what waits."""
        return (self.export if self._offers_ledger else self._panel).commands

    @property
    def _panel(self) -> "NoticePanel | ReturnedPanel":
        """What covers the ledger."""
        is_of_notices = "notices" in self.__dict__ and self.notices.is_open
        return self.notices if is_of_notices else self.returned

    def take_focus(self) -> None:
        """Go to what waits."""
        if self._stack.currentIndex() == 0:
            self.export.setFocus()
        else:
            self._panel.take_focus()

    def why_not(self) -> str:
        """Return why nothing else can go out or come in now; '' when it can."""
        return tr("First answer what is asked below the ledger.") if self.in_front else ""

    def export_ledger(self) -> None:
        """Offer what is shown as a workbook."""
        self._come_to("ledger_export_panel", self._offer_ledger)

    def _offer_ledger(self) -> None:
        self.export.offer(*self._asked())
        self.moved.emit()

    def cancel_export(self) -> bool:
        """Let the ledger stay, or stop what writes it; False where it is not to go out."""
        if does := self._offers_ledger:
            self.export.cancel()
        return does

    def put_away(self) -> None:
        """Offer the ledger no longer, unless it is being written."""
        if self._offers_ledger:
            self.export.put_away()

    def notify(self) -> None:
        """Offer a notice to each unit."""
        self._come_to("notice_export", lambda: self.notices.offer(self._asked()[0]))

    def take_in(self) -> None:
        """Ask for what came back."""
        self._come_to("returned_panel", lambda: self.returned.choose())

    def _come_to(self, code: str, then: Callable[[], object]) -> None:
        self._coming.do(load(f"{_HERE}.{code}"), then)

    def propose(self, path: Path) -> None:
        """Show what taking in a file that came back would do, unless something else waits."""
        if said := self.why_not():
            self._session.hinted.emit(said)
        else:
            self._come_to("returned_panel", lambda: self.returned.propose(path))

    def _bring_forward(self, panel: QWidget) -> None:
        self._stack.setCurrentWidget(panel)
        self.moved.emit()
        self.entered.emit()
