"""What the marks and tints of a section mean, beside its tabs; what has no room is in its tip."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.gui.measures import sized
from inspector.gui.summary.sections.dot_strip import Mark, paint_mark
from inspector.gui.summary.sections.shade import shade_of
from inspector.gui.theme import GRID, SMALL_SIZE, colours_of, text_font
from inspector.gui.widgets.labels import plain_tip
from inspector.translation import tr

_SIGN = 14
"""Pixels of a mark."""


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A mark, or a tint by its step, or a line across the scale, and what it means."""

    words: str
    mark: Mark | None = None
    tint: int = 0
    line: bool = False


class FigureLegend(QWidget):
    """The most needed entries come first."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("figureLegend")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.entries: Sequence[LegendEntry] = ()

    def show_entries(self, entries: Sequence[LegendEntry], remark: str = "") -> None:
        """Show other entries; the tip says all of them, and a `remark`."""
        self.entries = entries
        said = tr("; ").join(each.words for each in entries)
        self.setAccessibleName(said)
        self.setToolTip(plain_tip("\n".join(each for each in (said, remark) if each)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(sized(48), sized(20))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), colours_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(text_font(SMALL_SIZE))
        metrics, middle = painter.fontMetrics(), self.rect().center().y() + 0.5
        shown = []
        left = self.width() - GRID
        for each in self.entries:
            width = _SIGN + GRID // 2 + metrics.horizontalAdvance(each.words)
            left -= width
            if left < GRID:
                break
            shown.append((each, width))
            left -= 2 * GRID
        x = self.width() - GRID - sum(width + 2 * GRID for _, width in shown) + 2 * GRID
        for each, width in shown:
            at = QPointF(x + _SIGN / 2, middle)
            if each.mark is not None:
                paint_mark(painter, at, each.mark, colours)
            elif tint := shade_of(each.tint, colours):
                box = QRectF(x + 1, middle - 6, 12, 12)
                painter.fillRect(box, tint)
                painter.setPen(QPen(colours.colour("rim"), 1))
                painter.drawRect(box)
            elif each.line:
                painter.setPen(QPen(colours.colour("edge"), 1))
                painter.drawLine(at - QPointF(0, 6), at + QPointF(0, 6))
            painter.setPen(colours.colour("secondary"))
            side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            room = QRectF(x + _SIGN + GRID // 2, 0, width, self.height())
            painter.drawText(room, side, each.words)
            x += width + 2 * GRID
        painter.end()
