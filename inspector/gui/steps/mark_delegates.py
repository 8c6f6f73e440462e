"""How cells of a table with marks are painted that are more than words: boxes, colours, bars."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from inspector.domain.finding.urgency import Urgency
from inspector.gui.steps.marked_model import MarkedModel
from inspector.gui.theme import EDGE, GRID, colours_for
from inspector.gui.widgets.lists.table import CellDelegate

_HAS_BOX = QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator


class BoxDelegate(QStyledItemDelegate):
    """The box of a row: whether it is marked."""

    def __init__(self, model: MarkedModel[Any], parent: QWidget) -> None:
        super().__init__(parent)
        self._marked_model = model

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        option.index = index  # type: ignore[assignment]
        option.features |= _HAS_BOX
        states = Qt.CheckState
        is_marked = self._marked_model.is_marked(self._marked_model.id_at(index.row()))
        option.checkState = states.Checked if is_marked else states.Unchecked
        # No animation, as Qt's own delegate has it.
        option.styleObject = None  # type: ignore[assignment]


class LookDelegate(CellDelegate):
    """Words with a colour of their own, which they keep in a row that is chosen."""

    def __init__(self, model: MarkedModel[Any], parent: QWidget) -> None:
        super().__init__(model, parent)
        self._marked_model = model

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        look = self._marked_model.look(index.row(), index.column())
        if look.colour is not None:
            palette = option.palette
            for each in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                palette.setColor(each, look.colour)
            option.palette = palette
        if look.bold:
            font = option.font
            font.setBold(True)
            option.font = font
            option.fontMetrics = QFontMetrics(font)


def paint_bar(painter: QPainter, cell: QRect, urgent: Urgency, palette: QPalette) -> None:
    """Paint the bar beside a deadline that is today or has passed; the words say it too."""
    role = "overdue" if urgent is Urgency.LONG_LATE else "due_today"
    bar = QRect(cell.left(), cell.top() + GRID, EDGE, cell.height() - 2 * GRID)
    painter.fillRect(bar, colours_for(palette).colour(role))
