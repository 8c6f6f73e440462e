"""When a window takes its first key: painted, and nothing before the key in the event loop."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


def when_ready(widget: QWidget, act: Callable[[], object]) -> None:
    """Call `act` once, as soon as `widget`, shown already and opaque, is painted and takes keys."""
    _FirstPaint(widget, act)


class _FirstPaint(QObject):
    def __init__(self, widget: QWidget, act: Callable[[], object]) -> None:
        super().__init__(widget)
        self._act = act
        widget.installEventFilter(self)
        widget.update()  # it may have been painted while it was shown

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # Behind the paint itself, and behind every event that waits in front of a key.
            QTimer.singleShot(0, self, self._act)
        return False
