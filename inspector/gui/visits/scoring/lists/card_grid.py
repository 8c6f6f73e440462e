"""Many windows in little room: a cell for each, with its number, a shape and a colour."""

import re
from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPen

from inspector.gui.measures import sized
from inspector.gui.theme import GRID, SMALL_SIZE, Colours, text_font
from inspector.gui.visits.scoring.lists.card_row import CardRow

CELL_HEIGHT = 40
_LEAST_CELL = 44
_MIDDLE = Qt.AlignmentFlag.AlignCenter
_NUMBER = re.compile(r"\d+")


def cell_width(room: int) -> int:
    """Return how wide cells are that fill rows of some pixels."""
    return room // max(1, room // sized(_LEAST_CELL))


def short_names(titles: Sequence[str]) -> list[str]:
    """Return what tells windows apart in a cell: 12, else 收2; in full where neither does."""
    made = [[_number(title), _initial(title), title] for title in titles]
    counts = [Counter(names) for names in zip(*made, strict=True)]
    return [
        next(
            (name for name, count in zip(names, counts, strict=True) if count[name] == 1), names[-1]
        )
        for names in made
    ]


def _number(title: str) -> str:
    found = _NUMBER.findall(title)
    return found[-1] if found else title[:2]


def _initial(title: str) -> str:
    number = _number(title)
    return number if title.startswith(number) else f"{title[:1]}{number}"


def draw_cell(
    painter: QPainter, rect: QRect, row: CardRow, colours: Colours, selected: bool
) -> None:
    """Draw a cell: the number above, how it stands below."""
    upper = QRect(rect.left() + 2, rect.top() + 3, rect.width() - 4, sized(20))
    lower = QRect(upper.left(), upper.bottom(), upper.width(), sized(16))
    painter.setFont(text_font(bold=selected))
    painter.setPen(colours.colour("disabled" if row.card.left_out else "text"))
    cut = painter.fontMetrics().elidedText(row.short, Qt.TextElideMode.ElideMiddle, upper.width())
    painter.drawText(upper, _MIDDLE, cut)
    shape, role = standing(row)
    painter.setFont(text_font(SMALL_SIZE, bold=True))
    painter.setPen(colours.colour(role))
    painter.drawText(lower, _MIDDLE, shape)
    if row.progress.total and not row.progress.complete and not row.card.left_out:
        bar = QRect(rect.left() + GRID, rect.bottom() - 4, rect.width() - 2 * GRID, 3)
        painter.fillRect(bar, colours.colour("hairline"))
        bar.setWidth(bar.width() * row.progress.done // row.progress.total)
        painter.fillRect(bar, colours.colour("accent"))
    painter.setPen(colours.colour("hairline"))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())


def draw_tile(
    painter: QPainter, rect: QRect, row: CardRow, colours: Colours, selected: bool
) -> None:
    """Draw a window as a button of its own, for a finger: its number above, how it stands below."""
    tile = rect.adjusted(GRID // 2, 0, -GRID // 2, 0)
    painter.fillRect(rect, colours.colour("surface"))
    shape, role = standing(row)
    pen = QPen(colours.colour("accent" if selected else "edge"), 2 if selected else 1)
    painter.setPen(pen)
    painter.setBrush(colours.colour("selection" if selected else "surface"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawRoundedRect(tile.toRectF().adjusted(1, 1, -1, -1), 6, 6)
    half = tile.height() // 2
    upper, lower = tile.adjusted(2, 3, -2, -half + 4), tile.adjusted(2, half + 2, -2, -3)
    painter.setFont(text_font(bold=True))
    painter.setPen(colours.colour("disabled" if row.card.left_out else "text"))
    cut = painter.fontMetrics().elidedText(row.short, Qt.TextElideMode.ElideMiddle, upper.width())
    painter.drawText(upper, _MIDDLE, cut)
    painter.setFont(text_font(SMALL_SIZE, bold=True))
    painter.setPen(colours.colour(role))
    painter.drawText(lower, _MIDDLE, shape)


def standing(row: CardRow) -> tuple[str, str]:
    """Return the shape and the colour of how a window stands, told apart without colour."""
    if row.unsaved:
        return "!", "unsaved"
    if row.card.left_out:
        return "—", "not_applicable"
    if row.vetoed:
        return "★", "vetoed"
    if row.progress.complete:
        return "✓", "passed"
    if row.progress.done:
        return f"{row.progress.done}", "accent"
    return "·", "secondary"
