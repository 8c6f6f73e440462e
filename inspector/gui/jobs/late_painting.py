"""Painting in a step of the event loop of its own: keys come between what is shown and its picture.

What turns to a page reads, fills and lays out; Qt would paint it in the same step. It must not
know what it is that is painted.
"""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget


def paint_later(widget: QWidget) -> None:
    """Paint what is done to a widget in this step of the loop in the next one, all at once."""
    if widget.isVisible() and widget.updatesEnabled():
        _Held(widget)


class _Held(QTimer):
    """Holds the painting of a widget and all in it until the loop comes round."""

    def __init__(self, widget: QWidget) -> None:
        # A timer, not a posted call: that one would be run before the loop looks for keys.
        super().__init__(widget, singleShot=True, interval=0)
        self._widget = widget
        self.timeout.connect(self._paint)
        widget.setUpdatesEnabled(False)
        self.start()

    def _paint(self) -> None:
        self._widget.setUpdatesEnabled(True)
        self.deleteLater()
