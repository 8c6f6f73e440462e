"""What every completed visit shows of what it came to: which it was, its papers, and rows."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from inspector.domain.visit.inspection import Inspection
from inspector.gui.commands.command import Do
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.row_copying import add_copy
from inspector.gui.commands.shared_keys import CONFIRM, LEAVE
from inspector.gui.frame.page_head import PageHead
from inspector.gui.papers.paper_preview import preview_paper
from inspector.gui.papers.paper_saving import Paper, save_paper
from inspector.gui.session import Session
from inspector.gui.visits.parts.visits_part import Part
from inspector.gui.widgets.lists.table import Column, TableModel, TableView
from inspector.gui.words import visit_words
from inspector.translation import tr
from inspector.workspace.changes import Changes
from inspector.workspace.extent import Extent, Period
from inspector.workspace.inspectors.inspector_words import party_text

Row = TypeVar("Row")


class ReadAgain:
    """Has a completed visit read again when something of it was changed.

    In front that is at once; behind another page, when it comes to the front; behind the lists
    never, as it is opened anew there. No class that a part inherits: of two bases PySide finds the
    signals of the first alone.
    """

    def __init__(self, part: QWidget, read: Callable[[], object]) -> None:
        """`read` shows the visit in front, if there is one, as it stands now."""
        self._part, self._read = part, read
        self._stale = False  # something was changed while another page was in front

    def on_changed(self, changes: Changes) -> None:
        """Take in what the session says was changed."""
        if changes.records or changes.inspections or changes.findings:
            # What was found may have been dealt with, here or in a bundle that came, and a part
            # of a shared visit may have come in.
            self._stale = not self._part.isHidden()
            if self._part.isVisible():
                self._bring_up_to_date()

    def on_show(self, event: QShowEvent) -> None:
        """Read again, before it is shown, what was changed behind another page."""
        if self._stale and not event.spontaneous():
            self._bring_up_to_date()

    def on_opened(self) -> None:
        """Know that the part shows another visit, as it stands now."""
        self._stale = False

    def _bring_up_to_date(self) -> None:
        self._stale = False
        self._read()


class VisitResult(Part, Generic[Row]):
    """Nothing that was found can be changed on it. Esc leads back."""

    commands: CommandTable

    finding_wanted = Signal(str)
    """The number of a finding that is to be seen in the ledger."""

    def __init__(
        self,
        session: Session,
        columns: Sequence[Column[Row]],
        table: tuple[str, str],
        parent: QWidget | None = None,
    ) -> None:
        """`table` is the name and the title of the rows."""
        super().__init__(parent)
        self._session = session
        self._extent: Extent | None = None
        self.head = PageHead()
        self.model: TableModel[Row] = TableModel(columns)
        self.table = TableView(self.model, *table, self)
        self.table.opened.connect(lambda _: self.see_finding())

    def number_of(self, row: Row) -> str:
        """Return the number of the finding that a row shows; '' where it shows none."""
        raise NotImplementedError

    @property
    def row(self) -> Row | None:
        """The chosen row."""
        at = self.table.currentIndex().row()
        return self.model.row_at(at) if 0 <= at < self.model.rowCount() else None

    def why_not_see(self) -> str:
        """Return why the chosen row is not in the ledger; '' when it is."""
        row = self.row
        is_finding = row is not None and self.number_of(row)
        return "" if is_finding else tr("This row is no finding; only findings are in the ledger.")

    def see_finding(self) -> None:
        """Lead to the chosen finding in the ledger."""
        row = self.row
        if row is None or self.why_not_see():
            self._session.hinted.emit(self.why_not_see())
        else:
            self.finding_wanted.emit(self.number_of(row))

    def save(self, paper: Paper) -> None:
        """Ask where to, and write a paper about the visit."""
        if self._extent is not None:
            save_paper(self, self._session, paper, self._extent)

    def preview(self, paper: Paper) -> None:
        """Show a paper about the visit as it is printed."""
        if self._extent is not None:
            preview_paper(self._session, paper, self._extent)

    def take_focus(self) -> None:
        self.table.setFocus()

    def _show_head(self, inspection: Inspection, *more: str, days: Sequence[date] = ()) -> None:
        """Say which visit it was, and `more`; its papers are about some days, else its own."""
        who = (party_text(inspection),) if inspection.inspectors else ()
        self.head.set_texts(inspection.site_name, visit_words(inspection, *who, *more))
        days = days or (inspection.started_at.date(),)
        self._extent = Extent(Period(min(days), max(days)), inspection.site_name)


def add_paper(table: CommandTable, name: str, words: str, key: str, do: Do) -> None:
    """Add writing a paper, which asks where to."""
    table.add(name, f"{words}…", key, do, short=words)


def add_see(table: CommandTable, result: VisitResult[Row]) -> None:
    """Add leading to the chosen finding: by Enter in the list, and in its menu."""
    words = tr("See the finding in the ledger")
    table.add("open", words, CONFIRM)
    table.add("see", words, do=result.see_finding, why_not=result.why_not_see)


def add_copy_and_back(table: CommandTable, result: Part, *tables: TableView) -> None:
    """Add what can be done at the end of every result."""
    back = tr("Back")
    add_copy(table, *tables, short=tr("Copy rows"))
    table.add("back", back, LEAVE, result.left.emit, short=back)
