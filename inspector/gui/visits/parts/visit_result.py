"""What every completed visit shows of what it came to: which it was, its papers, and rows."""

from collections.abc import Sequence
from datetime import date
from typing import Generic, TypeVar

from inspector.domain.visit.inspection import Inspection
from inspector.gui.commands.command import Do
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.row_copying import add_copy
from inspector.gui.commands.shared_keys import LEAVE
from inspector.gui.frame.page_head import PageHead
from inspector.gui.papers.paper_saving import Paper, save_paper
from inspector.gui.session import Session
from inspector.gui.visits.parts.visits_part import Part
from inspector.gui.widgets.lists.table import Column, TableModel, TableView
from inspector.gui.words import visit_words
from inspector.translation import tr
from inspector.workspace.extent import Extent, Period

Row = TypeVar("Row")


class VisitResult(Part, Generic[Row]):
    """Nothing that was found can be changed on it. Esc leads back."""

    commands: CommandTable

    def __init__(
        self, session: Session, columns: Sequence[Column[Row]], table: tuple[str, str]
    ) -> None:
        """`table` is the name and the title of the rows."""
        super().__init__()
        self._session = session
        self._extent: Extent | None = None
        self.head = PageHead()
        self.model: TableModel[Row] = TableModel(columns)
        self.table = TableView(self.model, *table)

    def save(self, paper: Paper) -> None:
        """Ask where to, and write a paper about the visit."""
        if self._extent is not None:
            save_paper(self, self._session, paper, self._extent)

    def take_focus(self) -> None:
        self.table.setFocus()

    def _show_head(self, inspection: Inspection, *more: str, days: Sequence[date] = ()) -> None:
        """Say which visit it was, and `more`; its papers are about some days, else its own."""
        who = ("、".join(inspection.inspectors),) if inspection.inspectors else ()
        self.head.set_texts(inspection.site_name, visit_words(inspection, *who, *more))
        days = days or (inspection.started_at.date(),)
        self._extent = Extent(Period(min(days), max(days)), inspection.site_name)


def add_paper(table: CommandTable, name: str, words: str, key: str, do: Do) -> None:
    """Add writing a paper, which asks where to."""
    table.add(name, f"{words}…", key, do, short=words)


def add_copy_and_back(table: CommandTable, result: Part, *tables: TableView) -> None:
    """Add what can be done at the end of every result."""
    back = tr("Back")
    add_copy(table, *tables, short=tr("Copy rows"))
    table.add("back", back, LEAVE, result.left.emit, short=back)
