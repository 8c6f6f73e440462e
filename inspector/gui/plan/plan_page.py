"""检查计划: a plan, what it asks of each site, what was done there, the draw of the next."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from inspector.domain.errors import RefusedInputError
from inspector.domain.plan.plan import Plan
from inspector.domain.plan.plan_coverage import SiteCoverage
from inspector.domain.plan.plan_draw import Draw, DrawWay
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.editor_draft import DraftKeeper
from inspector.gui.frame.page_frame import Page
from inspector.gui.frame.page_head import PageHead
from inspector.gui.measures import sized
from inspector.gui.plan.plan_commands import plan_commands
from inspector.gui.plan.plan_form import PlanForm, new_draft
from inspector.gui.plan.plan_models import ShownPlan, site_model
from inspector.gui.session import Session
from inspector.gui.theme import GRID, fix_width
from inspector.gui.widgets.ask_line import AskLine
from inspector.gui.widgets.choice import Choice
from inspector.gui.widgets.empty_note import EmptyNote
from inspector.gui.widgets.labels import wrapped
from inspector.gui.widgets.lists.row_heights import fit_rows
from inspector.gui.widgets.lists.table import TableView
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr
from inspector.workspace.changes import Changes
from inspector.workspace.plans.plan_words import due_sentence, way_word
from inspector.workspace.plans.plans import PlanDraft
from inspector.workspace.sentences import problem_sentences

_PLAN_WIDTH = 280
_NARROW = 760
_LAST, _WHO = 6, 7
"""Columns that give way on a narrow page."""


class PlanPage(Page):
    """One goes into it from 检查; Esc leads back there."""

    left = Signal()

    visit_wanted = Signal(object)
    """A visit is to be started as it was drawn: a Draw."""

    chapter = "first-inspection"
    commands: CommandTable

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("planPage")
        self._session = session
        self._shown: list[ShownPlan] = []
        self._draft = new_draft(())
        self._drawn: Draw | None = None
        self._stale = True
        self.model = site_model()
        self.table = TableView(self.model, "planSites", tr("Sites of the plan"))
        self.table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        fit_rows(self.table)
        self._plan = Choice("planChoice", tr("Plan"))
        fix_width(self._plan, _PLAN_WIDTH)
        self._due = wrapped("", "section")
        self._due.setObjectName("planDue")
        self.form = PlanForm(self._today)
        self._keeper = DraftKeeper(session, "plan", self.form.drafted, self)
        self.line = AskLine()
        self.commands = plan_commands(self)
        self.commands.changed.connect(self.keys_changed)
        self.head = PageHead()
        self.head.lead_back(self.commands["leave"])
        self.head.add(command_button(self.commands["new"], "newPlan"))
        self.head.add(command_button(self.commands["draw"], "drawVisit", "primary"))
        give_context_menu(self.table, [self.commands[name] for name in ("draw", "new", "copy")])
        top = QWidget()
        top.setObjectName("surface")
        stack(top, (self._plan, (self._due, 1)), margin=(2 * GRID, GRID, 2 * GRID, GRID),
              spacing=2 * GRID, across=True)  # fmt: skip
        filled = QWidget()
        stack(filled, (top, (self.table, 1)))
        self._stack = QStackedWidget()
        self._stack.addWidget(filled)
        self._first = command_button(self.commands["new"], "firstPlan", "primary")
        self._empty = EmptyNote(
            tr("No plan yet"),
            tr(
                "A plan says how often each site is to be visited within a quarter or a phase."
                " What is covered is counted by itself, from the records that are sealed."
            ),
            [self._first],
        )
        self._stack.addWidget(self._empty)
        stack(self, (self.head, (self._stack, 1), self.form, self.line))
        self._plan.currentIndexChanged.connect(self._show_plan)
        self.form.confirmed.connect(self._keep)
        self.form.left.connect(self._give_up)
        self.line.left.connect(self.enter)
        session.changed.connect(self._on_changed)

    # What the window asks

    def tables(self) -> Sequence[CommandTable]:
        return (self.commands if self.form.isHidden() else self.form.commands,)

    def enter(self) -> None:
        if self._stale:
            self._read()
        if not self.form.isHidden():
            self.form.take_focus()
        elif self._shown:
            self.table.setFocus()
        else:
            self._first.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < sized(_NARROW)
        for column in (_LAST, _WHO):
            self.table.setColumnHidden(column, narrow)

    # What is shown

    @property
    def plan(self) -> Plan | None:
        """The plan in front."""
        at = self._plan.currentIndex()
        return self._shown[at].plan if 0 <= at < len(self._shown) else None

    def _read(self) -> None:
        self._stale = False
        before = self.plan.family if self.plan else ""
        plans = self._session.attempt(self._session.workspace.plans.all) or ()
        self._shown = [ShownPlan(plan) for plan in plans]
        self._plan.clear()
        self._plan.offer([(each.title, each.plan.family) for each in self._shown])
        at = self._place(before)
        if at >= 0:
            self._plan.choose(self._shown[at].plan.family)
        self._stack.setCurrentIndex(0 if self._shown else 1)
        self._show_plan()

    def _place(self, family: str) -> int:
        """Return where a plan stands; of none, that of the plan for today, or the last one."""
        families = [each.plan.family for each in self._shown]
        if family in families:
            return families.index(family)
        today = self._today()
        now = [at for at, each in enumerate(self._shown) if each.plan.covers(today)]
        return now[0] if now else len(families) - 1

    def _show_plan(self) -> None:
        plan, row = self.plan, max(self.table.currentIndex().row(), 0)
        self._drawn = None
        self.line.stop()
        if plan is None:
            self.model.set_rows([])
            self.head.set_texts(tr("Plan of visits"))
            self.commands.look_again()
            return
        workspace, today = self._session.workspace, self._today()
        covered = self._session.attempt(lambda: workspace.plans.coverage_of(plan, today))
        if covered is None:
            return
        self.model.set_rows(covered.sites)
        self.table.selectRow(min(row, len(covered.sites) - 1))
        self._due.setText(due_sentence(covered))
        shown = self._shown[self._plan.currentIndex()]
        self.head.set_texts(tr("Plan of visits"), shown.subtitle)
        self._drawn = self._session.attempt(lambda: workspace.draws.newest(plan))
        self._say_drawn()
        self.commands.look_again()

    def step(self, way: int) -> None:
        """Show the plan before (0) or after (1)."""
        at = self._plan.currentIndex() + 2 * way - 1
        if 0 <= at < self._plan.count():
            self._plan.setCurrentIndex(at)

    @property
    def site(self) -> SiteCoverage | None:
        """The line that is chosen."""
        row = self.table.currentIndex().row()
        return self.model.row_at(row) if 0 <= row < self.model.rowCount() else None

    # A new plan

    def begin_new(self) -> None:
        """Let a new plan be filled in."""
        workspace = self._session.workspace
        self._begin(new_draft(workspace.plans.usual_sites()), tr("New plan"))

    def _begin(self, draft: PlanDraft, heading: str) -> None:
        self.line.stop()
        self._keeper.leave()
        self._draft = draft
        self.form.open_for(draft, self._session.workspace.plans.phases(), heading)
        self._keeper.begin("", draft.family)
        self.keys_changed.emit()

    def _keep(self) -> None:
        try:
            draft = self.form.said(self._draft)
            plan, changes = self._session.workspace.plans.make(draft)
        except RefusedInputError as error:
            self.line.ask(problem_sentences(error)[0])
            return
        self._keeper.drop()
        self._close_form()
        self._session.attempt(lambda: changes)
        self._plan.choose(plan.family)
        self._show_plan()
        self._session.told.emit(
            tr("Kept: {plan}, version {number}.", plan=plan.name, number=plan.version), ""
        )

    def _give_up(self) -> None:
        self._keeper.drop()
        self._close_form()

    def _close_form(self) -> None:
        self.line.stop()
        self.form.hide()
        self.keys_changed.emit()
        self.enter()

    def why_not_new(self) -> str:
        """Return why no plan can be made; '' when one can."""
        has_sites = bool(self._session.workspace.rosters.sites())
        return "" if has_sites else tr("There is no site yet: make a roster first.")

    # The draw

    def draw(self, place: int) -> None:
        """Draw the next visit by the way at a place."""
        plan, workspace = self.plan, self._session.workspace
        if plan is None:
            return
        way, today = tuple(DrawWay)[place], self._today()
        drawn = self._session.attempt(lambda: workspace.draws.draw(plan, way, today))
        if drawn is not None:
            self._drawn = drawn[0]
            self._say_drawn()
            self.commands.look_again()

    def _say_drawn(self) -> None:
        drawn = self._drawn
        if drawn is None:
            return
        self.line.wait(
            self.start_drawn,
            tr(
                "Drawn: {site}, {windows} ({way}, seed {seed}). It stands on no paper before the"
                " visit.",
                site=drawn.site_name,
                windows="、".join(drawn.window_numbers),
                way=way_word(drawn.way),
                seed=drawn.seed,
            ),
            tr("Start it"),
        )

    def start_drawn(self) -> None:
        """Lead to the form of the visit that was drawn."""
        if self._drawn is not None:
            self.visit_wanted.emit(self._drawn)

    def why_not_draw(self) -> str:
        """Return why nothing can be drawn; '' when something can."""
        plan, today = self.plan, self._today()
        if plan is None:
            return tr("There is no plan yet.")
        if today < plan.first:
            return tr("This plan has not begun yet.")
        if today > plan.last:
            return tr("This plan is over.")
        if all(self.model.row_at(row).is_done for row in range(self.model.rowCount())):
            return tr("Every site of the plan is covered.")
        return ""

    def why_not_start(self) -> str:
        """Return why no visit that was drawn can start; '' when one can."""
        return "" if self._drawn is not None else tr("Nothing was drawn yet.")

    # What happens

    def go_back(self) -> None:
        """Leave the page; what is drawn waits here."""
        self._keeper.leave()
        self.left.emit()

    def _on_changed(self, changes: Changes) -> None:
        if changes.plans or changes.inspections or changes.roster:
            self._stale = True
            if self.isVisible():
                self._read()

    def _today(self) -> date:
        return self._session.workspace.now().date()
