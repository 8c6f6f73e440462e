"""汇总: the period in front, its key figures, and its sections; every figure opens its rows."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.days.span import SpanKind, span_of
from inspector.domain.figures.figure_facts import FigureScope, Phase
from inspector.domain.finding.ledger_view import LedgerView
from inspector.gui.commands.command_button import command_button, menu_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.frame.page_frame import Page
from inspector.gui.frame.page_head import PageHead
from inspector.gui.jobs.keys_wait import KeysWait
from inspector.gui.jobs.late_painting import paint_later
from inspector.gui.measures import sized
from inspector.gui.session import Session
from inspector.gui.summary.awaited_figures import AwaitedFigures
from inspector.gui.summary.empty_period import EmptyPeriod
from inspector.gui.summary.filled_period import LOW, FilledPeriod
from inspector.gui.summary.period_bar import PeriodBar
from inspector.gui.summary.period_choice import PeriodChoice, of_phase, recalled
from inspector.gui.summary.period_words import counted_text
from inspector.gui.summary.sections.figure_target import Nothing, Opened, Section, VisitsOf
from inspector.gui.summary.sections.figure_words import DOT, scope_text, visits_text
from inspector.gui.summary.site_picker import SitePicker
from inspector.gui.summary.summary_commands import (
    CIRCULAR,
    PHASE,
    PICKER,
    VISITS,
    summary_commands,
)
from inspector.gui.summary.summary_output import SummaryOutput
from inspector.gui.summary.summary_query import SummaryQuery
from inspector.gui.summary.visit_list import VisitList, Whose
from inspector.gui.theme import GRID, lacks_width
from inspector.gui.widgets.labels import hairline, set_role
from inspector.gui.widgets.lists.reading_veil import ReadingVeil
from inspector.translation import tr
from inspector.workspace.changes import Changes
from inspector.workspace.extent import Extent, Period
from inspector.workspace.papers.period_figures import SummaryFigures

if TYPE_CHECKING:
    from inspector.gui.summary.circular.circular_pane import CircularPane


class SummaryBoard(Page):
    """It opens on this month."""

    commands: CommandTable

    ledger_wanted = Signal(object)
    """A LedgerView."""

    visit_wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("summaryBoard")
        self._session = session
        self._stale = True
        self.choice = PeriodChoice(span_of(SpanKind.MONTH, self._today()), SpanKind.MONTH)
        self.figures: SummaryFigures | None = None
        self._phases: list[Phase] | None = None  # they come with the figures
        self._circular: CircularPane | None = None  # made, with what saves it, when it is wanted
        self._save: QWidget | None = None

    def build(self) -> Iterator[None]:
        self.query = SummaryQuery(self._session, self)
        self._keys = KeysWait(self.query, lambda: self.figures is None, numbers=True)
        self.awaited = AwaitedFigures(self._session, self.query, self)
        self.out = SummaryOutput(self._session, self)
        self.head = PageHead(tr("Inspection summary"), self)
        self.bar = PeriodBar(self._today)
        # Inside each other from the first: what gets another parent is dressed anew.
        self._stack = QStackedWidget(self)  # figures, why there are none, visits
        self.empty = EmptyPeriod(self._stack)
        yield
        self.visits, self.picker = VisitList(self._stack), SitePicker(self._stack)
        yield
        filled = self.filled = FilledPeriod(self._stack)
        yield from filled.build()
        self.cards, self.tabs, self.sections = filled.cards, filled.tabs, filled.sections
        self.commands = summary_commands(self)
        self._back = self.head.lead_back(self.visits.commands["leave"])
        self._back.hide()
        self.veil = ReadingVeil(self._stack)
        self._lay_out()
        yield
        self._connect()

    def _lay_out(self) -> None:
        names = ("export", "print", "circular", "save-chart", "copy-chart", "archive")
        out = [self.commands[name] for name in names]
        self._papers = menu_button(tr("Export"), "exportFigures", out, "primary")
        self._pages = [
            command_button(self.commands[name], f"{name}OfPeriod", says_key=False)
            for name in ("evaluation", "training")
        ]
        for button in (*self._pages, self._papers):
            self.head.add(button)
        bar = self._narrowing = QWidget(self)
        bar.setObjectName("surface")
        self._bar_row = QHBoxLayout(bar)
        self._bar_row.addWidget(self.bar)
        parts: tuple[QWidget, ...] = (self.filled, self.empty, self.visits, self.picker)
        for widget in parts:
            self._stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.head, bar, hairline()):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        self._give_way(True, True)  # else a small window would grow to hold it

    def _connect(self) -> None:
        self.bar.kind_asked.connect(self.turn)
        self.bar.stepped.connect(self.step)
        self.bar.narrowed.connect(self._ask_anew)
        self.bar.several_asked.connect(self.pick_sites)
        self.picker.picked.connect(self._on_picked)
        self.picker.left.connect(self._leave_picker)
        self.bar.days_given.connect(lambda span: self._look(PeriodChoice(span, SpanKind.FREE)))
        self.bar.left.connect(self.take_focus)
        self.filled.leads.connect(self._follow)
        self.filled.left.connect(self.take_focus)
        self.cards.copy_wanted.connect(lambda: self.awaited.copy_cards(self.cards))
        self.filled.undecided.wanted.connect(self._session.conflicts_wanted)
        self.filled.turned.connect(self._on_section)
        self.filled.row_changed.connect(self.row_changed)
        self.empty.day_wanted.connect(self._go_to_day)
        self.visits.left.connect(self._leave_visits)
        self.visits.opened.connect(self.visit_wanted)
        self.query.found_phases.connect(self._keep_phases)
        self.query.found.connect(self._show)
        self.query.found_windows.connect(self.filled.show_windows)
        self.query.failed.connect(self.veil.stay)
        self.query.failed.connect(self.filled.heat.veil.stay)
        self._session.changed.connect(self._on_changed)
        self.commands.changed.connect(self.keys_changed)
        self._stack.currentChanged.connect(self._on_front)
        self.filled.give_commands(self.commands)

    @property
    def circular(self) -> "CircularPane":
        """The text of the period's circular."""
        if self._circular is None:
            from inspector.gui.summary.circular.circular_pane import CircularPane

            made = self._circular = CircularPane(self._session)
            self._stack.addWidget(made)
            made.left.connect(self._leave_visits)
            made.stood.connect(self._tell_circular)
            made.commands.changed.connect(self.keys_changed)
            papers = [made.commands[name] for name in ("letter", "workbook")]
            save = self._save = menu_button(tr("Save as"), "saveCircular", papers, "primary")
            save.hide()
            self.head.add(save)
        return self._circular

    # What the window asks

    def tables(self) -> Sequence[CommandTable]:
        front = self._stack.currentWidget()
        if front is self._circular and self._circular is not None:
            return (self._circular.commands,)
        if isinstance(front, SitePicker | VisitList):
            return (front.commands,)
        return super().tables()

    def enter(self) -> None:
        self.draw()
        self.take_focus()
        self._keys.listen()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.draw()

    def take_focus(self) -> None:
        """Give the keyboard to what is in front."""
        front = self._stack.currentWidget()
        if front is self.picker:
            self.picker.take_focus()
        elif front is self._circular:
            self.circular.take_focus()
        elif front is self.visits:
            self.visits.table.setFocus()
        elif front is self.empty:
            self.empty.take_focus()
        else:
            self.filled.front.take_focus()

    def show_now(self) -> None:
        """Wait for what is being read."""
        self.query.finish()
        if self._circular is not None:
            self._circular.show_now()

    # What is asked

    @property
    def scope(self) -> FigureScope:
        """What the figures are asked for."""
        pack = self.bar.pack.currentData()
        return FigureScope(
            self.choice.span,
            self.bar.site_ids,
            pack if isinstance(pack, PackFamily) else None,
            self.choice.phase,
        )

    def draw(self) -> None:
        """Read the figures, unless those are in front that would be read."""
        if self._stale:
            self._stale = False
            workspace = self._session.workspace
            self.bar.offer_sites(workspace.rosters.every_site())
            self._phases = None
            if self.figures is None:
                self._recall()
            self.bar.show_choice(self.choice)
            self._ask()

    def _look(self, choice: PeriodChoice) -> None:
        if choice != self.choice:
            self.choice = choice
            self.bar.show_choice(choice)
            self._ask_anew()

    def _recall(self) -> None:
        """Begin as one looked last: the current period of its kind, the same sites."""
        looked = self._session.workspace.summary_desk.last()
        self.choice = recalled(looked, self._phases_for(looked.phase), self._today())
        self.bar.choose_sites(looked.site_ids)

    def _phases_for(self, phase: str) -> list[Phase]:
        """Return the phases that a choice of `phase` needs: of none ('') it needs none."""
        if not phase:
            return []
        if self._phases is None:  # whoever wants one before they came waits
            self._keep_phases(self._session.attempt(self._session.workspace.figures.phases) or [])
        return self._phases or []

    def _keep_phases(self, phases: list[Phase]) -> None:
        self._phases = phases

    def _remember(self) -> None:
        looked = self.choice.looked(self.bar.site_ids)
        self._session.attempt(lambda: self._session.workspace.summary_desk.remember(looked))

    def pick_sites(self) -> None:
        """Choose several sites."""
        sites = self._session.workspace.rosters.every_site()
        self.picker.offer(sites, self.bar.site_ids)
        self._stack.setCurrentWidget(self.picker)
        self.picker.take_focus()

    def _on_picked(self, site_ids: tuple[str, ...]) -> None:
        self.bar.choose_sites(site_ids)
        self._leave_picker()
        self._ask_anew()

    def _leave_picker(self) -> None:
        """Show what is behind it again."""
        empty = self.figures is None or self.figures.is_empty
        self._stack.setCurrentWidget(self.empty if empty else self.filled)
        self.take_focus()

    def _ask_anew(self) -> None:
        """Ask for others: what was wanted of those before is not."""
        self.awaited.drop()
        self.turned.emit()
        self._ask()

    def _ask(self) -> None:
        self._remember()
        if self._stack.currentWidget() in (self.visits, self.picker):
            self._stack.setCurrentWidget(self.filled)
        self.veil.fall(scope_text(self.scope)) if self.is_of_before else self.veil.lift()
        self.query.ask(
            self.scope,
            self.choice.compared(self._phases_for(self.choice.phase)),
            windows=self.filled.front is self.filled.heat,
            phases=self._phases is None,
        )
        self.commands.look_again()

    def turn(self, kind: object) -> None:
        """Look at another kind of period, or at the phases."""
        if kind == PHASE:
            if not (phases := self._phases_for("any")):
                self._session.hinted.emit(
                    tr("No inspection was made for a phase yet: the form of a new inspection has a"
                       " field for it.")
                )  # fmt: skip
                self.bar.show_choice(self.choice)
                return
            self._look(of_phase(phases[-1]) if not self.choice.phase else self.choice)
            return
        assert isinstance(kind, SpanKind)
        self._look(self.choice.turned(kind, self._today()))
        if kind is SpanKind.FREE:
            self.bar.show_choice(self.choice)
            self.bar.go_to_days()

    def step(self, way: int) -> None:
        """Look at the period before (0) or after (1) this one."""
        self._look(self.choice.stepped(2 * way - 1, self._phases_for(self.choice.phase)))

    def go_to_today(self) -> None:
        """Look at the period of today."""
        self._go_to_day(self._today())

    def _go_to_day(self, day: date) -> None:
        kind = self.choice.kind if self.choice.kind is not SpanKind.FREE else SpanKind.MONTH
        self._look(PeriodChoice(span_of(kind, day), kind))

    # What is shown

    def _show(self, figures: SummaryFigures) -> None:
        had_focus = self.isAncestorOf(self.focusWidget() or self)
        at_buttons = self._stack.currentWidget() is self.empty
        paint_later(self.head)  # it says what the figures are of: painted as one with them
        paint_later(self._stack)
        self.veil.lift()
        self.figures = figures
        if not self.scope.pack:
            self.bar.offer_packs(figures.packs)
        if self._stack.currentWidget() is not self._circular:
            self._say_title(figures)
        if figures.is_empty:
            narrowed = bool(figures.scope.site_ids or figures.scope.pack)
            self.empty.explain(figures, self.choice.kind, narrowed)
            self._stack.setCurrentWidget(self.empty)
        else:
            self.filled.show_figures(figures, self.bar.site_names)
            if self._stack.currentWidget() is not self._circular:
                self._stack.setCurrentWidget(self.filled)
        self.commands.look_again()
        if had_focus and self.isVisible() and figures.is_empty != at_buttons:
            self.take_focus()

    def _say_title(self, figures: SummaryFigures) -> None:
        """Say in the head what the figures are of."""
        parts = (self.bar.place, scope_text(figures.scope), counted_text(figures))
        self.head.set_texts(tr("Inspection summary"), DOT.join(parts))

    def go_to_section(self, place: int) -> None:
        """Bring a section to the front, with the keyboard."""
        if self._stack.currentWidget() is self.visits:
            self._leave_visits()
        self.tabs.choose(place)
        self.take_focus()

    def _on_section(self) -> None:
        self.turned.emit()
        if self.filled.front is self.filled.heat and not self._stale:
            self.filled.heat.await_windows(self.scope)
            self.query.ask_windows(self.scope)

    def _follow(self, leads_to: Opened) -> None:
        if isinstance(leads_to, LedgerView):
            self.ledger_wanted.emit(leads_to)
        elif isinstance(leads_to, Section):
            self.go_to_section(leads_to)
        elif isinstance(leads_to, Nothing):
            self._session.hinted.emit(tr("None: {figure}.", figure=leads_to.title))
        else:
            self._show_visits(leads_to)

    def _show_visits(self, visits: VisitsOf) -> None:
        figures = self._session.workspace.figures
        rows = self._session.attempt(
            lambda: figures.visits(
                visits.scope,
                visits.window_id,
                visits.staff_number,
                by_itself=visits.by_itself,
            )
        )
        if rows is None:
            return
        whose = Whose.PERSON if visits.staff_number else Whose.WINDOW
        self.visits.show_rows(
            rows, whose if visits.staff_number or visits.window_id else Whose.SITE
        )
        self.head.set_texts(
            tr("Inspection summary"),
            DOT.join((visits.title, scope_text(visits.scope), visits_text(len(rows)))),
        )
        self._stack.setCurrentWidget(self.visits)
        self.visits.table.setFocus()

    def _leave_visits(self) -> None:
        if self.figures is not None:
            self._stack.setCurrentWidget(self.filled)
            self._say_title(self.figures)
        self.take_focus()

    def open_figure(self) -> None:
        """Open what the figure with the keyboard was computed from."""
        self.awaited.do(self.filled.front.table.open_row, self.filled.front)

    def copy_sentence(self) -> None:
        """Put the sentence that the page opens with on the clipboard."""
        self.awaited.copy(self.filled.opening.copy, tr("The sentence is on the clipboard."))

    def copy_rows(self) -> None:
        """Put the chosen rows of the section in front on the clipboard."""
        rows = self.filled.front.table.copy_rows
        self.awaited.copy(rows, tr("The rows are on the clipboard."))

    def go_to_cards(self) -> None:
        """Go to the key figures."""
        if self._stack.currentWidget() is self.filled:
            self.cards.cards[0].setFocus()

    def why_no_figures(self) -> str:
        """Return why there is nothing to look at or write; '' when there is."""
        if self.figures is None:
            return tr("The figures are still being read.")
        if self.figures.is_empty and not self.is_of_before:
            return tr("There is no completed inspection in this period.")
        return ""

    @property
    def is_of_before(self) -> bool:
        """The figures in sight are not of what the bar says: those are being read."""
        return self.figures is not None and self.figures.scope != self.scope

    # What goes out

    def extent(self) -> Extent:
        """Return the period and the sites that the bar says."""
        span = self.choice.span
        return Extent.of(Period(span.first, span.last), self.bar.site_names, self.choice.phase)

    def show_circular(self) -> None:
        """Bring the text of the period's circular to the front."""
        reports, extent = self._session.workspace.reports, self.extent()
        if self._session.attempt(lambda: reports.require_visits(extent)) is None:
            return
        self._stack.setCurrentWidget(self.circular)
        self.circular.open(extent)
        self.circular.take_focus()

    def _tell_circular(self, stands: str) -> None:
        if self._stack.currentWidget() is self._circular and self.figures is not None:
            parts = (self.bar.place, scope_text(self.figures.scope), stands)
            self.head.set_texts(tr("Text of the circular"), DOT.join(filter(None, parts)))

    # The rest

    def _today(self) -> date:
        return self._session.workspace.now().date()

    def _on_changed(self, changes: Changes) -> None:
        touched = changes.findings or changes.roster or changes.inspections or changes.holidays
        if touched or changes.day:
            self._stale = True
            if self.isVisible():
                self.draw()

    def _on_front(self) -> None:
        """Something else is in front, and other keys work."""
        front = self._stack.currentWidget()
        is_text = front is self._circular
        mode = VISITS if front is self.visits else PICKER if front is self.picker else ""
        self.commands.set_mode(CIRCULAR if is_text else mode)
        tables = self.tables()
        if tables != (self.commands,):
            self._back.give(tables[0]["leave"], f"← {tr('Back')}")
        self._back.setVisible(is_text or bool(mode))
        for part in (self._narrowing, self._papers):  # a text is of the period that is in front
            part.setVisible(not is_text)
        for button in self._pages:
            button.setVisible(front in (self.filled, self.empty))
        if self._save is not None:
            self._save.setVisible(is_text)
        set_role(self._papers, "" if front is self.picker else "primary")  # it has a filled one
        self.keys_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way(lacks_width(self), self.window().height() < sized(LOW))

    def _give_way(self, narrow: bool, low: bool) -> None:
        above = GRID // 2 if low else GRID
        self._bar_row.setContentsMargins(2 * GRID, above, 2 * GRID, above)
        self.bar.make_narrow(narrow)
