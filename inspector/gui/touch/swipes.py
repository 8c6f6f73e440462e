"""What turns like a page when a finger is drawn across it."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPointingDevice
from PySide6.QtWidgets import QWidget

_SHARE = 12
"""A swipe goes over this part of the width at least."""


class TurnsBySwipe:
    """Of a widget that says what a swipe over it, or over a widget in it, does."""

    def take_swipe(self, *, forward: bool) -> None:
        """Turn: to what follows, which comes from the right, or back."""
        raise NotImplementedError


def by_finger(event: QMouseEvent) -> bool:
    """Tell whether what a mouse is said to have done was a finger."""
    return (
        event.source() is not Qt.MouseEventSource.MouseEventNotSynthesized
        or event.pointingDevice().type() is QPointingDevice.DeviceType.TouchScreen
    )


def is_swipe(way: QPointF, width: int) -> bool:
    """Tell whether a finger went `way` across something so wide, not up or down it."""
    return abs(way.x()) > max(width / _SHARE, 2 * abs(way.y()))


def swipe(widget: QWidget | None, way: QPointF) -> bool:
    """Turn what a finger was drawn across, if it turns so; tell whether it did."""
    while widget is not None:
        if isinstance(widget, TurnsBySwipe):
            if is_swipe(way, widget.width()):
                widget.take_swipe(forward=way.x() < 0)
                return True
            return False
        widget = None if widget.isWindow() else widget.parentWidget()
    return False
