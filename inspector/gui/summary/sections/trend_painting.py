"""The trend of mean scores as a drawing: a line a pack, told apart without colour."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPen, QPolygonF

from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.checklist.points import ONE, Hundredths, format_score
from inspector.domain.figures.figures import TrendPart
from inspector.gui.measures import sized
from inspector.gui.summary.sections.figure_words import tick_text
from inspector.gui.theme import GRID, LIGHT, SMALL_SIZE, TEXT_SIZE, Colours, exact_font
from inspector.translation import tr

MOST_LINES = 4
"""Lines that can still be told apart."""

_STEP = 5 * ONE
_MARK = 4.0
"""Pixels from the middle of a mark to its edge."""

_DASHES = (
    Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine,
)  # fmt: skip
_ROLES = ("accent", "caution", "passed", "secondary")
LEAST_ROOM = 88
"""Pixels of height that a drawing needs to say anything."""

_LABEL_ROOM = 52
"""Pixels that a value takes beside the next one."""

PICTURE_SIZE = (1600, 900)
"""Pixels of the picture that goes into a report."""

_PICTURE_SCALE = 2


@dataclass(frozen=True, slots=True)
class Trend:
    """What is drawn: the parts, and the packs that get a line, the most visited first."""

    parts: Sequence[TrendPart]
    packs: Sequence[PackFamily]

    @property
    def drawn(self) -> Sequence[PackFamily]:
        """The packs that have a line."""
        return self.packs[:MOST_LINES]

    @property
    def omission(self) -> str:
        """What is not drawn, in words; "": everything is."""
        if len(self.packs) <= MOST_LINES:
            return ""
        return tr(
            "Only the {drawn} checklists used most are drawn, of {count}.",
            drawn=MOST_LINES, count=len(self.packs),
        )  # fmt: skip

    @property
    def values(self) -> list[Hundredths]:
        """Every value of the lines."""
        return [self.value(part, p) for part in self.parts for p in self.drawn if p in part.means]

    @property
    def in_percent(self) -> bool:
        """Packs of different scales are drawn: they compare by percent."""
        return len({pack.scale for pack in self.drawn}) > 1

    @property
    def top(self) -> Hundredths:
        """The score of a whole scorecard."""
        return (100 if self.in_percent else max(p.scale for p in self.drawn)) * ONE

    def value(self, part: TrendPart, pack: PackFamily) -> Hundredths:
        """Return what is drawn of a pack in a part that has a mean of it."""
        mean = part.means[pack]
        return pack.percent(mean) if self.in_percent else mean

    def said(self, part: TrendPart, pack: PackFamily) -> str:
        """Return the same in words: 96.10, or 96.10% beside packs of another scale."""
        return format_score(self.value(part, pack)) + ("%" if self.in_percent else "")


def trend_of(parts: Sequence[TrendPart]) -> Trend:
    """Return the trend of a period; packs in the order of how many parts they are in."""
    seen: dict[PackFamily, int] = {}
    for part in parts:
        for pack in part.means:
            seen[pack] = seen.get(pack, 0) + 1
    return Trend(parts, sorted(seen, key=lambda pack: (-seen[pack], pack.place)))


def axis_of(values: Sequence[Hundredths], top: Hundredths = 100 * ONE) -> list[Hundredths]:
    """Return the marks of the axis, lowest first: they take in every value.

    `top` is the score of a whole scorecard.
    """
    low = min(values) // _STEP * _STEP
    high = -(-max(values) // _STEP) * _STEP
    if low == high:
        low, high = low - _STEP, min(high + _STEP, max(top, high))
    step = _STEP
    while (high - low) // step > 4:
        step *= 2
    low = low // step * step
    return [*range(low, high, step), -(-(high - low) // step) * step + low]


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
    legend = _paint_legend(painter, room, trend, colours) if len(trend.packs) > 1 else 0
    gutter = max(metrics.horizontalAdvance(format_score(mark)[:-3]) for mark in axis) + GRID
    plot = QRectF(
        room.left() + gutter,
        room.top() + legend + metrics.height(),
        room.width() - gutter - _LABEL_ROOM,
        room.height() - legend - 2.5 * metrics.height(),
    )
    _paint_axis(painter, plot, axis, colours, metrics)
    _paint_ticks(painter, plot, trend, colours, metrics)
    for number, pack in enumerate(trend.drawn):
        _paint_line(painter, plot, trend, pack, number, axis, colours)
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


def _height_of(value: Hundredths, plot: QRectF, axis: Sequence[Hundredths]) -> float:
    # A place on the screen, not a score: it may be a float.
    return plot.bottom() - plot.height() * (value - axis[0]) / (axis[-1] - axis[0])


def _place_of(index: int, plot: QRectF, parts: int) -> float:
    return plot.left() + plot.width() * (index + 0.5) / parts


def _paint_axis(
    painter: QPainter, plot: QRectF, axis: Sequence[Hundredths], colours: Colours,
    metrics: QFontMetrics,
) -> None:  # fmt: skip
    for mark in axis:
        y = _height_of(mark, plot, axis)
        painter.setPen(colours.colour("hairline"))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        painter.setPen(colours.colour("secondary"))
        said = format_score(mark)[:-3]
        left = plot.left() - GRID - metrics.horizontalAdvance(said)
        painter.drawText(QPointF(left, y + metrics.ascent() / 2 - 1), said)


def _paint_ticks(
    painter: QPainter, plot: QRectF, trend: Trend, colours: Colours, metrics: QFontMetrics
) -> None:
    painter.setPen(colours.colour("secondary"))
    reach = plot.left() - GRID
    for index, part in enumerate(trend.parts):
        said = tick_text(part.span)
        width = metrics.horizontalAdvance(said)
        left = _place_of(index, plot, len(trend.parts)) - width / 2
        if left >= reach:  # as many as there is room for
            painter.drawText(QPointF(left, plot.bottom() + metrics.height()), said)
            reach = left + width + GRID


def _paint_legend(painter: QPainter, room: QRect, trend: Trend, colours: Colours) -> int:
    metrics = painter.fontMetrics()
    x, y = room.left(), room.top()
    height = metrics.height() + GRID // 2
    for number, pack in enumerate(trend.drawn):
        name = metrics.elidedText(pack.short_name, Qt.TextElideMode.ElideRight, room.width() // 2)
        width = 5 * GRID + metrics.horizontalAdvance(name)
        if x > room.left() and x + width > room.right():
            x, y = room.left(), y + height
        middle = y + metrics.height() / 2
        _set_pen(painter, number, colours)
        painter.drawLine(QPointF(x, middle), QPointF(x + 3 * GRID, middle))
        _paint_mark(painter, QPointF(x + 1.5 * GRID, middle), number)
        painter.setPen(colours.colour("text"))
        painter.drawText(QPointF(x + 3.5 * GRID, y + metrics.ascent()), name)
        x += width + GRID
    return y - room.top() + height + GRID // 2


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
    """Write every value over a single line where there is room, else the last one of each."""
    metrics, count = painter.fontMetrics(), len(trend.parts)
    painter.setPen(colours.colour("text"))
    if len(trend.drawn) == 1 and plot.width() / count >= _LABEL_ROOM:
        (pack,) = trend.drawn
        for n, part in enumerate(trend.parts):
            if pack in part.means:
                said = trend.said(part, pack)
                left = _place_of(n, plot, count) - metrics.horizontalAdvance(said) / 2
                top = _height_of(trend.value(part, pack), plot, axis) - _MARK - 4
                painter.drawText(QPointF(left, top), said)
        return
    ends = []
    for pack in trend.drawn:
        n = max(n for n, part in enumerate(trend.parts) if pack in part.means)
        part = trend.parts[n]
        height = _height_of(trend.value(part, pack), plot, axis)
        ends.append((height, _place_of(n, plot, count), trend.said(part, pack)))
    if len(ends) * metrics.ascent() > plot.height():
        return  # one over the other they could not be told apart; the table has them
    below, heights = -1.0, []
    for y, _, _ in sorted(ends):  # one under the other where lines end close together
        heights.append(max(y, below))
        below = heights[-1] + metrics.ascent()
    lift = max(0.0, heights[-1] - plot.bottom())
    for middle, (_, x, said) in zip(heights, sorted(ends), strict=True):
        at = QPointF(x + _MARK + 4, middle - lift + metrics.ascent() / 2 - 1)
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
