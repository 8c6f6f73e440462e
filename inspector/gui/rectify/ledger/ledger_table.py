"""The table of the ledger: marks and ranges."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView

from inspector.domain.finding.ledger import LedgerColumn, LedgerOrder
from inspector.gui.rectify.ledger.ledger_columns import (
    CHECK,
    CHECK_WIDTH,
    LEAST_PROBLEM,
    PROBLEM,
    PlacedColumn,
)
from inspector.gui.rectify.ledger.ledger_model import LedgerModel
from inspector.gui.rectify.ledger.mark_all_box import MarkAllBox
from inspector.gui.rectify.ledger.urgency_delegate import UrgencyDelegate
from inspector.gui.widgets.lists.table import TableView
from inspector.translation import tr

_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_MOVES = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home,
    Qt.Key.Key_End,
)  # fmt: skip
_TALLEST_PAGE = 16
_ARROW = 44
"""Pixels around a title: the arrow of the order, and its distances."""


class LedgerTable(TableView):
    """One row is current; others can be marked. A step is for the marked rows, else the current."""

    marked = Signal()
    order_wanted = Signal(object)

    def __init__(self, model: LedgerModel, places: Sequence[PlacedColumn]) -> None:
        super().__init__(model, "ledger", tr("Ledger"))
        self.ledger = model
        self._places = places
        self._ordered_by: LedgerColumn | None = None
        self._anchor: int | None = None
        self._before_range: frozenset[str] = frozenset()
        self.lines_of: Callable[[], str] = str
        """Returns the marked rows, else the current one, as text."""
        self.setItemDelegate(UrgencyDelegate(self))
        self.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(CHECK_WIDTH)
        header.setSectionsClickable(True)
        header.setSectionResizeMode(PROBLEM, QHeaderView.ResizeMode.Stretch)
        for index, place in enumerate(places):
            if place.column.width:
                self.setColumnWidth(index, self._width(place))
        header.setSectionResizeMode(CHECK, QHeaderView.ResizeMode.Fixed)
        header.sectionClicked.connect(self._on_header)
        self.box = MarkAllBox(header, CHECK)

    def show_order(self, order: LedgerOrder) -> None:
        """Show in the head what the rows are ordered by; that column is always in sight."""
        self.ledger.show_order(order)
        self._ordered_by = order.column
        self.make_room()

    def current_id(self) -> str:
        """Return the finding that is current, or ''."""
        row = self.currentIndex().row()
        return self.ledger.ids[row] if 0 <= row < self.ledger.rowCount() else ""

    def subjects(self) -> list[str]:
        """Return what a step is for: the marked findings, else the current one."""
        if self.ledger.marks:
            return list(self.ledger.marks)
        current = self.current_id()
        return [current] if current else []

    def forget_range(self) -> None:
        """Begin the next range anew."""
        self._anchor = None

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _MOVES and held == _SHIFT:
            self._extend(Qt.Key(key))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and held == _NONE and self.ledger.ids:
            self.forget_range()
            self.selectRow(0 if key == Qt.Key.Key_Home else len(self.ledger.ids) - 1)
        elif event.text().isalnum() and held in (_NONE, _SHIFT):
            event.accept()  # a slip: Qt would look for a row that begins with it, over all rows
        else:
            if key in _MOVES:
                self.forget_range()
            super().keyPressEvent(event)

    def copy_rows(self) -> None:
        """Copy the marked rows, else the current one, as text for a spreadsheet."""
        QGuiApplication.clipboard().setText(self.lines_of())

    def mark_all(self) -> None:
        """Mark all that is listed."""
        self.mark(frozenset(self.ledger.ids))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        row = index.row()
        if row >= 0 and event.button() is Qt.MouseButton.LeftButton:
            box = index.column() == CHECK and event.modifiers() == _NONE
            if box or event.modifiers() == _CTRL:
                self.setFocus(Qt.FocusReason.MouseFocusReason)
                self.selectRow(row)
                self.toggle(move=False)
                return
            if event.modifiers() == _SHIFT:
                self._extend_to(row)
                return
            self.forget_range()
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A box takes the second half of a double click for a click; it opens nothing."""
        if self.indexAt(event.position().toPoint()).column() == CHECK:
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def toggle(self, move: bool = True) -> None:
        """Mark the current finding or take its mark off, and go on to the next."""
        row, current = self.currentIndex().row(), self.current_id()
        if not current:
            return
        self.mark(self.ledger.marks ^ {current})
        self._anchor, self._before_range = row, self.ledger.marks
        if move and row + 1 < self.ledger.rowCount():
            self.selectRow(row + 1)

    def _extend(self, key: Qt.Key) -> None:
        row, last = self.currentIndex().row(), self.ledger.rowCount() - 1
        page = max(1, min(_TALLEST_PAGE, self.viewport().height() // max(1, self.rowHeight(0))))
        self._extend_to(
            {
                Qt.Key.Key_Up: row - 1,
                Qt.Key.Key_Down: row + 1,
                Qt.Key.Key_PageUp: row - page,
                Qt.Key.Key_PageDown: row + page,
                Qt.Key.Key_Home: 0,
                Qt.Key.Key_End: last,
            }[key]
        )

    def _extend_to(self, row: int) -> None:
        row = max(0, min(row, self.ledger.rowCount() - 1))
        at = self.currentIndex().row()
        if at < 0:
            return
        if self._anchor is None:
            self._anchor, self._before_range = at, self.ledger.marks
        first, last = sorted((self._anchor, row))
        self.mark(self._before_range | set(self.ledger.ids[first : last + 1]))
        self.selectRow(row)

    def mark(self, ids: Sequence[str] | frozenset[str] | set[str]) -> None:
        """Let these be marked, and no others."""
        self.ledger.set_marks(ids)
        self.marked.emit()

    def _on_header(self, section: int) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if by := self._places[section].by:
            self.order_wanted.emit(by)

    # Width

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.make_room()

    def make_room(self) -> None:
        """Hide the columns that matter least until the problem can be read; copies have all."""
        room = self.viewport().width() - LEAST_PROBLEM
        widths = [self._width(place) for place in self._places]
        shown = set(range(len(widths)))
        turns = sorted(
            (p.turn, index)
            for index, p in enumerate(self._places)
            if p.turn and (p.by is None or p.by is not self._ordered_by)
        )
        for _, index in turns:
            if sum(widths[each] for each in shown if each != PROBLEM) <= room:
                break
            shown.discard(index)
        for index in range(len(widths)):
            self.setColumnHidden(index, index not in shown)

    def _width(self, place: PlacedColumn) -> int:
        """Return room for what a column holds and for its title with the arrow of the order."""
        if not place.column.title:
            return place.column.width
        metrics = self.horizontalHeader().fontMetrics()
        return max(place.column.width, metrics.horizontalAdvance(place.column.title) + _ARROW)

    def selectRow(self, row: int) -> None:
        flag = QItemSelectionModel.SelectionFlag
        index = self.ledger.index(row, PROBLEM)  # never a hidden column
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
