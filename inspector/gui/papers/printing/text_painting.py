"""A text of a cell drawn in its place: wrapped, shrunk or going on beside it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextLayout, QTextOption

from inspector.domain.papers.printed_page import Lettering, PlacedText, Side
from inspector.gui.papers.printing.paper_fonts import FINENESS, paper_font

_PADDING = 1.0  # points between the side of a cell and its text
_TIGHTEST = 1.12  # of a line, in sizes of its letters, before text becomes smaller
_SMALLEST = 0.8  # of the size of a text that does not fit the height of its cell
_LINE_BREAK = "\N{LINE SEPARATOR}"


def draw_text(painter: QPainter, placed: PlacedText) -> None:
    """Draw a text, in points. All of it is to be seen, unless its cell is far too small."""
    if not placed.text.strip():
        return
    painter.setPen(QColor(f"#{placed.lettering.colour}"))
    if placed.wraps or "\n" in placed.text:
        _draw_wrapped(painter, placed)
    else:
        _draw_line(painter, placed)


def text_width(text: str, lettering: Lettering) -> float:
    """Return how wide a line is, in points."""
    return QFontMetricsF(paper_font(lettering)).horizontalAdvance(text) / FINENESS


def _draw_line(painter: QPainter, placed: PlacedText) -> None:
    box, lettering = placed.box, placed.lettering
    metrics = QFontMetricsF(paper_font(lettering))
    wide = metrics.horizontalAdvance(placed.text) / FINENESS
    high = (metrics.ascent() + metrics.descent()) / FINENESS
    room = max(box.width - 2 * _PADDING - placed.indent, 1.0)
    shrunk = min(1.0, room / wide) if placed.shrinks else 1.0
    spare = room - wide * shrunk
    left = box.left + _PADDING
    if placed.across is Side.START:
        left += placed.indent
    left += {Side.START: 0.0, Side.MIDDLE: spare / 2, Side.END: spare}[placed.across]
    top = box.top + _part(placed.down) * (box.height - high * shrunk)
    cut = QRectF(
        box.left - placed.room[0], box.top, box.width + sum(placed.room), max(box.height, 1.0)
    )
    is_cut = left < cut.left() - 0.5 or left + wide * shrunk > cut.right() + 0.5
    painter.save()
    if is_cut or high * shrunk > box.height + 2:
        painter.setClipRect(cut, Qt.ClipOperation.IntersectClip)
    painter.setFont(paper_font(lettering))
    painter.translate(left, top)
    painter.scale(shrunk / FINENESS, shrunk / FINENESS)
    painter.drawText(QPointF(0, metrics.ascent()), placed.text)
    painter.restore()


def _draw_wrapped(painter: QPainter, placed: PlacedText) -> None:
    box = placed.box
    room = max(box.width - 2 * _PADDING - placed.indent, 1.0)
    size, layout, pitch = 1.0, None, 1.0
    while layout is None or (pitch < 1 and size > _SMALLEST):
        size = size if layout is None else size - 0.05
        layout = _laid_out(placed, room * FINENESS / size)
        high = _height(layout) * size / FINENESS
        least = layout.lineCount() * _TIGHTEST * placed.lettering.size * size
        pitch = min(1.0, max(box.height, 1.0) / high)
        if pitch < 1 and least <= box.height:
            break
    pitch = max(pitch, min(1.0, least / high))
    painter.save()
    if high * pitch > box.height + 2:
        painter.setClipRect(QRectF(box.left, box.top, box.width, box.height),
                            Qt.ClipOperation.IntersectClip)  # fmt: skip
    spare = max(0.0, box.height - high * pitch)
    left = box.left + _PADDING + (placed.indent if placed.across is Side.START else 0)
    painter.translate(left, box.top + _part(placed.down) * spare)
    painter.scale(size / FINENESS, size / FINENESS)
    top = 0.0
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        beside = room * FINENESS / size - line.naturalTextWidth()
        left = max(0.0, beside * _part(placed.across))
        line.draw(painter, QPointF(left, top - line.height() * (1 - pitch) / 2))
        top += line.height() * pitch
    painter.restore()


def _laid_out(placed: PlacedText, width: float) -> QTextLayout:
    layout = QTextLayout(placed.text.replace("\n", _LINE_BREAK), paper_font(placed.lettering))
    option = QTextOption()
    option.setWrapMode(
        QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
        if placed.wraps
        else QTextOption.WrapMode.ManualWrap
    )
    option.setUseDesignMetrics(True)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, 0))
    layout.endLayout()
    return layout


def _height(layout: QTextLayout) -> float:
    return sum(layout.lineAt(number).height() for number in range(layout.lineCount()))


def _part(side: Side) -> float:
    """Return which part of the room that is left stands before a text."""
    return {Side.START: 0.0, Side.MIDDLE: 0.5, Side.END: 1.0}[side]
