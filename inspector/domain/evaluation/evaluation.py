"""综合评价 of a period: every site with its arithmetic, rank and level, and who is named.

A pure rule over bare facts: the same facts and the same table come to the same, whenever.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from inspector.domain.checklist.points import ONE, Hundredths
from inspector.domain.evaluation.evaluation_facts import PeriodFacts, SiteFacts
from inspector.domain.evaluation.honours import Honour, Named, named
from inspector.domain.evaluation.reasons import Reason, bars, why_unranked, yellow_cards
from inspector.domain.evaluation.scheme import Level, RedLine, Scheme
from inspector.domain.evaluation.weighing import PartScore, part_scores, total_of
from inspector.domain.figures.ranking import ranked


@dataclass(frozen=True, slots=True)
class SiteEvaluation:
    """What a site came to. Without a rank it was seen too little, which `unranked` tells."""

    facts: SiteFacts
    parts: tuple[PartScore, ...]
    total: Hundredths | None  # 综合得分
    rank: int | None = None  # 综合名次, among those of its family
    ranked_of: int = 0  # how many are ranked there
    level: Level | None = None  # 评价等次; None of a site without a rank
    barred: tuple[Reason, ...] = ()  # 不得评优
    yellow: tuple[Reason, ...] = ()  # 黄牌
    unranked: Reason | None = None

    @property
    def site_id(self) -> str:
        """Which site it is."""
        return self.facts.site_id

    @property
    def vetoes(self) -> int:
        """Red lines found at it."""
        return self.facts.vetoes


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All of a period under one table: the sites by family, best first within each."""

    facts: PeriodFacts
    scheme: Scheme
    sites: tuple[SiteEvaluation, ...]
    named: tuple[Named, ...]

    def of_site(self, site_id: str) -> SiteEvaluation | None:
        """Return what a site came to; None: it is not among them."""
        return next((site for site in self.sites if site.site_id == site_id), None)

    def named_for(self, honour: Honour) -> tuple[Named, ...]:
        """Return who is named for something."""
        return tuple(each for each in self.named if each.honour is honour)

    def honours_of(self, site_id: str) -> tuple[Named, ...]:
        """Return what a site is named for itself: not those of its windows and people."""
        return tuple(
            each
            for each in self.named
            if each.site_id == site_id and not (each.window_number or each.staff_number)
        )


def evaluate(facts: PeriodFacts, scheme: Scheme) -> Evaluation:
    """Return what the facts come to under a table."""
    families = dict.fromkeys(site.family_key for site in facts.sites)
    sites = tuple(
        site
        for family in families
        for site in _family([each for each in facts.sites if each.family_key == family], scheme)
    )
    return Evaluation(facts, scheme, sites, named(sites, facts, scheme))


def _family(facts: Sequence[SiteFacts], scheme: Scheme) -> list[SiteEvaluation]:
    """Return the sites of a family, best first: vetoed below the others, unranked last."""
    sites = [_site(each, scheme) for each in facts]
    order = ranked(sites, lambda s: None if s.unranked else s.total, lambda s: s.facts.vetoes > 0)
    count = sum(rank is not None for rank, _ in order)
    return [
        replace(
            site,
            rank=rank,
            ranked_of=count,
            level=None if rank is None else _level(site, scheme),
            yellow=yellow_cards(site.facts, None if rank is None else site.total, scheme),
        )
        for rank, site in order
    ]


def _site(facts: SiteFacts, scheme: Scheme) -> SiteEvaluation:
    parts = part_scores(facts, scheme)
    return SiteEvaluation(
        facts,
        parts,
        total_of(parts),
        barred=bars(facts, scheme),
        unranked=why_unranked(facts, scheme),
    )


def _level(site: SiteEvaluation, scheme: Scheme) -> Level:
    if site.facts.vetoes and scheme.red_line is RedLine.LOWEST:
        return Level.FAIL
    lines = ((Level.EXCELLENT, scheme.excellent), (Level.GOOD, scheme.good),
             (Level.PASS, scheme.passing))  # fmt: skip
    return next((level for level, line in lines if (site.total or 0) >= line * ONE), Level.FAIL)
