"""The result of a visit that is not scored: a sentence and a table."""

from abc import abstractmethod
from collections.abc import Sequence
from datetime import date
from typing import Generic, TypeVar

from inspector.domain.visit.inspection import Inspection
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.frame.page_head import PageHead
from inspector.gui.session import Session
from inspector.gui.theme import GRID
from inspector.gui.visits.parts.record_line import changed_text
from inspector.gui.visits.parts.visits_part import Part
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.labels import wrapped
from inspector.gui.widgets.lists.table import Column, TableModel, TableView
from inspector.gui.widgets.stacked import stack, surface
from inspector.gui.words import visit_words
from inspector.translation import tr
from inspector.workspace.extent import Extent, Period

Row = TypeVar("Row")


class WalkResult(Part, Generic[Row]):
    """Nothing on it can be changed. Esc leads back."""

    chapter = "rounds"

    def __init__(
        self,
        session: Session,
        columns: Sequence[Column[Row]],
        table: tuple[str, str],
        paper: tuple[str, str],
    ) -> None:
        """`table` is its name and title, `paper` the words and the key of what can be written."""
        super().__init__()
        self._session = session
        self._extent: Extent | None = None
        self.commands = CommandTable(self)
        words, key = paper
        write = self.commands.add("write", f"{words}…", key, self._write, short=words)
        copy = tr("Copy rows")
        self.commands.add("copy", copy, "Ctrl+C", short=copy)
        self.commands.add("back", tr("Back"), "Esc", self.left.emit, short=tr("Back"))
        self.head = PageHead()
        self.head.add(command_button(write, "resultWrite", "primary"))
        self._changed = ElidedLabel("alarm")
        self._changed.setObjectName("recordChanged")
        self._changed.setContentsMargins(2 * GRID, GRID, 2 * GRID, 0)
        self._changed.hide()
        self._summary = wrapped("", "section")
        self._summary.setObjectName("resultSummary")
        self._summary.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        self.model: TableModel[Row] = TableModel(columns)
        self.table = TableView(self.model, *table)
        body = surface()
        stack(body, (self._changed, self._summary, (self.table, 1)))
        stack(self, (self.head, (body, 1)))

    @abstractmethod
    def _write_paper(self, extent: Extent) -> None:
        """Write the paper of the visit."""

    def _write(self) -> None:
        if self._extent is not None:
            self._write_paper(self._extent)

    def show_visit(
        self,
        inspection: Inspection,
        summary: str,
        rows: Sequence[Row],
        days: Sequence[date],
        unchanged: bool,
    ) -> None:
        """Show what a visit came to, and above it in large when its record was changed.

        `days` are those that its paper is about.
        """
        who = ("、".join(inspection.inspectors),) if inspection.inspectors else ()
        self.head.set_texts(inspection.site_name, visit_words(inspection, *who))
        self._extent = Extent(Period(min(days), max(days)), inspection.site_name)
        self._changed.setVisible(not unchanged)
        self._changed.setText("" if unchanged else changed_text())
        self._summary.setText(summary)
        self.model.set_rows(rows)
        self.table.selectRow(0)
        self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard on the table."""
        self.table.setFocus()
