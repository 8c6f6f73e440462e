"""The ledger as a model that fetches pages as they come into sight, never all rows."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from inspector.domain.finding.ledger import LedgerColumn, LedgerOrder, LedgerRow
from inspector.domain.finding.urgency import Urgency
from inspector.gui.rectify.ledger.ledger_columns import PlacedColumn
from inspector.gui.rectify.ledger.ledger_words import deadline_text, order_mark
from inspector.gui.steps.marked_model import CHECK, MarkedModel
from inspector.gui.steps.urgency_delegate import URGENCY
from inspector.gui.theme import colours_for
from inspector.gui.widgets.lists.deadline_role import deadline_role

PAGE = 100
"""Rows fetched at once: some screens of them."""

MOST_PAGES = 24
"""Pages kept; the one longest out of sight goes first."""

COLOURED = (LedgerColumn.DEADLINE, LedgerColumn.STATE)
"""The columns whose words have a colour in some rows."""

_SAYS_NOTHING = frozenset({Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.BackgroundRole})
"""What each cell is asked for as well, whenever it is painted."""

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
        if role in _SAYS_NOTHING or not index.isValid():
            return None
        column = index.column()
        if column == CHECK:
            row = self.row_at(index.row())
            return self.check(row.id, row.number, role)
        by = self._places[column].by
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(self.row_at(index.row()), by) if by in COLOURED else None
        if by is LedgerColumn.DEADLINE:
            row = self.row_at(index.row())
            if role == Qt.ItemDataRole.FontRole:
                font = QFont(QApplication.font())
                font.setBold(row.urgency_on(self._today()) is Urgency.LONG_LATE)
                return font
            if role == Qt.ItemDataRole.ToolTipRole:  # the day as well
                return deadline_text(row, self._today())
            if role == URGENCY:
                return row.urgency_on(self._today())
        return super().data(index, role)

    def _colour(self, row: LedgerRow, by: LedgerColumn | None) -> object:
        """Emphasise what says so in words as well."""
        colours = colours_for(QApplication.palette())
        if by is LedgerColumn.DEADLINE:
            role = deadline_role(row.urgency_on(self._today()))
            return colours.colour(role) if role else None
        if by is LedgerColumn.STATE and row.state.is_ended:
            return colours.colour("secondary")
        return None

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
