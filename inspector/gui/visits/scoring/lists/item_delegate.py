"""How an item and a category heading are drawn; nothing here decides anything."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from inspector.domain.visit.inspection import Verdict
from inspector.gui.measures import measures, sized
from inspector.gui.photos.photo_words import MARK
from inspector.gui.theme import (
    GRID,
    SMALL_SIZE,
    Colours,
    text_font,
    work_font,
)
from inspector.gui.visits.scoring.item_words import gravity_mark
from inspector.gui.visits.scoring.lists.item_model import (
    Heading,
    ItemRow,
    answer_text,
    marks_of,
    points_text,
)
from inspector.gui.visits.scoring.lists.row_segment import RowSegment, segment_height
from inspector.gui.widgets.labels import breakable
from inspector.gui.widgets.lists.drawn_list import RowDelegate, elided
from inspector.gui.words import unsaved_word, verdict_shape

_SHAPE = 28
_POINTS = 84
_ANSWER = 132
_ROOM_FOR_ANSWER = 480
_TIGHT, _TIGHT_HEIGHT, _TIGHT_POINTS = 360, 48, 56
_TWO_LARGE_LINES = 54
"""Pixels. A narrower list gives the text of an item two lines, and its points less room."""

_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_MIDDLE = Qt.AlignmentFlag.AlignVCenter

_ROLES = {
    Verdict.PASS: "passed",
    Verdict.DEDUCT: "deducted",
    Verdict.NOT_APPLICABLE: "not_applicable",
    Verdict.UNSEEN: "unseen",
}
_NOT_COUNTED = (Verdict.NOT_APPLICABLE, Verdict.UNSEEN)


class ItemDelegate(RowDelegate[Heading | ItemRow]):
    """Verdict, text, answer, points; in the current row the verdicts to choose from."""

    def __init__(self) -> None:
        super().__init__()
        self.segment = RowSegment()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        if isinstance(index.data(Qt.ItemDataRole.UserRole), Heading):
            return QSize(200, measures().heading)
        view = self.parent()
        tight = isinstance(view, QWidget) and is_tight(view.width())
        lines = _TWO_LARGE_LINES if measures().by_finger else _TIGHT_HEIGHT
        return QSize(200, max(measures().row, sized(lines) if tight else 0))

    def draw(
        self,
        painter: QPainter,
        rect: QRect,
        row: Heading | ItemRow,
        colours: Colours,
        selected: bool,
    ) -> None:
        if isinstance(row, Heading):
            _draw_heading(painter, rect, row, colours)
        else:
            area = self.segment_area(rect, row) if selected else QRect()
            if is_tight(rect.width()):
                _draw_tight_item(painter, rect, row, colours)
            else:
                _draw_item(painter, rect, row, colours, area)
            if not area.isEmpty():
                self.segment.draw(painter, area, row.answer, colours, row.red_line)
        painter.setPen(colours.colour("hairline"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def segment_area(self, rect: QRect, row: ItemRow) -> QRect:
        """Return where the verdicts are in the current row; nowhere if there is no room, or a
        finger works, which has larger ones beside the list and scrolls over these.
        """
        if measures().by_finger:
            return QRect()
        right = _points_area(rect).left()
        room = right - rect.left() - 2 * GRID - sized(_SHAPE) - 2 * GRID
        width = self.segment.width(room, row.red_line)
        top = rect.center().y() - segment_height() // 2
        return QRect(right - width, top, width, segment_height() if width else 0)


def is_tight(width: int) -> bool:
    """Tell whether a list of so many pixels gives the text of an item two lines."""
    return width < sized(_TIGHT) or measures().by_finger


def _points_area(rect: QRect) -> QRect:
    if is_tight(rect.width()):
        width = sized(_TIGHT_POINTS)
        return QRect(rect.right() - GRID - width, rect.top(), width, rect.height())
    right = rect.right() - 2 * GRID
    width = sized(_POINTS)
    return QRect(right - width, rect.top(), width, rect.height())


def _draw_heading(painter: QPainter, rect: QRect, row: Heading, colours: Colours) -> None:
    painter.fillRect(rect, colours.colour("window"))
    inner = rect.adjusted(2 * GRID, 0, -2 * GRID, 0)
    painter.setFont(text_font(bold=True))
    painter.setPen(colours.colour("text"))
    painter.drawText(inner, _LEFT | _MIDDLE, row.said)
    painter.drawText(inner, _RIGHT | _MIDDLE, row.end)
    width_of = painter.fontMetrics().horizontalAdvance
    note = inner.adjusted(width_of(row.said) + GRID, 0, -width_of(row.end) - GRID, 0)
    painter.setFont(text_font())
    painter.setPen(colours.colour("secondary"))
    painter.drawText(note, _LEFT | _MIDDLE, elided(painter, row.note, note.width()))


def _draw_tight_item(painter: QPainter, rect: QRect, row: ItemRow, colours: Colours) -> None:
    """Draw the text in two lines, and what is particular about the answer by its shape alone."""
    verdict = row.answer.verdict if row.answer else None
    colour = colours.colour(_ROLES[verdict] if verdict else "secondary")
    edge = 2 * GRID if measures().by_finger else GRID // 2
    shape = QRect(rect.left() + edge, rect.top(), 3 * GRID, rect.height())
    points, middle = _points_area(rect), rect.height() // 2
    painter.setFont(work_font(bold=True))
    painter.setPen(colour)
    painter.drawText(shape, Qt.AlignmentFlag.AlignCenter, verdict_shape(verdict))
    marks = [mark.split()[0][:2] for mark in marks_of(row)]
    marks += [f"{MARK}{row.photos}"] if row.photos else []
    said = " ".join(["!", *marks] if row.unsaved else marks)
    upper = points.adjusted(0, 0, 0, -middle)
    align = _RIGHT | Qt.AlignmentFlag.AlignBottom
    painter.setFont(text_font(SMALL_SIZE))
    if not said:  # the points have the height for themselves
        upper, align = points, _RIGHT | _MIDDLE
        if measures().by_finger:
            painter.setFont(text_font(bold=verdict is Verdict.DEDUCT))
    painter.setPen(colours.colour("deducted" if verdict is Verdict.DEDUCT else "secondary"))
    painter.drawText(upper, align, points_text(row))
    painter.setFont(text_font(SMALL_SIZE))
    painter.setPen(colours.colour("unsaved" if row.unsaved else "passed"))
    lower = points.adjusted(0, middle, 0, -4)
    painter.drawText(lower, _RIGHT | Qt.AlignmentFlag.AlignTop, said)
    text = QRect(shape.right() + 4, rect.top(), points.left() - shape.right() - GRID, rect.height())
    if mark := gravity_mark(row.item):
        painter.setFont(work_font(bold=True))
        painter.setPen(colours.colour("caution"))
        painter.drawText(text, _LEFT | _MIDDLE, mark)
        text.setLeft(text.left() + painter.fontMetrics().horizontalAdvance(mark) + GRID)
    painter.setFont(work_font())
    painter.setPen(colours.colour("secondary" if verdict in _NOT_COUNTED else "text"))
    words = _star(row) + row.item.text
    words = elided(painter, words, 2 * text.width() - 3 * GRID)
    painter.drawText(text, _LEFT | _MIDDLE | Qt.TextFlag.TextWordWrap, breakable(words))


def _draw_item(
    painter: QPainter, rect: QRect, row: ItemRow, colours: Colours, segment: QRect
) -> None:
    verdict = row.answer.verdict if row.answer else None
    role = _ROLES.get(verdict, "secondary") if verdict else "secondary"
    inner = rect.adjusted(2 * GRID, 0, -2 * GRID, 0)

    painter.setFont(text_font(bold=True))
    painter.setPen(colours.colour(role))
    shape = QRect(inner.left(), inner.top(), sized(_SHAPE), inner.height())
    painter.drawText(shape, Qt.AlignmentFlag.AlignCenter, verdict_shape(verdict))

    points = _points_area(rect)
    quiet = verdict is None or verdict in _NOT_COUNTED
    painter.setFont(text_font(bold=verdict is Verdict.DEDUCT))
    painter.setPen(colours.colour("deducted" if verdict is Verdict.DEDUCT else
                                  "secondary" if quiet else "text"))  # fmt: skip
    painter.drawText(points, _RIGHT | _MIDDLE, points_text(row))

    painter.setFont(text_font())
    # On a narrow list the item's own words come first; the shape and the points say the same.
    answer = sized(_ANSWER) if rect.width() >= sized(_ROOM_FOR_ANSWER) else 0
    said = QRect(points.left() - answer, inner.top(), answer, inner.height())
    if not segment.isEmpty():
        said = segment  # which says the verdict itself
    elif answer:
        painter.setPen(colours.colour("deducted" if verdict is Verdict.DEDUCT else "secondary"))
        painter.drawText(said, _RIGHT | _MIDDLE, elided(painter, answer_text(row), answer - GRID))

    left = shape.right() + GRID
    text = QRect(left, inner.top(), said.left() - left - GRID, inner.height())
    if row.unsaved:
        painter.setPen(colours.colour("unsaved"))
        painter.drawText(text, _RIGHT | _MIDDLE, unsaved_word())
        width = painter.fontMetrics().horizontalAdvance(unsaved_word())
        text.setWidth(text.width() - width - GRID)
    if row.photos:
        mark = f"{MARK}{row.photos}"
        painter.setPen(colours.colour("secondary"))
        painter.drawText(text, _RIGHT | _MIDDLE, mark)
        text.setWidth(text.width() - painter.fontMetrics().horizontalAdvance(mark) - GRID)
    for mark in reversed(marks_of(row)):
        painter.setPen(colours.colour("passed"))
        painter.drawText(text, _RIGHT | _MIDDLE, mark)
        text.setWidth(text.width() - painter.fontMetrics().horizontalAdvance(mark) - GRID)
    if row.answer is None and segment.isEmpty() and answer and (how := row.how):
        painter.setFont(text_font(SMALL_SIZE))
        painter.setPen(colours.colour("secondary"))
        painter.drawText(text, _RIGHT | _MIDDLE, how)
        text.setWidth(text.width() - painter.fontMetrics().horizontalAdvance(how) - GRID)
        painter.setFont(text_font())
    if mark := gravity_mark(row.item):
        painter.setPen(colours.colour("caution"))
        painter.drawText(text, _LEFT | _MIDDLE, mark)
        text.setLeft(text.left() + painter.fontMetrics().horizontalAdvance(mark) + GRID)
    painter.setPen(colours.colour("secondary" if verdict in _NOT_COUNTED else "text"))
    words = elided(painter, _star(row) + row.item.text, text.width())
    painter.drawText(text, _LEFT | _MIDDLE, words)


def _star(row: ItemRow) -> str:
    """Mark a veto among other items; red lines that stand together have it in their heading."""
    return "★ " if row.item.veto and not row.red_line else ""
