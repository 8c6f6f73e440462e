"""What a click, a tap or a swipe on a screen of a meeting means."""

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from inspector.gui.touch.swipes import by_finger, is_swipe

_STILL = 12
"""Pixels that a click may move, or a finger roll."""


class StageHand(QObject):
    """Hears the left button and one finger.

    A click goes on, wherever it is. So does a finger at the right edge; at the left one it goes
    back, and elsewhere it only brings the buttons. Swiping turns like a page. The second half of a
    double click is nobody's.
    """

    forward = Signal()
    back = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._width = parent.width
        self._pressed: QPointF | None = None

    def press(self, event: QMouseEvent) -> None:
        """Take a press; its release says what was meant."""
        self._pressed = event.position() if event.button() is Qt.MouseButton.LeftButton else None

    def release(self, event: QMouseEvent) -> None:
        """Turn, if press and release were a click, a tap at an edge or a swipe."""
        begun, self._pressed = self._pressed, None
        if begun is None:
            return
        way, at, width = event.position() - begun, event.position().x(), self._width()
        if is_swipe(way, width):
            (self.forward if way.x() < 0 else self.back).emit()
        elif way.manhattanLength() > _STILL:
            return
        elif not by_finger(event) or at > width * 3 / 4:
            self.forward.emit()
        elif at < width / 4:
            self.back.emit()
