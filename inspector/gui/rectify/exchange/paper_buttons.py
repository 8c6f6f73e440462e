"""Workbooks out of the ledger and back: three buttons, and what they bring before it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inspector.domain.finding.ledger import LedgerFilter, LedgerOrder
from inspector.gui.commands.key_line import Keys
from inspector.gui.commands.shortcuts import add_shortcut
from inspector.gui.frame.page_head import PageHead
from inspector.gui.rectify.exchange.ledger_export_panel import LedgerExportLine
from inspector.gui.rectify.exchange.notice_export import NoticePanel
from inspector.gui.rectify.exchange.returned_panel import ReturnedPanel
from inspector.gui.session import Session
from inspector.gui.widgets.dropped_file import dropped_workbook
from inspector.gui.widgets.labels import button
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
        head: PageHead,
        ledger: QWidget,
        asked: Callable[[], tuple[LedgerFilter, LedgerOrder]],
    ) -> None:
        super().__init__()
        self._asked = asked
        self._ledger = ledger
        self.export = LedgerExportLine(session)
        self.notices = NoticePanel(session)
        self.returned = ReturnedPanel(session)
        self.setAcceptDrops(True)
        front = QWidget()
        column = QVBoxLayout(front)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(ledger, 1)
        column.addWidget(self.export)
        self._stack = QStackedWidget()
        for each in (front, self.notices, self.returned):
            self._stack.addWidget(each)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        for keys, text, name, act in (
            ("Ctrl+E", tr("Ledger…  Ctrl+E"), "exportLedger", self._export),
            ("Ctrl+N", tr("Notices…  Ctrl+N"), "exportNotices", self._notify),
            ("Ctrl+I", tr("Returned…  Ctrl+I"), "importReturned", self._take_back),
        ):
            made = button(text, name)
            made.clicked.connect(act)
            head.add(made)
            add_shortcut(self, keys, act)
        self.notices.opened.connect(lambda: self._bring_forward(self.notices))
        self.returned.opened.connect(lambda: self._bring_forward(self.returned))
        for panel in (self.notices, self.returned):
            panel.closed.connect(lambda: self._bring_forward(front))
        self.export.closed.connect(lambda: self._bring_forward(front))

    @property
    def in_front(self) -> bool:
        """Something besides the ledger waits for an answer."""
        return self._stack.currentIndex() > 0 or not self.export.isHidden()

    def keys(self) -> Keys:
        """Return the keys of what waits."""
        if not self.export.isHidden():
            return self.export.keys()
        return self.notices.keys() if self.notices.is_open else self.returned.keys()

    def take_focus(self) -> None:
        """Go to what waits."""
        if self._stack.currentIndex() == 0:
            self.export.setFocus()
        elif self.notices.is_open:
            self.notices.take_focus()
        else:
            self.returned.take_focus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_workbook(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_workbook(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.returned.propose(path)

    def _export(self) -> None:
        if not self.in_front:
            self.export.offer(*self._asked())
            self.moved.emit()

    def _notify(self) -> None:
        if not self.in_front:
            self.notices.offer(self._asked()[0])

    def _take_back(self) -> None:
        if not self.in_front:
            self.returned.choose()

    def _bring_forward(self, panel: QWidget) -> None:
        self._stack.setCurrentWidget(panel)
        self.moved.emit()
        self.entered.emit()
