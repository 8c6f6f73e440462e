"""The hand of somebody who holds the screen like a tablet: it sees words, and taps what bears them.

No mouse event is sent: what a tap leads to, Qt and the program make of the touch.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from inspector.gui.frame.main_window import MainWindow
from tests.conftest import Keyboard
from tests.gui.hand import Hand
from tests.gui.touch.finger import Finger
from tests.gui.waiting import pass_time


class FingerHand(Hand):
    """Taps with a finger; text comes from a keyboard on the screen."""

    def __init__(self, window: MainWindow, keyboard: Keyboard) -> None:
        super().__init__(window, keyboard)
        self.finger = Finger()

    def press_at(self, widget: QWidget, place: QPoint) -> None:
        self.finger.tap(widget, place)

    def point_at(self, widget: QWidget, place: QPoint) -> None:
        """A finger is nowhere until it taps."""

    def open_at(self, widget: QWidget, place: QPoint) -> None:
        self.finger.tap(widget, place)  # the first tap of two was told already
        self.finger.tap_twice(widget, place)

    def drag(self, widget: QWidget, points: Sequence[QPoint]) -> None:
        window = widget.window()
        start, *rest = [widget.mapTo(window, each) for each in points]
        self.finger.press(widget, points[0])
        for before, after in zip([start, *rest], rest, strict=False):
            for step in range(1, 7):
                pass_time(5)
                self.finger.move(widget, before + (after - before) * step / 6)
        self.finger.lift(widget, rest[-1])
        QApplication.processEvents()
