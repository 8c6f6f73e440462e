"""A section of the page: one table, with what belongs above, below and beside it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.domain.figure_facts import FigureScope
from inspector.domain.span import Span
from inspector.gui.labels import wrapped
from inspector.gui.summary.figure_table import FigureColumn, FigureModel, FigureTable, Line
from inspector.gui.summary.opening import Leads
from inspector.gui.theme import GRID
from inspector.workspace.figures import SummaryFigures

_NEVER = FigureScope(Span(date.min, date.min))


class FigureSection(QWidget):
    """Shows the figures it is given; `leads` says where one was followed to."""

    leads = Signal(object)

    def __init__(self, name: str, title: str, columns: Sequence[FigureColumn[Any]]) -> None:
        super().__init__()
        self.title = title
        self.at = Leads(_NEVER)
        self.model: FigureModel[Any] = FigureModel(columns)
        self.table = FigureTable(self.model, name, title)
        self.note = wrapped("", "secondary")
        self.note.setObjectName(f"{name}Note")
        self.note.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.note)
        self.table.leads.connect(self.leads)

    def show_figures(self, figures: SummaryFigures) -> None:
        """Show other figures."""
        self.at = Leads(figures.scope)
        self.table.show_lines(self.lines(figures))
        self.say(self.remark(figures))

    def lines(self, figures: SummaryFigures) -> Sequence[Line[Any]]:
        """Return what stands in the table."""
        raise NotImplementedError

    def remark(self, figures: SummaryFigures) -> str:
        """Return what has to be said of the table."""
        return ""

    def say(self, text: str) -> None:
        """Say something below the table."""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def make_narrow(self, narrow: bool) -> None:
        """Give way on a small screen."""

    def take_focus(self) -> None:
        """Give the keyboard to the table."""
        self.table.setFocus()
