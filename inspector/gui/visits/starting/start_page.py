"""The first page: visits to resume, visits that are done, and the next step when there is none."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.frame.page_head import PageHead
from inspector.gui.jobs.in_turns import Turns
from inspector.gui.jobs.loading import load
from inspector.gui.measures import sized
from inspector.gui.papers.export_panel import ExportPanel
from inspector.gui.session import Session
from inspector.gui.theme import GRID, lacks_width
from inspector.gui.visits.parts.inspection_columns import (
    FOUND_COLUMN,
    KIND_COLUMN,
    PART_COLUMN,
    SEEN_COLUMN,
    completed_columns,
    room_for,
    seen_text,
    unfinished_columns,
)
from inspector.gui.visits.parts.visits_part import Part
from inspector.gui.visits.starting.completed_search import CompletedSearch
from inspector.gui.visits.starting.start_commands import (
    GUIDE,
    LISTS,
    PATROLLED,
    start_commands,
)
from inspector.gui.visits.starting.today_patrols import TodayPatrols
from inspector.gui.visits.starting.ways import Ways
from inspector.gui.widgets.labels import label, scroll, set_role
from inspector.gui.widgets.lists.table import TableModel, TableView
from inspector.gui.widgets.readiness import when_ready
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr
from inspector.workspace.visits.inspections import InspectionLine

if TYPE_CHECKING:
    from inspector.gui.visits.starting.first_steps import FirstSteps

SHOWN = 200
"""Completed visits in the list; older ones are found by the words and filters over it."""

_OF_PROGRESS = (
    "inspector.workspace.sheet_reading",
    "inspector.storage.stores.pack_store",
    "inspector.storage.stores.evidence_store",
    "inspector.storage.stores.recheck_store",
)
"""What is loaded before it can be said how far the unfinished visits are."""

PROGRESS_AFTER = 50
"""Milliseconds: the first key does not wait for the checklists that the progress is read from."""

_LEAST_BESIDE = 760
"""Pixels of the page, below which what is exported stands under the lists (1366 at 175 %)."""

_LEAST_NAME = 112
"""Pixels of the name of a site, below which what is told beside its score gives way."""

_TALLEST_UNFINISHED = 6  # rows before the list of unfinished visits scrolls


class StartPage(Part):
    """Unfinished first, since that is what an inspector comes back for."""

    chapter = "first-inspection"

    new_wanted = Signal()
    resumed = Signal(str)
    opened = Signal(str)

    patrol_form_wanted = Signal(str)
    """The form of a new patrol of a site, by its id."""

    roster_wanted = Signal()
    typing_wanted = Signal()
    checklists_wanted = Signal()
    sample_wanted = Signal()
    """What the first steps of an empty page lead to."""

    commands: CommandTable

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._stack = QStackedWidget(self)
        self._both = QWidget(self._stack)
        self._lists = QWidget(self._both)
        self.head = PageHead("", self)
        self.head.set_texts(tr("Inspections"))
        self.unfinished_model: TableModel[InspectionLine] = TableModel(unfinished_columns())
        self.unfinished = TableView(
            self.unfinished_model, "unfinished", tr("Unfinished inspections"), self._lists
        )
        self.completed_model: TableModel[InspectionLine] = TableModel(completed_columns())
        self.completed = TableView(
            self.completed_model, "completed", tr("Completed inspections"), self._lists
        )
        for table in (self.unfinished, self.completed):
            table.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # what tells sites apart ends them
        self._appealed = self._partly_seen = self._in_parts = False
        self.completed.installEventFilter(self)
        self._has_sites = False
        self._is_new = True  # its lists were not read yet
        self._used = self.unfinished  # the list that was opened from last
        self._chosen = self.unfinished  # the list with the row that is chosen
        self._unfinished_title = label(tr("Unfinished"), "section")
        self._completed_title = label(tr("Completed"), "section")
        self.search = CompletedSearch(self._lists)
        self.today = TodayPatrols(session, self._lists)
        self._export_area = QScrollArea(self._both)
        self.commands = start_commands(self)
        self.export = ExportPanel(session, self.commands, (LISTS, PATROLLED), self._export_area)
        scroll(self._export_area, self.export)
        self.ways = Ways(session, self.commands, self)
        new = self.commands["new"]
        self._new = command_button(new, "newInspection", "primary")
        self._opener = command_button(self.commands["resume"], "openChosen", steady=True)
        self._opener.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Enter does it from the list
        self.head.add(self._opener)
        self.head.add(self._new)
        self._steps: FirstSteps | None = None  # made where there is nothing yet
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        lists = self._lists
        lists.setObjectName("surface")
        lists.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        left = QVBoxLayout(lists)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        for title in (self._unfinished_title, self._completed_title):
            title.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        left.addWidget(self._unfinished_title)
        left.addWidget(self.unfinished, 1)
        left.addWidget(self.today)
        done = QHBoxLayout()
        done.setSpacing(0)
        done.addWidget(self._completed_title)
        done.addWidget(self.search, 1)
        left.addLayout(done)
        left.addWidget(self.completed, 1)
        left.addStretch()
        self._sides = stack(self._both, ((lists, 1), self._export_area), across=True)
        self._stack.addWidget(self._both)
        stack(self, (self.head, self.ways, (self._stack, 1)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.export.give_way(lacks_width(self))
        self._give_way()
        self._place_export()

    def _place_export(self) -> None:
        """Let the export stand beside the lists, or below them where these would be cut."""
        area, needed = self._export_area, self.export.sizeHint().height()
        below, direction = self.width() < sized(_LEAST_BESIDE), QBoxLayout.Direction
        self._sides.setDirection(direction.TopToBottom if below else direction.LeftToRight)
        area.setMinimumHeight(needed if below else 0)
        self._lists.setMinimumHeight(self._lists.sizeHint().height() if below else 0)
        scrolls = not below and needed > self.height() - self.head.height()
        bar = area.verticalScrollBar().sizeHint().width() if scrolls else 0
        area.setFixedWidth(self.export.width() + bar)

    def _give_way(self) -> None:
        """Show what was found before appeals where it is different, and how much was observed
        where it is not all; if need be for another, and neither where no name would be left."""
        self.completed.setColumnHidden(FOUND_COLUMN, not self._appealed)
        self.completed.setColumnHidden(SEEN_COLUMN, not self._partly_seen)
        self.completed.setColumnHidden(PART_COLUMN, not self._in_parts)
        narrow = lacks_width(self)
        more = self._appealed or self._partly_seen or self._in_parts
        self.completed.setColumnHidden(KIND_COLUMN, more and narrow)
        title = tr("As found") if narrow else tr("At visit")
        self.completed_model.set_title(FOUND_COLUMN, title)
        self.completed.setColumnWidth(FOUND_COLUMN, room_for("★ 96.10", title))
        for column in (SEEN_COLUMN, FOUND_COLUMN):
            if self._room_of_names() < sized(_LEAST_NAME):
                self.completed.setColumnHidden(column, True)

    def _room_of_names(self) -> int:
        """Return the pixels that the other columns leave.

        Not by the viewport: that is a bare QWidget, and PySide makes every kind of widget known
        as soon as it meets one.
        """
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        others = range(1, self.completed_model.columnCount())
        return self.completed.width() - bar - sum(map(self.completed.columnWidth, others))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._give_way()
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self.commands.changed.connect(self.keys_changed)
        table = self.commands
        give_context_menu(self.unfinished, (table["resume"], table["to-bin"]))
        give_context_menu(self.today.table, (table["walk"], table["new"]))
        give_context_menu(self.completed, (table["see"],))
        for each in (self.unfinished, self.completed):
            each.selectionModel().selectionChanged.connect(partial(self._on_chosen, each))
        self.unfinished.opened.connect(self._resume)
        self.completed.opened.connect(self._open)
        self.today.begun.connect(self.resumed)
        self.today.form_wanted.connect(self.patrol_form_wanted)
        self.search.changed.connect(lambda: self.session.attempt(self._show_completed))
        self.search.left.connect(self._leave_search)

    def _on_chosen(self, table: TableView, *_: object) -> None:
        """A row is chosen in one of the lists: in the other one none is."""
        if table.selectionModel().hasSelection():
            self._chosen = table
            (self.completed if table is self.unfinished else self.unfinished).clearSelection()
        self._show_choice()

    def _show_choice(self) -> None:
        """Let the button in the head say what is done with the row that is chosen."""
        name = "resume" if self._chosen is self.unfinished else "see"
        self._opener.give(self.commands[name])
        self._opener.setVisible(self._chosen.currentIndex().isValid())

    def refresh(self) -> None:
        """Show what there is now; what was shown, when it cannot be read."""
        self.session.attempt(self._read)

    def _read(self) -> None:
        inspections = self.session.workspace.inspections
        unfinished = inspections.unfinished(with_progress=not self._is_new)
        rosters = self.session.workspace.rosters
        self.search.offer(rosters.every_site(), self.session.workspace.now().date())
        _show_lines(self.unfinished, self.unfinished_model, unfinished)
        completed = self._show_completed()
        self._unfinished_title.setVisible(bool(unfinished))
        self.unfinished.setVisible(bool(unfinished))
        rows = min(len(unfinished), _TALLEST_UNFINISHED) + 1  # and the header
        self.unfinished.show_at_most(rows)
        self.today.refresh()
        self._has_sites = bool(rosters.sites())
        self.ways.setVisible(self._has_sites)
        if not self._is_new:
            self.ways.refresh()
        self.commands.look_again()
        is_empty = not (unfinished or completed)
        if is_empty:
            self._first_steps().show_state()
        set_role(self._new, "" if is_empty else "primary")  # one of the steps is
        self._stack.setCurrentWidget(self._first_steps() if is_empty else self._both)
        listed = LISTS if self.today.isHidden() else PATROLLED
        self.commands.set_mode(GUIDE if is_empty else listed)
        self._show_choice()
        self.export.refresh()
        if self._is_new:
            self._is_new = False
            fill = partial(self.session.attempt, self._show_progress)
            fill = partial(self.session.once_kept, fill)
            fill = partial(Turns(self).do, load(*_OF_PROGRESS), fill)
            when_ready(self, lambda: QTimer.singleShot(PROGRESS_AFTER, self, fill))

    def _show_completed(self) -> bool:
        """Show the completed visits that are looked for; tell whether there is any at all."""
        search, inspections = self.search.search, self.session.workspace.inspections
        found = inspections.completed(SHOWN) if search.is_blank else inspections.find(search, SHOWN)
        _show_lines(self.completed, self.completed_model, found)
        self._appealed = any(line.found for line in found)
        self._partly_seen = any(map(seen_text, found))
        self._in_parts = any(line.inspection.shared_by for line in found)
        self._give_way()
        is_any = bool(found) or not search.is_blank
        for each in (self._completed_title, self.search, self.completed):
            each.setVisible(is_any)
        self.search.say_found(len(found), SHOWN)
        return is_any

    def _leave_search(self) -> None:
        """Go from the words or the menu to what was found."""
        self._used = self.completed
        if self.completed_model.rowCount() and not self.completed.currentIndex().isValid():
            self.completed.selectRow(0)
        self.completed.setFocus()

    def _show_progress(self) -> None:
        lines = self.session.workspace.inspections.unfinished()
        _show_lines(self.unfinished, self.unfinished_model, lines)
        self.ways.refresh()

    def choose(self, inspection_id: str) -> None:
        """Choose an unfinished visit that one comes back from; a completed one is none of them."""
        for row in range(self.unfinished_model.rowCount()):
            if self.unfinished_model.row_at(row).inspection.id == inspection_id:
                self._used = self.unfinished
                self.unfinished.selectRow(row)

    def take_focus(self) -> None:
        """Put the keyboard back where it was, or on the most likely next step."""
        for table in (self._used, self.unfinished, self.completed):
            if table.model().rowCount():
                if not table.currentIndex().isValid():
                    table.selectRow(0)
                table.setFocus()
                return
        self._first_steps().take_focus()

    def _first_steps(self) -> "FirstSteps":
        if self._steps is None:
            from inspector.gui.visits.starting.first_steps import FirstSteps

            new = command_button(self.commands["new"], "guideNew")
            made = self._steps = FirstSteps(self.session, new, self._stack)
            made.roster_wanted.connect(self.roster_wanted)
            made.typing_wanted.connect(self.typing_wanted)
            made.checklists_wanted.connect(self.checklists_wanted)
            made.sample_wanted.connect(self.sample_wanted)
            self._stack.addWidget(made)
        return self._steps

    def _resume(self, row: int) -> None:
        self._appealed = self._partly_seen = self._in_parts = False
        self._used = self.unfinished
        self.resumed.emit(self.unfinished_model.row_at(row).inspection.id)

    def _open(self, row: int) -> None:
        self._used = self.completed
        self.opened.emit(self.completed_model.row_at(row).inspection.id)

    def open_chosen(self) -> None:
        """Go on with the visit that is chosen, or see its result."""
        in_unfinished = self._chosen is self.unfinished
        row = self._chosen.currentIndex().row()
        if row >= 0:
            (self._resume if in_unfinished else self._open)(row)

    def why_not_new(self) -> str:
        """Return why no visit can be begun; '' when one can."""
        return "" if self._has_sites else tr("There is no site yet: make a roster first.")

    def discard(self) -> None:
        """Put the chosen unfinished visit into the bin."""
        index = self.unfinished.currentIndex()
        if not index.isValid():
            return
        inspection = self.unfinished_model.row_at(index.row()).inspection
        inspections = self.session.workspace.inspections
        if not self.session.settle():
            return
        if self.session.attempt(lambda: inspections.discard(inspection.id)) is not None:
            self.take_focus()
            self.session.told_undoable.emit(
                tr(
                    "{site} is in the bin; it can be restored under Data, Bin.",
                    site=inspection.site_name,
                ),
                lambda: self.session.attempt(lambda: inspections.take_back(inspection.id)),
            )


def _show_lines(
    table: TableView, model: TableModel[InspectionLine], lines: Sequence[InspectionLine]
) -> None:
    """Show other lines; the chosen one stays chosen, or what has taken its place."""
    row, is_chosen = table.currentIndex().row(), table.selectionModel().hasSelection()
    before = model.row_at(row).inspection.id if row >= 0 else ""
    model.set_rows(lines)
    ids = [line.inspection.id for line in lines]
    if ids and row >= 0:
        row = ids.index(before) if before in ids else min(row, len(ids) - 1)
        if is_chosen:
            table.selectRow(row)
        else:  # the choice is in the other list
            none = QItemSelectionModel.SelectionFlag.NoUpdate
            table.selectionModel().setCurrentIndex(model.index(row, 0), none)
