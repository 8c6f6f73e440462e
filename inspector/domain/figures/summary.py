"""Figures over a period: one line a site and family of packs, from rounded visit scores (§6).

The scores are those after appeals, by the checklist before a site's own numbers; those as found
stand beside them where they differ. Only like compares with like: sites are ranked within one
family, the versions of a pack that weigh alike, asked in one form. A visit on which too little was
observed is shown and not ranked.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import Grade
from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.checklist.points import Hundredths, round_half_up
from inspector.domain.figures.ranking import ranked
from inspector.domain.figures.standing import Standing
from inspector.domain.visit.coverage import Coverage
from inspector.domain.visit.inspection import InspectionKind

if TYPE_CHECKING:
    from inspector.domain.figures.figure_facts import VisitFact


@dataclass(frozen=True, slots=True)
class Visit:
    """A completed inspection as the summary needs it; scores are rounded already.

    Everything is as it is ranked; `found` is how it stood before appeals, where that is different.
    """

    site_id: str
    site_name: str
    pack: PackFamily
    pack_hash: str  # frozen with the overrides of the site
    day: date
    windows: frozenset[str]  # ids of those inspected
    rates: Mapping[Category, Hundredths | None]
    bonus: Hundredths
    vetoes: int
    total: Hundredths | None
    found: Standing | None = None
    ranked: bool = True  # enough was observed
    coverage: Coverage | None = None  # None: completed before it was kept
    own_total: Hundredths | None = None  # with the site's own numbers, where it has any
    inspection_id: str = ""
    kind: InspectionKind = InspectionKind.OPEN
    lone: bool = False  # a part of a shared visit (分头检查) whose others are not here
    undecided: int = 0  # its places that two parts scored, and nobody chose whose score counts


@dataclass(frozen=True, slots=True)
class SelfChecks:
    """What a site found of itself (自查): beside what the inspectors found, and never ranked."""

    site_name: str
    visits: int
    mean: Hundredths | None


@dataclass(frozen=True, slots=True)
class FindingCount:
    """How the findings of a site stand."""

    raised: int = 0
    closed: int = 0
    overdue: int = 0

    def __add__(self, other: "FindingCount") -> "FindingCount":
        return FindingCount(
            self.raised + other.raised, self.closed + other.closed, self.overdue + other.overdue
        )

    @property
    def rectification_rate(self) -> Hundredths | None:
        """整改率 in hundredths of a percent; None (“—”) when nothing had to be put right."""
        if not self.raised:
            return None
        return round_half_up(Fraction(self.closed * 10_000, self.raised))


@dataclass(frozen=True, slots=True)
class SiteSummary:
    """One line of the summary: a site under one family of packs.

    `found` is how it stood before appeals, where that is different.
    """

    rank: int | None
    site_name: str
    pack: PackFamily
    visits: int
    windows: int
    rates: Mapping[Category, Hundredths | None]
    bonus: Hundredths
    vetoes: int
    total: Hundredths | None
    grade: str
    findings: FindingCount  # of the scored visits
    change: Hundredths | None  # against the period before; None: nothing to compare with
    overrides: int = 0  # items the site had its own numbers for, at one of the visits
    by_category: Mapping[Category, FindingCount] = field(default_factory=dict)  # of `findings`
    site_id: str = ""
    rank_before: int | None = None  # in the period before
    changed: int = 0  # visits whose records no longer are what was sealed
    patrol_findings: int = 0  # found by patrols, counted nowhere else
    voiced: FindingCount = field(default_factory=FindingCount)  # 群众反映, counted nowhere else
    found: Standing | None = None
    coverage: Coverage | None = None  # of all visits; None: none kept it
    unranked: int = 0  # visits on which too little was observed to be ranked
    own_total: Hundredths | None = None  # with the site's own numbers, where they came to another
    self_checks: SelfChecks | None = None
    by_itself: bool = False  # 自查 alone: nobody else inspected it so
    lone: int = 0  # visits of which one part is here (分头检查), and the others are not
    undecided: int = 0  # places that two parts scored, and nobody chose whose score counts

    @property
    def is_ranked(self) -> bool:
        """Enough was observed on one of its visits: its total is a mean that compares."""
        return self.unranked < self.visits and not self.by_itself

    @property
    def rectification_rate(self) -> Hundredths | None:
        """整改率 in hundredths of a percent; None (“—”) when nothing had to be put right."""
        return self.findings.rectification_rate


@dataclass(frozen=True, slots=True)
class Outside:
    """Findings of sites that are on no line of a summary: with its lines they are all."""

    patrols: int = 0
    voiced: int = 0  # of the public


@dataclass(slots=True)
class Tally:
    """The visits to one site under one pack added up: sums are exact, means are taken once."""

    site_name: str = ""
    hashes: dict[str, None] = field(default_factory=dict)  # of its packs, in the order of visits
    visits: int = 0
    windows: int = 0
    rates: dict[Category, tuple[int, int]] = field(default_factory=dict)  # sum, how many
    bonus: int = 0
    vetoes: int = 0
    totals: int = 0
    scored: int = 0  # visits with a total
    found_totals: int = 0  # before appeals
    found_vetoes: int = 0
    own_totals: int = 0  # with the site's own numbers
    coverage: Coverage | None = None
    unranked: int = 0  # visits that are not ranked: they are in none of the sums
    unranked_scores: list[Hundredths] = field(default_factory=list)
    lone: int = 0  # parts whose others are not here
    undecided: int = 0  # places that were scored twice

    @property
    def total(self) -> Hundredths | None:
        """The mean of the ranked visits' rounded scores, rounded once."""
        return mean_of(self.totals, self.scored)

    @property
    def shown(self) -> Hundredths | None:
        """The same; where no visit is ranked, the mean of what they came to."""
        if self.unranked < self.visits:
            return self.total
        return mean_of(sum(self.unranked_scores), len(self.unranked_scores))

    @property
    def found_total(self) -> Hundredths | None:
        """The mean before appeals, which give or take no score away."""
        return mean_of(self.found_totals, self.scored)

    @property
    def own_total(self) -> Hundredths | None:
        """The mean with the site's own numbers."""
        return mean_of(self.own_totals, self.scored)

    def add(self, visit: "Visit | VisitFact") -> None:
        """Add the scores of one more visit."""
        total, found = visit.total, visit.found
        self.hashes[visit.pack_hash] = None
        self.visits += 1
        self.lone += visit.lone
        self.undecided += visit.undecided
        self.vetoes += visit.vetoes
        self.found_vetoes += found.vetoes if found else visit.vetoes
        if visit.coverage is not None:
            self.coverage = (self.coverage or Coverage()) + visit.coverage
        if not visit.ranked:
            self.unranked += 1
            self.unranked_scores += [] if total is None else [total]
            return
        self.bonus += visit.bonus
        if total is not None:
            self.totals += total
            self.found_totals += (found.total if found else total) or 0
            self.own_totals += total if visit.own_total is None else visit.own_total
            self.scored += 1

    def add_rate(self, category: Category, total: int, count: int) -> None:
        """Add rates of a category: their sum, and how many they are."""
        before = self.rates.get(category, (0, 0))
        self.rates[category] = (before[0] + total, before[1] + count)


SiteKey: TypeAlias = tuple[str, PackFamily]
"""A site's id and the family it was visited with: what has one line of a summary."""


def summarise(
    visits: Iterable[Visit],
    before: Iterable[Visit],
    findings: Mapping[SiteKey, FindingCount],
    grades: Mapping[PackFamily, tuple[Grade, ...]],
    overrides: Mapping[str, int] | None = None,
    patrols: Mapping[SiteKey, FindingCount] | None = None,
    self_checks: Mapping[SiteKey, SelfChecks] | None = None,
    voiced: Mapping[SiteKey, FindingCount] | None = None,
) -> list[SiteSummary]:
    """Return the lines of a period, best first within each family of packs.

    `visits` are in the order of their days, `before` those of the period before. `findings` of
    those visits, of `patrols` and what the public `voiced` are by (site id, family), `grades` by
    family, `overrides` by the hash of the pack a visit was scored with, `self_checks` as findings.
    """
    tallies, earlier = _tallied(visits), _tallied(before)
    return site_lines(tallies, earlier, findings, grades, overrides, patrols, self_checks, voiced)


def site_lines(
    tallies: Mapping[SiteKey, Tally],
    before: Mapping[SiteKey, Tally],
    findings: Mapping[SiteKey, FindingCount],
    grades: Mapping[PackFamily, tuple[Grade, ...]],
    overrides: Mapping[str, int] | None = None,
    patrols: Mapping[SiteKey, FindingCount] | None = None,
    self_checks: Mapping[SiteKey, SelfChecks] | None = None,
    voiced: Mapping[SiteKey, FindingCount] | None = None,
) -> list[SiteSummary]:
    """Return the lines of what was added up; the rest is as `summarise` says."""
    lines: list[SiteSummary] = []
    for family in sorted({pack for _, pack in tallies}, key=lambda pack: pack.place):
        earlier_ranks = {key: rank for rank, (key, _) in _order(before, family)}
        for rank, (key, tally) in _order(tallies, family):
            total, previous = tally.total, before[key].total if key in before else None
            vetoed = tally.vetoes > 0
            # Of what was hardly looked at nobody says that it is good.
            grade = _grade(total, vetoed, grades[family]) if total is not None or vetoed else ""
            lines.append(
                SiteSummary(
                    rank=rank,
                    site_name=tally.site_name,
                    pack=family,
                    visits=tally.visits,
                    windows=tally.windows,
                    rates={
                        category: mean_of(*tally.rates.get(category, (0, 0)))
                        for category in Category
                    },
                    bonus=mean_of(tally.bonus, tally.visits - tally.unranked) or 0,
                    vetoes=tally.vetoes,
                    total=tally.shown,
                    grade=grade,
                    findings=findings.get(key, FindingCount()),
                    change=(
                        total - previous if total is not None and previous is not None else None
                    ),
                    overrides=most_adapted(overrides or {}, tally.hashes),
                    site_id=key[0],
                    rank_before=earlier_ranks.get(key),
                    patrol_findings=(patrols or {}).get(key, FindingCount()).raised,
                    voiced=(voiced or {}).get(key, FindingCount()),
                    found=_found(tally, grade, grades[family]),
                    coverage=tally.coverage,
                    unranked=tally.unranked,
                    own_total=None if tally.own_total == total else tally.own_total,
                    self_checks=(self_checks or {}).get(key),
                    lone=tally.lone,
                    undecided=tally.undecided,
                )
            )
    return lines


def windows_of(visits: Iterable[Visit]) -> int:
    """Return how many different windows were visited."""
    return len(frozenset[str]().union(*(visit.windows for visit in visits)))


def vetoed_sites(lines: Iterable[SiteSummary]) -> frozenset[str]:
    """Return the ids of the sites that a veto stands against: nobody of theirs is praised."""
    return frozenset(line.site_id for line in lines if line.vetoes)


def most_adapted(overrides: Mapping[str, int], hashes: Iterable[str]) -> int:
    """Return how many items were adapted at most, of several packs by their hashes."""
    return max((overrides.get(digest, 0) for digest in hashes), default=0)


def mean_of(total: int, count: int) -> Hundredths | None:
    """Return the mean of `count` values that add up to `total`, rounded once; None of none."""
    return round_half_up(Fraction(total, count)) if count else None


def _order(
    tallies: Mapping[SiteKey, Tally], family: PackFamily
) -> list[tuple[int | None, tuple[SiteKey, Tally]]]:
    own = [(key, tally) for key, tally in tallies.items() if key[1] == family]
    return ranked(own, lambda entry: entry[1].total, lambda entry: entry[1].vetoes > 0)


def _tallied(visits: Iterable[Visit]) -> dict[SiteKey, Tally]:
    tallies: dict[SiteKey, Tally] = defaultdict(Tally)
    windows: dict[SiteKey, set[str]] = defaultdict(set)
    for visit in visits:
        key = (visit.site_id, visit.pack)
        tally = tallies[key]
        tally.site_name = visit.site_name
        tally.add(visit)
        for category, rate in visit.rates.items():
            if rate is not None and visit.ranked:
                tally.add_rate(category, rate, 1)
        windows[key] |= visit.windows  # visited nine times, a window is still one window
        tally.windows = len(windows[key])
    return dict(tallies)


def _found(tally: Tally, grade: str, grades: tuple[Grade, ...]) -> Standing | None:
    """Return how a site stood before appeals, where they changed that."""
    total, vetoes = tally.found_total, tally.found_vetoes
    found = Standing(total, vetoes, _grade(total, vetoes > 0, grades))
    return None if found == (tally.total, tally.vetoes, grade) else found


def _grade(total: Hundredths | None, vetoed: bool, grades: tuple[Grade, ...]) -> str:
    if vetoed:
        return grades[-1].title
    if total is None:
        return ""
    return next((grade.title for grade in grades if total >= grade.lower), grades[-1].title)
