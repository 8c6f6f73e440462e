"""Rows of the lists on the left of a patrol and of a recheck: a shape, a title, how it stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from inspector.gui.theme import EDGE, GRID, SMALL_SIZE, colours_for, text_font
from inspector.gui.widgets.labels import plain_tip

ROW = Qt.ItemDataRole.UserRole
ROUND_ROW_HEIGHT = 48
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class RoundRow:
    """What a list says of a place or a finding. `role` is the colour of shape and standing."""

    id: str
    shape: str
    title: str
    subtitle: str
    standing: str
    role: str = "secondary"


class RoundModel(QAbstractListModel):
    """The rows; the same rows in the same order keep what is current."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[RoundRow, ...] = ()

    def show(self, rows: Sequence[RoundRow]) -> None:
        """Show rows; only what differs is drawn again."""
        if [row.id for row in rows] != [row.id for row in self.rows]:
            self.beginResetModel()
            self.rows = tuple(rows)
            self.endResetModel()
            return
        before, self.rows = self.rows, tuple(rows)
        for position, (old, new) in enumerate(zip(before, self.rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(position), self.index(position))

    def position(self, row_id: str) -> int:
        """Return the position of a row, the first one when it is not there."""
        ids = [row.id for row in self.rows]
        return ids.index(row_id) if row_id in ids else 0

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.title} {row.standing}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip("\n".join(part for part in (row.title, row.subtitle) if part))
        return None


class RoundDelegate(QStyledItemDelegate):
    """Two lines behind a shape."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, ROUND_ROW_HEIGHT)  # as wide as the list

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: RoundRow = index.data(ROW)
        colours, rect = colours_for(option.palette), option.rect
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, colours.colour("selection"))
            edge = QRect(rect.left(), rect.top(), EDGE, rect.height())
            painter.fillRect(edge, colours.colour("accent"))
        inner = rect.adjusted(2 * GRID, GRID // 2, -2 * GRID, -GRID // 2)
        shape = QRect(inner.left(), inner.top(), 2 * GRID, 20)
        painter.setFont(text_font(bold=True))
        painter.setPen(colours.colour(row.role))
        painter.drawText(shape, Qt.AlignmentFlag.AlignCenter, row.shape)
        left = inner.left() + 3 * GRID
        upper = QRect(left, inner.top(), inner.right() - left + 1, 20)
        lower = upper.translated(0, 20)
        painter.setFont(text_font(bold=selected))
        painter.setPen(colours.colour("text"))
        _cut(painter, upper, row.title)
        painter.setFont(text_font(SMALL_SIZE))
        painter.setPen(colours.colour(row.role))
        width = painter.fontMetrics().horizontalAdvance(row.standing)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(lower, right, row.standing)
        painter.setPen(colours.colour("secondary"))
        _cut(painter, lower.adjusted(0, 0, -width - GRID, 0), row.subtitle)
        painter.restore()


def _cut(painter: QPainter, rect: QRect, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
