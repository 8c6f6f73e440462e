"""The trend of mean scores as a drawing: a line a pack, told apart without colour.

Every part is named below; the axis is broken where it does not begin at 0, and the line of days
where parts are left out.
"""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.checklist.points import Hundredths, format_score
from inspector.gui.measures import sized
from inspector.gui.summary.sections.dot_strip import paint_break
from inspector.gui.summary.sections.figure_words import tick_texts
from inspector.gui.summary.sections.trend_lines import Trend, axis_of
from inspector.gui.theme import GRID, LIGHT, SMALL_SIZE, TEXT_SIZE, Colours, exact_font
from inspector.translation import tr

_MARK = 4.0
"""Pixels from the middle of a mark to its edge."""

_DASHES = (
    Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine,
)  # fmt: skip
_ROLES = ("accent", "caution", "passed", "secondary")
LEAST_ROOM = 96
"""Pixels of height that a drawing needs to say anything."""

_LABEL_ROOM = 52
"""Pixels that a value takes beside the next one."""

_BROKEN = 18
"""Pixels between 0 and the lowest mark of a broken axis."""

PICTURE_SIZE = (1600, 900)
"""Pixels of the picture that goes into a report."""

_PICTURE_SCALE = 2


class _End(NamedTuple):
    """Where a line ends, and what is said there."""

    y: float
    x: float
    number: int
    said: str


