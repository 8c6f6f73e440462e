"""When a window takes its first key: painted, and nothing before the key in the event loop."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QMainWindow


def when_ready(window: QMainWindow, act: Callable[[], object]) -> None:
    """Call `act` once, as soon as `window`, shown already, is painted and takes keys."""
    _FirstPaint(window, act)


class _FirstPaint(QObject):
    def __init__(self, window: QMainWindow, act: Callable[[], object]) -> None:
        super().__init__(window)
        self._act = act
        # What is in the window is painted in the same breath as its centre, which is opaque.
        self._watched = window.centralWidget()
        self._watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self._watched.removeEventFilter(self)
            # Behind the paint itself, and behind every event that waits in front of a key.
            QTimer.singleShot(0, self, self._act)
        return False
