"""The table of the ledger: marks and ranges."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QResizeEvent

from inspector.domain.finding.ledger import LedgerOrder
from inspector.gui.rectify.ledger.column_layout import ColumnLayout
from inspector.gui.rectify.ledger.ledger_columns import CHECK, PROBLEM, PlacedColumn
from inspector.gui.rectify.ledger.ledger_model import LedgerModel
from inspector.gui.rectify.ledger.mark_all_box import MarkAllBox
from inspector.gui.session import Session
from inspector.gui.steps.urgency_delegate import UrgencyDelegate
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


class LedgerTable(TableView):
    """One row is current; others can be marked. A step is for the marked rows, else the current."""

    marked = Signal()
    order_wanted = Signal(object)

    _is_made = False

    def __init__(
        self, model: LedgerModel, places: Sequence[PlacedColumn], session: Session
    ) -> None:
        super().__init__(model, "ledger", tr("Ledger"))
        self.ledger = model
        self._places = places
        self._anchor: int | None = None
        self._before_range: frozenset[str] = frozenset()
        self.lines_of: Callable[[], str] = str
        """Returns the marked rows, else the current one, as text."""
        self.setItemDelegate(UrgencyDelegate(self))
        self.setSelectionMode(TableView.SelectionMode.SingleSelection)
        header = self.horizontalHeader()
        header.sectionClicked.connect(self._on_header)
        self.columns = ColumnLayout(self, places, session)
        self.box = MarkAllBox(header, CHECK)
        self.horizontalScrollBar().valueChanged.connect(self.box.fit)
        self._is_made = True

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self._is_made:  # another hand
            self.columns.make_room()
            self.box.fit()

    def show_order(self, order: LedgerOrder) -> None:
        """Show in the head what the rows are ordered by; that column is always in sight."""
        self.ledger.show_order(order)
        self.columns.show_order(order.column)

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

    def go_to(self, ids: Sequence[str]) -> None:
        """Let what a form was brought back for be what is chosen, as far as it is listed."""
        if set(ids) == set(self.subjects()):
            return
        if len(ids) > 1:
            self.mark(set(ids) & set(self.ledger.ids))
        elif ids and ids[0] in self.ledger.ids:
            self.selectRow(self.ledger.ids.index(ids[0]))
            self.mark(())

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
        self.columns.make_room()
        self.box.fit()

    def selectRow(self, row: int) -> None:
        flag = QItemSelectionModel.SelectionFlag
        index = self.ledger.index(row, PROBLEM)  # never a hidden column
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
