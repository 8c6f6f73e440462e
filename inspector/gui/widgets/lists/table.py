"""Tables: a small model with named columns and `set_rows`, and the one view that shows them."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from inspector.gui.measures import measures, sized
from inspector.gui.theme import EDGE, GRID, colours_for
from inspector.gui.widgets.labels import plain_tip

LEAST_COLUMN = 72
"""Pixels that are left of a column that gives way to the others."""

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
"""Where words and numbers stand; made once, as each cell asks whenever it is painted."""

Row = TypeVar("Row")
_NOWHERE = QModelIndex()
_PART_OF = re.compile(r"(?:\d+|—)/\d+")
_CHANGE = re.compile(r"([↑↓])(\d[\d.]*)")


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: its title, what it says of a row, its width in pixels (0: the rest)."""

    title: str
    text: Callable[[Row], str]
    width: int = 0
    number: bool = False
    copied: Callable[[Row], str] | None = None  # what a spreadsheet gets instead
    why: Callable[[Row], str] | None = None  # said in the tool tip instead; "": the text


class TableModel(QAbstractTableModel, Generic[Row]):
    """Rows of one kind under named columns."""

    def __init__(self, columns: Sequence[Column[Row]]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._rows: list[Row] = []

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Replace the rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def set_columns(self, columns: Sequence[Column[Row]]) -> None:
        """Replace the columns, and take the rows out; the view lays them out anew."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self._rows = []
        self.endResetModel()

    def set_title(self, place: int, title: str) -> None:
        """Give a column another title, a shorter one say."""
        columns = list(self.columns)
        columns[place] = replace(columns[place], title=title)
        self.columns = tuple(columns)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, place, place)

    def row_at(self, index: int) -> Row:
        """Return a row by its position."""
        return self._rows[index]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(self.row_at(index.row()))
        if role == Qt.ItemDataRole.ToolTipRole:
            row = self.row_at(index.row())
            return plain_tip((column.why and column.why(row)) or column.text(row))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column.number else LEFT
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if self.columns[section].number else LEFT
        return None

    def as_text(self, rows: Sequence[int]) -> str:
        """Return rows, by position, under their header; it pastes into a spreadsheet."""
        return self.text_of([self.row_at(row) for row in rows])

    def text_of(self, rows: Sequence[Row]) -> str:
        """Return rows under their header as text that pastes into a spreadsheet."""
        return "\n".join((self.copied_head(), *self.copied_lines(rows)))

    @property
    def copied_columns(self) -> Sequence[Column[Row]]:
        """The columns that a spreadsheet gets."""
        return self.columns

    def copied_head(self) -> str:
        """Return the titles as a line that pastes into a spreadsheet."""
        return "\t".join(column.title for column in self.copied_columns)

    def copied_lines(self, rows: Iterable[Row]) -> Iterator[str]:
        """Return rows as lines that paste into a spreadsheet, each made when it is asked for."""
        columns = self.copied_columns
        return ("\t".join(_cell(column, row) for column in columns) for row in rows)


def _cell(column: Column[Row], row: Row) -> str:
    return pasted((column.copied or column.text)(row), column.number)


def pasted(text: str, number: bool) -> str:
    """Return a text on one line as a spreadsheet is to take it.

    A text is never a formula, 6/6 never the 6th of June; in a `number`, ↓0.14 is -0.14.
    """
    text = " ".join(text.split())
    if _PART_OF.fullmatch(text):
        return text.replace("/", "／")
    if number:
        if text == "=":
            return "0"
        change = _CHANGE.fullmatch(text)
        return f"{'-' if change[1] == '↓' else ''}{change[2]}" if change else text
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text


class CellDelegate(QStyledItemDelegate):
    """Takes the words of a cell from its model at once.

    Qt asks a model seven times for each cell that it paints, and crosses into Python as often:
    that was most of what it costs to paint a table.
    """

    def __init__(self, model: TableModel[Any], parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        option.index = index  # type: ignore[assignment]
        column = self._model.columns[index.column()]
        option.features |= _HAS_TEXT
        option.text = _in_a_cell(column.text(self._model.row_at(index.row())))
        if column.number:
            option.displayAlignment = RIGHT


_HAS_TEXT = QStyleOptionViewItem.ViewItemFeature.HasDisplay


def _in_a_cell(text: str) -> str:
    """Return a text as Qt's own delegate gives it to what draws it."""
    return text.replace("\n", "\u2028")


class EdgeDelegate(QStyledItemDelegate):
    """Gives a selected row its edge: in the accent colour while its list has the keyboard.

    A `TableView` paints the edge itself.
    """

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        view = self.parent()
        if index.column() != 0 or not isinstance(view, QAbstractItemView):
            return
        # Asked of the view: what knows the states of `option` takes longer to load than a page.
        if view.selectionModel().isSelected(index):
            role = "accent" if view.hasFocus() else "hairline"
            colour = colours_for(option.palette).colour(role)
            edge = option.rect
            edge.setWidth(EDGE)
            painter.fillRect(edge, colour)


class TableView(QTableView):
    """A quiet table: whole rows, no grid, copied with Ctrl+C."""

    opened = Signal(int)
    """Enter or a double click on a row."""

    answered = Signal(int)
    """Enter alone, where it answers what is asked: a double click opens, and never judges."""

    _tallest, _no_less = 0, False  # rows
    _laid_out_at = 0.0  # the factor of the text

    def __init__(
        self, model: TableModel[Any], name: str, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        # Ours, as its own was: for Qt's own, on which edges are painted, PySide first makes every
        # kind of widget that there is.
        ground = QWidget(self)
        ground.setBackgroundRole(QPalette.ColorRole.Base)
        ground.setAutoFillBackground(True)
        self.setViewport(ground)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._table_model = model
        self.setModel(model)
        if type(model).data is TableModel.data:  # words and where they stand are all there is
            self.setItemDelegate(CellDelegate(model, self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self._size_rows()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(False)
        header.setMinimumSectionSize(LEAST_COLUMN)
        self.lay_out_columns()
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def lay_out_columns(self) -> None:
        """Give every column its width."""
        self._laid_out_at = measures().factor
        header = self.horizontalHeader()
        for index, column in enumerate(self._table_model.columns):
            if column.width:
                header.setSectionResizeMode(index, QHeaderView.ResizeMode.Interactive)
                # A title is never cut: English ones are longer than the widths allow for.
                titled = header.fontMetrics().horizontalAdvance(column.title) + 5 * GRID
                self.setColumnWidth(index, max(sized(column.width), titled))
            else:
                header.setSectionResizeMode(index, QHeaderView.ResizeMode.Stretch)

    def minimumSizeHint(self) -> QSize:
        """Return room for the header and a row."""
        return QSize(super().minimumSizeHint().width(), 2 * measures().table_row)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        rows = self.rows_in(event)
        if rows and self.selectionModel().hasSelection() and not self.isColumnHidden(0):
            self._paint_edges(rows)

    def rows_in(self, event: QPaintEvent) -> range:
        """Return the rows of which something is painted."""
        at = event.rect()
        first, last = self.rowAt(at.top()), self.rowAt(at.bottom())
        if first < 0:
            return range(0)
        return range(first, self._table_model.rowCount() if last < 0 else last + 1)

    def _paint_edges(self, rows: range) -> None:
        """Give selected rows their edge: in the accent colour while this has the keyboard."""
        chosen, model = self.selectionModel(), self._table_model
        indexes = [each for row in rows if chosen.isSelected(each := model.index(row, 0))]
        if not indexes:
            return
        role = "accent" if self.hasFocus() else "hairline"
        colour, painter = colours_for(self.palette()).colour(role), QPainter(self.viewport())
        for index in indexes:
            edge = self.visualRect(index)
            edge.setWidth(EDGE)
            painter.fillRect(edge, colour)
        painter.end()

    def show_at_most(self, rows: int, *, no_less: bool = False) -> None:
        """Be as tall as so many rows at most, the header counted; `no_less`: exactly so tall."""
        self._tallest, self._no_less = rows, no_less
        self._size_rows()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:  # another hand, or other eyes
            self._size_rows()
            if self._laid_out_at != measures().factor:
                self.lay_out_columns()

    def _size_rows(self) -> None:
        row = measures().table_row
        header = self.verticalHeader()
        if header.defaultSectionSize() != row:
            header.setDefaultSectionSize(row)
        if self._tallest:
            self.setMaximumHeight(self._tallest * row)
            if self._no_less:
                self.setMinimumHeight(self._tallest * row)

    def selectRow(self, row: int) -> None:
        """Choose one row, whichever keys are held: Qt's own would take a choice back with Ctrl.

        By a cell that is seen: from a hidden one no arrow leads on, and no row shows the keyboard.
        """
        flag = QItemSelectionModel.SelectionFlag
        columns = range(self._table_model.columnCount())
        seen = next((each for each in columns if not self.isColumnHidden(each)), 0)
        index = self._table_model.index(row, seen)
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)

    def copy_rows(self) -> None:
        """Put the chosen rows on the clipboard, under their header."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        if rows:
            QGuiApplication.clipboard().setText(self._table_model.as_text(rows))

    def open_row(self) -> None:
        """Open the row with the keyboard, as Enter and a double click do."""
        if self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())

    def _answer_row(self) -> None:
        self.open_row()
        if self.currentIndex().isValid():
            self.answered.emit(self.currentIndex().row())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._table_model.rowCount() and not self.selectionModel().hasSelection():
            self.selectRow(max(self.currentIndex().row(), 0))  # one sees where the keyboard is

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End lead to the first and last row: Qt's own go along the row."""
        ends, rows = QAbstractItemView.CursorAction, self._table_model.rowCount()
        if rows and action in (ends.MoveHome, ends.MoveEnd):
            row = 0 if action is ends.MoveHome else rows - 1
            return self._table_model.index(row, max(self.currentIndex().column(), 0))
        return super().moveCursor(action, modifiers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not (
            event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            # Held down, the second one would answer what the first one asked.
            if not event.isAutoRepeat():
                self._answer_row()
        else:
            super().keyPressEvent(event)
