"""Widgets side by side, on a further line where one is full."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from inspector.gui.theme import GRID


class FlowRow(QWidget):
    """Its height follows from its width; a hidden widget takes no room."""

    def __init__(self, widgets: Sequence[QWidget], *, at_top: bool = False) -> None:
        """One that is lower than its line is in the middle of it, or `at_top`."""
        super().__init__()
        self._widgets, self._at_top = widgets, at_top
        for widget in widgets:
            widget.setParent(self)

    def arrange(self) -> None:
        """Lay the widgets out anew: one was hidden or shown, or has another text."""
        if not self.isVisible():
            return  # it has no width yet, and would keep a height for none from now on
        lines: list[list[tuple[QWidget, int, QSize]]] = [[]]
        x = y = 0
        for widget in self._widgets:
            if widget.isHidden():
                continue
            hint = _size(widget)
            hint.setWidth(min(hint.width(), self.width()))  # a row in it may then take two lines
            if x and x + hint.width() > self.width():
                lines.append([])
                x = 0
            lines[-1].append((widget, x, hint))
            x += hint.width() + GRID
        for line in lines:
            tallest = max((hint.height() for *_, hint in line), default=0)
            for widget, x, hint in line:
                above = 0 if self._at_top else (tallest - hint.height()) // 2
                widget.setGeometry(x, y + above, hint.width(), hint.height())
            y += tallest + GRID // 2
        self.setFixedHeight(y - GRID // 2)

    def sizeHint(self) -> QSize:
        hints = [_size(widget) for widget in self._widgets]
        return QSize(
            sum(hint.width() + GRID for hint in hints),
            max((hint.height() for hint in hints), default=0),
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # another theme, another font
            self.arrange()
        return super().event(event)


def _size(widget: QWidget) -> QSize:
    return widget.sizeHint().expandedTo(widget.minimumSize()).boundedTo(widget.maximumSize())
