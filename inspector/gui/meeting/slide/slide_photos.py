"""The photos of a screen: before beside or above after, as large as they go, words over them."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter

from inspector.domain.visit.evidence import Evidence
from inspector.gui.meeting.screens.stage_look import stage_colours
from inspector.gui.meeting.slide.slide_layout import photo_cells
from inspector.gui.photos.photo_cache import LARGE, SMALL
from inspector.gui.photos.photo_pane import PhotoPane, ShownPhoto, paint_missing
from inspector.gui.theme import GRID, Colours

_VEIL = QColor(16, 18, 21, 205)
"""Behind the words over a photo, whatever it shows there."""


class SlidePhotos(PhotoPane):
    """One photo or two."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.ignore()  # a click goes on; the second one decides nothing

    def cells(self) -> list[QRect]:
        return photo_cells(self.rect(), [_shape(each) for each in self.shown])

    def paint_one(
        self, painter: QPainter, photo: ShownPhoto, cell: QRect, colours: Colours
    ) -> None:
        ours = stage_colours(self)
        found = self.cache.get(photo.evidence, LARGE)
        if found is None:  # so far one sees the small one, if it is there
            small = self.cache.get(photo.evidence, SMALL)
            found = small if isinstance(small, QImage) else None
        place = QRect(cell)
        if isinstance(found, QImage):
            size = found.size().scaled(cell.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = self.zoom.area(cell, size)
            painter.setClipRect(cell)
            painter.drawImage(place, self.zoom.sharpest(photo.evidence, found))
            painter.setClipping(False)
        else:
            paint_missing(painter, cell, ours, found)
        if photo.caption:
            self._caption(painter, photo.caption, cell, place & cell)

    def _caption(self, painter: QPainter, words: str, cell: QRect, photo: QRect) -> None:
        """Write over the head of a photo, at its left; a narrow one may have it stand out.

        Its foot is where the bar and the keys of the whole screen come.
        """
        metrics, pad = painter.fontMetrics(), GRID
        left = min(photo.left(), cell.right() - metrics.horizontalAdvance(words) - 4 * pad)
        left = max(cell.left(), left) + pad
        said = metrics.elidedText(words, Qt.TextElideMode.ElideRight, cell.right() - left - 3 * pad)
        height = metrics.height() + pad
        chip = QRect(left, photo.top() + pad,
                     metrics.horizontalAdvance(said) + 2 * pad, height)  # fmt: skip
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_VEIL)
        painter.drawRoundedRect(chip, 6, 6)
        painter.setPen(QColor("#FFFFFF"))
        painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), said)


def _shape(evidence: Evidence) -> QSize:
    return QSize(evidence.width or 4, evidence.height or 3)