def paint_trend(
    painter: QPainter, room: QRect, trend: Trend, colours: Colours, small: int = 0
) -> None:
    """Draw a trend into `room`; without a value it says so.

    Its words are `small` pixels high, 0: as the window's.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(exact_font(small or sized(SMALL_SIZE)))
    values = trend.values
    if not values:
        painter.setPen(colours.colour("secondary"))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, tr("No score in this period"))
        return
    metrics = painter.fontMetrics()
    axis = axis_of(values, trend.top)
    if room.height() < LEAST_ROOM:
        return  # the table says it all
    names = [_named(trend, pack) for pack in trend.drawn] if len(trend.drawn) > 1 else []
    wanted = max(map(metrics.horizontalAdvance, names), default=_LABEL_ROOM - 2 * GRID) + 5 * GRID
    left = max(metrics.horizontalAdvance(format_score(mark)[:-3]) for mark in axis) + GRID
    right = min(wanted, room.width() * 2 // 5)
    broken = _BROKEN if axis[0] else 0
    plot = QRectF(
        room.left() + left,
        room.top() + metrics.height(),
        room.width() - left - right,
        room.height() - 3.25 * metrics.height() - broken,
    )
    _paint_axis(painter, plot, axis, colours, broken)
    _paint_ticks(painter, plot.adjusted(0, 0, 0, broken), trend, colours)
    for number, pack in enumerate(trend.drawn):
        _paint_line(painter, plot, trend, pack, number, axis, colours)
    if names:
        _paint_names(painter, plot, trend, axis, colours, room.right() - plot.right())
    else:
        _paint_values(painter, plot, trend, axis, colours)


def trend_picture(trend: Trend, title: str) -> QImage:
    """Return a trend under its title as a picture for a report, dark on white."""
    width, height = PICTURE_SIZE
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(_PICTURE_SCALE, _PICTURE_SCALE)
    room = QRect(0, 0, width // _PICTURE_SCALE, height // _PICTURE_SCALE)
    room = room.adjusted(3 * GRID, 3 * GRID, -3 * GRID, -2 * GRID)
    painter.setFont(exact_font(TEXT_SIZE + 4, bold=True))
    painter.setPen(LIGHT.colour("text"))
    centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
    title = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, centre, title)
    below = 0
    if said := trend.omission:
        painter.setFont(exact_font(SMALL_SIZE))
        painter.setPen(LIGHT.colour("secondary"))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, said)
        below = painter.fontMetrics().height() + GRID
    paint_trend(painter, room.adjusted(0, 4 * GRID, 0, -below), trend, LIGHT, SMALL_SIZE)
    painter.end()
    return image


def _named(trend: Trend, pack: PackFamily) -> str:
    """Write what stands at the end of a line: 通信营业厅 95.68."""
    last = max(n for n, part in enumerate(trend.parts) if pack in part.means)
    return f"{pack.short_name} {trend.said(trend.parts[last], pack)}"


def _height_of(value: Hundredths, plot: QRectF, axis: Sequence[Hundredths]) -> float:
    # A place on the screen, not a score: it may be a float.
    return plot.bottom() - plot.height() * (value - axis[0]) / (axis[-1] - axis[0])


def _place_of(index: int, plot: QRectF, parts: int) -> float:
    return plot.left() + plot.width() * (index + 0.5) / parts


def _paint_axis(
    painter: QPainter, plot: QRectF, axis: Sequence[Hundredths], colours: Colours, broken: int
) -> None:
    metrics = painter.fontMetrics()

    def name(y: float, said: str) -> None:
        painter.setPen(colours.colour("secondary"))
        left = plot.left() - GRID - metrics.horizontalAdvance(said)
        painter.drawText(QPointF(left, y + metrics.ascent() / 2 - 1), said)

    for mark in axis:
        y = _height_of(mark, plot, axis)
        painter.setPen(colours.colour("hairline"))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        name(y, format_score(mark)[:-3])
    bottom = plot.bottom() + broken
    painter.setPen(colours.colour("edge"))
    painter.drawLine(QPointF(plot.left(), bottom), QPointF(plot.right(), bottom))
    if broken:
        middle = plot.bottom() + broken / 2
        painter.drawLine(QPointF(plot.left(), plot.top()), QPointF(plot.left(), middle - 3))
        painter.drawLine(QPointF(plot.left(), middle + 3), QPointF(plot.left(), bottom))
        paint_break(painter, QPointF(plot.left(), middle), upright=True)
        name(bottom, "0")
    else:
        painter.drawLine(QPointF(plot.left(), plot.top()), QPointF(plot.left(), bottom))


def _paint_ticks(painter: QPainter, plot: QRectF, trend: Trend, colours: Colours) -> None:
    """Name every part, and below that its month or year where another one begins."""
    metrics, count = painter.fontMetrics(), len(trend.parts)
    least = plot.width() / count
    told = tick_texts([part.span for part in trend.parts])

    def fit(said: Sequence[str]) -> bool:
        return all(metrics.horizontalAdvance(each) <= least - GRID / 2 for each in said)

    names, lesser = [each.whole for each in told], [each.less or each.short for each in told]
    short = not fit(names)
    if short:
        names = lesser if fit(lesser) else [each.short for each in told]
    reach = 0.0
    for index, each in enumerate(told):
        words = names[index]
        middle = _place_of(index, plot, count)
        painter.setPen(colours.colour("edge"))
        painter.drawLine(QPointF(middle, plot.bottom()), QPointF(middle, plot.bottom() + 3))
        if index in trend.gaps:
            paint_break(painter, QPointF(middle + least / 2, plot.bottom()))
        painter.setPen(colours.colour("secondary"))
        y = plot.bottom() + metrics.height()
        painter.drawText(QPointF(middle - metrics.horizontalAdvance(words) / 2, y), words)
        begins = each.below(short)
        width = metrics.horizontalAdvance(begins)
        left = max(middle - metrics.horizontalAdvance(words) / 2, plot.left())
        if begins and left >= reach and left + width <= plot.right() + _LABEL_ROOM:
            painter.drawText(QPointF(left, y + metrics.height()), begins)
            reach = left + width + GRID


def _paint_line(
    painter: QPainter, plot: QRectF, trend: Trend, pack: PackFamily, number: int,
    axis: Sequence[Hundredths], colours: Colours,
) -> None:  # fmt: skip
    count = len(trend.parts)
    points = [
        QPointF(_place_of(n, plot, count), _height_of(trend.value(part, pack), plot, axis))
        for n, part in enumerate(trend.parts)
        if pack in part.means
    ]
    _set_pen(painter, number, colours)
    painter.drawPolyline(QPolygonF(points))
    for point in points:
        _paint_mark(painter, point, number)


def _paint_values(
    painter: QPainter, plot: QRectF, trend: Trend, axis: Sequence[Hundredths], colours: Colours
) -> None:
    """Write the values over a single line, as many as there is room for, the last one always."""
    metrics, count = painter.fontMetrics(), len(trend.parts)
    (pack,) = trend.drawn
    painter.setPen(colours.colour("text"))
    every = max(1, round(_LABEL_ROOM * count / plot.width() + 0.49))
    for n, part in enumerate(trend.parts):
        if pack in part.means and (count - 1 - n) % every == 0:
            said = trend.said(part, pack)
            left = _place_of(n, plot, count) - metrics.horizontalAdvance(said) / 2
            top = _height_of(trend.value(part, pack), plot, axis) - _MARK - 4
            painter.drawText(QPointF(left, top), said)


def _paint_names(
    painter: QPainter, plot: QRectF, trend: Trend, axis: Sequence[Hundredths], colours: Colours,
    room: float,
) -> None:  # fmt: skip
    """Write each line's name and last value at its end, one under the other."""
    metrics, count = painter.fontMetrics(), len(trend.parts)
    ends = []
    for number, pack in enumerate(trend.drawn):
        last = max(n for n, part in enumerate(trend.parts) if pack in part.means)
        y = _height_of(trend.value(trend.parts[last], pack), plot, axis)
        ends.append(_End(y, _place_of(last, plot, count), number, _named(trend, pack)))
    ends.sort()
    heights: list[float] = []
    for end in ends:
        heights.append(max(end.y, heights[-1] + metrics.height() if heights else end.y))
    lift = max(0.0, heights[-1] - plot.bottom())
    left = plot.right() + 2 * GRID
    for end, height in zip(ends, heights, strict=True):
        middle = height - lift
        painter.setPen(QPen(colours.colour("edge"), 1))  # to the label, which is not on the line
        painter.drawLine(QPointF(end.x + _MARK + 2, end.y), QPointF(left - GRID / 2, middle))
        _set_pen(painter, end.number, colours)
        _paint_mark(painter, QPointF(left + _MARK, middle), end.number)
        painter.setPen(colours.colour("text"))
        width = int(room - 4 * GRID)
        said = metrics.elidedText(end.said, Qt.TextElideMode.ElideMiddle, width)
        at = QPointF(left + 2 * GRID, middle + metrics.ascent() / 2 - 1)
        painter.drawText(at, said)


def _set_pen(painter: QPainter, number: int, colours: Colours) -> None:
    colour = colours.colour(_ROLES[number])
    painter.setPen(QPen(colour, 2, _DASHES[number]))
    painter.setBrush(colour)


def _paint_mark(painter: QPainter, at: QPointF, number: int) -> None:
    """Draw ●, ■, ▲ or ◆ in the colour of the pen."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    x, y, r = at.x(), at.y(), _MARK
    shapes = {
        1: [(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)],
        2: [(x, y - r), (x + r, y + r), (x - r, y + r)],
        3: [(x, y - r - 1), (x + r + 1, y), (x, y + r + 1), (x - r - 1, y)],
    }
    if number in shapes:
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in shapes[number]]))
    else:
        painter.drawEllipse(at, r, r)
    painter.restore()
