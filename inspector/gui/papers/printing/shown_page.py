"""The picture of one page, as wide as it is wanted, on the ground of the window."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from inspector.gui.theme import GRID


class ShownPage(QWidget):
    """White paper with an edge, in the middle; it can have the keyboard, to be scrolled."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("shownPage")
        self._image = QImage()

    @property
    def has_image(self) -> bool:
        """A page is shown."""
        return not self._image.isNull()

    def show_image(self, image: QImage) -> None:
        """Show the picture of a page; an empty one shows none."""
        self._image = image
        size = image.deviceIndependentSize().toSize()
        self.setMinimumSize(size.width() + 2 * GRID, size.height() + 2 * GRID)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        painter = QPainter(self)
        size = self._image.deviceIndependentSize().toSize()
        place = QRect((self.width() - size.width()) // 2, GRID, size.width(), size.height())
        painter.drawImage(place.topLeft(), self._image)
        painter.setPen(QPen(QColor("#8c8c8c"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
