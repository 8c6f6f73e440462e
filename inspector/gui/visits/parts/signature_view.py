"""A signature as it was drawn, small, to be seen and not to be changed."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.domain.record.signature import PAD_HEIGHT, Stroke, curve
from inspector.gui.theme import colours_of
from inspector.translation import tr

PEN = 7
"""Thousandths of the width of the pad."""

_HEIGHT = 40


class SignatureView(QWidget):
    """Strokes on nothing, as wide as they were drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("signatureView")
        self.setAccessibleName(tr("Signature"))
        self._strokes: Sequence[Stroke] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_HEIGHT * 1000 // PAD_HEIGHT, _HEIGHT)

    def show_strokes(self, strokes: Sequence[Stroke]) -> None:
        """Show a signature; without strokes nothing at all."""
        self._strokes = strokes
        self.setVisible(bool(strokes))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_strokes(painter, QRectF(self.rect()), self._strokes, self)


def draw_strokes(
    painter: QPainter, area: QRectF, strokes: Sequence[Stroke], widget: QWidget
) -> None:
    """Draw strokes into an area as wide as the pad, in the text colour of a widget."""
    scale = area.width() / 1000
    pen = QPen(colours_of(widget).colour("text"), max(1.2, PEN * scale))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    for stroke in strokes:
        points = [
            QPointF(area.left() + x * scale, area.top() + y * scale) for x, y in curve(stroke)
        ]
        if len(points) == 1:
            painter.drawPoint(points[0])
        else:
            painter.drawPolyline(QPolygonF(points))
