"""A finger on the screen, as the system reports it."""

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QInputDevice, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from shiboken6 import isValid

from tests.gui.waiting import pass_time, wait_for

_BUSY = 60_000
"""Milliseconds."""


class Finger:
    """One finger; places are of the widget that it begins on."""

    def __init__(self) -> None:
        self._screen = QTest.createTouchDevice(
            QInputDevice.DeviceType.TouchScreen,
            QInputDevice.Capability.Position | QInputDevice.Capability.NormalizedPosition,
        )

    @property
    def screen(self) -> QPointingDevice:
        """What reports it."""
        return self._screen

    def press(self, widget: QWidget, at: QPoint | None = None) -> QPoint:
        """Put it down; return where, in the window."""
        window = widget.window()
        place = widget.mapTo(window, at or widget.rect().center())
        self._step("press", window, place)
        return place

    def move(self, widget: QWidget, place: QPoint) -> None:
        """Move it to a place of the window."""
        self._step("move", widget.window(), place)

    def lift(self, widget: QWidget, place: QPoint) -> None:
        """Lift it at a place of the window."""
        self._step("release", widget.window(), place)

    def tap(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Put it down and lift it."""
        window = widget.window()  # what is tapped may be gone afterwards
        self.lift(widget, self.press(widget, at))
        self.rest(window)

    def tap_twice(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Tap twice quickly, however busy the machine is between the two."""
        usual = QApplication.doubleClickInterval()
        for interval in (usual, _BUSY):
            QApplication.setDoubleClickInterval(interval)
            self.lift(widget, self.press(widget, at))
            _wait_instead(widget, usual, _BUSY)
        QApplication.setDoubleClickInterval(usual)

    def rest(self, widget: QWidget) -> None:
        """Rest until the next tap is another one and what waited for that has gone on."""
        usual = QApplication.doubleClickInterval()
        _wait_instead(widget, _BUSY, usual)
        pass_time(usual + 20)
        wait_for(lambda: not _waiting(widget, usual))

    def drag(self, widget: QWidget, by: QPoint, at: QPoint | None = None) -> None:
        """Drag from a place of a widget, in steps."""
        place = self.press(widget, at)
        steps = 8
        for step in range(1, steps + 1):
            pass_time(10)
            self.move(widget, place + by * step / steps)
        self.lift(widget, place + by)

    def press_long(self, widget: QWidget, at: QPoint | None = None) -> QMenu:
        """Rest on a place until a menu comes, and lift it; return the menu."""
        place = self.press(widget, at)
        wait_for(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        self.lift(widget, place)
        assert menu.isVisible()
        return menu

    def _step(self, what: str, window: QWidget, place: QPoint) -> None:
        touch = QTest.touchEvent(window.windowHandle(), self._screen)
        getattr(touch, what)(0, place, window.windowHandle())
        touch.commit()
        QApplication.processEvents()


def _wait_instead(widget: QWidget, interval: int, other: int) -> None:
    """Let what waits for one interval in a widget's window wait for the other."""
    for clock in _waiting(widget, interval):
        clock.start(other)


def _waiting(widget: QWidget, interval: int) -> list[QTimer]:
    if not isValid(widget):  # a menu, which went with the tap
        return []
    clocks = widget.window().findChildren(QTimer)
    return [each for each in clocks if each.isActive() and each.interval() == interval]
