"""Scrolling to a widget, whatever scrolls around it."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QScrollArea, QScrollBar, QWidget


def bring_into_sight(widget: QWidget) -> None:
    """Scroll whatever is around a widget until it is seen, or its beginning where it is larger."""
    at, place = widget, widget.rect()
    while not at.isWindow():
        above = at.parentWidget()
        if above is None:
            return
        area = above.parentWidget()
        if isinstance(area, QScrollArea) and area.widget() is at:
            room = above.size()
            _scroll(area.verticalScrollBar(), place.top(), place.height(), room.height())
            _scroll(area.horizontalScrollBar(), place.left(), place.width(), room.width())
            place = QRect(at.mapToParent(place.topLeft()), place.size()) & above.rect()
        else:
            place = QRect(at.mapToParent(place.topLeft()), place.size())
        at = above


def _scroll(bar: QScrollBar, begin: int, length: int, room: int) -> None:
    """Scroll no further than is needed."""
    bar.setValue(min(begin, max(bar.value(), begin + length - room)))
