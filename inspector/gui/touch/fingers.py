"""What one finger does: a tap is a click, a drag scrolls and is no click, a long press asks for
the menu.

Qt makes a mouse of a touch that nobody accepts, and its press comes at once: a drag over a list
would choose, tick or judge on its way. Inside whatever scrolls a finger is therefore understood
here, and only then made a mouse; elsewhere Qt does it. Tried with touch events that the tests make;
no touchscreen was at hand.
"""

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QTouchEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSlider,
    QApplication,
    QScroller,
    QScrollerProperties,
    QWidget,
)
from shiboken6 import isValid

from inspector.gui.touch.swipes import swipe

_LONG_PRESS = 600
"""Milliseconds."""

_NEAR = 12
"""Pixels that a finger rolls while it taps."""


class Fingers:
    """Of one window. Two fingers are nobody's here: the first one's touch ends without a click."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._widget: QWidget | None = None  # under the finger, while it is understood here
        self._area: QAbstractScrollArea | None = None
        self._scroller: QScroller | None = None  # while it scrolls
        self._start = QPointF()
        self._spent = False  # this touch is no click any more
        self._tapped: tuple[int, QPointF] | None = None  # when and where, for a double tap
        self._clock = QTimer(window, interval=_LONG_PRESS, singleShot=True)
        self._clock.timeout.connect(self._press_long)

    def take(self, event: QTouchEvent) -> bool:
        """Understand a touch; False: Qt may make a mouse of it."""
        if event.type() is QEvent.Type.TouchBegin:
            taken = self._begin(event)
        elif self._widget is None or not self._is_there():
            self._let_go()
            return False
        else:
            taken = self._go_on(event)
        if taken:
            event.accept()  # else it becomes a mouse as well
        return taken

    def _begin(self, event: QTouchEvent) -> bool:
        self._let_go()
        if QApplication.activePopupWidget() not in (None, self._window):
            return False  # what is open takes it as a mouse
        self._start = event.points()[0].position()
        widget = self._window.childAt(self._start.toPoint()) or self._window
        if _has_own_use(widget):
            return False
        self._widget, self._area, self._spent = widget, _scrolling(widget), False
        if self._menu_wanted(widget) or self._area is not None:
            self._clock.start()
        if self._area is None:
            return False
        moving = QScroller.hasScroller(self._area.viewport()) and QScroller.scroller(
            self._area.viewport()
        ).state() in (QScroller.State.Scrolling, QScroller.State.Dragging)
        if moving:  # it is stopped, and that is all
            self._drag(event)
        return True

    def _go_on(self, event: QTouchEvent) -> bool:
        at, mine = event.points()[0].position(), self._area is not None
        if event.type() is QEvent.Type.TouchCancel or event.pointCount() > 1:
            self._spent = True
            self._clock.stop()
        elif (at - self._start).manhattanLength() > _NEAR and not self._spent:
            self._clock.stop()
            if mine:
                self._drag(event)
        if self._scroller is not None:
            is_end = event.type() is QEvent.Type.TouchEnd
            step = QScroller.Input.InputRelease if is_end else QScroller.Input.InputMove
            self._scroller.handleInput(step, self._in_area(at), event.timestamp())
        if event.type() in (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel):
            widget, is_end = self._widget, event.type() is QEvent.Type.TouchEnd
            if mine and not self._spent:
                self._click(at, event.timestamp())
            elif mine and is_end and self._scroller is not None:
                swipe(widget, at - self._start)
            self._let_go()
        return mine

    def _is_there(self) -> bool:
        """What lies under the finger was not taken away meanwhile."""
        return isValid(self._widget) and (self._area is None or isValid(self._area))

    def _let_go(self) -> None:
        self._clock.stop()
        self._widget, self._area, self._scroller = None, None, None

    def _drag(self, event: QTouchEvent) -> None:
        """Scroll from now on; it goes on by itself when the finger is lifted."""
        assert self._area is not None
        self._spent = True
        scroller = QScroller.scroller(self._area.viewport())
        if self._scroller is None:
            kept = scroller.scrollerProperties()
            never = QScrollerProperties.OvershootPolicy.OvershootAlwaysOff
            metric = QScrollerProperties.ScrollMetric
            kept.setScrollMetric(metric.VerticalOvershootPolicy, never)
            kept.setScrollMetric(metric.HorizontalOvershootPolicy, never)
            kept.setScrollMetric(metric.DragStartDistance, 0.0)  # it was waited for here
            scroller.setScrollerProperties(kept)
        self._scroller = scroller
        press = QScroller.Input.InputPress
        scroller.handleInput(press, self._in_area(self._start), event.timestamp())

    def _in_area(self, at: QPointF) -> QPointF:
        assert self._area is not None
        return self._area.viewport().mapFrom(self._window, at)

    def _click(self, at: QPointF, moment: int) -> None:
        """Press and let go, as a mouse; twice quickly is a double click."""
        before, again = self._tapped, False
        if before is not None:
            soon = moment - before[0] <= QApplication.doubleClickInterval()
            again = soon and (at - before[1]).manhattanLength() <= 2 * _NEAR
        self._tapped = None if again else (moment, at)
        kind = QEvent.Type
        press = kind.MouseButtonDblClick if again else kind.MouseButtonPress
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        steps = [(press, left, left), (kind.MouseButtonRelease, left, none)]
        if self._window is QApplication.activePopupWidget():  # it takes what the mouse is above
            steps.insert(0, (kind.MouseMove, none, none))
        for step, button, buttons in steps:
            everywhere = self._window.mapToGlobal(at)
            mouse = QMouseEvent(
                step, at, at, everywhere, button, buttons, Qt.KeyboardModifier.NoModifier,
                Qt.MouseEventSource.MouseEventSynthesizedByApplication,
            )  # fmt: skip
            mouse.setTimestamp(moment)
            QApplication.sendEvent(self._window.windowHandle(), mouse)

    def _press_long(self) -> None:
        """Ask for the menu of what is under the finger."""
        widget, self._spent = self._widget, True
        if widget is None or not self._is_there():
            return
        if QApplication.activePopupWidget() not in (None, self._window):
            return  # the system asked for it already
        place = widget.mapFrom(self._window, self._start.toPoint())
        asks = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, widget.mapToGlobal(place))
        QApplication.sendEvent(widget, asks)

    def _menu_wanted(self, widget: QWidget | None) -> bool:
        while widget is not None:
            if widget.contextMenuPolicy() is Qt.ContextMenuPolicy.CustomContextMenu:
                return True
            widget = None if widget.isWindow() else widget.parentWidget()
        return False


def _has_own_use(widget: QWidget) -> bool:
    """Tell whether a finger draws there, or moves a bar."""
    above = widget.parentWidget()
    scrolls = isinstance(above, QAbstractScrollArea) and above.viewport() is widget
    draws = not scrolls and widget.testAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
    return draws or isinstance(widget, QAbstractSlider)


def _scrolling(widget: QWidget | None) -> QAbstractScrollArea | None:
    """Return the innermost area around a widget that can scroll, else the innermost there is."""
    areas = []
    while widget is not None:
        above = None if widget.isWindow() else widget.parentWidget()
        if isinstance(above, QAbstractScrollArea) and above.viewport() is widget:
            areas.append(above)
        widget = above
    return next(filter(_can_scroll, areas), areas[0] if areas else None)


def _can_scroll(area: QAbstractScrollArea) -> bool:
    bars = (area.verticalScrollBar(), area.horizontalScrollBar())
    return any(each.maximum() > each.minimum() for each in bars)
