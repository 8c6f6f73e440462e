"""Columns that give way, so that the one with the words keeps its room."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject

from inspector.gui.measures import sized
from inspector.gui.widgets.lists.table import TableView


def room_left(table: TableView, column: int) -> int:
    """Return the pixels that the other columns leave of a table."""
    others = (n for n in range(table.model().columnCount()) if n != column)
    return table.viewport().width() - sum(map(table.columnWidth, others))


class GivingWay(QObject):
    """Hides columns of a table, first to last, until `column` has `least` pixels."""

    def __init__(self, table: TableView, column: int, least: int, order: Sequence[int]) -> None:
        super().__init__(table)
        self._table, self._column, self._least, self._order = table, column, least, tuple(order)
        table.viewport().installEventFilter(self)

    def arrange(self) -> None:
        """Show as much as there is room for; where columns have other widths, call it again."""
        for each in self._order:
            self._table.setColumnHidden(each, False)
        for each in self._order:
            if room_left(self._table, self._column) < sized(self._least):
                self._table.setColumnHidden(each, True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.arrange()
        return False
