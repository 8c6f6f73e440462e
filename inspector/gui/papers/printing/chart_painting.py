"""A bar chart drawn in its place, in black and white: outlines, grey, strokes and figures."""

import math
from collections.abc import Iterator

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from inspector.domain.papers.printed_page import (
    Box,
    ChartBars,
    Lettering,
    PlacedChart,
    PlacedText,
    Side,
)
from inspector.gui.papers.printing.text_painting import draw_text, text_width

_TITLE = Lettering("黑体", 12, is_bold=True)
_WORDS = Lettering("黑体", 10)
_LINE = 14.0  # points of a line of words
_EDGE = 8.0
_GREY = QColor("#8c8c8c")
_WIDEST_WORDS = 0.3  # of the chart
_GAP = 0.5  # of a bar, between its row and the next
_STROKES = 5.0  # points between two strokes of a hatched bar


def draw_chart(painter: QPainter, chart: PlacedChart) -> None:
    """Draw a chart, in points; one that has no bars shows its frame and title."""
    box = chart.box
    painter.setBrush(QBrush(Qt.GlobalColor.white))
    painter.setPen(QPen(QColor("#bfbfbf"), 0.75))
    painter.drawRect(QRectF(box.left, box.top, box.width, box.height))
    title = Box(box.left, box.top + _EDGE, box.width, 18)
    draw_text(painter, PlacedText(chart.title, title, _TITLE, Side.MIDDLE, Side.MIDDLE))
    if not chart.words:
        return
    top = title.bottom + _EDGE
    if chart.is_lying:
        wide = max(text_width(word, _WORDS) for word in chart.words) + 4
        left = box.left + _EDGE + min(wide, box.width * _WIDEST_WORDS)
        plot = QRectF(left, top, box.right - 2 * _EDGE - left, box.bottom - _EDGE - _LINE - top)
    else:
        left = box.left + _EDGE + text_width(f"{_highest(chart):g}", _WORDS) + 4
        plot = QRectF(left, top, box.right - _EDGE - left, box.bottom - _EDGE - _LINE - top)
    _draw_scale(painter, chart, plot)
    for place, word in enumerate(chart.words):
        _draw_word(painter, chart, plot, place, word)
        for row, bars in enumerate(chart.bars):
            _draw_bar(painter, chart, plot, place, row, bars)


def chart_texts(chart: PlacedChart) -> Iterator[PlacedText]:
    """Yield what a chart says, where it does not matter where it stands."""
    yield PlacedText(chart.title, chart.box, _TITLE)
    for words in (chart.words, *(bars.said for bars in chart.bars)):
        for each in words:
            yield PlacedText(each, chart.box, _WORDS)


def _highest(chart: PlacedChart) -> float:
    """Return where the scale ends: where the chart says, or above its highest bar."""
    if chart.highest is not None:
        return chart.highest
    most = max((each for bars in chart.bars for each in bars.numbers), default=1) or 1
    step = _step(chart, most)
    return math.ceil(most * 1.05 / step) * step


def _step(chart: PlacedChart, highest: float) -> float:
    if chart.step:
        return chart.step
    rough = highest / 10
    size = 10.0 ** math.floor(math.log10(rough)) if rough > 0 else 1.0
    return next(each * size for each in (1, 2, 5, 10) if each * size >= rough)


def _draw_scale(painter: QPainter, chart: PlacedChart, plot: QRectF) -> None:
    highest = _highest(chart)
    step = _step(chart, highest)
    painter.setPen(QPen(Qt.GlobalColor.black, 0.75))
    painter.drawLine(QLineF(plot.topLeft(), plot.bottomLeft()))
    painter.drawLine(QLineF(plot.bottomLeft(), plot.bottomRight()))
    for number in range(int(highest / step + 1e-9) + 1):
        value = number * step
        at = value / highest
        if chart.is_lying:
            box = Box(plot.left() + at * plot.width() - 20, plot.bottom() + 1, 40, _LINE)
            across = Side.MIDDLE
        else:
            y = plot.bottom() - at * plot.height()
            box = Box(chart.box.left, y - _LINE / 2, plot.left() - chart.box.left - 3, _LINE)
            across = Side.END
        draw_text(painter, PlacedText(f"{value:g}", box, _WORDS, across, Side.MIDDLE))


