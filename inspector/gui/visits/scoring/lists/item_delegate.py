"""How an item and a category heading are drawn; nothing here decides anything."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from inspector.domain.visit.inspection import Verdict
from inspector.gui.measures import measures
from inspector.gui.photos.photo_words import MARK
from inspector.gui.theme import (
    GRID,
    Colours,
    text_font,
)
from inspector.gui.visits.scoring.lists.item_model import (
    Heading,
    ItemRow,
    answer_text,
    marks_of,
    points_text,
)
from inspector.gui.widgets.lists.drawn_list import RowDelegate, elided
from inspector.gui.words import unsaved_word, verdict_shape
from inspector.workspace.packs.pack_scoring_words import category_word, items_text

_SHAPE = 28
_POINTS = 84
_ANSWER = 132
_ROOM_FOR_ANSWER = 480
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_MIDDLE = Qt.AlignmentFlag.AlignVCenter

_ROLES = {
    Verdict.PASS: "passed",
    Verdict.DEDUCT: "deducted",
    Verdict.NOT_APPLICABLE: "not_applicable",
}


class ItemDelegate(RowDelegate[Heading | ItemRow]):
    """Verdict, text, answer, points."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        heading = isinstance(index.data(Qt.ItemDataRole.UserRole), Heading)
        return QSize(200, measures().heading if heading else measures().row)

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
            _draw_item(painter, rect, row, colours)
        painter.setPen(colours.colour("hairline"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())


def _draw_heading(painter: QPainter, rect: QRect, row: Heading, colours: Colours) -> None:
    painter.fillRect(rect, colours.colour("window"))
    inner = rect.adjusted(2 * GRID, 0, -2 * GRID, 0)
    painter.setFont(text_font(bold=True))
    painter.setPen(colours.colour("text"))
    name = category_word(row.category)
    painter.drawText(inner, _LEFT | _MIDDLE, name)
    painter.drawText(inner, _RIGHT | _MIDDLE, f"{row.got} / {row.whole}")
    width = painter.fontMetrics().horizontalAdvance(name)
    painter.setFont(text_font())
    painter.setPen(colours.colour("secondary"))
    painter.drawText(inner.adjusted(width + GRID, 0, 0, 0), _LEFT | _MIDDLE, items_text(row.items))


def _draw_item(painter: QPainter, rect: QRect, row: ItemRow, colours: Colours) -> None:
    verdict = row.answer.verdict if row.answer else None
    role = _ROLES.get(verdict, "secondary") if verdict else "secondary"
    inner = rect.adjusted(2 * GRID, 0, -2 * GRID, 0)

    painter.setFont(text_font(bold=True))
    painter.setPen(colours.colour(role))
    shape = QRect(inner.left(), inner.top(), _SHAPE, inner.height())
    painter.drawText(shape, Qt.AlignmentFlag.AlignCenter, verdict_shape(verdict))

    points = QRect(inner.right() - _POINTS, inner.top(), _POINTS, inner.height())
    quiet = verdict is None or verdict is Verdict.NOT_APPLICABLE
    painter.setFont(text_font(bold=verdict is Verdict.DEDUCT))
    painter.setPen(colours.colour("deducted" if verdict is Verdict.DEDUCT else
                                  "secondary" if quiet else "text"))  # fmt: skip
    painter.drawText(points, _RIGHT | _MIDDLE, points_text(row))

    painter.setFont(text_font())
    # On a narrow list the item's own words come first; the shape and the points say the same.
    answer = _ANSWER if rect.width() >= _ROOM_FOR_ANSWER else 0
    said = QRect(points.left() - answer, inner.top(), answer, inner.height())
    if answer:
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
    painter.setPen(colours.colour("secondary" if verdict is Verdict.NOT_APPLICABLE else "text"))
    star = "★ " if row.item.veto else ""
    painter.drawText(text, _LEFT | _MIDDLE, elided(painter, star + row.item.text, text.width()))
