"""Figures over a period: one line a site and pack version, from rounded visit scores (DESIGN §6).

Only like compares with like: sites are ranked within one version of one pack.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from inspector.domain.checklist import Category, Grade
from inspector.domain.pack_versions import VersionKey, version_key
from inspector.domain.points import Hundredths, round_half_up
from inspector.domain.ranking import ranked


@dataclass(frozen=True, slots=True)
class PackVersion:
    """A pack as it was at one time: what scores can be compared within."""

    id: str
    version: str
    title: str = field(compare=False)

    @property
    def name(self) -> str:
        """What is printed: 通信营业厅 2026.1."""
        return f"{self.title} {self.version}"

    @property
    def place(self) -> tuple[str, VersionKey, str]:
        """What they are listed by: 2026.9 before 2026.10."""
        return (self.id, version_key(self.version), self.version)


@dataclass(frozen=True, slots=True)
class Visit:
    """A completed inspection as the summary needs it; scores are rounded already."""

    site_id: str
    site_name: str
    pack: PackVersion
    pack_hash: str  # frozen with the overrides of the site
    day: date
    windows: frozenset[str]  # ids of those inspected
    rates: Mapping[Category, Hundredths | None]
    bonus: Hundredths
    vetoes: int
    total: Hundredths | None


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
    """One line of the summary: a site under one pack."""

    rank: int | None
    site_name: str
    pack: PackVersion
    visits: int
    windows: int
    rates: Mapping[Category, Hundredths | None]
    bonus: Hundredths
    vetoes: int
    total: Hundredths | None
    grade: str
    findings: FindingCount  # of the scored visits
    change: Hundredths | None  # against the period before; None: nothing to compare with
    overrides: int = 0  # items the site has its own numbers for
    by_category: Mapping[Category, FindingCount] = field(default_factory=dict)  # of `findings`
    site_id: str = ""
    rank_before: int | None = None  # in the period before
    changed: int = 0  # visits whose records no longer are what was sealed
    patrol_findings: int = 0  # found by patrols, counted nowhere else

    @property
    def rectification_rate(self) -> Hundredths | None:
        """整改率 in hundredths of a percent; None (“—”) when nothing had to be put right."""
        return self.findings.rectification_rate


@dataclass(slots=True)
class Tally:
    """The visits to one site under one pack added up: sums are exact, means are taken once."""

    site_name: str = ""
    pack_hash: str = ""  # of the last visit
    visits: int = 0
    windows: int = 0
    rates: dict[Category, tuple[int, int]] = field(default_factory=dict)  # sum, how many
    bonus: int = 0
    vetoes: int = 0
    totals: int = 0
    scored: int = 0  # visits with a total

    @property
    def total(self) -> Hundredths | None:
        """The mean of the visits' rounded scores, rounded once."""
        return mean_of(self.totals, self.scored)

    def add(self, pack_hash: str, bonus: int, vetoes: int, total: Hundredths | None) -> None:
        """Add the scores of one more visit."""
        self.pack_hash = pack_hash
        self.visits += 1
        self.bonus += bonus
        self.vetoes += vetoes
        if total is not None:
            self.totals += total
            self.scored += 1

    def add_rate(self, category: Category, total: int, count: int) -> None:
        """Add rates of a category: their sum, and how many they are."""
        before = self.rates.get(category, (0, 0))
        self.rates[category] = (before[0] + total, before[1] + count)


SiteKey: TypeAlias = tuple[str, PackVersion]
"""A site's id and the pack it was visited with: what has one line of a summary."""


def summarise(
    visits: Iterable[Visit],
    before: Iterable[Visit],
    findings: Mapping[SiteKey, FindingCount],
    grades: Mapping[PackVersion, tuple[Grade, ...]],
    overrides: Mapping[str, int] | None = None,
    patrols: Mapping[SiteKey, FindingCount] | None = None,
) -> list[SiteSummary]:
    """Return the lines of a period, best first within each version of a pack.

    `visits` are in the order of their days, `before` those of the period before. `findings` of
    those visits and of `patrols` are by (site id, pack version), `grades` by pack version,
    `overrides` by the hash of the pack a visit was scored with.
    """
    tallies, earlier = _tallied(visits), _tallied(before)
    return site_lines(tallies, earlier, findings, grades, overrides, patrols)


def site_lines(
    tallies: Mapping[SiteKey, Tally],
    before: Mapping[SiteKey, Tally],
    findings: Mapping[SiteKey, FindingCount],
    grades: Mapping[PackVersion, tuple[Grade, ...]],
    overrides: Mapping[str, int] | None = None,
    patrols: Mapping[SiteKey, FindingCount] | None = None,
) -> list[SiteSummary]:
    """Return the lines of what was added up; the rest is as `summarise` says."""
    lines: list[SiteSummary] = []
    for version in sorted({pack for _, pack in tallies}, key=lambda pack: pack.place):
        earlier_ranks = {key: rank for rank, (key, _) in _order(before, version)}
        for rank, (key, tally) in _order(tallies, version):
            total, previous = tally.total, before[key].total if key in before else None
            lines.append(
                SiteSummary(
                    rank=rank,
                    site_name=tally.site_name,
                    pack=version,
                    visits=tally.visits,
                    windows=tally.windows,
                    rates={
                        category: mean_of(*tally.rates.get(category, (0, 0)))
                        for category in Category
                    },
                    bonus=mean_of(tally.bonus, tally.visits) or 0,
                    vetoes=tally.vetoes,
                    total=total,
                    grade=_grade(total, tally.vetoes > 0, grades[version]),
                    findings=findings.get(key, FindingCount()),
                    change=(
                        total - previous if total is not None and previous is not None else None
                    ),
                    overrides=(overrides or {}).get(tally.pack_hash, 0),
                    site_id=key[0],
                    rank_before=earlier_ranks.get(key),
                    patrol_findings=(patrols or {}).get(key, FindingCount()).raised,
                )
            )
    return lines


def mean_of(total: int, count: int) -> Hundredths | None:
    """Return the mean of `count` values that add up to `total`, rounded once; None of none."""
    return round_half_up(Fraction(total, count)) if count else None


def _order(
    tallies: Mapping[SiteKey, Tally], version: PackVersion
) -> list[tuple[int | None, tuple[SiteKey, Tally]]]:
    own = [(key, tally) for key, tally in tallies.items() if key[1] == version]
    return ranked(own, lambda entry: entry[1].total, lambda entry: entry[1].vetoes > 0)


def _tallied(visits: Iterable[Visit]) -> dict[SiteKey, Tally]:
    tallies: dict[SiteKey, Tally] = defaultdict(Tally)
    windows: dict[SiteKey, set[str]] = defaultdict(set)
    for visit in visits:
        key = (visit.site_id, visit.pack)
        tally = tallies[key]
        tally.site_name = visit.site_name
        tally.add(visit.pack_hash, visit.bonus, visit.vetoes, visit.total)
        for category, rate in visit.rates.items():
            if rate is not None:
                tally.add_rate(category, rate, 1)
        windows[key] |= visit.windows  # visited nine times, a window is still one window
        tally.windows = len(windows[key])
    return dict(tallies)


def _grade(total: Hundredths | None, vetoed: bool, grades: tuple[Grade, ...]) -> str:
    if vetoed:
        return grades[-1].title
    if total is None:
        return ""
    return next((grade.title for grade in grades if total >= grade.lower), grades[-1].title)
