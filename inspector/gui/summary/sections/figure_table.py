"""Tables of figures: rows under headings, a shade behind a rate, and a figure that leads on.

Up and Down choose a row, Shift+Left and Shift+Right a figure of it; Enter opens its rows.
"""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from inspector.gui.measures import measures, sized
from inspector.gui.summary.sections.figure_delegate import FigureDelegate, FigureHeader
from inspector.gui.summary.sections.figure_model import FigureLine, FigureModel
from inspector.gui.theme import GRID, text_font
from inspector.gui.widgets.lists.table import TableView

_LEAST = 48
"""Pixels of the narrowest figure: there are many in a row."""

_NAME = 104
"""Pixels that are left to a name, which shrinks last: then one scrolls to the last figures."""

_SIDE = 10
"""Pixels beside a title, as in the theme's sheet."""

MOST_SAID, _CUT = 264, 88
"""Pixels that words take at most, and where there is little room."""


class FigureTable(TableView):
    """One of the tables of the page."""

    leads = Signal(object)
    """Enter on a figure: where it leads."""

    def __init__(self, model: FigureModel[Any], name: str, title: str, parent: QWidget) -> None:
        super().__init__(model, name, title, parent)
        self._figures = model
        self.arranges: Callable[[], None] = self.fit_names
        """What is done when there is other room."""

        self._unwanted: set[int] = set()
        self._widest: dict[tuple[int, str, float], int] = {}  # pixels, by column, title and text
        self.giving_way: Sequence[int] = ()
        """Columns that go where there is no room, the first one first."""

        self.shrinking: Sequence[int] = ()
        """Columns of words, which are cut before that; all of them is in the tip."""

        self.setProperty("role", "figures")
        self.setHorizontalHeader(FigureHeader(self, model))
        figures = FigureDelegate(self, model)
        self.setItemDelegate(figures)
        self.setItemDelegateForColumn(0, figures)
        self.horizontalHeader().setMinimumSectionSize(_LEAST)
        self.lay_out_columns()
        self.opened.connect(self._open)

    def lay_out_columns(self) -> None:
        """Make columns as narrow as their titles allow: there are many figures in a row."""
        super().lay_out_columns()
        metrics = self.horizontalHeader().fontMetrics()
        for place, column in enumerate(self._table_model.columns):
            if column.width:
                titled = metrics.horizontalAdvance(column.title) + 2 * _SIDE
                self.setColumnWidth(place, max(sized(column.width), titled))

    def fit_figures(self) -> None:
        """Make columns of figures as wide as the longest of them, where that is wider."""
        titled = self.horizontalHeader().fontMetrics().horizontalAdvance
        for place, column in enumerate(self._table_model.columns):
            if column.width and column.number:
                usual = max(sized(column.width), titled(column.title) + 2 * _SIDE)
                self.setColumnWidth(place, max(usual, self.widest(place) + 3 * GRID))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arranges()

    def want(self, column: int, wanted: bool) -> None:
        """Show a column, or leave it out: it has nothing to say."""
        (self._unwanted.discard if wanted else self._unwanted.add)(column)
        self.setColumnHidden(column, not wanted)

    def fit_column(self, column: int, most: int = 0) -> None:
        """Make a column as wide as what it says, `most` pixels at most, and as its title."""
        said = self.widest(column)
        said = min(said + 3 * GRID, sized(most)) if most else said + 3 * GRID
        self.setColumnWidth(column, max(said, self._titled(column)))

    def widest(self, column: int) -> int:
        """Return the pixels of the longest that a column says: measured once for its rows."""
        own = self._figures.figures[column]
        key = (column, self._figures.columns[column].title, measures().factor)
        if key not in self._widest:
            wide = QFontMetrics(text_font(bold=own.bold)).horizontalAdvance
            rows = (line.row for line in self._figures.rows if line.row is not None)
            self._widest[key] = max(map(wide, {own.text(row) for row in rows}), default=0)
        return self._widest[key]

    def _titled(self, column: int) -> int:
        """Return the pixels in which the title of a column is not cut."""
        metrics = self.horizontalHeader().fontMetrics()
        return metrics.horizontalAdvance(self._figures.columns[column].title) + 3 * GRID

    def fit_names(self) -> None:
        """Give what the figures leave to the names, and at least what tells them apart.

        Where that is too little, what is `shrinking` is cut, and columns `giving_way` go.
        """
        header, columns = self.horizontalHeader(), self._table_model.columns
        for column in self.giving_way:
            self.setColumnHidden(column, column in self._unwanted)
        for column in self.shrinking:
            self.fit_column(column, MOST_SAID)
        names = [
            n for n, each in enumerate(columns) if not each.width and not header.isSectionHidden(n)
        ]

        def left() -> int:
            figures = sum(self.columnWidth(n) for n in range(len(columns)) if n not in names)
            shown = [n for n in names if not header.isSectionHidden(n)]
            return self.viewport().width() - figures - sized(_NAME) * len(shown)

        if left() < 0:
            for column in self.shrinking:
                least = max(self._titled(column), sized(_CUT))
                self.setColumnWidth(column, min(self.columnWidth(column), least))
        for column in self.giving_way:
            if left() < 0:
                self.setColumnHidden(column, True)
        self.come_into_sight()
        for name in names:
            self.hold_names(name, sized(_NAME), stretches=left() >= 0)

    def hold_names(self, column: int, width: int, *, stretches: bool) -> None:
        """Give a column of names so many pixels, or what is left."""
        mode = QHeaderView.ResizeMode
        self.horizontalHeader().setSectionResizeMode(
            column, mode.Stretch if stretches else mode.Interactive
        )
        if not stretches:
            self.setColumnWidth(column, width)

    def show_lines(self, lines: Sequence[FigureLine[Any]]) -> None:
        """Show other lines; the keyboard stays in its row and column as far as there is one."""
        row, column = self.currentIndex().row(), self.currentIndex().column()
        self.clearSpans()
        self._widest.clear()
        self._figures.set_rows(lines)
        for place, line in enumerate(lines):
            if line.row is None:
                self.setSpan(place, 0, 1, len(self._figures.columns))
        rows = [place for place, line in enumerate(lines) if line.row is not None]
        if rows:
            wanted = row if row in rows else rows[0]
            self._choose(wanted, max(column, self._first_figure))

    @property
    def _leading(self) -> list[int]:
        return [
            n
            for n, column in enumerate(self._figures.figures)
            if column.opens is not None and not self.isColumnHidden(n)
        ]

    @property
    def _first_figure(self) -> int:
        return next(iter(self._leading), 0)

    def come_into_sight(self) -> None:
        """Go on to a figure that is shown where the chosen one is not any more."""
        index, leading = self.currentIndex(), self._leading
        if index.isValid() and leading and self.isColumnHidden(index.column()):
            self._choose(index.row(), min(leading, key=lambda n: abs(n - index.column())))

    def _choose(self, row: int, column: int) -> None:
        flag = QItemSelectionModel.SelectionFlag
        index = self._figures.index(row, column)
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.ShiftModifier and event.key() in (
            Qt.Key.Key_Left,
            Qt.Key.Key_Right,
        ):
            self._step(1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        index, leading = self.currentIndex(), self._leading
        if not index.isValid() or not leading:
            return
        beyond = [n for n in leading if (n - index.column()) * by > 0]
        if beyond:
            self._choose(index.row(), beyond[0] if by > 0 else beyond[-1])
            self.scrollTo(self.currentIndex())

    def _open(self, row: int) -> None:
        index = self.currentIndex()
        leads_to = self._figures.opened_at(self._figures.index(row, max(index.column(), 0)))
        if leads_to is not None:
            self.leads.emit(leads_to)
