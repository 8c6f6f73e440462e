"""Painting in a step of the event loop of its own: keys come between what is shown and its picture.

What turns to a page reads, fills and lays out; Qt would paint it in the same step. It must not
know what it is that is painted.
"""

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

LONGEST = 0.2
"""Seconds that a thread waits at most for what it stands behind to be painted."""

_TURNS = 3
"""Steps of the loop after which what is held back is painted, and a part that is held longer."""

_HELD = Qt.WidgetAttribute.WA_ForceUpdatesDisabled
"""Of a widget of itself, and not because what it is in is held."""


def paint_later(widget: QWidget) -> None:
    """Paint what is done to a widget in this step of the loop in the next one, all at once."""
    # A part of what is held is held for itself, one step longer where it is filled in the next.
    if widget.isVisible() and not widget.testAttribute(_HELD):
        _Held(widget)


def do_later(owner: QObject, act: Callable[[], object]) -> None:
    """Do something in a step of the loop of its own, keys first.

    `QTimer.singleShot` of no time is a posted call, which comes before the loop looks for keys.
    """
    timer = QTimer(owner, singleShot=True, interval=0)
    timer.timeout.connect(act)
    timer.timeout.connect(timer.deleteLater)
    timer.start()


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


def painted_soon(owner: QObject) -> Event:
    """Return what is set once that is painted which this step of the loop shows.

    What works on a thread waits for it: beside it each cell of a table would wait for Python.
    """
    painted = Event()
    once_painted(owner, painted.set)
    return painted


def once_painted(owner: QObject, act: Callable[[], object]) -> None:
    """Do something in the window once that is painted which this step of the loop shows."""
    _Turns(owner, act)


class _Turns(QTimer):
    """Counts the steps of the loop until something is painted."""

    def __init__(self, owner: QObject, act: Callable[[], object]) -> None:
        super().__init__(owner, interval=0)
        self._act, self._left = act, _TURNS
        self.timeout.connect(self._turn)
        self.start()

    def _turn(self) -> None:
        self._left -= 1
        if not self._left:
            self.stop()
            self.deleteLater()
            self._act()
