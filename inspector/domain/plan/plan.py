"""A plan of visits: which sites, how often, how much of it untold, by whom, and by whom not.

A plan is never edited: another version of it is another sheet, and the one before stays. What is
covered of it is not kept; `plan_coverage` derives it from sealed visits.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

MOST_VISITS = 366
"""Visits to one site that a plan can ask for: one a day of the longest year."""

WHOLE = 100
"""Percent."""


@dataclass(frozen=True, slots=True)
class PlannedSite:
    """What a plan asks of one site.

    `share` is the percent of its windows that are to be inspected at least once; `windows` is how
    many it had on the roster when the version was made, so that what was asked does not change
    with the roster. `group` says who goes: a group of inspectors, or their names.
    """

    site_id: str
    site_name: str
    visits: int = 1
    share: int = 0
    windows: int = 0
    group: str = ""

    @property
    def windows_wanted(self) -> int:
        """How many of its windows are to be inspected: the share, rounded up."""
        return -(-self.share * self.windows // WHOLE)


@dataclass(frozen=True, slots=True)
class Barred:
    """Who must not inspect a site: an inspector by name, or everybody of a unit."""

    who: str
    site_id: str
    site_name: str


@dataclass(frozen=True, slots=True)
class Plan:
    """One version of a plan. `family` is what its versions have in common; they count from 1.

    It is for days from `first` to `last`, both included; `phase` is the name of the phase it
    belongs to, or ''. `covert` is the least percent of its visits that are 暗访. The last version
    of a plan that was given up is `withdrawn`.
    """

    id: str
    family: str
    version: int
    name: str
    phase: str
    first: date
    last: date
    covert: int
    sites: tuple[PlannedSite, ...]
    barred: tuple[Barred, ...]
    author: str
    made_at: datetime
    withdrawn: bool = False

    @property
    def visits(self) -> int:
        """How many visits it asks for: 应查."""
        return sum(site.visits for site in self.sites)

    def covers(self, day: date) -> bool:
        """Tell whether a day is in it."""
        return self.first <= day <= self.last

    def site(self, site_id: str) -> PlannedSite | None:
        """Return what it asks of a site; None: nothing."""
        return next((site for site in self.sites if site.site_id == site_id), None)

    def barred_of(self, site_id: str) -> tuple[str, ...]:
        """Return who must not inspect a site."""
        return tuple(bar.who for bar in self.barred if bar.site_id == site_id)


def in_force(versions: Iterable[Plan]) -> tuple[Plan, ...]:
    """Return the newest version of each plan that was not given up, by their days."""
    newest: dict[str, Plan] = {}
    for plan in versions:
        held = newest.get(plan.family)
        if held is None or plan.version > held.version:
            newest[plan.family] = plan
    plans = [plan for plan in newest.values() if not plan.withdrawn]
    return tuple(sorted(plans, key=lambda plan: (plan.first, plan.last, plan.name)))


def barred_from(
    plan: Plan, site_id: str, names: Sequence[str], units: Sequence[str] = ()
) -> tuple[str, ...]:
    """Return who of `names` must not inspect a site, as given.

    `units` are those of the names, in their order, where they are known: a plan may bar a unit.
    """
    bars = {bar.who.strip() for bar in plan.barred if bar.site_id == site_id}
    padded = [*units, *[""] * (len(names) - len(units))]
    return tuple(
        name
        for name, unit in zip(names, padded, strict=False)
        if name.strip() and bars & {name.strip(), unit.strip()}
    )
