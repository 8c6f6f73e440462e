"""The result of a visit that is not scored: a sentence and a table."""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from inspector.domain.visit.inspection import Inspection
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.papers.paper_saving import Paper
from inspector.gui.session import Session
from inspector.gui.theme import GRID
from inspector.gui.visits.parts.record_line import ChangedLine
from inspector.gui.visits.parts.visit_result import (
    ReadAgain,
    VisitResult,
    add_copy_and_back,
    add_paper,
    add_see,
)
from inspector.gui.widgets.labels import wrapped
from inspector.gui.widgets.lists.giving_way import GivingWay
from inspector.gui.widgets.lists.table import Column
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import tr

Row = TypeVar("Row")

_TEXT_LEAST = 200
"""Pixels of what was wrong, for which other columns give way."""


class WalkResult(VisitResult[Row]):
    """A patrol or a recheck has one paper."""

    chapter = "rounds"

    text_column: int
    """The column that says what was wrong."""

    give_way: Sequence[int]
    """The columns that it takes the room of, first to last, on a small screen."""

    def __init__(
        self,
        session: Session,
        columns: Sequence[Column[Row]],
        table: tuple[str, str],
        paper: tuple[Paper, str, str],
        parent: QWidget | None = None,
    ) -> None:
        """`table` is its name and title, `paper` what can be written, its words and its key."""
        super().__init__(session, columns, table, parent)
        GivingWay(self.table, self.text_column, _TEXT_LEAST, self.give_way)
        kind, words, key = paper
        self.commands = CommandTable(self)
        add_paper(self.commands, "write", words, key, lambda: self.save(kind))
        prints = tr("Print…")
        self.commands.add("print", prints, "Ctrl+P", lambda: self.preview(kind), short=prints)
        add_see(self.commands, self)
        add_copy_and_back(self.commands, self, self.table)
        give_context_menu(self.table, [self.commands[each] for each in ("see", "copy", "write")])
        self.head.lead_back(self.commands["back"])
        self.head.add(command_button(self.commands["print"], "resultPrint"))
        self.head.add(command_button(self.commands["write"], "resultWrite", "primary"))
        self._changed = ChangedLine()
        self._changed.setContentsMargins(2 * GRID, GRID, 2 * GRID, 0)
        self._summary = wrapped("", "section")
        self._summary.setObjectName("resultSummary")
        self._summary.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        body = surface(area=QWidget(self))
        stack(body, (self._changed, self._summary, (self.table, 1)))
        stack(self, (self.head, (body, 1)))
        self._visit = ""
        self._again = ReadAgain(self, self._read_again)
        session.changed.connect(self._again.on_changed)

    def read(self, inspection_id: str) -> None:
        """Show a completed visit as it stands now, with `show_visit`."""
        raise NotImplementedError

    def open(self, inspection_id: str) -> None:
        """Show a completed visit, from its first row on."""
        self._again.on_opened()
        self.read(inspection_id)
        self.table.selectRow(0)
        self.take_focus()

    def show_visit(
        self,
        inspection: Inspection,
        summary: str,
        rows: Sequence[Row],
        unchanged: bool,
        days: Sequence[date] = (),
    ) -> None:
        """Show what a visit came to, and above it in large when its record was changed.

        `days` are those that its paper is about; without them its own.
        """
        self._visit = inspection.id
        self._show_head(inspection, days=days)
        self._changed.show_unchanged(unchanged)
        self._summary.setText(summary)
        place = self.table.currentIndex().row()
        self.model.set_rows(rows)
        self.table.selectRow(max(place, 0))

    def showEvent(self, event: QShowEvent) -> None:
        self._again.on_show(event)
        super().showEvent(event)

    def _read_again(self) -> None:
        """Show the visit in front as it stands now; one stands in its list where one stood."""
        if self._visit:
            self._session.attempt(lambda: self.read(self._visit))
