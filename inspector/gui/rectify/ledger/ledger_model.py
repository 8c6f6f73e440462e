"""The ledger as a model that fetches pages as they come into sight, never all rows."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication

from inspector.domain.finding.ledger import LedgerColumn, LedgerOrder, LedgerRow
from inspector.domain.finding.urgency import Urgency
from inspector.gui.rectify.ledger.ledger_columns import PlacedColumn
from inspector.gui.rectify.ledger.ledger_words import deadline_text, order_mark
from inspector.gui.steps.marked_model import CHECK, URGENCY, USUAL, Look, MarkedModel
from inspector.gui.theme import colours_for
from inspector.gui.widgets.lists.deadline_role import deadline_role

PAGE = 100
"""Rows fetched at once: some screens of them."""

MOST_PAGES = 24
"""Pages kept; the one longest out of sight goes first."""

COLOURED = (LedgerColumn.DEADLINE, LedgerColumn.STATE)
"""The columns whose words have a colour in some rows."""

_NOWHERE = QModelIndex()
Fetch = Callable[[Sequence[str]], Sequence[LedgerRow]]
"""Returns lines by the identifiers of their findings, in that order."""


class LedgerModel(MarkedModel[LedgerRow]):
    """Lines of the ledger, and the marks on some of them, which are kept by identifier."""

    def __init__(
        self, places: Sequence[PlacedColumn], fetch: Fetch, today: Callable[[], date]
    ) -> None:
        super().__init__([place.column for place in places])
        self._places = places
        self._fetch = fetch
        self._today = today
        self._ids: Sequence[str] = ()
        self._pages: OrderedDict[int, Sequence[LedgerRow]] = OrderedDict()
        self._order = LedgerOrder()
        self._has_begun = False  # these are the first of more

    # Rows

    @property
    def ids(self) -> Sequence[str]:
        """The findings in their order."""
        return self._ids

    @property
    def has_begun(self) -> bool:
        """They are the first of more that are still being read."""
        return self._has_begun

    def show_first(self, ids: Sequence[str]) -> None:
        """Show the first of other findings; the others follow with `show_ids`."""
        self.show_ids(ids)
        self._has_begun = True

    def show_ids(self, ids: Sequence[str]) -> None:
        """Show other findings, or the same after a change; what comes into sight is fetched.

        Where the first of them stand there already, nothing moves.
        """
        known, has_begun = len(self._ids), self._has_begun
        self._has_begun = False
        if has_begun and known < len(ids) and ids[:known] == self._ids:
            self._pages.pop((known - 1) // PAGE, None)  # it has to be filled up
            self.beginInsertRows(_NOWHERE, known, len(ids) - 1)
            self._ids = ids
            self.endInsertRows()
            return
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self.forget_marks()
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def row_at(self, index: int) -> LedgerRow:
        number, place = divmod(index, PAGE)
        page = self._pages.get(number)
        if page is None:
            begin = number * PAGE
            page = self._pages[number] = self._fetch(self._ids[begin : begin + PAGE])
            if len(self._pages) > MOST_PAGES:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return page[place]

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if column == CHECK:
            line = self.row_at(row)
            return self.check(line.id, line.number, role)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self.look(row, column).colour
        if self._places[column].by is LedgerColumn.DEADLINE:
            if role == Qt.ItemDataRole.FontRole:
                font = QFont(QApplication.font())
                font.setBold(self.look(row, column).bold)
                return font
            if role == Qt.ItemDataRole.ToolTipRole:  # the day as well
                return deadline_text(self.row_at(row), self._today())
            if role == URGENCY:
                return self.look(row, column).urgency
        return super().data(index, role)

    def look(self, row: int, column: int) -> Look:
        """Emphasise what says so in words as well."""
        by, line = self._places[column].by, self.row_at(row)
        if by is LedgerColumn.DEADLINE:
            urgent = line.urgency_on(self._today())
            role = deadline_role(urgent)
            return Look(_colour(role) if role else None, urgent is Urgency.LONG_LATE, urgent)
        if by is LedgerColumn.STATE and line.state.is_ended:
            return Look(_colour("secondary"))
        return USUAL

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a title, with the mark of the order where the rows are ordered by it."""
        said = super().headerData(section, orientation, role)
        by = self._places[section].by if orientation is Qt.Orientation.Horizontal else None
        if role == Qt.ItemDataRole.DisplayRole and by is not None and by is self._order.column:
            return f"{said} {order_mark(self._order)}"
        return said

    def show_order(self, order: LedgerOrder) -> None:
        """Say in the head what the rows are ordered by."""
        self._order = order
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)


def _colour(role: str) -> QColor:
    return colours_for(QApplication.palette()).colour(role)
