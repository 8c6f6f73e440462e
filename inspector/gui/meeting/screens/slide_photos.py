"""One or two photos beside each other, as large as there is room, with words under each."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.gui.meeting.screens.shown_photos import ShownPhoto
from inspector.gui.photos.photo_loader import PhotoLoader
from inspector.gui.theme import GRID, colours_of, text_font
from inspector.translation import tr


class PhotoPane(QWidget):
    """Paints what the loader has; what is still being read says so, in words."""

    def __init__(self, loader: PhotoLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("photoPane")
        self._loader = loader
        self._photos: tuple[ShownPhoto, ...] = ()
        self._text_size = 20
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 96)
        loader.came.connect(self.update)

    @property
    def photos(self) -> tuple[ShownPhoto, ...]:
        """What is shown, from left to right."""
        return self._photos

    def show_photos(self, photos: Sequence[ShownPhoto], text_size: int) -> None:
        """Show other photos; their words are `text_size` pixels high."""
        self._photos, self._text_size = tuple(photos), text_size
        self.setAccessibleName(tr("Photos"))
        self.setAccessibleDescription(tr("; ").join(photo.caption for photo in photos))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setFont(text_font(self._text_size))
        count = len(self._photos)
        width = (self.width() - 2 * GRID * (count - 1)) // max(count, 1)
        for number, photo in enumerate(self._photos):
            area = QRect(number * (width + 2 * GRID), 0, width, self.height())
            self._paint_one(painter, photo, area)
        painter.end()

    def _paint_one(self, painter: QPainter, photo: ShownPhoto, area: QRect) -> None:
        colours = colours_of(self)
        line = painter.fontMetrics().lineSpacing() + GRID
        room = area.adjusted(0, 0, 0, -line)
        image, failed = self._loader.get(photo.evidence)
        if image is None:
            painter.fillRect(room, colours.colour("chip"))
            painter.setPen(colours.colour("text"))
            said = tr("This photo cannot be read.") if failed else tr("Reading the photo…")
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, int(flags), said)
            bottom = room.bottom()
        else:
            size = image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = _within(room, size)
            painter.drawImage(place, image)
            bottom = place.bottom()
        painter.setPen(colours.colour("text"))
        caption = QRect(area.left(), bottom + GRID // 2, area.width(), line)
        text = painter.fontMetrics().elidedText(
            photo.caption, Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(caption, int(Qt.AlignmentFlag.AlignCenter), text)


def _within(room: QRect, size: QSize) -> QRect:
    """Return where something of a size lies: in the middle of a room, level with the words."""
    place = QRect(QPoint(0, 0), size)
    place.moveCenter(room.center())
    place.moveTop(room.top())
    return place
