"""Starting a visit: which site, how, by whom; what else is asked depends on the kind of visit."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.domain.checklist.category import Scope
from inspector.domain.visit.asking import count_asked
from inspector.domain.visit.inspection import InspectionKind
from inspector.domain.visit.patrol import slot_of
from inspector.domain.visit.roster import Site
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.editor_draft import DraftKeeper
from inspector.gui.frame.page_head import PageHead
from inspector.gui.measures import sized
from inspector.gui.session import Session
from inspector.gui.theme import GRID, lacks_width
from inspector.gui.visits.parts.visits_part import Part
from inspector.gui.visits.starting.due_findings import DueFindings
from inspector.gui.visits.starting.new_visit_commands import ROUND, SCORED, new_visit_commands
from inspector.gui.visits.starting.site_search import NARROW_SITES_WIDTH, SITES_WIDTH, SiteSearch
from inspector.gui.visits.starting.visit_form import FORM_WIDTH, KINDS, NARROW_FORM_WIDTH, VisitForm
from inspector.gui.visits.starting.visit_people import VisitPeople
from inspector.gui.visits.starting.walk_preview import WalkPreview
from inspector.gui.visits.starting.window_ticks import WindowTicks
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import tr
from inspector.workspace.changes import Changes
from inspector.workspace.packs.override_sentences import started_without
from inspector.workspace.preferences import INSPECTORS

if TYPE_CHECKING:
    from inspector.domain.plan.plan_draw import Draw

_TIGHT, _TIGHT_SITES, _TIGHT_FORM = 720, 168, 224
"""Pixels of a window (1366 at 200 %) where sites and form take no more than these."""

_LOW, _SHORT = 460, 560
"""Pixels of a window that has no room for titles above the fields of the form, and for words that a
tooltip says as well."""


class NewPage(Part):
    """The form of a new visit; Ctrl+Enter starts it."""

    chapter = "first-inspection"

    started = Signal(str)  # the inspection's id

    commands: CommandTable

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.head = PageHead()
        self.head.set_texts(tr("New inspection"))
        self.places = SiteSearch()
        self.ticks = WindowTicks(session)
        self.due = DueFindings(session)
        self.walk = WalkPreview(session)
        self.form = VisitForm()
        fields = {"site": self.places, **self.form.drafted}
        beside = ("site", "kind", "slot", "pack", "form")
        self._draft = DraftKeeper(session, "new-visit", fields, self, beside)
        self.commands = new_visit_commands(self)
        self.head.lead_back(self.commands["back"])
        start, every = self.commands["start"], self.commands["all"]
        tick, kind = self.commands["tick"], self.commands["window-kind"]
        give_context_menu(self.places.sites, (start, every))
        give_context_menu(self.ticks.list, (tick, kind, every, start))
        give_context_menu(self.due.list, (start,))
        self.head.add(command_button(self.commands["start"], "start", "primary"))
        self.people = VisitPeople(session, self.form, self.commands)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        middle = surface()
        column = QVBoxLayout(middle)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        # Not a stack: that would ask for as much room as the largest of them.
        for each in self._middles:
            column.addWidget(each)
            each.setVisible(each is self.ticks)
        row = stack(None, (self.places, (middle, 1), self.form), spacing=1, across=True)
        stack(self, (self.head, (row, 1)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow, is_tight = lacks_width(self), self.window().width() < sized(_TIGHT)
        places = NARROW_SITES_WIDTH if is_narrow else SITES_WIDTH
        form = NARROW_FORM_WIDTH if is_narrow else FORM_WIDTH
        self.places.setFixedWidth(sized(_TIGHT_SITES if is_tight else places))
        self.form.lie_low(self.window().height() < sized(_LOW))
        self.form.say_little(self.window().height() < sized(_SHORT))
        self.form.setFixedWidth(sized(_TIGHT_FORM if is_tight else form))

    def _connect(self) -> None:
        self.places.changed.connect(self._show_site)
        self.places.entered.connect(self._enter_middle)
        self.form.kind_changed.connect(lambda: self._show_site(keeps_ticks=True))
        self.commands.changed.connect(self.keys_changed)
        self.form.names_changed.connect(self._warn_of_conflict)
        self.ticks.counted.connect(self.commands.look_again)
        self.ticks.counted.connect(self._say_asked)
        self.form.asks_other.connect(self._say_asked)

    def open(self) -> None:
        """Show a form with today's roster: empty, or with what was typed and left."""
        self._draft.leave()
        workspace = self._session.workspace
        names = workspace.preferences.get(INSPECTORS)
        now = workspace.now()
        with QSignalBlocker(self.form), QSignalBlocker(self.places):  # each field would ask anew
            self.form.open(workspace.packs.all(), names, slot_of(now))
            self.people.offer()
            self.form.propose_phase(workspace.plans.phase_on(now.date()))
            self.places.show_sites(workspace.rosters.sites())
        self._show_site()
        self._draft.begin("")
        self.take_focus()

    def propose_patrol(self, site_id: str) -> None:
        """Let it be the patrol of a site that is asked for; `start` begins it."""
        self.form.choose_kind(KINDS.index(InspectionKind.PATROL))
        self.places.search.clear()
        self.places.show_draft(site_id)

    def propose_drawn(self, draw: "Draw") -> None:
        """Let it be the visit that was drawn from a plan: its site, its windows, who goes there.

        It is 暗访 where the plan still asks for one there.
        """
        covert = self._session.workspace.draws.wants_covert(draw)
        kind = InspectionKind.COVERT if covert else InspectionKind.OPEN
        self.form.choose_kind(KINDS.index(kind))
        self.places.search.clear()
        self.places.show_draft(draw.site_id)
        self.ticks.tick_windows(draw.window_ids)
        names = self._session.workspace.draws.who_goes(draw)
        if names:
            self.form.names_edit.setText("、".join(names))

    def go_back(self) -> None:
        """Leave the page; the names that were typed wait there."""
        self._draft.leave()
        self.left.emit()

    def take_focus(self) -> None:
        """Put the keyboard into the search."""
        self.places.search.setFocus()

    def _show_site(self, *, keeps_ticks: bool = False) -> None:
        """Show what a visit of this kind to this site would be about."""
        site, kind = self.places.site, self.form.kind
        self.commands.set_mode(SCORED if kind.scores else ROUND)
        self._warn_of_conflict()
        if kind is InspectionKind.PATROL:
            self.walk.show_site(site)
            self._bring_forward(self.walk)
        elif kind is InspectionKind.RECHECK:
            self.due.show_site(site)
            self._bring_forward(self.due)
        else:
            if not (keeps_ticks and site == self.ticks.site):
                self.ticks.show_site(site)
            self._bring_forward(self.ticks)
            if site is not None:
                self.form.suggest_pack(self._session.workspace.packs.suggest(site))
        self._say_asked()
        self.commands.look_again()

    def _warn_of_conflict(self) -> None:
        """Say who of the inspectors belongs to the site or is kept from it by a plan, where it is
        not its own visit."""
        site = self.places.site
        named: tuple[str, ...] = ()
        barred: tuple[str, ...] = ()
        if site is not None and self.form.kind.judges_others:
            workspace, names = self._session.workspace, self.form.names
            named = workspace.inspectors.conflicts(names, site)
            barred = workspace.plans.barred(site.id, names, workspace.now().date())
        self.form.warn_of_conflict(named, barred)
        self.people.say_unknown()

    @property
    def _middles(self) -> tuple[QWidget, ...]:
        return self.ticks, self.due, self.walk

    def _bring_forward(self, middle: QWidget) -> None:
        for each in self._middles:
            each.setVisible(each is middle)

    def _say_asked(self) -> None:
        """Say how many items the visit will ask, by the site's own checklist."""
        form, site = self.form, self.places.site
        self.ticks.show_pack(form.pack)
        windows: list[int] = []
        public = unasked = 0
        if form.pack is not None and site is not None and form.kind.scores:
            pack = self._session.workspace.overrides.pack_for(site, form.pack_id)

            def asked(kind: InspectionKind) -> tuple[list[int], int]:
                def count(scope: Scope, window_kind: str) -> int:
                    return count_asked(pack, kind, form.form, scope, window_kind)

                duties = [duty for duty in self.ticks.ticked if duty is not None]
                kinds = [self.ticks.taken(duty.window).id for duty in duties]
                at_public = count(Scope.PUBLIC, "") if None in self.ticks.ticked else 0
                return [count(Scope.WINDOW, kind) for kind in kinds], at_public

            windows, public = asked(form.kind)
            of_all, of_public = asked(InspectionKind.OPEN)
            unasked = sum(of_all) + of_public - sum(windows) - public
        form.say_asked(windows, public, unasked)
        self.commands.set_there("form", form.offers_forms)

    def share(self) -> None:
        """Let the visit be a part of one that a group shares, or whole again."""
        site, workspace = self.places.site, self._session.workspace
        today = workspace.now().date()
        self.people.share(workspace.plans.group_for(site.id, today) if site else "")

    def why_no_site(self) -> str:
        """Return why there is nothing to choose; '' when a site is chosen."""
        return "" if self.places.site is not None else tr("No site is chosen yet.")

    def why_not_start(self) -> str:
        """Return what is still missing before the visit can start; '' when nothing is."""
        kind = self.form.kind
        if (why := self.why_no_site()) or kind is InspectionKind.PATROL:
            return why
        if kind is InspectionKind.RECHECK:
            return "" if self.due.count else tr("Nothing at this site is due for a recheck.")
        return "" if self.ticks.ticked else tr("No window is ticked: tick one first.")

    def _enter_middle(self) -> None:
        """Enter on a site: to what can be chosen there, else to who goes."""
        if self.form.kind.scores:
            self.ticks.list.setFocus()
        else:
            self.form.focus_names()

    def start(self) -> None:
        """Start the visit as the form says."""
        site = self.places.site
        if site is None:
            return
        workspace, form = self._session.workspace, self.form
        self._session.attempt(lambda: workspace.preferences.set(INSPECTORS, form.typed_names))
        done = self._session.attempt(lambda: self._started(site))
        if done is None:
            return
        self._draft.drop()
        self.started.emit(done[0])
        lost = workspace.overrides.lost(site, form.pack_id) if form.kind.scores else []
        if lost:
            self._session.told.emit(started_without(site.name, lost), "")

    def _started(self, site: Site) -> tuple[str, Changes]:
        workspace, form = self._session.workspace, self.form
        match form.kind:
            case InspectionKind.PATROL:
                return workspace.patrols.start(site, form.names, form.slot)
            case InspectionKind.RECHECK:
                return workspace.rechecks.start(site, form.names)
        ticked = self.ticks.ticked
        return workspace.inspections.start(
            site,
            form.kind,
            form.names,
            form.pack_id,
            [duty for duty in ticked if duty is not None],
            public_area=None in ticked,
            phase=form.phase,
            form=form.form,
            shared_by=form.shared_by,
        )
