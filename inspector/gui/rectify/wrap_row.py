"""Widgets side by side, on a further line where one is full."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from inspector.gui.theme import GRID


class WrapRow(QWidget):
    """Its height follows from its width; a hidden widget takes no room."""

    def __init__(self, widgets: Sequence[QWidget]) -> None:
        super().__init__()
        self._widgets = widgets
        for widget in widgets:
            widget.setParent(self)

    def arrange(self) -> None:
        """Lay the widgets out anew: one was hidden or shown, or has another text."""
        x = y = tallest = 0
        for widget in self._widgets:
            if widget.isHidden():
                continue
            size = _size(widget)
            if x and x + size.width() > self.width():
                x, y, tallest = 0, y + tallest + GRID, 0
            widget.setGeometry(x, y, size.width(), size.height())
            x, tallest = x + size.width() + GRID, max(tallest, size.height())
        self.setFixedHeight(max(1, y + tallest))

    def sizeHint(self) -> QSize:
        sizes = [_size(widget) for widget in self._widgets]
        width = sum(size.width() + GRID for size in sizes)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # another theme, another font
            self.arrange()
        return super().event(event)


def _size(widget: QWidget) -> QSize:
    return widget.sizeHint().expandedTo(widget.minimumSize()).boundedTo(widget.maximumSize())
