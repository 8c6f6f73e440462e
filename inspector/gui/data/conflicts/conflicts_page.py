"""需选择: what laptops say differently of one thing; a person chooses one way, asked once.

Double clicks and Enter open what it is about; only a number, a button or the menu settles.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from inspector.domain.sharing.conflict import Conflict, ConflictKind, Waiting
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.data.conflicts.conflict_tables import (
    Cells,
    conflict_model,
    said_columns,
    said_rows,
)
from inspector.gui.data.conflicts.conflicts_commands import MOST_WAYS, conflicts_commands
from inspector.gui.frame.page_frame import Page
from inspector.gui.frame.page_head import PageHead
from inspector.gui.session import Session
from inspector.gui.theme import GRID
from inspector.gui.widgets.ask_line import AskLine
from inspector.gui.widgets.empty_note import EmptyNote
from inspector.gui.widgets.flow_row import FlowRow
from inspector.gui.widgets.labels import button, hairline
from inspector.gui.widgets.lists.row_heights import fit_rows
from inspector.gui.widgets.lists.table import TableModel, TableView
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import tr, tr_count
from inspector.workspace.changes import Changes
from inspector.workspace.preferences import FILLED_BY
from inspector.workspace.sharing.conflict_words import kept_sentence
from inspector.workspace.sharing.conflicts import Conflicts

_MOST = 200
"""So many are listed at once, the oldest first; others follow as those are settled."""

_SIDES = 7
"""Rows of what is said: so tall is it whatever is in front, for the list is not to jump."""


class ConflictsPage(Page):
    """One goes into it from 资料 › 共享 or 整改; Esc leads back there."""

    left = Signal()
    finding_wanted = Signal(str)
    """A finding is to be seen on the ledger: its number."""

    commands: CommandTable
    chapter = "conflicts"

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("conflictsPage")
        self._session = session
        self._conflicts = session.workspace.of(Conflicts)
        self._asked = -1  # the place of the way that is asked about
        self.line = AskLine()
        self.line.setObjectName("conflictsLine")
        self._model = conflict_model()
        self.table = TableView(self._model, "conflicts", tr("What is to be chosen"))
        self._conflict: Conflict | None = None
        self._said: TableModel[Cells] = TableModel(said_columns(None))
        self.sides = TableView(self._said, "conflictSides", tr("What each laptop says"))
        self.sides.show_at_most(_SIDES)
        for view in (self.table, self.sides):
            view.setSelectionMode(TableView.SelectionMode.SingleSelection)
            fit_rows(view)
        self._buttons = [self._way_button(place) for place in range(MOST_WAYS)]
        self._ways = FlowRow(self._buttons)
        self._empty = EmptyNote(
            tr("Nothing is to be chosen"),
            tr(
                "Where a bundle says of one thing something else than this laptop does, both are"
                " shown here until somebody chose."
            ),
        )
        self.commands = conflicts_commands(self)
        self.head = PageHead()
        self.head.lead_back(self.commands["leave"])
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.opened.connect(lambda _: self._open())
        self.table.answered.connect(lambda _: self._answer())
        self.line.left.connect(self.enter)
        self.line.says.connect(lambda _: self._give_enter())
        self.commands.changed.connect(self.keys_changed)
        session.changed.connect(self._on_changed)
        for view in (self.table, self.sides):
            give_context_menu(view, [self.commands["settle"], self.commands["show"]])

    def _way_button(self, place: int) -> QPushButton:
        made = button("", f"settle{place + 1}")
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is
        made.clicked.connect(partial(self.settle, place))
        return made

    def _lay_out(self) -> None:
        ways = surface()
        stack(ways, (self._ways,), margin=(2 * GRID, GRID, 2 * GRID, GRID))
        chosen = QWidget()
        stack(chosen, ((self.table, 1), hairline(), (self.sides, 1), hairline(), ways))
        self._stack = QStackedWidget(self)
        self._stack.addWidget(chosen)
        self._stack.addWidget(self._empty)
        stack(self, (self.head, (self._stack, 1), self.line))

    # What the window asks

    def enter(self) -> None:
        self.open()
        if self._model.rowCount():
            self.table.setFocus()

    def open(self) -> None:
        """Show what waits now; what was in front stays there, or what stands in its place."""
        front, before = self.waiting, max(self.table.currentIndex().row(), 0)
        waiting = self._conflicts.waiting(_MOST)
        self._model.set_rows(waiting)
        self._stack.setCurrentIndex(0 if waiting else 1)
        if waiting:
            at = waiting.index(front) if front in waiting else min(before, len(waiting) - 1)
            self.table.selectRow(at)  # and with it what is said of it
        else:
            self._on_row()
        self.head.set_texts(tr("To be chosen"), self._told(len(waiting)))

    def _told(self, listed: int) -> str:
        count = self._conflicts.count() if listed else 0
        if listed >= _MOST and count > listed:
            return tr(
                "{count} things to choose; the oldest {listed} are listed, the others follow",
                count=count,
                listed=listed,
            )
        return tr_count(count, "1 thing to choose", "{count} things to choose") if count else ""

    # What is shown

    @property
    def waiting(self) -> Waiting | None:
        """The one in front."""
        row = self.table.currentIndex().row()
        return self._model.row_at(row) if 0 <= row < self._model.rowCount() else None

    def ways(self) -> Sequence[str]:
        """Return how the one in front can be settled, in words."""
        return self._conflict.ways[:MOST_WAYS] if self._conflict else ()

    def _on_row(self, *_: QModelIndex) -> None:
        if self.line.waiting:  # it was asked of another row
            self.line.stop()
        self._asked = -1
        waiting = self.waiting
        self._conflict = self._conflicts.look_at(waiting) if waiting else None
        self._said.set_columns(said_columns(self._conflict))
        self._said.set_rows(said_rows(self._conflict))
        self.sides.lay_out_columns()
        ways = self.ways()
        for place, made in enumerate(self._buttons):
            made.setVisible(place < len(ways))
            if place < len(ways):
                made.setText(f"{place + 1}. {ways[place]}")
                made.setAccessibleName(ways[place])
        self._ways.arrange()
        self.commands["settle"].tell_first(len(ways))
        self.row_changed.emit()
        self.commands.look_again()

    # What can be done

    def settle(self, place: int) -> None:
        """Settle the one in front in one of its ways; asked once, the same again does it."""
        ways = self.ways()
        if not 0 <= place < len(ways):
            return
        if self._asked == place and self.line.asked_again(self._settle_now):
            return
        self._asked = place
        question = tr("{way}? It goes to the other laptops with the next bundle.", way=ways[place])
        self.line.wait(self._settle_now, question, tr("Settle"))
        self._give_enter()

    def _settle_now(self) -> None:
        waiting, place = self.waiting, self._asked
        if waiting is None or place < 0:
            return
        said = kept_sentence(waiting.title, self.ways()[place])  # what is in front is another soon
        by = self._session.workspace.preferences.get(FILLED_BY)
        done = self._session.attempt(lambda: self._conflicts.settle(waiting, place, by=by))
        if done is not None:
            self.enter()
            self._session.told.emit(said, "")

    def go_back(self) -> None:
        """Take a question back, else go back to where one was."""
        if self.line.waiting:
            self.line.stop()
        else:
            self.left.emit()

    def _open(self) -> None:
        """Show what a row is about; while something is asked, Enter answers and this does not."""
        if not self.line.waiting:
            self.show_it()

    def _give_enter(self) -> None:
        """Let Enter be for the question while there is one."""
        self.commands.set_there("show", not self.line.waiting)

    def _answer(self) -> None:
        if self.line.waiting:
            self.line.confirm()

    def show_it(self) -> None:
        """Show the finding or complaint that it is about."""
        waiting = self.waiting
        if waiting is None:
            return
        if waiting.kind is ConflictKind.FINDING:
            number = self._session.workspace.findings.get(waiting.id).number
            self.finding_wanted.emit(number)
        elif waiting.kind is ConflictKind.COMPLAINT:
            self._session.complaint_wanted.emit(waiting.id)
        else:
            self._session.hinted.emit(self.why_not_shown())

    def why_nothing(self) -> str:
        """Return why nothing can be settled; '' when something is in front."""
        return "" if self._conflict else tr("Nothing is to be chosen.")

    def why_not_shown(self) -> str:
        """Return why nothing can be shown; '' where it is about a finding or complaint."""
        if self.waiting is None:
            return self.why_nothing()
        if self.waiting.kind.is_of_steps:
            return ""
        return tr("What it is about is all here.")

    def _on_changed(self, changes: Changes) -> None:
        touched = (
            changes.findings, changes.complaints, changes.roster, changes.inspectors,
            changes.holidays, changes.laptops, changes.inspections, changes.surveys,
        )  # fmt: skip
        if any(touched) and self.isVisible():
            self.open()
