"""How figures are painted: shades and tints, what draws itself, the frame of what Enter opens."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionViewItem

from inspector.gui.summary.sections.figure_model import FigureModel
from inspector.gui.summary.sections.shade import shade_of
from inspector.gui.theme import colours_for, text_font
from inspector.gui.widgets.lists.table import LEFT, CellDelegate, TableView


class FigureHeader(QHeaderView):
    """Draws the head of a column that draws its cells, too."""

    def __init__(self, table: TableView, model: FigureModel[Any]) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._figures = model
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionsMovable(False)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        paints = self._figures.figures[logicalIndex].paints_head
        if paints is not None:
            colours = colours_for(self.palette())
            painter.save()
            painter.fillRect(rect.adjusted(0, 0, 0, -1), colours.colour("window"))
            paints(painter, rect, colours)
            painter.restore()


class FigureDelegate(CellDelegate):
    """Paints shades, what draws itself, and a frame around the figure that Enter opens."""

    def __init__(self, table: TableView, model: FigureModel[Any]) -> None:
        super().__init__(model, table)
        self._table, self._figures = table, model

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        column, line = self._figures.figures[index.column()], self._figures.row_at(index.row())
        if column.bold or line.row is None:
            option.font = bold = text_font(bold=True)
            option.fontMetrics = QFontMetrics(bold)
        if line.row is None:
            option.displayAlignment = LEFT
        elif column.paints is not None:
            option.text = ""
        elif column.role is not None and (role := column.role(line.row)):
            palette = option.palette
            colour = colours_for(palette).colour(role)
            for each in _OF_TEXT:
                palette.setColor(each, colour)
            option.palette = palette

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        model, place = self._figures, index.row()
        column, line = model.figures[index.column()], model.row_at(place)
        table, colours = self._table, colours_for(option.palette)
        shade = shade_of(model.shade_at(index), colours)
        own = option
        if shade is not None:
            painter.fillRect(option.rect.adjusted(0, 0, 0, -1), shade)
            own = QStyleOptionViewItem(option)
            own.state &= ~QStyle.StateFlag.State_Selected
        elif model.is_tinted(place) and not table.selectionModel().isSelected(index):
            tint = shade_of(1, colours)
            assert tint is not None
            painter.fillRect(option.rect.adjusted(0, 0, 0, -1), tint)
        super().paint(painter, own, index)
        if column.paints is not None and line.row is not None:
            column.paints(painter, option.rect, line.row, colours)
        if model.is_parted(place):
            top = option.rect.top() - 1
            painter.fillRect(option.rect.left(), top, option.rect.width(), 1, colours.colour("rim"))
        if column.opens is not None and index == table.currentIndex() and table.hasFocus():
            painter.save()
            painter.setPen(QPen(colours.colour("accent"), 1))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -3))
            painter.restore()


_OF_TEXT = QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText
