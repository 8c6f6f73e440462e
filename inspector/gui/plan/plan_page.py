"""检查计划: a plan, what it asks of each site, what was done there, the draw of the next."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from inspector.domain.plan.plan import Plan, PlannedSite
from inspector.domain.plan.plan_draw import Draw, DrawWay
from inspector.gui.commands.command_button import command_button, menu_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.frame.page_frame import Page
from inspector.gui.frame.page_head import PageHead
from inspector.gui.frame.whole_label import WholeLabel
from inspector.gui.measures import sized
from inspector.gui.plan.plan_commands import plan_commands
from inspector.gui.plan.plan_editing import PlanEditing
from inspector.gui.plan.plan_files import PlanFiles
from inspector.gui.plan.plan_models import PlanLine, ShownPlan, site_model
from inspector.gui.session import Session
from inspector.gui.theme import GRID, fix_width
from inspector.gui.widgets.ask_line import AskLine
from inspector.gui.widgets.choice import Choice
from inspector.gui.widgets.empty_note import EmptyNote
from inspector.gui.widgets.labels import breakable, set_role, wrapped
from inspector.gui.widgets.lists.row_heights import fit_rows
from inspector.gui.widgets.lists.table import TableView
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import tr, tr_count
from inspector.workspace.changes import Changes
from inspector.workspace.plans.plan_owner_words import owner_words
from inspector.workspace.plans.plan_words import due_sentence, way_word

_PLAN_WIDTH = 280
_NARROW = 980
_LAST, _WHO, _BARRED = 7, 8, 9
"""Columns that give way on a narrow page."""


class PlanPage(Page):
    """One goes into it from 检查; Esc leads back there."""

    left = Signal()

    chapter = "plan"
    commands: CommandTable

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("planPage")
        self._session = session
        self._shown: list[ShownPlan] = []
        self._drawn: Draw | None = None
        self._stale = True
        self.model = site_model()
        self.table = TableView(self.model, "planSites", tr("Sites of the plan"))
        fit_rows(self.table)
        self._plan = Choice("planChoice", tr("Plan"))
        fix_width(self._plan, _PLAN_WIDTH)
        self._due = wrapped("", "section")
        self._due.setObjectName("planDue")
        self.line = AskLine()
        self.editing = PlanEditing(
            session, self.line, lambda: self.plan, lambda: self._chosen, self._put_in
        )
        self.files = PlanFiles(self, session, self.line)
        self.commands = plan_commands(self)
        self.commands.changed.connect(self.keys_changed)
        self.head = PageHead()
        self.head.lead_back(self.commands["leave"])
        made = self.commands
        self.head.add(command_button(made["new"], "newPlan"))
        self.head.add(command_button(made["draw"], "drawVisit", "primary"))
        menu = ("change", "add-site", "edit", "phases", "versions", "withdraw", "new", "draw",
                "start", "export", "export-plan", "import", "copy")  # fmt: skip
        give_context_menu(self.table, [made[name] for name in menu])
        more = menu_button(tr("More"), "morePlan", [made[name] for name in menu[1:-1]])
        top = QWidget()
        top.setObjectName("surface")
        stack(top, (self._plan, (self._due, 1), more), margin=(2 * GRID, GRID, 2 * GRID, GRID),
              spacing=2 * GRID, across=True)  # fmt: skip
        self._owner = WholeLabel("planOwner", "secondary")
        self._owner.setContentsMargins(2 * GRID, 0, 2 * GRID, GRID)
        whose = surface()  # else what is below the choice lies on the grey of the window
        stack(whose, (top, self._owner))
        filled = QWidget()
        stack(filled, (whose, (self.table, 1)))
        self._stack = QStackedWidget()
        self._stack.addWidget(filled)
        self._first = command_button(self.commands["new"], "firstPlan", "primary")
        self._empty = EmptyNote(
            tr("No plan yet"),
            tr(
                "A plan says how often each site is to be visited within a quarter or a phase."
                " What is covered is counted by itself, from the records that are sealed."
            ),
            [self._first, command_button(made["import"], "importPlan"),
             command_button(made["phases"], "firstPhases")],
        )  # fmt: skip
        self._stack.addWidget(self._empty)
        self._column = stack(self, (self.head, (self._stack, 1), self.line))
        self.table.opened.connect(lambda _: self.editing.begin_quota())
        self._plan.currentIndexChanged.connect(self._show_plan)
        self.editing.opened.connect(self.keys_changed)
        self.editing.closed.connect(self._on_closed)
        self.line.left.connect(self.enter)
        session.changed.connect(self._on_changed)

    def _put_in(self, form: QWidget) -> None:
        self._column.insertWidget(self._column.indexOf(self.line), form)

    # What the window asks

    def tables(self) -> Sequence[CommandTable]:
        front = self.editing.front
        return (self.commands if front is None else front.commands,)

    def enter(self) -> None:
        if self._stale:
            self._read()
        if (front := self.editing.front) is not None:
            front.take_focus()
        elif self._shown:
            self.table.setFocus()
        else:
            self._first.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < sized(_NARROW)
        for column in (_LAST, _WHO, _BARRED):
            self.table.setColumnHidden(column, narrow)

    # What is shown

    @property
    def plan(self) -> Plan | None:
        """The plan in front."""
        at = self._plan.currentIndex()
        return self._shown[at].plan if 0 <= at < len(self._shown) else None

    def _read(self, family: str = "") -> None:
        self._stale = False
        before = family or (self.plan.family if self.plan else "")
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
        self.model.set_rows(
            [
                PlanLine(site, plan.barred_of(site.site_id), asked.share)
                for site, asked in zip(covered.sites, plan.sites, strict=True)
            ]
        )
        self.table.selectRow(min(row, len(covered.sites) - 1))
        self._due.setText(due_sentence(covered))
        self._say_owner(plan)
        shown = self._shown[self._plan.currentIndex()]
        self.head.set_texts(tr("Plan of visits"), shown.subtitle)
        self._drawn = self._session.attempt(lambda: workspace.draws.newest(plan))
        self._say_drawn()
        self.commands.look_again()

    def _say_owner(self, plan: Plan) -> None:
        """Say whose the plan is, where another laptop made it; loud of a version it refuses."""
        said = owner_words(self._session.workspace, plan)
        self._owner.setVisible(said is not None)
        if said is not None:
            set_role(self._owner, "caution" if said.is_refused else "secondary")
            self._owner.setText(breakable(said.text))

    def step(self, way: int) -> None:
        """Show the plan before (0) or after (1)."""
        at = self._plan.currentIndex() + 2 * way - 1
        if 0 <= at < self._plan.count():
            self._plan.setCurrentIndex(at)

    @property
    def _chosen(self) -> list[PlannedSite]:
        """What the plan asks of the sites that are chosen."""
        plan = self.plan
        rows = sorted({index.row() for index in self.table.selectedIndexes()})
        found = [plan.site(self.model.row_at(row).site.site_id) for row in rows] if plan else []
        return [site for site in found if site is not None]

    def _on_closed(self, family: str) -> None:
        """A form is gone: show the plan that was kept."""
        if family:
            self._read(family)
        self.keys_changed.emit()
        self.enter()

    def save_coverage(self) -> None:
        """Write what is covered of the plans for these days."""
        if self.plan is not None:
            self.files.save_coverage(self.plan)

    def save_plan(self) -> None:
        """Write the plan as a workbook that comes back."""
        if self.plan is not None:
            self.files.save_plan(self.plan)

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
            self._choose_site(drawn[0].site_id)
            self._say_drawn()
            self.commands.look_again()

    def _choose_site(self, site_id: str) -> None:
        for row in range(self.model.rowCount()):
            if self.model.row_at(row).site.site_id == site_id:
                self.table.selectRow(row)

    def _say_drawn(self) -> None:
        drawn, plan = self._drawn, self.plan
        if drawn is None or plan is None:
            return
        times = self._session.workspace.draws.times_on(plan, self._today())
        self.line.wait(
            self.start_drawn,
            tr(
                "Drawn: {site}, {windows} ({way}, seed {seed}). It stands on no paper before the"
                " visit. {times}",
                site=drawn.site_name,
                windows="、".join(drawn.window_numbers),
                way=way_word(drawn.way),
                seed=drawn.seed,
                times=tr_count(
                    times,
                    "Drawn once today; each draw is kept and printed.",
                    "Drawn {count} times today; each draw is kept and printed.",
                ),
            ),
            tr("Start it"),
        )

    def start_drawn(self) -> None:
        """Lead to the form of the visit that was drawn."""
        if self._drawn is not None:
            self._session.drawn_visit_wanted.emit(self._drawn)

    def why_not_draw(self) -> str:
        """Return why nothing can be drawn; '' when something can."""
        plan, today = self.plan, self._today()
        if plan is None:
            return tr("There is no plan yet.")
        if today < plan.first:
            return tr("This plan has not begun yet.")
        if today > plan.last:
            return tr("This plan is over.")
        if all(self.model.row_at(row).site.is_done for row in range(self.model.rowCount())):
            return tr("Every site of the plan is covered.")
        return ""

    def why_not_start(self) -> str:
        """Return why no visit that was drawn can start; '' when one can."""
        return "" if self._drawn is not None else tr("Nothing was drawn yet.")

    # What happens

    def go_back(self) -> None:
        """Close the form in front, or leave the page; what is typed and drawn waits here."""
        if self.editing.front is not None:
            self.editing.lay_aside()
        else:
            self.left.emit()

    def _on_changed(self, changes: Changes) -> None:
        touched = changes.plans or changes.inspections or changes.roster or changes.laptops
        if touched or changes.day:
            self._stale = True
            if self.isVisible():
                self._read()

    def _today(self) -> date:
        return self._session.workspace.now().date()
