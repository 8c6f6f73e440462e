"""Marks on a photo: arrow, box, blur, text. Where they lie, and how they are burnt in.

Positions are parts of the picture's width and height, from 0 to 1, so that what was drawn on a
small view fits the large copy.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import atan2, cos, pi, sin

from PySide6.QtCore import QBuffer, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPainterPath, QPen, QPolygonF

from inspector.gui.theme import exact_font

COPY_SIDE = 2560
"""Pixels of the longer side of the copy with marks, at most."""

QUALITY = 88
COLOUR = QColor("#E02020")
EDGE = QColor("#FFFFFF")

BLOCKS = 6
"""A blurred part is left with so many blocks along its shorter side: no face comes back."""

SMALLEST_BLOCK = 12
"""Pixels of the large copy; a small part becomes one block or two."""

LEAST = 0.012
"""Of the picture: less is a click and no drag."""


class Mark(StrEnum):
    """What can be drawn."""

    ARROW = "arrow"
    BOX = "box"
    BLUR = "blur"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Shape:
    """One mark from one corner to the other; an arrow points at the second."""

    mark: Mark
    x1: float
    y1: float
    x2: float
    y2: float
    text: str = ""

    def moved(self, x: float, y: float) -> "Shape":
        """Return it moved, still inside the picture."""
        x = min(max(x, -min(self.x1, self.x2)), 1 - max(self.x1, self.x2))
        y = min(max(y, -min(self.y1, self.y2)), 1 - max(self.y1, self.y2))
        return replace(self, x1=self.x1 + x, y1=self.y1 + y, x2=self.x2 + x, y2=self.y2 + y)

    def stretched(self, x: float, y: float) -> "Shape":
        """Return it with its second corner moved, still inside the picture."""
        return replace(self, x2=min(max(self.x2 + x, 0), 1), y2=min(max(self.y2 + y, 0), 1))

    @property
    def is_too_small(self) -> bool:
        """It was a click."""
        return abs(self.x2 - self.x1) < LEAST and abs(self.y2 - self.y1) < LEAST

    def rect(self, size: QSize) -> QRect:
        """Return the pixels it covers of a picture of this size."""
        whole = QRectF(
            QPointF(self.x1 * size.width(), self.y1 * size.height()),
            QPointF(self.x2 * size.width(), self.y2 * size.height()),
        )
        return (
            whole.normalized().toAlignedRect().intersected(QRect(0, 0, size.width(), size.height()))
        )


def in_the_middle(mark: Mark, text: str = "") -> Shape:
    """Return a mark where the keyboard begins to move it."""
    if mark is Mark.ARROW:
        return Shape(mark, 0.32, 0.68, 0.5, 0.5)
    if mark is Mark.TEXT:
        return Shape(mark, 0.3, 0.44, 0.7, 0.56, text)
    return Shape(mark, 0.4, 0.4, 0.6, 0.6)


def annotated(image: QImage, shapes: Sequence[Shape]) -> bytes:
    """Return a JPEG of a picture with marks burnt in. From any thread.

    What is blurred is gone from it: averaged into blocks before anything is drawn over it.
    """
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    for shape in shapes:
        if shape.mark is Mark.BLUR:
            pixelate(image, shape.rect(image.size()))
    painter = QPainter(image)
    for shape in shapes:
        paint_shape(painter, shape, QRectF(image.rect()))
    painter.end()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", QUALITY)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def pixelate(image: QImage, rect: QRect) -> None:
    """Replace a part of a picture by a few blocks of one colour each."""
    if rect.isEmpty():
        return
    block = max(min(rect.width(), rect.height()) // BLOCKS, SMALLEST_BLOCK)
    few = QSize(max(1, rect.width() // block), max(1, rect.height() // block))
    smooth, plain = (
        Qt.TransformationMode.SmoothTransformation,
        Qt.TransformationMode.FastTransformation,
    )
    keep = Qt.AspectRatioMode.IgnoreAspectRatio
    blocks = image.copy(rect).scaled(few, keep, smooth).scaled(rect.size(), keep, plain)
    painter = QPainter(image)
    painter.drawImage(rect.topLeft(), blocks)
    painter.end()


def paint_shape(painter: QPainter, shape: Shape, area: QRectF) -> None:
    """Draw a mark over the picture in `area`; a blurred part was blurred before."""
    unit = max(area.width(), area.height()) / 320  # the thickness of a line
    first = QPointF(area.x() + shape.x1 * area.width(), area.y() + shape.y1 * area.height())
    second = QPointF(area.x() + shape.x2 * area.width(), area.y() + shape.y2 * area.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if shape.mark is Mark.ARROW:
        _paint_outlined(painter, _arrow(first, second, unit), unit)
    elif shape.mark is Mark.BOX:
        path = QPainterPath()
        path.addRect(QRectF(first, second).normalized())
        painter.strokePath(path, _pen(EDGE, 2.4 * unit))
        painter.strokePath(path, _pen(COLOUR, 1.4 * unit))
    elif shape.mark is Mark.TEXT:
        _paint_text(painter, shape.text, QRectF(first, second).normalized(), area, unit)
    painter.restore()


def _arrow(tail: QPointF, head: QPointF, unit: float) -> QPainterPath:
    """Return the outline of an arrow, as wide at its head as it can be seen across a room."""
    turn = atan2(head.y() - tail.y(), head.x() - tail.x())
    long, wide, thick = 9 * unit, 5 * unit, 1.2 * unit

    def at(origin: QPointF, along: float, aside: float) -> QPointF:
        return QPointF(
            origin.x() + along * cos(turn) + aside * cos(turn + pi / 2),
            origin.y() + along * sin(turn) + aside * sin(turn + pi / 2),
        )

    path = QPainterPath()
    path.addPolygon(
        QPolygonF(
            [
                at(tail, 0, thick / 2),
                at(head, -long, thick),
                at(head, -long, wide),
                head,
                at(head, -long, -wide),
                at(head, -long, -thick),
                at(tail, 0, -thick / 2),
            ]
        )
    )
    path.closeSubpath()
    return path


def _paint_text(painter: QPainter, text: str, rect: QRectF, area: QRectF, unit: float) -> None:
    """Draw a text around the middle of `rect`, made smaller where it is wider than the picture."""
    size = round(13 * unit)
    width = QFontMetricsF(exact_font(size, bold=True)).horizontalAdvance(text)
    if width > 0.94 * area.width():
        size = max(8, int(size * 0.94 * area.width() / width))
    font = exact_font(size, bold=True)
    metrics = QFontMetricsF(font)
    width, height = metrics.horizontalAdvance(text), metrics.ascent() + metrics.descent()
    left = min(max(rect.center().x() - width / 2, area.left()), area.right() - width)
    top = min(max(rect.center().y() - height / 2, area.top()), area.bottom() - height)
    path = QPainterPath()
    path.addText(QPointF(left, top + metrics.ascent()), font, text)
    _paint_outlined(painter, path, unit)


def _paint_outlined(painter: QPainter, path: QPainterPath, unit: float) -> None:
    painter.strokePath(path, _pen(EDGE, 1.6 * unit))
    painter.fillPath(path, COLOUR)


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(
        colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )
