"""How much of a plan is covered: 应查, 已查, 缺口, derived from sealed visits (DESIGN §13).

Which visits count is asked of the store: those that are sealed and ranked, of the days of the plan
and of its sites; what a hall finds of itself, patrols and rechecks are none.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from inspector.domain.plan.plan import WHOLE, Plan, PlannedSite


@dataclass(frozen=True, slots=True)
class PlannedVisit:
    """A sealed visit, as far as a plan asks: where, when, untold or not, at which windows."""

    id: str
    site_id: str
    day: date
    covert: bool
    windows: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SiteCoverage:
    """What was asked of a site, and what was done there."""

    site_id: str
    site_name: str
    wanted: int  # 应查, visits
    done: int  # visits that were made; they may be more
    counted: int  # 已查: of those, what was asked for
    covert_share: int  # of the 暗访 its plan asks for, what falls to it: in hundredths of a visit
    covert_done: int  # visits that were 暗访
    covert_counted: int  # of those, no more than visits were asked for
    windows_wanted: int
    windows_done: int  # different ones
    windows_counted: int  # of those, as many as were asked for
    windows: int  # of the site, when the plan was made
    group: str = ""
    last_day: date | None = None  # of the newest visit that counts

    @property
    def gap(self) -> int:
        """缺口: the visits that are still to be made."""
        return self.wanted - self.counted

    @property
    def extra(self) -> int:
        """计划外: the visits beyond what was asked for."""
        return self.done - self.counted

    @property
    def windows_gap(self) -> int:
        """The windows that are still to be inspected."""
        return self.windows_wanted - self.windows_counted

    @property
    def is_done(self) -> bool:
        """Nothing is to be done there any more."""
        return not (self.gap or self.windows_gap)


@dataclass(frozen=True, slots=True)
class PlanCoverage:
    """The sites of one or several plans, with their sums; `names` are those of the plans.

    Visits count up to the day `until`. How many are to be 暗访 is asked of a plan and not dealt out
    among its sites: what is asked of one site would else change what is said of the others.
    """

    names: tuple[str, ...]
    first: date
    last: date
    until: date
    sites: tuple[SiteCoverage, ...]
    covert_wanted: int  # how many of the visits are to be 暗访
    covert_gap: int  # how many of those to come have to be

    @property
    def wanted(self) -> int:
        """应查."""
        return sum(site.wanted for site in self.sites)

    @property
    def done(self) -> int:
        """已查: what the plan asked for; visits beyond it are `extra`."""
        return sum(site.counted for site in self.sites)

    @property
    def gap(self) -> int:
        """缺口: `wanted` less `done`."""
        return sum(site.gap for site in self.sites)

    @property
    def extra(self) -> int:
        """Visits beyond what was asked of a site."""
        return sum(site.extra for site in self.sites)

    @property
    def covert_done(self) -> int:
        """How many were 暗访, at each site no more than its visits; they may be more than asked."""
        return sum(site.covert_counted for site in self.sites)

    @property
    def windows_wanted(self) -> int:
        """How many windows are to be inspected."""
        return sum(site.windows_wanted for site in self.sites)

    @property
    def windows_done(self) -> int:
        """How many of those were, not more than was asked of each site."""
        return sum(site.windows_counted for site in self.sites)

    @property
    def windows_gap(self) -> int:
        """How many are to come."""
        return sum(site.windows_gap for site in self.sites)

    @property
    def rate(self) -> int | None:
        """计划完成率 in hundredths of a percent, rounded half up once; None: nothing was asked."""
        if not self.wanted:
            return None
        return (2 * self.done * WHOLE * WHOLE + self.wanted) // (2 * self.wanted)


def coverage_of(
    plan: Plan, visits: Iterable[PlannedVisit], until: date | None = None
) -> PlanCoverage:
    """Return what is covered of a plan by some visits, up to the day `until`.

    Visits of other days and other sites do not count.
    """
    last = plan.last if until is None else min(plan.last, until)
    by_site: dict[str, list[PlannedVisit]] = {}
    for visit in visits:
        if plan.first <= visit.day <= last:
            by_site.setdefault(visit.site_id, []).append(visit)
    sites = tuple(_of_site(site, plan.covert, by_site.get(site.site_id, ())) for site in plan.sites)
    return PlanCoverage(
        (plan.name,), plan.first, plan.last, last, sites, *_covert_of(sites)
    )  # fmt: skip


def joined(parts: Sequence[PlanCoverage]) -> PlanCoverage | None:
    """Return the coverage of several plans as one, a line a site; None where there is none.

    Each plan counts by itself: two that ask for the same days of a site ask twice.
    """
    if not parts:
        return None
    lines: dict[str, list[SiteCoverage]] = {}
    for part in parts:
        for site in part.sites:
            lines.setdefault(site.site_id, []).append(site)
    return PlanCoverage(
        tuple(dict.fromkeys(name for part in parts for name in part.names)),
        min(part.first for part in parts),
        max(part.last for part in parts),
        max(part.until for part in parts),
        tuple(map(_summed, lines.values())),
        sum(part.covert_wanted for part in parts),
        # 暗访 beyond what one plan asks make up for nothing in another.
        sum(part.covert_gap for part in parts),
    )


def narrowed_to(coverage: PlanCoverage, sites: Iterable[str]) -> PlanCoverage | None:
    """Return the coverage of some sites, by name or id; of all of them where none is named."""
    wanted = set(sites)
    if not wanted:
        return coverage
    own = tuple(site for site in coverage.sites if {site.site_name, site.site_id} & wanted)
    if len(own) == len(coverage.sites):
        return coverage
    wanted_of_them, gap = _covert_of(own)
    return (
        replace(coverage, sites=own, covert_wanted=wanted_of_them, covert_gap=gap) if own else None
    )


def _covert_of(sites: Sequence[SiteCoverage]) -> tuple[int, int]:
    """Return how many 暗访 are asked for, rounded up once, and how many of them are to come."""
    wanted = -(-sum(site.covert_share for site in sites) // WHOLE)
    return wanted, max(0, wanted - sum(site.covert_counted for site in sites))


def _of_site(site: PlannedSite, percent: int, visits: Sequence[PlannedVisit]) -> SiteCoverage:
    seen: set[str] = set().union(*(visit.windows for visit in visits))
    untold = sum(visit.covert for visit in visits)
    return SiteCoverage(
        site.site_id,
        site.site_name,
        site.visits,
        len(visits),
        min(len(visits), site.visits),
        site.visits * percent,
        untold,
        min(untold, site.visits),
        site.windows_wanted,
        len(seen),
        min(len(seen), site.windows_wanted),
        site.windows,
        site.group,
        max((visit.day for visit in visits), default=None),
    )


def _summed(lines: Sequence[SiteCoverage]) -> SiteCoverage:
    newest = lines[-1]
    if len(lines) == 1:
        return newest
    days = [line.last_day for line in lines if line.last_day]
    return SiteCoverage(
        newest.site_id,
        newest.site_name,
        sum(line.wanted for line in lines),
        sum(line.done for line in lines),
        # What one plan was given beyond its visits makes up for nothing in another.
        sum(line.counted for line in lines),
        sum(line.covert_share for line in lines),
        sum(line.covert_done for line in lines),
        sum(line.covert_counted for line in lines),
        sum(line.windows_wanted for line in lines),
        sum(line.windows_done for line in lines),
        sum(line.windows_counted for line in lines),
        max(line.windows for line in lines),
        "、".join(dict.fromkeys(line.group for line in lines if line.group)),
        max(days, default=None),
    )
