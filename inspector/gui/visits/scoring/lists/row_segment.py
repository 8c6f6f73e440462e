"""The verdicts in the current row, small: painted there, and found again where one clicks.

No row has them but the current one, and none where they would leave its text no room.
"""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPixmap

from inspector.domain.visit.inspection import Answer
from inspector.gui.commands.command import Command
from inspector.gui.measures import measures, sized
from inspector.gui.theme import GRID, Colours, text_font
from inspector.gui.visits.parts.verdict_segment import Given
from inspector.gui.visits.scoring.verdicts import given_names

_SHAPE_ONLY = 36
_TEXT = 288
"""Pixels that the text of an item has at least beside words."""

_LEAST_TEXT = 208
"""The same beside shapes alone; with less there are none."""


def segment_height() -> int:
    """Return how high it is, in pixels."""
    return measures().row_of(28)


class RowSegment:
    """As wide as its words, or its shapes, or nothing at all."""

    def __init__(self) -> None:
        self._verdicts: dict[bool, Sequence[Given]] = {False: (), True: ()}  # of a red line?
        self._off: Callable[[], bool] = lambda: True
        self._pictures: dict[tuple[object, ...], QPixmap] = {}  # drawn once, shown at every key
        self._wide: dict[tuple[bool, int], list[int]] = {}  # by the size of the text

    def use(
        self, verdicts: Sequence[Given], red_line: Sequence[Given], off: Callable[[], bool]
    ) -> None:
        """Show these from now on, but while it is `off`: the window is left out."""
        self._verdicts, self._off = {False: verdicts, True: red_line}, off
        self._pictures.clear()
        self._wide.clear()

    def width(self, room: int, red_line: bool) -> int:
        """Return how much it takes of the room it shares with the text of the item; pixels."""
        return sum(self._widths(room, red_line))

    def draw(
        self,
        painter: QPainter,
        area: QRect,
        answer: Answer | None,
        colours: Colours,
        red_line: bool,
    ) -> None:
        """Draw it into an area of its width, with the verdict that was given standing out."""
        ratio, names = painter.device().devicePixelRatio(), tuple(given_names(answer))
        size = text_font().pixelSize()
        key = (area.width(), area.height(), names, colours.window, ratio, size, red_line)
        picture = self._pictures.get(key)
        if picture is None:
            picture = self._pictures[key] = QPixmap(area.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            canvas = QPainter(picture)
            self._paint(canvas, QRect(QPoint(0, 0), area.size()), names, colours, red_line)
            canvas.end()
        painter.drawPixmap(area.topLeft(), picture)

    def _paint(
        self,
        painter: QPainter,
        area: QRect,
        names: Collection[str],
        colours: Colours,
        red_line: bool,
    ) -> None:
        places = self._places(area, red_line)
        frame = area.adjusted(0, 0, -1, -1).toRectF().translated(0.5, 0.5)
        path = QPainterPath()
        path.addRoundedRect(frame, 6, 6)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(path, colours.colour("surface"))
        with_words = area.width() > measures().row_of(_SHAPE_ONLY) * len(places)
        for each, place in zip(self._verdicts[red_line], places, strict=True):
            given = each.command.objectName() in names
            if given:
                painter.setClipPath(path)
                painter.fillRect(place, colours.colour("chip"))
                painter.setClipping(False)
            painter.setFont(text_font(bold=given))
            painter.setPen(colours.colour(each.role if given else "text"))
            said = each.said if with_words else each.shape
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, said)
            if place.left() > area.left():
                painter.setPen(colours.colour("hairline"))
                painter.drawLine(place.topLeft(), place.bottomLeft())
        painter.setPen(colours.colour("not_applicable"))
        painter.drawPath(path)

    def at(self, area: QRect, where: QPoint, red_line: bool) -> Command | None:
        """Return what is done by a click somewhere in its area."""
        if area.isEmpty():
            return None
        for each, place in zip(self._verdicts[red_line], self._places(area, red_line), strict=True):
            if place.contains(where):
                return each.command
        return None

    def _widths(self, room: int, red_line: bool) -> list[int]:
        if self._off():
            return []
        font = text_font(bold=True)
        key = (red_line, font.pixelSize())
        if key not in self._wide:
            bold = QFontMetrics(font).horizontalAdvance
            self._wide[key] = [bold(each.said) + 2 * GRID for each in self._verdicts[red_line]]
        wide = self._wide[key]
        if room - sum(wide) >= sized(_TEXT):
            return wide
        narrow = [measures().row_of(_SHAPE_ONLY)] * len(wide)
        return narrow if room - sum(narrow) >= sized(_LEAST_TEXT) else []

    def _places(self, area: QRect, red_line: bool) -> list[QRect]:
        widths = self._widths(area.width() + sized(_TEXT), red_line)
        if sum(widths) != area.width():
            count = len(self._verdicts[red_line])
            widths = [area.width() // count] * count
        places, left = [], area.left()
        for width in widths:
            places.append(QRect(left, area.top(), width, area.height()))
            left += width
        return places
