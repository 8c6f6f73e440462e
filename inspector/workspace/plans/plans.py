"""Phases and plans: reading them, making another version, and what sealed visits cover of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from inspector.domain.plan.phase import Phase, phase_on
from inspector.domain.plan.plan import Barred, Plan, PlannedSite, barred_from, in_force
from inspector.domain.plan.plan_coverage import (
    PlanCoverage,
    PlannedVisit,
    coverage_of,
    joined,
    narrowed_to,
)
from inspector.storage.registers.plan_store import PlanStore
from inspector.workspace.changes import Changes
from inspector.workspace.extent import Extent
from inspector.workspace.opened_folder import OpenedFolder

if TYPE_CHECKING:
    from inspector.domain.visit.roster import Site


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """What a version of a plan is to say. `family` is that of the plan it replaces; '': a new one.

    How many windows a site has is counted when the version is made.
    """

    name: str
    first: date | None
    last: date | None
    phase: str = ""
    covert: int = 0
    sites: tuple[PlannedSite, ...] = ()
    barred: tuple[Barred, ...] = ()
    family: str = ""


class Plans:
    """The operations on phases and plans."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._store = PlanStore(opened.database)

    # Phases

    def phases(self) -> list[Phase]:
        """Return the phases that there are, by their days."""
        return self._store.phases()

    def phase_on(self, day: date) -> str:
        """Return the name of the phase that a day is in, or ''."""
        phase = phase_on(self._store.phases(), day)
        return phase.name if phase else ""

    def set_phase(
        self, name: str, first: date | None, last: date | None, phase_id: str = ""
    ) -> Changes:
        """Keep a new phase, or say otherwise what one is. Raises RefusedInputError."""
        from inspector.workspace.plans.plan_checks import checked_days

        days = checked_days(name, first, last)
        phase = Phase(phase_id or self._opened.new_id(), name.strip(), *days)
        if phase in self._store.phases():
            return Changes()
        self._store.put_phase(self._opened.new_id(), phase, self._opened.now())
        return Changes(plans=True)

    def end_phase(self, phase_id: str) -> Changes:
        """Let there be no such phase any more; visits made for it keep its name."""
        found = [phase for phase in self._store.phases() if phase.id == phase_id]
        if not found:
            return Changes()
        self._store.put_phase(self._opened.new_id(), found[0], self._opened.now(), ended=True)
        return Changes(plans=True)

    # Reading plans

    def all(self) -> tuple[Plan, ...]:
        """Return the newest version of each plan that was not given up, by their days."""
        return in_force(self._store.versions())

    def named(self, name: str) -> Plan:
        """Return the plan of a name; raises UnknownPlanError."""
        from inspector.domain.plan.plan_errors import UnknownPlanError

        found = next((plan for plan in self.all() if plan.name == name), None)
        if found is None:
            raise UnknownPlanError(name)
        return found

    def versions(self, family: str) -> list[Plan]:
        """Return every version of a plan, the oldest first."""
        return self._store.versions(family)

    def on(self, day: date) -> tuple[Plan, ...]:
        """Return the plans that are for a day."""
        return tuple(plan for plan in self.all() if plan.covers(day))

    def within(self, first: date, last: date) -> tuple[Plan, ...]:
        """Return the plans that are for any day of a period."""
        return tuple(plan for plan in self.all() if plan.first <= last and plan.last >= first)

    def coverage_of(self, plan: Plan, until: date | None = None) -> PlanCoverage:
        """Return what is covered of a plan, up to a day or to its last."""
        sites = [site.site_id for site in plan.sites]
        return coverage_of(plan, self._store.visits(plan.first, plan.last, sites), until)

    def due(self, day: date) -> PlanCoverage | None:
        """Return what is covered, on a day, of the plans for it; None where there is none."""
        return coverage_within(self._store, day, day)

    def coverage(self, first: date, last: date, sites: Sequence[str] = ()) -> PlanCoverage | None:
        """Return what is covered on the day `last` of the plans for any day of a period.

        With names or ids in `sites` it is of those alone. None where nothing was planned.
        """
        return coverage_within(self._store, first, last, sites)

    def covered(self, extent: Extent) -> PlanCoverage | None:
        """Return what is covered of the plans of an extent, up to its last day or today.

        Of a phase alone it is not told: plans do not know for what a visit was made.
        """
        period, today = extent.period, self._opened.now().date()
        if extent.phase:
            return None
        last = max(period.first, min(period.last, today))
        return self.coverage(period.first, last, extent.named)

    def barred(self, site_id: str, names: Sequence[str], day: date) -> tuple[str, ...]:
        """Return who of some inspectors must not inspect a site, by the plans for a day.

        Who is kept from it as one of a unit is known by the roster of inspectors.
        """
        plans = [plan for plan in self.on(day) if any(b.site_id == site_id for b in plan.barred)]
        if not (plans and names):
            return ()
        from inspector.workspace.inspectors.inspectors import Inspectors

        known = {each.name: each.unit for each in self._opened.of(Inspectors).all()}
        units = [known.get(name.strip(), "") for name in names]
        found = [barred_from(plan, site_id, names, units) for plan in plans]
        return tuple(name for name in names if any(name in each for each in found))

    def group_for(self, site_id: str, day: date) -> str:
        """Return who is to go to a site by the plans for a day: a group, or names; '' is nobody."""
        sites = (plan.site(site_id) for plan in self.on(day))
        return next((site.group for site in sites if site and site.group), "")

    # Writing plans

    def make(self, draft: PlanDraft) -> tuple[Plan, Changes]:
        """Keep a version of a plan; that before it stays. Raises RefusedInputError.

        A draft that says what the newest version says makes none.
        """
        from inspector.workspace.plans.plan_checks import checked_sites, checked_span

        name, first, last = checked_span(draft)
        sites = checked_sites(draft.sites)
        before = self._store.versions(draft.family) if draft.family else []
        plan = Plan(
            id=self._opened.new_id(),
            family=draft.family or self._opened.new_id(),
            version=len(before) + 1,
            name=name,
            phase=draft.phase.strip(),
            first=first,
            last=last,
            covert=draft.covert,
            sites=tuple(self._counted(site) for site in sites),
            barred=tuple(replace(bar, who=bar.who.strip()) for bar in draft.barred),
            author=self._author,
            made_at=self._opened.now(),
        )
        if before and says_the_same(plan, before[-1]):
            return before[-1], Changes()
        self._store.put(plan)
        return plan, Changes(plans=True)

    def withdraw(self, family: str) -> Changes:
        """Give a plan up: nothing is due by it any more. Its versions stay."""
        return self._put_again(family, withdrawn=True)

    def bring_back(self, family: str) -> Changes:
        """Let a plan that was given up be in force again."""
        return self._put_again(family, withdrawn=False)

    def _put_again(self, family: str, *, withdrawn: bool) -> Changes:
        newest = self._store.versions(family)[-1]
        if newest.withdrawn is withdrawn:
            return Changes()
        self._store.put(
            replace(
                newest, id=self._opened.new_id(), version=newest.version + 1,
                author=self._author, made_at=self._opened.now(), withdrawn=withdrawn,
            )
        )  # fmt: skip
        return Changes(plans=True)

    def usual_sites(self) -> tuple[PlannedSite, ...]:
        """Return every site of the roster, once each: what a new plan begins with."""
        return tuple(map(_once, self._opened.roster_store.sites()))

    def _counted(self, site: PlannedSite) -> PlannedSite:
        windows = self._opened.roster_store.windows(site.site_id)
        return replace(site, windows=len(windows), group=site.group.strip())

    @property
    def _author(self) -> str:
        from inspector.workspace.preferences import FILLED_BY, PreferenceBook

        return self._opened.of(PreferenceBook).get(FILLED_BY)