def _room(chart: PlacedChart, plot: QRectF) -> float:
    """Return how much of the scale's foot each word has, in points."""
    return (plot.height() if chart.is_lying else plot.width()) / len(chart.words)


def _draw_word(painter: QPainter, chart: PlacedChart, plot: QRectF, place: int, word: str) -> None:
    room = _room(chart, plot)
    if chart.is_lying:
        top = plot.top() + _nth(chart, place) * room
        wide = plot.left() - chart.box.left - _EDGE - 4
        box = Box(chart.box.left + _EDGE, top, wide, room)
        across = Side.END
    else:
        box = Box(plot.left() + place * room, plot.bottom() + 1, room, _LINE)
        across = Side.MIDDLE
    draw_text(painter, PlacedText(word, box, _WORDS, across, Side.MIDDLE, shrinks=True))


def _nth(chart: PlacedChart, place: int) -> int:
    """Return how many words of lying bars stand above one."""
    return place if chart.begins_above else len(chart.words) - 1 - place


def _draw_bar(
    painter: QPainter, chart: PlacedChart, plot: QRectF, place: int, row: int, bars: ChartBars
) -> None:
    room = _room(chart, plot)
    thick = room / (len(chart.bars) + _GAP)
    begin = thick * (_GAP / 2 + row)
    share = max(0.0, min(bars.numbers[place] / _highest(chart), 1.0))
    if chart.is_lying:
        if not chart.begins_above:
            begin = room - begin - thick
        bar = QRectF(plot.left(), plot.top() + _nth(chart, place) * room + begin,
                     share * plot.width(), thick)  # fmt: skip
    else:
        high = share * plot.height()
        bar = QRectF(plot.left() + place * room + begin, plot.bottom() - high, thick, high)
    if share > 0:
        hatched = bars.is_hatched != (place in bars.exceptions)
        _fill(painter, bar, hatched=hatched)
    if said := bars.said[place]:
        _draw_figure(painter, chart, bar, said)


def _fill(painter: QPainter, bar: QRectF, *, hatched: bool) -> None:
    painter.setPen(QPen(Qt.GlobalColor.black, 0.75))
    painter.setBrush(QBrush(Qt.GlobalColor.white if hatched else _GREY))
    painter.drawRect(bar)
    if not hatched:
        return
    painter.save()
    painter.setClipRect(bar, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(Qt.GlobalColor.black, 0.75))
    for number in range(int((bar.width() + bar.height()) / _STROKES) + 1):
        x = bar.left() - bar.height() + number * _STROKES
        painter.drawLine(QLineF(x, bar.bottom(), x + bar.height(), bar.top()))
    painter.restore()


def _draw_figure(painter: QPainter, chart: PlacedChart, bar: QRectF, said: str) -> None:
    """Write the figure of a bar within its end, black on white, or behind it."""
    wide = text_width(said, _WORDS) + 4
    within = chart.figures_within
    if chart.is_lying:
        left = max(bar.left(), bar.right() - wide - 2) if within else bar.right() + 2
        box = Box(left, bar.center().y() - _LINE / 2, wide, _LINE)
    else:
        top = min(bar.top() + 2, bar.bottom() - _LINE) if within else bar.top() - _LINE - 1
        box = Box(bar.center().x() - wide / 2, top, wide, _LINE)
    if within:
        ground = QRectF(box.left, box.top, box.width, box.height)
        painter.fillRect(ground, Qt.GlobalColor.white)
    draw_text(painter, PlacedText(said, box, _WORDS, Side.MIDDLE, Side.MIDDLE))
