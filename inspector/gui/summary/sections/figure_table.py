"""Tables of figures: rows under headings, a shade behind a rate, and a figure that leads on.

Up and Down choose a row, Shift+Left and Shift+Right a figure of it; Enter opens its rows.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionViewItem

from inspector.domain.checklist.points import Hundredths
from inspector.gui.measures import sized
from inspector.gui.summary.sections.figure_target import Opened
from inspector.gui.summary.sections.shade import ShadeRange, shade_of
from inspector.gui.theme import Colours, colours_for, text_font
from inspector.gui.widgets.lists.table import Column, EdgeDelegate, TableModel, TableView

Row = TypeVar("Row")

_LEAST = 48
"""Pixels of the narrowest figure: there are many in a row."""

_NAME = 104
"""Pixels that are left to a name, which shrinks last: then one scrolls to the last figures."""

_SIDE = 10
"""Pixels beside a title, as in the theme's sheet."""


@dataclass(frozen=True, slots=True)
class FigureColumn(Generic[Row]):
    """A column: its title, what it says of a row, its width (0: the rest), where it leads."""

    title: str
    text: Callable[[Row], str]
    width: int = 0
    number: bool = False
    opens: Callable[[Row], Opened | None] | None = None
    shade: Callable[[Row], Hundredths | None] | None = None
    bold: bool = False
    copied: Callable[[Row], str] | None = None
    role: Callable[[Row], str] | None = None  # of the theme, for its text; "": the usual one
    paints: Callable[[QPainter, QRect, Row, Colours], None] | None = None
    """Draws the cell; its text is what is heard of it."""

    paints_head: Callable[[QPainter, QRect, Colours], None] | None = None


@dataclass(frozen=True, slots=True)
class FigureLine(Generic[Row]):
    """A row, or a heading over those that follow."""

    row: Row | None
    heading: str = ""


def grouped(groups: Sequence[tuple[str, Sequence[Row]]]) -> list[FigureLine[Row]]:
    """Return rows under the headings of their groups; a single group needs none."""
    lines: list[FigureLine[Row]] = []
    for heading, rows in groups:
        if len(groups) > 1:
            lines.append(FigureLine(None, heading))
        lines.extend(FigureLine(row) for row in rows)
    return lines


class FigureModel(TableModel[FigureLine[Row]]):
    """Lines under columns; a heading stands in the first one."""

    def __init__(self, columns: Sequence[FigureColumn[Row]]) -> None:
        super().__init__([self._column(n, column) for n, column in enumerate(columns)])
        self.figures = tuple(columns)
        self._shades = ShadeRange.of(())
        self.tinted: Callable[[Row], bool] = lambda row: False
        """Whether a row catches the eye."""

        self.begins_group: Callable[[Row, Row], bool] = lambda row, above: False
        """Whether a row is of others than the one above it."""

    @property
    def rows(self) -> Sequence[FigureLine[Row]]:
        """The lines, in their order."""
        return self._rows

    @staticmethod
    def _column(place: int, column: FigureColumn[Row]) -> Column[FigureLine[Row]]:
        def text(line: FigureLine[Row]) -> str:
            if line.row is not None:
                return column.text(line.row)
            return "" if place else line.heading

        def copied(line: FigureLine[Row]) -> str:
            own = column.copied
            return own(line.row) if own is not None and line.row is not None else text(line)

        return Column(column.title, text, column.width, column.number, copied)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if index.isValid():
            heading = self.row_at(index.row()).row is None
            if role == Qt.ItemDataRole.FontRole:
                bold = heading or self.figures[index.column()].bold
                return text_font(bold=True) if bold else None
            if role == Qt.ItemDataRole.TextAlignmentRole and heading:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return super().data(index, role)

    def set_rows(self, rows: Sequence[FigureLine[Row]]) -> None:
        super().set_rows(rows)
        rates = (
            column.shade(line.row)
            for column in self.figures
            if column.shade is not None
            for line in rows
            if line.row is not None
        )
        alone = sum(line.row is not None for line in rows) < 2  # there is nothing to compare
        self._shades = ShadeRange.of(rate for rate in rates if rate is not None and not alone)

    def shade_at(self, index: QModelIndex | QPersistentModelIndex) -> int:
        """Return the step that a cell is shaded by; 0: none."""
        shade, row = self.figures[index.column()].shade, self.row_at(index.row()).row
        return self._shades.step(shade(row)) if shade is not None and row is not None else 0

    def is_tinted(self, place: int) -> bool:
        """Tell whether a line is tinted as a whole."""
        row = self.row_at(place).row
        return row is not None and self.tinted(row)

    def is_parted(self, place: int) -> bool:
        """Tell whether a line of others is drawn above a line."""
        if not place:
            return False
        row, above = self.row_at(place).row, self.row_at(place - 1).row
        return row is not None and above is not None and self.begins_group(row, above)

    def opened_at(self, index: QModelIndex | QPersistentModelIndex) -> Opened | None:
        """Return where a cell leads, or its row where the cell leads nowhere."""
        row = self.row_at(index.row()).row
        if row is None:
            return None
        own = self.figures[index.column()].opens
        for opens in (own, *(column.opens for column in self.figures)):
            if opens is not None and (leads_to := opens(row)) is not None:
                return leads_to
        return None


