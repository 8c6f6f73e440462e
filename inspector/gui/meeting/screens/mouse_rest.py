"""Tells when the mouse begins to move over a screen, or a finger touches it, and when it rests."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QHoverEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from inspector.gui.touch.swipes import by_finger

_STAYS = 3000
"""Milliseconds without a move, after which what came with the mouse goes again."""


class MouseRest(QObject):
    """Of the mouse over one widget; it does not rest while it is on one of those that came."""

    moved = Signal()
    rested = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._came: Sequence[QWidget] = ()
        self._at: QPoint | None = None  # where the mouse was seen last
        self._clock = QTimer(self, interval=_STAYS, singleShot=True)
        self._clock.timeout.connect(self._rest)
        over.setAttribute(Qt.WidgetAttribute.WA_Hover)  # which hears the mouse over its children
        over.installEventFilter(self)

    def brings(self, widgets: Sequence[QWidget]) -> None:
        """Remember what comes with the mouse: it is looked at as long as the mouse is on it."""
        self._came = widgets

    def move(self) -> None:
        """Take it that the mouse has just moved."""
        self._clock.start()
        self.moved.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show:
            self._at = None  # a screen that comes under a mouse is no move of it
        elif isinstance(event, QHoverEvent) and event.type() is not QEvent.Type.HoverLeave:
            where = event.globalPosition().toPoint()
            moved, self._at = self._at not in (None, where), where
            if moved:
                self.move()
        elif (
            isinstance(event, QMouseEvent)
            and event.type() is QEvent.Type.MouseButtonPress
            and by_finger(event)
        ):  # which has no way to get there; a click with the mouse goes on, and covers nothing
            self.move()
        return False

    def _rest(self) -> None:
        at = QCursor.pos()
        if any(each.isVisible() and each.rect().contains(each.mapFromGlobal(at))
               for each in self._came):  # fmt: skip
            self._clock.start()  # somebody is about to click
        else:
            self.rested.emit()
