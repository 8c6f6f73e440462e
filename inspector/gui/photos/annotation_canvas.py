"""A photo as large as there is room, and the marks that are being drawn on it."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.domain.visit.evidence import Evidence
from inspector.gui.photos.annotation import (
    COLOUR,
    Mark,
    Shape,
    in_the_middle,
    paint_shape,
    pixelate,
)
from inspector.gui.photos.photo_cache import PhotoCache
from inspector.gui.photos.photo_zoom import PhotoZoom
from inspector.gui.theme import TEXT_SIZE, colours_of, text_font

STEP = 0.02
"""What an arrow key moves a mark by, as a part of the picture."""


class AnnotationCanvas(QWidget):
    """Shapes that are settled, and one that the arrow keys or the mouse still place."""

    changed = Signal()

    def __init__(self, cache: PhotoCache) -> None:
        super().__init__()
        self.setObjectName("photo")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._image = QImage()
        self._photo: Evidence | None = None  # what the image is a copy of, as long as it is one
        self._blurred: tuple[tuple[Shape, ...], QImage] | None = None
        self._word = ""
        self.shapes: list[Shape] = []
        self.draft: Shape | None = None
        self._grip: QPointF | None = None  # where the mouse went down
        self.zoom = PhotoZoom(self, cache, lambda: self.draft is None)

    # What is shown

    def show_photo(self, photo: Evidence, copy: QImage) -> None:
        """Show a photo without any mark: a copy of it, and all of it to who looks closer."""
        self._image, self._photo, self._word = copy, photo, ""
        self.zoom.look_at([photo])
        self._start_afresh()

    def show_word(self, word: str) -> None:
        """Show a word instead of a photo: it is being read, or cannot be."""
        self._image, self._photo, self._word = QImage(), None, word
        self.zoom.look_at(())
        self.zoom.fit()
        self._start_afresh()

    def _start_afresh(self) -> None:
        self.shapes, self.draft, self._grip, self._blurred = [], None, None, None
        self._tell()

    @property
    def has_image(self) -> bool:
        """There is a photo to draw on."""
        return not self._image.isNull()

    @property
    def is_marked(self) -> bool:
        """Something is drawn on it that is no part of the view."""
        return bool(self.shapes) or self.draft is not None

    # Drawing marks

    def begin(self, mark: Mark, text: str = "") -> None:
        """Put a mark in the middle, to be moved by the arrow keys or drawn by the mouse."""
        self.settle()
        if self.has_image:
            self.draft = in_the_middle(mark, text)
        self._tell()

    def move_draft(self, right: int, down: int, stretch: bool) -> None:
        """Move the mark that is being placed by steps, or its second corner."""
        if self.draft is not None:
            step = (right * STEP, down * STEP)
            self.draft = self.draft.stretched(*step) if stretch else self.draft.moved(*step)
            self._tell()

    def settle(self) -> bool:
        """Leave the mark where it is; False when there was none."""
        draft, self.draft = self.draft, None
        if draft is not None:
            self.shapes.append(draft)
            self._tell()
        return draft is not None

    def burn_in(self) -> None:
        """Make what was drawn a part of the view; on disk that is still being done."""
        self._photo = None  # what is seen now is a copy of none
        self._image = self._with_blur().copy()
        painter = QPainter(self._image)
        for shape in self.shapes:
            paint_shape(painter, shape, QRectF(self._image.rect()))
        painter.end()
        self.zoom.look_at(())
        self._start_afresh()

    def take_back(self) -> bool:
        """Take the last mark off; False when there is none."""
        if self.draft is not None:
            self.draft = None
        elif self.shapes:
            self.shapes.pop()
        else:
            return False
        self._tell()
        return True

    def drop_draft(self) -> bool:
        """Give up the mark that is being placed; False when there is none."""
        had_one, self.draft = self.draft is not None, None
        if had_one:
            self._tell()
        return had_one

    def _tell(self) -> None:
        self.setCursor(Qt.CursorShape.CrossCursor if self.draft else Qt.CursorShape.ArrowCursor)
        self.update()
        self.changed.emit()

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.draft is not None and event.button() is Qt.MouseButton.LeftButton:
            self._grip = self._part(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self._draw_to(self._part(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self._draw_to(self._part(event.position()))
            self._grip = None
            self.settle()

    def _draw_to(self, end: QPointF) -> None:
        """Draw the mark from where the mouse went down; a mere click moves it there."""
        start, draft = self._grip, self.draft
        if start is None or draft is None:
            return
        drawn = Shape(draft.mark, start.x(), start.y(), end.x(), end.y(), draft.text)
        if drawn.is_too_small or draft.mark is Mark.TEXT:
            middle = QPointF((draft.x1 + draft.x2) / 2, (draft.y1 + draft.y2) / 2)
            if draft.mark is Mark.ARROW:
                middle = QPointF(draft.x2, draft.y2)  # it points at the click
            drawn = draft.moved(end.x() - middle.x(), end.y() - middle.y())
        self.draft = drawn
        self._tell()

    def _part(self, point: QPointF) -> QPointF:
        area = self._area
        return QPointF(
            min(max((point.x() - area.x()) / max(1, area.width()), 0), 1),
            min(max((point.y() - area.y()) / max(1, area.height()), 0), 1),
        )

    @property
    def _area(self) -> QRect:
        """Where the photo is: in the middle, and no larger than it is unless one looks closer."""
        size = self._image.size()
        if size.width() > self.width() or size.height() > self.height():
            size = size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return self.zoom.area(self.rect(), size)

    def sizeHint(self) -> QSize:
        return QSize(640, 360)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 80)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = colours_of(self)
        painter.fillRect(self.rect(), colours.colour("window"))
        if not self.has_image:
            painter.setFont(text_font(TEXT_SIZE))
            painter.setPen(colours.colour("secondary"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), flags, self._word)
            return
        area = self._area
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(area, self._with_blur())
        for shape in [*self.shapes, *([self.draft] if self.draft else [])]:
            paint_shape(painter, shape, QRectF(area))
        if self.draft is not None and self.draft.mark is not Mark.ARROW:
            painter.setPen(QPen(COLOUR, 1, Qt.PenStyle.DashLine))
            painter.drawRect(self.draft.rect(area.size()).translated(area.topLeft()))

    def _with_blur(self) -> QImage:
        marks = [*self.shapes, *([self.draft] if self.draft else [])]
        blurs = tuple(shape for shape in marks if shape.mark is Mark.BLUR)
        if not blurs:
            photo, copy = self._photo, self._image
            return self.zoom.sharpest(photo, copy) if photo is not None else copy
        if self._blurred is None or self._blurred[0] != blurs:
            image = self._image.copy()
            for shape in blurs:
                pixelate(image, shape.rect(image.size()))
            self._blurred = (blurs, image)
        return self._blurred[1]
