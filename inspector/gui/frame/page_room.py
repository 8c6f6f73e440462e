"""The room of the page in front: it scrolls where the screen is smaller than a page can be.

1366×768 at 200 % is 683×384, with title and task bar less than 320 of them.
"""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget


class PageStack(QStackedWidget):
    """Pages of which one is in front, and needs no more room than that one does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        return QSize(0, 0) if page is None else page.minimumSizeHint()


class PageRoom(QScrollArea):
    """Around the pages; a bar is seen only where the page in front does not fit."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pageRoom")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.pages = PageStack(self)
        self.setWidget(self.pages)
        self.pages.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)