class FigureTable(TableView):
    """One of the tables of the page."""

    leads = Signal(object)
    """Enter on a figure: where it leads."""

    def __init__(self, model: FigureModel[Any], name: str, title: str) -> None:
        super().__init__(model, name, title)
        self._figures = model
        self.arranges: Callable[[], None] = self.fit_names
        """What is done when there is other room."""

        self.setProperty("role", "figures")
        self.setHorizontalHeader(_FigureHeader(self, model))
        self.setItemDelegate(_FigureDelegate(self))
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arranges()

    def fit_names(self) -> None:
        """Give what the figures leave to the names, and at least what tells them apart."""
        header, columns = self.horizontalHeader(), self._table_model.columns
        names = [
            n for n, each in enumerate(columns) if not each.width and not header.isSectionHidden(n)
        ]
        figures = sum(self.columnWidth(n) for n in range(len(columns)) if n not in names)
        fits = self.viewport().width() - figures >= sized(_NAME) * len(names)
        mode = QHeaderView.ResizeMode
        for name in names:
            header.setSectionResizeMode(name, mode.Stretch if fits else mode.Interactive)
            if not fits:
                self.setColumnWidth(name, sized(_NAME))

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


class _FigureHeader(QHeaderView):
    """Draws the head of a column that draws its cells, too."""

    def __init__(self, table: TableView, model: FigureModel[Any]) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._figures = model
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionsMovable(False)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        paints = self._figures.figures[logicalIndex].paints_head
        if paints is not None:
            colours = colours_for(self.palette())
            painter.save()
            painter.fillRect(rect.adjusted(0, 0, 0, -1), colours.colour("window"))
            paints(painter, rect, colours)
            painter.restore()


class _FigureDelegate(EdgeDelegate):
    """Paints shades, what draws itself, and a frame around the figure that Enter opens."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        table = self.parent()
        assert isinstance(table, FigureTable)
        column, line = table._figures.figures[index.column()], table._figures.row_at(index.row())
        if line.row is None:
            return
        if column.paints is not None:
            option.text = ""
        elif column.role is not None and (role := column.role(line.row)):
            colour = colours_for(option.palette).colour(role)
            for each in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                option.palette.setColor(each, colour)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        table = self.parent()
        assert isinstance(table, FigureTable)
        model = table._figures
        colours = colours_for(option.palette)
        shade = shade_of(model.shade_at(index), colours)
        own = QStyleOptionViewItem(option)
        if shade is not None:
            painter.fillRect(option.rect.adjusted(0, 0, 0, -1), shade)
            own.state &= ~QStyle.StateFlag.State_Selected
        elif model.is_tinted(index.row()) and not table.selectionModel().isSelected(index):
            tint = shade_of(1, colours)
            assert tint is not None
            painter.fillRect(option.rect.adjusted(0, 0, 0, -1), tint)
        super().paint(painter, own, index)
        line, paints = model.row_at(index.row()), model.figures[index.column()].paints
        if paints is not None and line.row is not None:
            paints(painter, option.rect, line.row, colours)
        if model.is_parted(index.row()):
            top = option.rect.top() - 1
            painter.fillRect(option.rect.left(), top, option.rect.width(), 1, colours.colour("rim"))
        if index == table.currentIndex() and table.hasFocus() and _leads(table, index):
            painter.save()
            painter.setPen(QPen(colours.colour("accent"), 1))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -3))
            painter.restore()


def _leads(table: FigureTable, index: QModelIndex | QPersistentModelIndex) -> bool:
    return table._figures.figures[index.column()].opens is not None
