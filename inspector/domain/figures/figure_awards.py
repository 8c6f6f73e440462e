"""Who deserves 最佳服务窗口 and 服务标兵, and what stands in the way of the others (§4.3)."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.checklist.points import Hundredths
from inspector.domain.days.span import Span, SpanKind
from inspector.domain.figures.figure_facts import CardFact, LateFact
from inspector.domain.figures.ranking import ranked
from inspector.domain.figures.summary import mean_of, most_adapted
from inspector.domain.visit.coverage import Coverage, coverage_together


class Award(StrEnum):
    """What is awarded."""

    WINDOW = "window"  # 最佳服务窗口
    STAFF = "staff"  # 服务标兵


@dataclass(frozen=True, slots=True)
class Candidate:
    """A window, or a person by staff number, under one pack. `rank` is among the eligible."""

    pack: PackFamily
    site_id: str
    site_name: str
    window_id: str
    window_number: str  # of a person: the last one
    staff_number: str  # "" for a window
    times: int  # inspected, and enough of it observed to be ranked
    mean: Hundredths | None
    vetoes: int
    overdue: int  # findings that are overdue now
    least: int  # inspections that are asked for
    found_mean: Hundredths | None = None  # before appeals
    site_vetoed: bool = False  # a veto stands against another window of the site
    rank: int | None = None
    unranked: int = 0  # inspected besides, and too little observed
    coverage: Coverage | None = None  # of all inspections; None: none kept it
    overrides: int = 0  # items of the checklist that its site had its own numbers for

    @property
    def eligible(self) -> bool:
        """Nothing stands in the way: no veto at the site, nothing overdue, inspected enough."""
        vetoed = self.vetoes or self.site_vetoed
        return not vetoed and not self.overdue and self.times >= self.least


def least_inspections(span: Span) -> int:
    """Return how often somebody has to be inspected: once in a week, else twice."""
    return 1 if span.kind in (SpanKind.DAY, SpanKind.WEEK) else 2


def candidates(
    award: Award,
    cards: Iterable[CardFact],
    late: Iterable[LateFact],
    span: Span,
    vetoed: Container[str] = (),
    overrides: Mapping[str, int] | None = None,
) -> tuple[Candidate, ...]:
    """Return everyone by score within each pack; who is not eligible has no rank.

    `vetoed` are the ids of the sites that a veto of the period stands against, `overrides` how
    many items a pack was adapted in, by its hash.
    """
    overdue: dict[tuple[str, str], int] = defaultdict(int)
    for fact in late:
        overdue[fact.site_id, fact.window_id if award is Award.WINDOW else fact.staff_number] += 1
    groups: dict[tuple[PackFamily, str, str], list[CardFact]] = defaultdict(list)
    for card in cards:
        who = card.window_id if award is Award.WINDOW else card.staff_number
        if who:
            groups[card.pack, card.site_id, who].append(card)
    found = [
        Candidate(
            pack=pack,
            site_id=site_id,
            site_name=own[-1].site_name,
            window_id=own[-1].window_id,
            window_number=own[-1].window_number,
            staff_number="" if award is Award.WINDOW else who,
            times=sum(card.times for card in own),
            mean=mean_of(sum(card.total for card in own), sum(card.scored for card in own)),
            vetoes=sum(card.vetoes for card in own),
            overdue=overdue[site_id, who],
            least=least_inspections(span),
            found_mean=mean_of(sum(card.found for card in own), sum(card.scored for card in own)),
            site_vetoed=site_id in vetoed,
            unranked=sum(card.unranked for card in own),
            coverage=coverage_together(card.coverage for card in own),
            overrides=most_adapted(overrides or {}, (card.pack_hash for card in own)),
        )
        for (pack, site_id, who), own in groups.items()
    ]
    return tuple(
        each
        for pack in sorted({one.pack for one in found}, key=lambda pack: pack.place)
        for each in _ordered([one for one in found if one.pack == pack])
    )


def _ordered(own: list[Candidate]) -> list[Candidate]:
    """Return candidates by score; beside a better one that is not eligible stands the reason."""
    fit = ranked((c for c in own if c.eligible), lambda c: c.mean, lambda c: False)
    rest = [(None, c) for c in own if not c.eligible]
    both = [replace(one, rank=rank) for rank, one in [*fit, *rest]]
    return sorted(both, key=lambda one: (one.mean is None, -(one.mean or 0), one.rank is None))
