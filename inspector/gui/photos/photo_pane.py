"""Photos beside each other, each whole and as large as there is room, with words under it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QHideEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from inspector.domain.errors import InspectorError
from inspector.domain.visit.evidence import Evidence
from inspector.gui.measures import sized
from inspector.gui.photos.photo_cache import LARGE, PhotoCache
from inspector.gui.photos.photo_words import missing_words
from inspector.gui.photos.photo_zoom import PhotoZoom
from inspector.gui.theme import GRID, TEXT_SIZE, Colours, colours_of, exact_font
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr

MOST_SHOWN = 4


@dataclass(frozen=True, slots=True)
class ShownPhoto:
    """A photo and the words under it."""

    evidence: Evidence
    caption: str = ""


class PhotoPane(QWidget):
    """One photo, two beside each other, or up to four in a grid, under a title if there is one."""

    opened = Signal(int)
    """A double click on a photo, by its place."""

    def __init__(self, cache: PhotoCache, name: str, nothing: str = "") -> None:
        """`nothing` is said where there is no photo."""
        super().__init__()
        self.setObjectName(name)
        self.cache, self._nothing = cache, nothing
        self._photos: tuple[ShownPhoto, ...] = ()
        self._empty: QWidget | None = None  # what stands there while there is no photo
        self._text_size = 0
        self.zoom = PhotoZoom(self, cache)
        self._title = ElidedLabel("secondary")
        self._title.setObjectName(f"{name}Title")
        self._title.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._title)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def fill_empty(self, *widgets: QWidget) -> None:
        """Let some widgets stand in a frame where there is no photo: what one can do about it."""
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        self._empty = QWidget()
        stack(self._empty, widgets, margin=2 * GRID, spacing=GRID).setAlignment(
            widgets[0], Qt.AlignmentFlag.AlignHCenter
        )
        column.addWidget(self._empty)
        column.addStretch(1)

    @property
    def photos(self) -> tuple[ShownPhoto, ...]:
        """What is shown, from left to right."""
        return self._photos

    @property
    def shown(self) -> list[Evidence]:
        """The photos that are drawn."""
        return [each.evidence for each in self._photos]

    def show_photos(
        self, photos: Sequence[ShownPhoto], text_size: int = 0, title: str = ""
    ) -> None:
        """Show other photos; their words are `text_size` pixels high (0: as usual).

        More than fit are counted.
        """
        more = len(photos) - MOST_SHOWN
        if more > 0 and title:
            title = tr("{title}, {count} more", title=title, count=more)
        if tuple(photos[:MOST_SHOWN]) != self._photos:
            self.zoom.fit()
        self._photos, self._text_size = tuple(photos[:MOST_SHOWN]), text_size
        self._title.setText(title)
        self._title.setVisible(bool(title))
        if self._empty is not None:
            self._empty.setVisible(not self._photos)
        self.setAccessibleName(title or tr("Photos"))
        self.setAccessibleDescription(tr("; ").join(filter(None, (p.caption for p in photos))))
        self.want()
        self.zoom.look_at(self.shown)

    def want(self) -> None:
        """Let what is in sight be read next; what is not in sight is not wanted."""
        self.cache.want(self, self.shown if self.isVisible() else (), LARGE)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.want()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.want()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        for at, cell in enumerate(self.cells()):
            if cell.contains(event.position().toPoint()):
                self.opened.emit(at)

    @property
    def _room(self) -> QRect:
        """What the photos have, below the title."""
        room = self.rect()
        if not self._title.isHidden():
            room.setTop(self._title.geometry().bottom() + GRID)
        return room

    def minimumSizeHint(self) -> QSize:
        return QSize(48, 48)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), colours_of(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setFont(exact_font(self._text_size or sized(TEXT_SIZE)))
        if not self._photos and self._empty is not None:
            painter.setPen(QPen(colours.colour("rim"), 1, Qt.PenStyle.DashLine))
            painter.drawRect(self._room.adjusted(1, 1, -2, -2))  # whole at every scale
            return
        if not self._photos:
            _paint_word(painter, self._room, self._nothing, colours)
            return
        for photo, cell in zip(self._photos, self.cells(), strict=True):
            self.paint_one(painter, photo, cell, colours)

    def cells(self) -> list[QRect]:
        """Return the places of the photos."""
        return _cells(self._room, len(self._photos))

    def paint_one(
        self, painter: QPainter, photo: ShownPhoto, cell: QRect, colours: Colours
    ) -> None:
        """Draw one photo with its words into its place."""
        line = painter.fontMetrics().lineSpacing() + GRID if photo.caption else 0
        room = cell.adjusted(0, 0, 0, -line)
        found = self.cache.get(photo.evidence, LARGE)
        bottom = room.bottom()
        if isinstance(found, QImage):
            size = found.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = self.zoom.area(room, size)
            if photo.caption and self.zoom.factor == 1.0:
                place.moveTop(room.top())  # level with the one beside it, its words close to it
                bottom = place.bottom()
            painter.setClipRect(room)
            painter.drawImage(place, self.zoom.sharpest(photo.evidence, found))
            painter.setClipping(False)
        else:
            paint_missing(painter, room, colours, found)
        painter.setPen(colours.colour("text"))
        below = QRect(cell.left(), bottom + GRID // 2, cell.width(), line)
        text = painter.fontMetrics().elidedText(
            photo.caption, Qt.TextElideMode.ElideRight, below.width()
        )
        painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), text)


def _cells(room: QRect, count: int) -> list[QRect]:
    """Return the places of some photos, beside each other unless the room is higher than wide."""
    columns = 1 if count == 1 or (count == 2 and room.height() > room.width()) else 2
    rows = -(-count // columns)
    width = (room.width() - (columns - 1) * 2 * GRID) // columns
    height = (room.height() - (rows - 1) * GRID) // rows
    return [
        QRect(
            room.left() + at % columns * (width + 2 * GRID),
            room.top() + at // columns * (height + GRID),
            width,
            height,
        )
        for at in range(count)
    ]


def paint_missing(
    painter: QPainter, room: QRect, colours: Colours, why: InspectorError | None
) -> None:
    """Say that a photo is being read, or why it is not seen."""
    _paint_word(painter, room, missing_words(why), colours)


def _paint_word(painter: QPainter, room: QRect, word: str, colours: Colours) -> None:
    """Say something on a plain ground where a photo would be."""
    painter.fillRect(room, colours.colour("chip"))
    painter.setPen(colours.colour("text"))
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(room.adjusted(GRID, GRID, -GRID, -GRID), int(flags), word)
