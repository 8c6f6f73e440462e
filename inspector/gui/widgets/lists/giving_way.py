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
    wanted, an earlier one comes back. Where room still lacks, a column that has to stay is cut:
    `cut` is which, and the pixels that it keeps.
    """

    def __init__(
        self,
        table: TableView,
        column: int,
        least: int,
        order: Sequence[int | Sequence[int]],
        cut: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(table)
        self._table, self._column, self._least = table, column, least
        self._cut, self._whole = cut, 0
        self._order = [(each,) if isinstance(each, int) else tuple(each) for each in order]
        table.viewport().installEventFilter(self)

    def arrange(self) -> None:
        """Show as much as there is room for; where columns have other widths, call it again."""
        if self._cut is not None:
            self._whole = self._table.columnWidth(self._cut[0])
        self._arrange()

    def _arrange(self) -> None:
        if self._cut is not None and self._whole:
            self._table.setColumnWidth(self._cut[0], self._whole)
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
        if self._cut is not None and self._whole and self._lacks_room:
            column, kept = self._cut
            left = self._whole + room_left(self._table, self._column) - sized(self._least)
            self._table.setColumnWidth(column, min(self._whole, max(sized(kept), left)))

    @property
    def _lacks_room(self) -> bool:
        return room_left(self._table, self._column) < sized(self._least)

    def _hide(self, group: Sequence[int], is_hidden: bool) -> None:
        for each in group:
            self._table.setColumnHidden(each, is_hidden)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._arrange()
        return False
