"""A score on the fixed scale: ○ before, ● now, ◆ with a red line, hollow where nothing ranks it.

The marks differ in shape and filling, so that they survive grey.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from inspector.domain.checklist.points import ONE, Hundredths
from inspector.domain.figures.score_scale import TOP, ScoreScale
from inspector.gui.theme import GRID, SMALL_SIZE, Colours, text_font

BREAK = 2 * GRID
"""Pixels left of the scale: the break in it, and what stands beyond."""

_RIGHT = GRID + 2
_TICK = 7.0
_NOW, _BEFORE, _UNRANKED = 5.5, 3.5, 5.0


class Mark(Enum):
    """How a score is drawn."""

    BEFORE = "before"
    NOW = "now"
    VETO = "veto"
    UNRANKED = "unranked"


@dataclass(frozen=True, slots=True)
class Strip:
    """What is drawn of one site, in hundredths of a percent of its scale; None: no score."""

    now: Hundredths | None
    before: Hundredths | None
    mark: Mark
    bounds: Sequence[Hundredths]  # where its grades begin


def paint_strip(
    painter: QPainter, room: QRect, strip: Strip, scale: ScoreScale, colours: Colours
) -> None:
    """Draw a strip into the cell of its row."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    track, middle = _track(room), room.center().y() + 0.5
    painter.setPen(QPen(colours.colour("hairline"), 2))
    painter.drawLine(QPointF(track.left(), middle), QPointF(track.right(), middle))
    painter.setPen(QPen(colours.colour("edge"), 1))
    for bound in strip.bounds:
        x = _x(bound, track, scale)
        painter.drawLine(QPointF(x, middle - _TICK), QPointF(x, middle + _TICK))
    if scale.floor:
        paint_break(painter, QPointF(track.left() - 4, middle))
    for value, mark in ((strip.before, Mark.BEFORE), (strip.now, strip.mark)):
        if value is not None:
            paint_mark(painter, QPointF(_x(value, track, scale), middle), mark, colours)
    painter.restore()


def paint_scale(
    painter: QPainter, room: QRect, bounds: Sequence[Hundredths], scale: ScoreScale,
    colours: Colours,
) -> None:  # fmt: skip
    """Write the numbers of the scale into the head of its column, those that have room."""
    painter.save()
    painter.setFont(text_font(SMALL_SIZE))
    painter.setPen(colours.colour("secondary"))
    track, metrics = _track(room), painter.fontMetrics()
    reach = float(room.left())
    for value in sorted({scale.floor, *bounds, *(() if bounds else (TOP,))}):
        said = str(value // ONE)
        width = metrics.horizontalAdvance(said)
        left = _x(value, track, scale) - width / 2
        if left >= reach and left + width <= room.right():
            painter.drawText(QPointF(left, room.center().y() + metrics.ascent() / 2 - 1), said)
            reach = left + width + GRID / 2
    painter.restore()


def paint_break(painter: QPainter, at: QPointF, *, upright: bool = False) -> None:
    """Draw the mark of a scale that does not begin at 0: two strokes across it."""
    for step in (-1.5, 1.5):
        if upright:
            middle = QPointF(at.x(), at.y() + step)
            painter.drawLine(middle + QPointF(-4, 2), middle + QPointF(4, -2))
        else:
            middle = QPointF(at.x() + step, at.y())
            painter.drawLine(middle + QPointF(-2, 4), middle + QPointF(2, -4))


def paint_mark(painter: QPainter, at: QPointF, mark: Mark, colours: Colours) -> None:
    """Draw one mark."""
    painter.save()
    surface, quiet = colours.colour("surface"), colours.colour("secondary")
    if mark is Mark.BEFORE:
        painter.setPen(QPen(quiet, 1.4))
        painter.setBrush(surface)
        painter.drawEllipse(at, _BEFORE, _BEFORE)
    elif mark is Mark.UNRANKED:
        painter.setPen(QPen(quiet, 2))
        painter.setBrush(surface)
        painter.drawEllipse(at, _UNRANKED, _UNRANKED)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("accent" if mark is Mark.NOW else "vetoed"))
        if mark is Mark.NOW:
            painter.drawEllipse(at, _NOW, _NOW)
        else:
            r = _NOW + 1.5
            corners = [QPointF(0, -r), QPointF(r, 0), QPointF(0, r), QPointF(-r, 0)]
            painter.drawPolygon(QPolygonF([at + corner for corner in corners]))
    painter.restore()


def _track(room: QRect) -> QRectF:
    return QRectF(room).adjusted(BREAK + GRID / 2, 0, -_RIGHT, 0)


def _x(value: Hundredths, track: QRectF, scale: ScoreScale) -> float:
    place = scale.place(value)
    return track.left() - BREAK + 4 if place is None else track.left() + track.width() * place
