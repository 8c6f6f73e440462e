"""How closely one looks at a photo: as large as its room, or larger, and which part of it then.

Who looks closer sees all pixels that are kept, once they are read; until then a smaller copy.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QImage, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from inspector.domain.visit.evidence import Evidence
from inspector.gui.photos.photo_cache import FULL, LARGE, PhotoCache

STEP = 1.25
MOST = 8.0
"""Times as large as it is when all of it is in sight, at most."""


class PhotoZoom(QObject):
    """Of one widget: the wheel changes it, and a drag moves the photo where more than fits is."""

    def __init__(
        self, view: QWidget, cache: PhotoCache, may_drag: Callable[[], bool] = lambda: True
    ) -> None:
        super().__init__(view)
        self._view, self._cache, self._may_drag = view, cache, may_drag
        self._photos: Sequence[Evidence] = ()
        self.factor = 1.0
        self._middle = QPointF(0.5, 0.5)  # the part of the photo that is in the middle
        self._whole = QSize(1, 1)  # of the photo, in pixels of the screen
        self._grip: QPointF | None = None
        view.installEventFilter(self)
        cache.came.connect(view.update)

    def look_at(self, photos: Sequence[Evidence]) -> None:
        """Look at these photos from now on, as closely as before."""
        self._photos = photos
        self._want()

    def fit(self) -> None:
        """Show all of the photo."""
        self.factor, self._middle = 1.0, QPointF(0.5, 0.5)
        self._want()

    def _want(self) -> None:
        """Want all there is of what one looks at closely, and nothing more of anything else."""
        closely = self._photos if self.factor > 1.0 and self._view.isVisible() else ()
        larger = [each for each in closely if max(each.width or 0, each.height or 0) > LARGE]
        self._cache.want(self, larger, FULL)
        self._view.update()

    def sharpest(self, photo: Evidence, copy: QImage) -> QImage:
        """Return the photo with all its pixels while one looks at it closely; until then `copy`."""
        full = self._cache.get(photo, FULL) if self.factor > 1.0 else None
        return full if isinstance(full, QImage) else copy

    def follow(self, other: "PhotoZoom") -> None:
        """Look as closely as another one, at the same part of the photo."""
        if (other.factor, other._middle) != (self.factor, self._middle):
            self.factor, self._middle = other.factor, QPointF(other._middle)
            self._want()

    def step(self, steps: int) -> None:
        """Look closer (1), or from farther away (-1)."""
        self.factor = min(max(self.factor * STEP**steps, 1.0), MOST)
        self._want()

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
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._want()
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
