"""Paints the bar beside a deadline that is today or has passed."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from inspector.domain.finding.urgency import Urgency
from inspector.gui.rectify.ledger.ledger_model import URGENCY
from inspector.gui.theme import EDGE, GRID, colours_for
from inspector.gui.widgets.lists.table import EdgeDelegate


class UrgencyDelegate(EdgeDelegate):
    """The words say it too: the bar is for who looks down a column."""

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
