"""The result of a visit that is not scored: a sentence and a table."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.gui.commands.key_line import Keys
from inspector.gui.commands.shortcuts import add_shortcut
from inspector.gui.frame.page_head import PageHead
from inspector.gui.theme import GRID
from inspector.gui.visits.parts.record_line import changed_text
from inspector.gui.visits.parts.visits_part import Part
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.labels import wrapped
from inspector.gui.widgets.lists.table import Column, TableModel, TableView
from inspector.translation import tr

Row = TypeVar("Row")


class RoundResult(Part, Generic[Row]):
    """Esc leads back."""

    def __init__(self, columns: Sequence[Column[Row]], name: str, title: str) -> None:
        super().__init__()
        self.more_keys: Keys = ()
        self.head = PageHead()
        self._changed = ElidedLabel("alarm")
        self._changed.setObjectName("recordChanged")
        self._changed.setContentsMargins(2 * GRID, GRID, 2 * GRID, 0)
        self._changed.hide()
        self._summary = wrapped("", "section")
        self._summary.setObjectName("resultSummary")
        self._summary.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        self.model: TableModel[Row] = TableModel(columns)
        self.table = TableView(self.model, name, title)
        surface = QWidget()
        surface.setObjectName("surface")
        surface.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inner = QVBoxLayout(surface)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self._changed)
        inner.addWidget(self._summary)
        inner.addWidget(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(surface, 1)
        add_shortcut(self, "Esc", self.left.emit)

    def keys(self) -> Keys:
        """Return the keys of the page."""
        return (*self.more_keys, ("Ctrl+C", tr("Copy rows")), ("Esc", tr("Back")))

    def show_rows(self, summary: str, rows: Sequence[Row], *, unchanged: bool = True) -> None:
        """Show what the visit came to, and above it in large when its record was changed."""
        self._changed.setVisible(not unchanged)
        self._changed.setText("" if unchanged else changed_text())
        self._summary.setText(summary)
        self.model.set_rows(rows)
        self.table.selectRow(0)
        self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard on the table."""
        self.table.setFocus()
