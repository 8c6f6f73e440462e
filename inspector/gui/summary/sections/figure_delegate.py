"""How figures are painted: shades and tints, what draws itself, the frame of what Enter opens."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionViewItem

from inspector.gui.summary.sections.figure_model import FigureModel
from inspector.gui.summary.sections.shade import shade_of
from inspector.gui.theme import colours_for
from inspector.gui.widgets.lists.table import EdgeDelegate, TableView


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


class FigureDelegate(EdgeDelegate):
    """Paints shades, what draws itself, and a frame around the figure that Enter opens."""

    def __init__(self, table: TableView, model: FigureModel[Any]) -> None:
        super().__init__(table)
        self._table, self._figures = table, model

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        column, line = self._figures.figures[index.column()], self._figures.row_at(index.row())
        if line.row is None:
            return
        if column.paints is not None:
            option.text = ""
        elif column.role is not None and (role := column.role(line.row)):
            colour = colours_for(option.palette).colour(role)
            for each in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                option.palette.setColor(each, colour)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        table, model = self._table, self._figures
        colours = colours_for(option.palette)
        shade = shade_of(model.shade_at(index), colours)
        own = QStyleOptionViewItem(option)
        if shade is not None:
            painter.fillRect(option.rect.adjusted(0, 0, 0, -1), shade)
            own.state &= ~QStyle.StateFlag.State_Selected
        elif model.is_tinted(index.row()) and not table.selectionModel().isSelected(index):
            tint = shade_of(1, colours)
            assert tint is not None
            painter.fillRect(option.rect.adjusted(0, 0, 0, -1), tint)
        super().paint(painter, own, index)
        line, paints = model.row_at(index.row()), model.figures[index.column()].paints
        if paints is not None and line.row is not None:
            paints(painter, option.rect, line.row, colours)
        if model.is_parted(index.row()):
            top = option.rect.top() - 1
            painter.fillRect(option.rect.left(), top, option.rect.width(), 1, colours.colour("rim"))
        if index == table.currentIndex() and table.hasFocus() and self._leads(index):
            painter.save()
            painter.setPen(QPen(colours.colour("accent"), 1))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -3))
            painter.restore()

    def _leads(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        return self._figures.figures[index.column()].opens is not None
