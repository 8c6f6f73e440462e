"""Areas that scroll: what they hold is laid out at once, and what one wants to see is brought."""

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtWidgets import QScrollArea, QScrollBar, QWidget


def lay_out_now(area: QScrollArea) -> None:
    """Lay out what an area holds before it is painted, where lines have come just now.

    Qt shows what was added, and gives it its height, one turn of the event loop after the other; a
    bar that comes makes every line narrower. Until then the lines would be seen crushed.
    """
    inside = area.widget()
    if inside is None or not area.isVisible():
        return  # all of it happens when it is shown
    within = inside.findChildren(QWidget)
    for each in within:
        if each.isHidden() and not each.testAttribute(
            Qt.WidgetAttribute.WA_WState_ExplicitShowHide
        ):
            each.show()
    for _ in range(2):  # once more for the width that a bar leaves
        for each in (*reversed(within), inside, area.viewport()):
            QCoreApplication.sendPostedEvents(each, QEvent.Type.LayoutRequest)


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
