"""Garbage is collected in the window's own thread alone.

Python collects in whichever thread happens to make the next object: a thread that reads the
database would take widgets to pieces that hang in a circle, and the window with them (seen as a
crash in Qt). So the collector is off while a window stands, and asked for here, as often as Python
itself would.
"""

import gc

from PySide6.QtCore import QObject, QTimer

PACE = 500
"""Milliseconds."""


class Collecting(QObject):
    """As long as `window` stands; what stands already is not looked at again."""

    def __init__(self, window: QObject) -> None:
        super().__init__(window)
        gc.disable()
        gc.freeze()
        self._timer = QTimer(self, interval=PACE)
        self._timer.timeout.connect(_collect)
        self._timer.start()


def _collect() -> None:
    """Collect as deep as is due: a generation counts how often the younger one was."""
    due = [count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
    if due[0]:
        gc.collect(2 if all(due) else 1 if due[1] else 0)
