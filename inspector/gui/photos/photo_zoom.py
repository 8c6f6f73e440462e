"""How closely one looks at a photo: as large as its room, or larger, and which part of it then."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

STEP = 1.25
MOST = 8.0
"""Times as large as it is when all of it is in sight, at most."""


class PhotoZoom(QObject):
    """Of one widget: the wheel changes it, and a drag moves the photo where more than fits is."""

    def __init__(self, view: QWidget, may_drag: Callable[[], bool] = lambda: True) -> None:
        super().__init__(view)
        self._view, self._may_drag = view, may_drag
        self.factor = 1.0
        self._middle = QPointF(0.5, 0.5)  # the part of the photo that is in the middle
        self._whole = QSize(1, 1)  # of the photo, in pixels of the screen
        self._grip: QPointF | None = None
        view.installEventFilter(self)

    def fit(self) -> None:
        """Show all of the photo."""
        self.factor, self._middle = 1.0, QPointF(0.5, 0.5)
        self._view.update()

    def step(self, steps: int) -> None:
        """Look closer (1), or from farther away (-1)."""
        self.factor = min(max(self.factor * STEP**steps, 1.0), MOST)
        self._view.update()

    def area(self, room: QRect, fitted: QSize) -> QRect:
        """Return where the whole photo lies that has the size `fitted` when all is in sight."""
        whole = self._whole = fitted * self.factor
        left = round(room.center().x() - self._middle.x() * whole.width())
        top = round(room.center().y() - self._middle.y() * whole.height())
        area = QRect(left, top, whole.width(), whole.height())
        if whole.width() <= room.width():
            area.moveLeft(room.left() + (room.width() - whole.width()) // 2)
        else:
            area.moveLeft(max(min(left, room.left()), room.left() + room.width() - whole.width()))
        if whole.height() <= room.height():
            area.moveTop(room.top() + (room.height() - whole.height()) // 2)
        else:
            area.moveTop(max(min(top, room.top()), room.top() + room.height() - whole.height()))
        return area

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWheelEvent):
            self.step(1 if event.angleDelta().y() > 0 else -1)
            return True
        if not isinstance(event, QMouseEvent) or self.factor == 1.0 or not self._may_drag():
            return False
        if event.type() is QEvent.Type.MouseButtonPress:
            self._grip = event.position() if event.button() is Qt.MouseButton.LeftButton else None
        elif event.type() is QEvent.Type.MouseMove and self._grip is not None:
            by, self._grip = event.position() - self._grip, event.position()
            x = self._middle.x() - by.x() / max(1, self._whole.width())
            y = self._middle.y() - by.y() / max(1, self._whole.height())
            self._middle = QPointF(min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0))
            self._view.update()
        elif event.type() is QEvent.Type.MouseButtonRelease:
            self._grip = None
        return self._grip is not None