def coverage_within(
    store: PlanStore, first: date, last: date, sites: Sequence[str] = ()
) -> PlanCoverage | None:
    """Return what is covered on the day `last` of the plans for any day of a period.

    With names or ids in `sites` it is of those alone. None where nothing was planned.
    """
    plans = [p for p in in_force(store.versions()) if p.first <= last and p.last >= first]
    if not plans:
        return None
    # Each plan is told of the visits to its own sites: a city of many laptops has a plan of each.
    visits: dict[str, list[PlannedVisit]] = {}
    for visit in store.visits(min(plan.first for plan in plans), last):
        visits.setdefault(visit.site_id, []).append(visit)
    whole = joined([coverage_of(plan, _of_its_sites(plan, visits), last) for plan in plans])
    return narrowed_to(whole, sites) if whole else None


def _of_its_sites(
    plan: Plan, visits: Mapping[str, Sequence[PlannedVisit]]
) -> Iterator[PlannedVisit]:
    for site_id in dict.fromkeys(site.site_id for site in plan.sites):
        yield from visits.get(site_id, ())


def draft_of(plan: Plan) -> PlanDraft:
    """Return a draft that says what a version says: the next one begins with it."""
    return PlanDraft(
        plan.name, plan.first, plan.last, plan.phase, plan.covert, plan.sites, plan.barred,
        plan.family,
    )  # fmt: skip


def says_the_same(one: Plan, other: Plan) -> bool:
    """Tell whether two versions ask for the same."""
    return replace(
        one, id=other.id, version=other.version, author=other.author, made_at=other.made_at
    ) == other  # fmt: skip


def _once(site: "Site") -> PlannedSite:
    return PlannedSite(site.id, site.name)
