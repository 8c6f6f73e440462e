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
    """Hides columns of a table, first to last, until `column` has `least` pixels.

    What goes together stands in one group of `order`. Where a later one leaves more room than was
    wanted, an earlier one comes back.
    """

    def __init__(
        self, table: TableView, column: int, least: int, order: Sequence[int | Sequence[int]]
    ) -> None:
        super().__init__(table)
        self._table, self._column, self._least = table, column, least
        self._order = [(each,) if isinstance(each, int) else tuple(each) for each in order]
        table.viewport().installEventFilter(self)

    def arrange(self) -> None:
        """Show as much as there is room for; where columns have other widths, call it again."""
        for group in self._order:
            self._hide(group, False)
        hidden = []
        for group in self._order:
            if self._lacks_room:
                self._hide(group, True)
                hidden.append(group)
        for group in reversed(hidden[:-1]):
            self._hide(group, False)
            if self._lacks_room:
                self._hide(group, True)

    @property
    def _lacks_room(self) -> bool:
        return room_left(self._table, self._column) < sized(self._least)

    def _hide(self, group: Sequence[int], is_hidden: bool) -> None:
        for each in group:
            self._table.setColumnHidden(each, is_hidden)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.arrange()
        return False
