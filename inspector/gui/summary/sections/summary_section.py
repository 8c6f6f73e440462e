"""A section of the page: one table, with what belongs above, below and beside it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from inspector.domain.days.span import Span
from inspector.domain.figures.figure_facts import FigureScope
from inspector.gui.measures import measures
from inspector.gui.summary.sections.figure_legend import LegendEntry
from inspector.gui.summary.sections.figure_model import FigureColumn, FigureLine, FigureModel
from inspector.gui.summary.sections.figure_table import FigureTable
from inspector.gui.summary.sections.figure_target import Leads
from inspector.gui.theme import GRID, fix_height
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.labels import wrapped
from inspector.gui.widgets.stacked import stack, surface
from inspector.workspace.papers.period_figures import SummaryFigures

_BRIEF = 560
"""Pixels of height below which rows need the room more than what is said of them."""

_ROWS_ALONE = 120
"""Pixels of height that hold a head and two rows, and no line below them; on a low screen rows
have the room as long as they want it."""

_NEVER = FigureScope(Span(date.min, date.min))


class FigureSection(QWidget):
    """Shows the figures it is given; `leads` says where one was followed to."""

    leads = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        name: str,
        title: str,
        columns: Sequence[FigureColumn[Any]],
        short: str = "",
    ) -> None:
        """`short` is its title where the tabs have little room."""
        super().__init__(parent)
        self.title, self.short_title = title, short or title
        surface(area=self)
        self.at = Leads(_NEVER)
        self.model: FigureModel[Any] = FigureModel(columns)
        self.table = FigureTable(self.model, name, title, self)
        self.note = wrapped("", "secondary")
        self.short_note = ElidedLabel("small")  # the same on one line, the rest in its tool tip
        self._low = False
        self.note.setObjectName(f"{name}Note")
        self.note.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        self.short_note.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
        fix_height(self.short_note, 3 * GRID)
        self.column = stack(self, ((self.table, 1), self.note, self.short_note))
        self.table.leads.connect(self.leads)

    def show_figures(self, figures: SummaryFigures) -> None:
        """Show other figures."""
        self.at = Leads(figures.scope)
        self.table.show_lines(self.lines(figures))
        self.say(self.remark(figures))

    def lines(self, figures: SummaryFigures) -> Sequence[FigureLine[Any]]:
        """Return what stands in the table."""
        raise NotImplementedError

    def remark(self, figures: SummaryFigures) -> str:
        """Return what has to be said of the table."""
        return ""

    def legend(self) -> Sequence[LegendEntry]:
        """Return what its marks and tints mean."""
        return ()

    def say(self, text: str) -> None:
        """Say something below the table."""
        self.note.setText(text)
        self.short_note.setText(text)
        self._show_note()

    def _show_note(self) -> None:
        said, brief = bool(self.note.text()), self._low or self.height() < _BRIEF
        rows = (self.table.model().rowCount() + 1) * measures().table_row
        crowded = self._low and self.height() < max(rows + self.short_note.height(), _ROWS_ALONE)
        self.note.setVisible(said and not brief)
        self.short_note.setVisible(said and brief and not crowded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_note()

    def make_small(self, narrow: bool, low: bool) -> None:
        """Give way on a small screen."""
        self._low = low
        self._show_note()

    def take_focus(self) -> None:
        """Give the keyboard to the table."""
        self.table.setFocus()
