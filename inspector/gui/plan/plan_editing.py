"""Making and changing plans and phases: the forms below the table, and what becomes of them.

Every form that is kept is one more version of the plan.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from inspector.domain.errors import RefusedInputError
from inspector.domain.plan.plan import PlannedSite
from inspector.gui.editor_draft import DraftKeeper
from inspector.gui.plan.form_line import FormLine
from inspector.gui.plan.phase_form import PhaseForm
from inspector.gui.plan.plan_form import PlanForm
from inspector.gui.plan.quota_form import QuotaForm
from inspector.gui.session import Session
from inspector.gui.widgets.ask_line import AskLine
from inspector.translation import join_sentences, tr, tr_count
from inspector.workspace.plans.plan_words import version_sentences
from inspector.workspace.plans.plans import PlanDraft, draft_of
from inspector.workspace.sentences import problem_sentences

if TYPE_CHECKING:
    from inspector.domain.plan.plan import Plan


class PlanEditing(QObject):
    """Asks for a plan and the sites that are chosen in it by `plan` and `chosen`."""

    opened = Signal()
    """A form is in front."""

    closed = Signal(str)
    """A form is gone; the plan that it is of was kept, by its family, or ''."""

    def __init__(
        self,
        session: Session,
        line: AskLine,
        plan: "Callable[[], Plan | None]",
        chosen: Callable[[], Sequence[PlannedSite]],
        place: Callable[[FormLine], object],
    ) -> None:
        """`place` puts a form on the page, when it is first wanted."""
        super().__init__(line)
        self._session, self._line, self._plan, self._chosen = session, line, plan, chosen
        self._draft = PlanDraft("", None, None)
        self._place = place
        self._keepers: dict[FormLine, DraftKeeper] = {}  # at most one is in front

    @cached_property
    def form(self) -> PlanForm:
        """That of a plan."""
        made = PlanForm(self._today)
        self._add("plan", made, lambda: self._keep(lambda: made.said(self._draft)))
        return made

    @cached_property
    def quota(self) -> QuotaForm:
        """That of what is asked of sites."""
        made = QuotaForm()
        self._add("plan-quota", made, lambda: self._keep(lambda: made.said(self._draft)))
        return made

    @cached_property
    def phase(self) -> PhaseForm:
        """That of phases."""
        made = PhaseForm(self._today)
        self._add("plan-phase", made, self._keep_phase)
        return made

    def _add(self, name: str, made: FormLine, keep: Callable[[], object]) -> None:
        self._keepers[made] = DraftKeeper(self._session, name, made.drafted, self)
        made.confirmed.connect(keep)
        made.left.connect(self._close)
        self._place(made)

    @property
    def front(self) -> FormLine | None:
        """The form in front."""
        return next((form for form in self._keepers if not form.isHidden()), None)

    def lay_aside(self) -> None:
        """Close the form in front; what is typed waits for it to be opened again."""
        self._line.stop()
        if (form := self.front) is not None:
            self._keepers[form].leave()
            form.hide()
        self.closed.emit("")

    # Opening

    def begin_new(self) -> None:
        """Let a new plan be filled in."""
        sites = self._session.workspace.plans.usual_sites()
        self._begin_plan(PlanDraft("", None, None, sites=sites), tr("New plan"))

    def begin_edit(self) -> None:
        """Let the whole of the plan be changed."""
        if (plan := self._plan()) is not None:
            self._begin_plan(draft_of(plan), plan.name)

    def _begin_plan(self, draft: PlanDraft, heading: str) -> None:
        self._draft = draft
        phases = self._session.workspace.plans.phases()
        self._begin(self.form, lambda: self.form.open_for(draft, phases, heading), draft.family)

    def begin_quota(self) -> None:
        """Let what is asked of the chosen sites be changed."""
        if sites := self._chosen():
            many = tr_count(len(sites), "1 site", "{count} sites")
            self._begin_sites(sites, sites[0].site_name if len(sites) == 1 else many)

    def begin_site(self) -> None:
        """Let something be asked of the first site that is not in the plan yet."""
        if others := self._other_sites:
            self._begin_sites(others[:1], tr("Add {site}", site=others[0].site_name))

    def _begin_sites(self, sites: Sequence[PlannedSite], heading: str) -> None:
        plan = self._plan()
        if plan is None:
            return
        self._draft = draft_of(plan)
        groups = list(self._session.workspace.inspectors.groups())
        self._begin(
            self.quota,
            lambda: self.quota.open_for(sites, plan.barred, groups, heading),
            sites[0].site_id if len(sites) == 1 else "",
        )

    def begin_phase(self) -> None:
        """Let phases be made, changed and ended."""
        phases = self._session.workspace.plans.phases()
        self._begin(self.phase, lambda: self.phase.open_for(phases, self._today()), "")

    def _begin(self, form: FormLine, open_it: Callable[[], None], place: str) -> None:
        self._line.stop()
        for each, keeper in self._keepers.items():
            keeper.leave()
            each.hide()
        open_it()
        self._keepers[form].begin("", place)
        self.opened.emit()

    # Keeping

    def _keep(self, said: Callable[[], PlanDraft]) -> None:
        plans = self._session.workspace.plans
        try:
            draft = said()
            plan, changes = plans.make(draft)
        except RefusedInputError as error:
            self._line.ask(problem_sentences(error)[0])
            return
        self._close(plan.family)
        self._session.attempt(lambda: changes)
        kept = tr("Kept: {plan}, version {number}.", plan=plan.name, number=plan.version)
        self._session.told.emit(kept, "")

    def _keep_phase(self) -> None:
        plans, phase_id = self._session.workspace.plans, self.phase.phase_id
        try:
            name, first, last = self.phase.said()
            if phase_id and not name:
                changes = plans.end_phase(phase_id)
            else:
                changes = plans.set_phase(name, first, last, phase_id)
        except RefusedInputError as error:
            self._line.ask(problem_sentences(error)[0])
            return
        self._close()
        self._session.attempt(lambda: changes)
        said = tr("Kept: phase {name}.", name=name) if name else tr("The phase is no more.")
        self._session.told.emit(said, "")

    def _close(self, family: str = "") -> None:
        self._line.stop()
        if (form := self.front) is not None:
            self._keepers[form].drop()
            form.hide()
        self.closed.emit(family)

    def withdraw(self) -> None:
        """Give the plan up; what says so takes it back."""
        plan, plans = self._plan(), self._session.workspace.plans
        if plan is None:
            return
        family = plan.family
        if self._session.attempt(lambda: plans.withdraw(family)) is not None:
            self._session.told_undoable.emit(
                tr("{plan} is given up; its versions stay.", plan=plan.name),
                lambda: self._session.attempt(lambda: plans.bring_back(family)),
            )

    def tell_versions(self) -> None:
        """Say which versions of the plan there are."""
        if (plan := self._plan()) is not None:
            versions = self._session.workspace.plans.versions(plan.family)
            self._line.tell(join_sentences(version_sentences(versions)))

    # Why not

    @property
    def _other_sites(self) -> list[PlannedSite]:
        plan = self._plan()
        usual = self._session.workspace.plans.usual_sites()
        return [site for site in usual if plan and plan.site(site.site_id) is None]

    def why_no_plan(self) -> str:
        """Return why there is no plan to do something with; '' when there is one."""
        return "" if self._plan() is not None else tr("There is no plan yet.")

    def why_no_site(self) -> str:
        """Return why there is no site to change; '' when there is one."""
        return self.why_no_plan() or ("" if self._chosen() else tr("No site is chosen yet."))

    def why_no_other_site(self) -> str:
        """Return why no site can be added; '' when one can."""
        if why := self.why_no_plan():
            return why
        return "" if self._other_sites else tr("Every site is in the plan.")

    def why_not_new(self) -> str:
        """Return why no plan can be made; '' when one can."""
        has_sites = bool(self._session.workspace.rosters.sites())
        return "" if has_sites else tr("There is no site yet: make a roster first.")

    def _today(self) -> date:
        return self._session.workspace.now().date()
