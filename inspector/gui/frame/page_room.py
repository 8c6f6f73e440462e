"""The room of the page in front: it scrolls where the screen is smaller than a page can be.

1366×768 at 200 % is 683×384, with title and task bar less than 320 of them.
"""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from inspector.gui.jobs.late_painting import paint_later


class PageStack(QStackedWidget):
    """Pages of which one is in front, and needs no more room than that one does."""

    laid_out = Signal()
    """What is in front may need other room than before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(self.updateGeometry)

    def setCurrentWidget(self, page: QWidget) -> None:
        if page is not self.currentWidget():
            self.hold()
        super().setCurrentWidget(page)

    def hold(self) -> None:
        """Leave on the screen what is there until the loop comes round.

        Before one page goes, or a new one is put in: else an empty room is painted meanwhile.
        """
        paint_later(self)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self.laid_out.emit()
        return done

    def sizeHint(self) -> QSize:
        """Return the least size: Qt would ask every page at each change, and nobody goes by it."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        return QSize(0, 0) if page is None else page.minimumSizeHint()


class PageRoom(QScrollArea):
    """Around the pages; a bar is seen only where the page in front does not fit.

    Not resizable as Qt means it: that gives a page with broken lines all the height it would like.
    """

    resized = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pageRoom")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Ours, and clear: for Qt's own PySide first makes every kind of widget that there is.
        self.setViewport(QWidget(self))
        self.pages = PageStack(self)
        self.pages.laid_out.connect(self._arrange)  # of a part's part the viewport hears nothing
        self.setWidget(self.pages)
        self.pages.setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)
        self.resized.emit()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._arrange()
        return super().viewportEvent(event)

    def _arrange(self) -> None:
        room, least = self.maximumViewportSize(), self.pages.minimumSizeHint()
        if least.height() > room.height():
            room.setWidth(room.width() - self.verticalScrollBar().sizeHint().width())
        if least.width() > room.width():
            room.setHeight(room.height() - self.horizontalScrollBar().sizeHint().height())
        self.pages.resize(room.expandedTo(least))
