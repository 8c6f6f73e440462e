"""The figures of a period for superiors: everything but the rows they lead to.

From kept scores after appeals only, added up exactly and rounded once (DESIGN §6); only what was
scored with the same family of packs is compared.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.checklist.points import Hundredths
from inspector.domain.days.span import Span
from inspector.domain.figures.figure_facts import (
    CardFact,
    FindingFact,
    RateFact,
    SelfFact,
    VisitFact,
    VoiceFact,
)
from inspector.domain.figures.summary import FindingCount, SelfChecks, SiteKey, Tally, mean_of
from inspector.domain.visit.coverage import Coverage, coverage_together


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """The figures that come first."""

    visits: int = 0
    windows: int = 0  # different ones
    roster: int = 0  # windows that there are to inspect
    mean: Hundredths | None = None  # of the ranked visits' scores; None of those not alike
    packs: frozenset[PackFamily] = frozenset()  # of the ranked visits
    findings: FindingCount = field(default_factory=FindingCount)
    repeats: int = 0
    vetoes: int = 0
    patrol_findings: int = 0  # found by patrols: not among `findings`
    voiced: FindingCount = field(default_factory=FindingCount)  # by the public: beside all these
    coverage: Coverage | None = None  # of all visits; None: none kept it

    @property
    def is_mixed(self) -> bool:
        """Visits are among them that were totalled in different ways: they have no mean."""
        return len({pack.way for pack in self.packs}) > 1

    @property
    def rectification_rate(self) -> Hundredths | None:
        """整改率 in hundredths of a percent; None (“—”) when nothing had to be put right."""
        return self.findings.rectification_rate


@dataclass(frozen=True, slots=True)
class PartFigures:
    """What a part of the period came to under one pack."""

    mean: Hundredths | None
    visits: int
    findings: int
    coverage: Coverage | None = None  # of all visits; None: none kept it


@dataclass(frozen=True, slots=True)
class TrendPart:
    """A part of the period, by pack."""

    span: Span
    packs: Mapping[PackFamily, PartFigures]

    @property
    def means(self) -> Mapping[PackFamily, Hundredths]:
        """The mean scores, of packs that something was scored with."""
        return {pack: own.mean for pack, own in self.packs.items() if own.mean is not None}

    @property
    def visits(self) -> int:
        """Scored visits with any pack."""
        return sum(own.visits for own in self.packs.values())

    @property
    def findings(self) -> int:
        """Findings of them."""
        return sum(own.findings for own in self.packs.values())


@dataclass(frozen=True, slots=True)
class SiteFindings:
    """How the findings of one site stand."""

    site_id: str
    site_name: str
    findings: FindingCount
    patrol_findings: int = 0  # found by patrols: not among `findings`
    voiced: FindingCount = field(default_factory=FindingCount)  # by the public: beside all these


def key_figures(
    visits: Sequence[VisitFact],
    cards: Iterable[CardFact],
    found: Mapping[str, FindingFact],
    roster: int = 0,
    voices: Iterable[VoiceFact] = (),
) -> KeyFigures:
    """Return the key figures; `found` is by visit, those of patrols and of the public among it."""
    scored = [visit for visit in visits if visit.scored]
    ranked = [visit for visit in scored if visit.ranked and visit.total is not None]
    alike = len({visit.pack.way for visit in ranked}) < 2
    totals = [visit.total or 0 for visit in ranked] if alike else []
    own = [found[visit.id] for visit in scored if visit.id in found]
    patrols = [found[v.id] for v in visits if not v.scored and v.id in found]
    return KeyFigures(
        visits=len(scored),
        windows=len({card.window_id for card in cards}),
        roster=roster,
        mean=mean_of(sum(totals), len(totals)),
        packs=frozenset(visit.pack for visit in ranked),
        findings=added(own),
        repeats=sum(fact.repeats for fact in own),
        vetoes=sum(visit.vetoes for visit in scored),
        patrol_findings=added(patrols).raised,
        voiced=added(found[voice.id] for voice in voices if voice.id in found),
        coverage=coverage_together(visit.coverage for visit in scored),
    )


def added(facts: Iterable[FindingFact]) -> FindingCount:
    """Return how the findings of several visits stand together."""
    counts = (FindingCount(fact.raised, fact.closed, fact.overdue) for fact in facts)
    return sum(counts, FindingCount())


def site_tallies(
    visits: Iterable[VisitFact], rates: Iterable[RateFact] = (), cards: Iterable[CardFact] = ()
) -> dict[SiteKey, Tally]:
    """Add scored visits up by site and pack; they are in the order of their days."""
    tallies: dict[SiteKey, Tally] = {}
    for visit in visits:
        if visit.scored:
            tally = tallies.setdefault((visit.site_id, visit.pack), Tally())
            tally.site_name = visit.site_name
            tally.add(visit)
    for rate in rates:
        tallies[rate.site_id, rate.pack].add_rate(rate.category, rate.total, rate.number)
    windows: dict[SiteKey, set[str]] = defaultdict(set)
    for card in cards:
        windows[card.site_id, card.pack].add(card.window_id)
    for key, own in windows.items():
        tallies[key].windows = len(own)
    return tallies


def counts_by_site(
    visits: Iterable[VisitFact], found: Mapping[str, FindingFact], *, scored: bool = True
) -> dict[SiteKey, FindingCount]:
    """Return how the findings of scored visits, or of the others, stand by site and pack."""
    groups: dict[SiteKey, list[FindingFact]] = defaultdict(list)
    for visit in visits:
        if visit.scored is scored and visit.id in found:
            groups[visit.site_id, visit.pack].append(found[visit.id])
    return {key: added(facts) for key, facts in groups.items()}


def voiced_by_site(
    voices: Iterable[VoiceFact], found: Mapping[str, FindingFact]
) -> dict[SiteKey, FindingCount]:
    """Return how the findings of the public stand by site and pack."""
    groups: dict[SiteKey, list[FindingFact]] = defaultdict(list)
    for voice in voices:
        if voice.id in found:
            groups[voice.site_id, voice.pack].append(found[voice.id])
    return {key: added(facts) for key, facts in groups.items()}


def self_checks_of(facts: Iterable[SelfFact]) -> dict[SiteKey, SelfChecks]:
    """Return what sites found of themselves by site and family of packs."""
    groups: dict[SiteKey, list[SelfFact]] = defaultdict(list)
    for fact in facts:
        groups[fact.site_id, fact.pack].append(fact)
    return {
        key: SelfChecks(
            own[-1].site_name,
            sum(fact.visits for fact in own),
            mean_of(sum(fact.total for fact in own), sum(fact.number for fact in own)),
        )
        for key, own in groups.items()
    }


def trend(
    parts: Sequence[Span], visits: Iterable[VisitFact], found: Mapping[str, FindingFact]
) -> tuple[TrendPart, ...]:
    """Return the parts of a period, each with what its visits came to by pack."""
    at = {span.first.toordinal() + n: i for i, span in enumerate(parts) for n in range(span.days)}
    # Sum and number of the scores, visits, findings.
    sums: list[dict[PackFamily, list[int]]] = [{} for _ in parts]
    seen: list[dict[PackFamily, Coverage]] = [{} for _ in parts]
    for visit in visits:
        place = at.get(visit.day.toordinal())
        if place is None:
            continue
        own = sums[place].setdefault(visit.pack, [0, 0, 0, 0])
        if visit.scored and visit.ranked and visit.total is not None:
            own[0] += visit.total
            own[1] += 1
        own[2] += visit.scored
        if visit.scored and visit.coverage is not None:
            before = seen[place].get(visit.pack, Coverage())
            seen[place][visit.pack] = before + visit.coverage
        if visit.scored and visit.id in found:
            own[3] += found[visit.id].raised
    return tuple(
        TrendPart(
            span,
            {
                pack: PartFigures(mean_of(total, count), made, findings, observed.get(pack))
                for pack, (total, count, made, findings) in own.items()
            },
        )
        for span, own, observed in zip(parts, sums, seen, strict=True)
    )


def findings_by_site(
    visits: Iterable[VisitFact],
    found: Mapping[str, FindingFact],
    voices: Iterable[VoiceFact] = (),
) -> tuple[SiteFindings, ...]:
    """Return how the findings stand at each site that anything was found at, by name."""
    names: dict[str, str] = {}
    groups: dict[str, list[FindingFact]] = defaultdict(list)
    patrols: dict[str, int] = defaultdict(int)
    voiced: dict[str, list[FindingFact]] = defaultdict(list)
    for voice in voices:
        if voice.id in found:
            names[voice.site_id] = voice.site_name
            voiced[voice.site_id].append(found[voice.id])
    for visit in visits:
        if visit.id in found:
            names[visit.site_id] = visit.site_name
            if visit.scored:
                groups[visit.site_id].append(found[visit.id])
            else:
                patrols[visit.site_id] += found[visit.id].raised
    return tuple(
        SiteFindings(site, names[site], added(groups[site]), patrols[site], added(voiced[site]))
        for site in sorted(names, key=lambda site: names[site])
    )
