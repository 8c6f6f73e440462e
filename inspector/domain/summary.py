"""Figures over a period: one line a site and pack version, from rounded visit scores (DESIGN §6).

Only like compares with like: sites are ranked within one version of one pack.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from inspector.domain.checklist import Category, Grade
from inspector.domain.pack_versions import VersionKey, version_key
from inspector.domain.points import Hundredths, mean, round_half_up
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
    findings: FindingCount
    change: Hundredths | None  # against the period before; None: nothing to compare with
    overrides: int = 0  # items the site has its own numbers for
    by_category: Mapping[Category, FindingCount] = field(default_factory=dict)  # of `findings`

    @property
    def rectification_rate(self) -> Hundredths | None:
        """整改率 in hundredths of a percent; None (“—”) when nothing had to be put right."""
        return self.findings.rectification_rate


def summarise(
    visits: Iterable[Visit],
    before: Iterable[Visit],
    findings: Mapping[tuple[str, PackVersion], Mapping[Category, FindingCount]],
    grades: Mapping[PackVersion, tuple[Grade, ...]],
    overrides: Mapping[str, int] | None = None,
) -> list[SiteSummary]:
    """Return the lines of a period, best first within each version of a pack.

    `visits` are in the order of their days, `before` those of the period before. `findings` is
    by (site id, pack version), `grades` by pack version, `overrides` by the hash of the pack a
    visit was scored with.
    """
    groups = _grouped(visits)
    earlier = {key: _mean_total(group) for key, group in _grouped(before).items()}
    lines: list[SiteSummary] = []
    for version in sorted({pack for _, pack in groups}, key=lambda pack: pack.place):
        own = {site: group for (site, pack), group in groups.items() if pack == version}
        order = ranked(
            own.items(),
            lambda entry: _mean_total(entry[1]),
            lambda entry: any(visit.vetoes for visit in entry[1]),
        )
        for rank, (site_id, group) in order:
            key = (site_id, version)
            total, previous = _mean_total(group), earlier.get(key)
            lines.append(
                SiteSummary(
                    rank=rank,
                    site_name=group[-1].site_name,
                    pack=version,
                    visits=len(group),
                    # Visited nine times, a window is still one window.
                    windows=len(frozenset().union(*(visit.windows for visit in group))),
                    rates={
                        category: _mean([visit.rates.get(category) for visit in group])
                        for category in Category
                    },
                    bonus=_mean([visit.bonus for visit in group]) or 0,
                    vetoes=sum(visit.vetoes for visit in group),
                    total=total,
                    grade=_grade(total, any(v.vetoes for v in group), grades[version]),
                    findings=sum(findings.get(key, {}).values(), FindingCount()),
                    by_category=findings.get(key, {}),
                    change=(
                        total - previous if total is not None and previous is not None else None
                    ),
                    overrides=(overrides or {}).get(group[-1].pack_hash, 0),
                )
            )
    return lines


def _grouped(visits: Iterable[Visit]) -> dict[tuple[str, PackVersion], list[Visit]]:
    groups: dict[tuple[str, PackVersion], list[Visit]] = defaultdict(list)
    for visit in visits:
        groups[visit.site_id, visit.pack].append(visit)
    return groups


def _mean_total(visits: Iterable[Visit]) -> Hundredths | None:
    return _mean([visit.total for visit in visits])


def _mean(values: Iterable[Hundredths | None]) -> Hundredths | None:
    present = [value for value in values if value is not None]
    return round_half_up(mean(present)) if present else None


def _grade(total: Hundredths | None, vetoed: bool, grades: tuple[Grade, ...]) -> str:
    if vetoed:
        return grades[-1].title
    if total is None:
        return ""
    return next((grade.title for grade in grades if total >= grade.lower), grades[-1].title)
