"""需选择: what laptops say differently of one thing; a person chooses one way, asked once.

Double clicks and Enter open what it is about; only a number, a button or the menu settles.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from inspector.domain.sharing.conflict import Conflict, ConflictKind
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.data.conflicts.conflict_tables import conflict_model, lines_of, said_model
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
from inspector.gui.widgets.lists.table import TableView
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import tr, tr_count
from inspector.workspace.changes import Changes
from inspector.workspace.preferences import FILLED_BY
from inspector.workspace.sharing.conflicts import Conflicts

_MOST = 200
"""So many of a kind are shown at once, the oldest first; others follow as those are settled."""


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
        self._said = said_model()
        self.sides = TableView(self._said, "conflictSides", tr("What each laptop says"))
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
        self.table.opened.connect(lambda _: self.show_it())
        self.line.left.connect(self.enter)
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
        stack(self, (self.head, hairline(), (self._stack, 1), self.line))

    # What the window asks

    def enter(self) -> None:
        self.open()
        if self._model.rowCount():
            self.table.setFocus()

    def open(self) -> None:
        """Show what waits now; what was in front stays there, or what stands in its place."""
        before = max(self.table.currentIndex().row(), 0)
        waiting = self._conflicts.waiting(_MOST)
        self._model.set_rows(waiting)
        self._stack.setCurrentIndex(0 if waiting else 1)
        if waiting:
            self.table.selectRow(min(before, len(waiting) - 1))
        count = self._conflicts.count()
        told = tr_count(count, "1 thing to choose", "{count} things to choose")
        self.head.set_texts(tr("To be chosen"), told if count else "")
        self._on_row()

    # What is shown

    @property
    def conflict(self) -> Conflict | None:
        """The one in front."""
        row = self.table.currentIndex().row()
        return self._model.row_at(row) if 0 <= row < self._model.rowCount() else None

    def ways(self) -> Sequence[str]:
        """Return how the one in front can be settled, in words."""
        return self.conflict.ways[:MOST_WAYS] if self.conflict else ()

    def _on_row(self, *_: QModelIndex) -> None:
        self._asked = -1
        self._said.set_rows(lines_of(self.conflict))
        ways = self.ways()
        for place, made in enumerate(self._buttons):
            made.setVisible(place < len(ways))
            if place < len(ways):
                made.setText(f"{place + 1}. {ways[place]}")
                made.setAccessibleName(ways[place])
        self._ways.arrange()
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
        question = tr(
            "{way}? The choice is kept, and goes to the other laptops with the next bundle.",
            way=ways[place],
        )
        self.line.wait(self._settle_now, question, tr("Settle"))

    def _settle_now(self) -> None:
        conflict, place = self.conflict, self._asked
        if conflict is None or place < 0:
            return
        by = self._session.workspace.preferences.get(FILLED_BY)
        done = self._session.attempt(lambda: self._conflicts.settle(conflict, place, by=by))
        if done is not None:
            self.enter()
            self._session.told.emit(tr("The choice is kept."), "")

    def go_back(self) -> None:
        """Take a question back, else go back to where one was."""
        if self.line.waiting:
            self.line.stop()
        else:
            self.left.emit()

    def show_it(self) -> None:
        """Show the finding or complaint that it is about."""
        conflict = self.conflict
        if conflict is None:
            return
        if conflict.kind is ConflictKind.FINDING:
            self.finding_wanted.emit(self._session.workspace.findings.get(conflict.id).number)
        elif conflict.kind is ConflictKind.COMPLAINT:
            self._session.complaint_wanted.emit(conflict.id)
        else:
            self._session.hinted.emit(self.why_not_shown())

    def why_nothing(self) -> str:
        """Return why nothing can be settled; '' when something is in front."""
        return "" if self.conflict else tr("Nothing is to be chosen.")

    def why_not_shown(self) -> str:
        """Return why nothing can be shown; '' where it is about a finding or complaint."""
        if self.conflict is None:
            return self.why_nothing()
        if self.conflict.kind.is_of_steps:
            return ""
        return tr("What it is about is all here.")

    def _on_changed(self, changes: Changes) -> None:
        touched = (
            changes.findings, changes.complaints, changes.roster, changes.inspectors,
            changes.holidays, changes.laptops,
        )  # fmt: skip
        if any(touched) and self.isVisible():
            self.open()
