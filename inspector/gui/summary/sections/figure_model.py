"""Rows of figures under their columns: what a cell says, how it is shaded, where it leads."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter

from inspector.gui.summary.sections.figure_target import Opened
from inspector.gui.summary.sections.shade import Shaded, shade_step
from inspector.gui.theme import Colours, text_font
from inspector.gui.widgets.lists.table import Column, TableModel

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class FigureColumn(Generic[Row]):
    """A column: its title, what it says of a row, its width (0: the rest), where it leads."""

    title: str
    text: Callable[[Row], str]
    width: int = 0
    number: bool = False
    opens: Callable[[Row], Opened | None] | None = None
    shade: Callable[[Row], Shaded | None] | None = None
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

    def shade_at(self, index: QModelIndex | QPersistentModelIndex) -> int:
        """Return the step that a cell is shaded by; 0: none."""
        shade, row = self.figures[index.column()].shade, self.row_at(index.row()).row
        return shade_step(shade(row)) if shade is not None and row is not None else 0

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
