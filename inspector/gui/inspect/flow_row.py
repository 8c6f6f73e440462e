"""Buttons side by side, on a second line where the first is full."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from inspector.gui.theme import GRID


class FlowRow(QWidget):
    """Its height follows from its width; a hidden button takes no room."""

    def __init__(self, widgets: list[QWidget]) -> None:
        super().__init__()
        self._widgets = widgets
        for widget in widgets:
            widget.setParent(self)

    def arrange(self) -> None:
        """Lay the buttons out anew: one was hidden or shown, or has another text."""
        x = y = tallest = 0
        for widget in self._widgets:
            if widget.isHidden():
                continue
            hint = widget.sizeHint()
            if x and x + hint.width() > self.width():
                x, y, tallest = 0, y + tallest + GRID // 2, 0
            widget.setGeometry(x, y, hint.width(), hint.height())
            x, tallest = x + hint.width() + GRID, max(tallest, hint.height())
        self.setFixedHeight(y + tallest)

    def sizeHint(self) -> QSize:
        hints = [widget.sizeHint() for widget in self._widgets]
        return QSize(
            sum(hint.width() + GRID for hint in hints),
            max((hint.height() for hint in hints), default=0),
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # another theme, another font
            self.arrange()
        return super().event(event)
