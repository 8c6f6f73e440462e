"""Garbage is collected in the window's own thread alone.

Python collects in whichever thread happens to make the next object: a thread that reads the
database would take widgets to pieces that hang in a circle, and the window with them (seen as a
crash in Qt). So the collector is off while a window stands, and asked for here.

In small steps: while a thread beside makes a roster of tens of thousands of objects, each look goes
through what was made since the one before, and no other thread has a turn meanwhile. What was
looked through a few times is old; all that is old is gone through only where nothing is being made.
"""

import gc

from PySide6.QtCore import QObject, QTimer

PACE = 500
"""Milliseconds between two looks while little is made."""

QUICK = 50
"""Milliseconds between two of them while much is."""

YOUNG = 2000
"""Objects that are looked through; fewer wait."""

TO_OLD = 4
"""Looks after which what is left of them is gone through once more, and old then."""

REST = 8
"""Looks in a row that found little, before they are seldom again."""

OLD = 25
"""Times that something became old, after which all that is old is due: five seconds of work."""

CALM = 2 * REST
"""Looks in a row that found little, for which that waits: some seconds."""

MOST = 12 * OLD
"""Times that something became old, after which it waits no longer: a minute of work."""


class Collecting(QObject):
    """As long as `window` stands; what stands already is not looked at again."""

    def __init__(self, window: QObject) -> None:
        super().__init__(window)
        gc.disable()
        gc.freeze()
        self._young = 0  # looks since something became old
        self._older = 0  # times that something did, since all that is old was gone through
        self._little = REST  # looks in a row that found little
        self._timer = QTimer(self, interval=PACE)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        """Go through what was made since the last look, and through older things where due."""
        is_much = gc.get_count()[0] > YOUNG
        self._little = 0 if is_much else self._little + 1
        if is_much:
            self._collect_young()
        if self._older >= OLD and (self._little >= CALM or self._older >= MOST):
            gc.collect()
            self._older = 0
        pace = PACE if self._little >= REST else QUICK
        if self._timer.interval() != pace:
            self._timer.setInterval(pace)

    def _collect_young(self) -> None:
        self._young += 1
        if self._young < TO_OLD:
            gc.collect(0)
            return
        gc.collect(1)
        self._young = 0
        self._older += 1
