"""Paints the bar beside a deadline that is today or has passed; its words keep their colour."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyleOptionViewItem

from inspector.domain.finding.urgency import Urgency
from inspector.gui.theme import EDGE, GRID, colours_for
from inspector.gui.widgets.lists.table import EdgeDelegate

URGENCY = Qt.ItemDataRole.UserRole
"""The role of how urgent a deadline is, which is painted beside it."""


class UrgencyDelegate(EdgeDelegate):
    """The words say it too: the bar is for who looks down a column."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Let words keep their colour in a row that is chosen."""
        super().initStyleOption(option, index)
        colour = index.data(Qt.ItemDataRole.ForegroundRole)
        if isinstance(colour, QColor):
            palette = option.palette
            palette.setColor(QPalette.ColorRole.HighlightedText, colour)
            option.palette = palette

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        urgent = index.data(URGENCY)
        if not isinstance(urgent, Urgency) or urgent is Urgency.NONE:
            return
        role = "overdue" if urgent is Urgency.LONG_LATE else "due_today"
        cell: QRect = option.rect
        bar = QRect(cell.left(), cell.top() + GRID, EDGE, cell.height() - 2 * GRID)
        painter.fillRect(bar, colours_for(option.palette).colour(role))
