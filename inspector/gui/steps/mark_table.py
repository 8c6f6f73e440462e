"""A table of which one row is current and others can be marked, in ranges as well."""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHeaderView

from inspector.domain.finding.urgency import Urgency
from inspector.gui.measures import measures, sized
from inspector.gui.steps.mark_all_box import MarkAllBox
from inspector.gui.steps.mark_delegates import BoxDelegate, LookDelegate, paint_bar
from inspector.gui.steps.marked_model import CHECK, CHECK_WIDTH, MarkedModel
from inspector.gui.widgets.lists.table import CellDelegate, TableView

_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_MOVES = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home,
    Qt.Key.Key_End,
)  # fmt: skip
_TALLEST_PAGE = 16

_BY_FINGER = 52
"""Pixels of the column of boxes that a finger finds: the box does not begin at its edge."""


class MarkTable(TableView):
    """A step is for the marked rows, else for the current one."""

    marked = Signal()

    _is_laid_out = False

    def __init__(
        self,
        model: MarkedModel[Any],
        name: str,
        title: str,
        current_in: int,
        coloured: Iterable[int],
    ) -> None:
        """`current_in` is the column in which the current row is, one that is never hidden.

        `coloured` are the columns with a colour or a bar of their own.
        """
        super().__init__(model, name, title)
        self._marked_model = model
        self._current_in = current_in
        self._anchor: int | None = None
        self._before_range: frozenset[str] = frozenset()
        self._chosen: tuple[frozenset[str], Sequence[str], Sequence[str]] | None = None
        """The marks and the rows of which it was last said which are marked, and those."""

        self.lines_of: Callable[[], str] = str
        """Returns the marked rows, else the current one, as text."""
        self._coloured = tuple(coloured)
        self.setItemDelegate(CellDelegate(model, self))
        self.setItemDelegateForColumn(CHECK, BoxDelegate(model, self))
        look = LookDelegate(model, self)
        for column in self._coloured:
            self.setItemDelegateForColumn(column, look)
        self.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self.box = MarkAllBox(self.horizontalHeader(), CHECK)
        self.horizontalScrollBar().valueChanged.connect(self.box.fit)
        self._is_laid_out = True

    def lay_out_columns(self) -> None:
        header = self.horizontalHeader()
        header.setMinimumSectionSize(CHECK_WIDTH)
        super().lay_out_columns()
        header.setSectionResizeMode(CHECK, QHeaderView.ResizeMode.Fixed)
        self.setColumnWidth(CHECK, sized(_BY_FINGER if measures().by_finger else CHECK_WIDTH))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self._is_laid_out:  # another hand
            self.lay_out_columns()
            self.box.fit()

    def current_id(self) -> str:
        """Return what is current, or ''."""
        row = self.currentIndex().row()
        return self._marked_model.ids[row] if 0 <= row < self._marked_model.rowCount() else ""

    def subjects(self) -> Sequence[str]:
        """Return what a step is for, in the order of the rows: what is marked, else the current."""
        model = self._marked_model
        if model.are_all_marked:
            return model.ids
        marks, ids = model.marks, model.ids
        if not marks:
            current = self.current_id()
            return [current] if current else []
        known = self._chosen
        if known is None or known[0] is not marks or known[1] is not ids:
            known = self._chosen = (marks, ids, [each for each in ids if each in marks])
        return known[2]

    def first_subjects(self, most: int) -> Sequence[str]:
        """Return the first of them: no key waits until all of ten years' are gone through."""
        model = self._marked_model
        if model.are_all_marked or not model.marked:
            return self.subjects()[:most]
        marks = model.marks
        return list(islice((each for each in model.ids if each in marks), most))

    def go_to(self, ids: Sequence[str]) -> None:
        """Let what a form was brought back for be what is chosen, as far as it is listed."""
        chosen = self.subjects()
        if ids is chosen or (len(ids) == len(chosen) and set(ids) == set(chosen)):
            return
        if len(ids) > 1:
            self.mark(set(ids) & set(self._marked_model.ids))
        elif ids and ids[0] in self._marked_model.ids:
            self.selectRow(self._marked_model.ids.index(ids[0]))
            self.mark(())

    def forget_range(self) -> None:
        """Begin the next range anew."""
        self._anchor = None

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        rows = self.rows_in(event)
        for column in self._coloured:
            if not self.isColumnHidden(column):
                self._paint_bars(rows, column)

    def _paint_bars(self, rows: range, column: int) -> None:
        """Paint how urgent a deadline is beside it: for who looks down a column."""
        model, urgent = self._marked_model, dict[int, Urgency]()
        for row in rows:
            if (urgency := model.look(row, column).urgency) is not Urgency.NONE:
                urgent[row] = urgency
        if not urgent:
            return
        painter, palette = QPainter(self.viewport()), self.palette()
        for row, urgency in urgent.items():
            paint_bar(painter, self.visualRect(model.index(row, column)), urgency, palette)
        painter.end()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _MOVES and held == _SHIFT:
            self._extend(Qt.Key(key))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and held == _NONE and self._marked_model.ids:
            self.forget_range()
            self.selectRow(0 if key == Qt.Key.Key_Home else len(self._marked_model.ids) - 1)
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
        self._marked_model.mark_all()
        self.marked.emit()

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
        """Mark what is current or take its mark off, and go on to the next."""
        row, current = self.currentIndex().row(), self.current_id()
        if not current:
            return
        self.mark(self._marked_model.marks ^ {current})
        self._anchor, self._before_range = row, self._marked_model.marks
        if move and row + 1 < self._marked_model.rowCount():
            self.selectRow(row + 1)

    def _extend(self, key: Qt.Key) -> None:
        row, last = self.currentIndex().row(), self._marked_model.rowCount() - 1
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
        row = max(0, min(row, self._marked_model.rowCount() - 1))
        at = self.currentIndex().row()
        if at < 0:
            return
        if self._anchor is None:
            self._anchor, self._before_range = at, self._marked_model.marks
        first, last = sorted((self._anchor, row))
        self.mark(self._before_range | set(self._marked_model.ids[first : last + 1]))
        self.selectRow(row)

    def mark(self, ids: Sequence[str] | frozenset[str] | set[str]) -> None:
        """Let these be marked, and no others."""
        self._marked_model.set_marks(ids)
        self.marked.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.box.fit()

    def selectRow(self, row: int) -> None:
        flag = QItemSelectionModel.SelectionFlag
        index = self._marked_model.index(row, self._current_in)
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
