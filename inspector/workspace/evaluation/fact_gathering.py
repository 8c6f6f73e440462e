"""The facts of a period, from what is kept: visits as they are ranked, findings, patrols.

A site stands in one family, that of most of its ranked visits; findings are those of all of them.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from inspector.domain.checklist.method import Form
from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.evaluation.evaluation_facts import (
    CandidateFact,
    PeriodFacts,
    SiteFacts,
)
from inspector.domain.figures.figure_awards import Award, Candidate, candidates
from inspector.domain.figures.figure_facts import FigureScope
from inspector.domain.figures.figures import SiteFindings, findings_by_site, site_tallies
from inspector.domain.figures.summary import FindingCount, SiteKey, Tally
from inspector.storage.figures.figure_store import FigureStore
from inspector.storage.figures.finding_figures import FindingFigures
from inspector.workspace.evaluation.facts_beside import FactsBeside
from inspector.workspace.opened_folder import OpenedFolder

_FORMS = list(Form)


def period_facts(opened: OpenedFolder, scope: FigureScope, today: date) -> PeriodFacts:
    """Return what is weighed of a scope as it stands `today`; sites family by family."""
    store, found = FigureStore(opened.database), FindingFigures(opened.database)
    visits, cards = store.visits(scope, told=True), store.cards(scope)
    tallies = site_tallies(visits)
    counts = findings_by_site(visits, found.counts(scope.span, today))
    findings = {each.site_id: each for each in counts}
    names = dict(store.sites())
    roster = store.roster_windows(scope.span.first)
    own = {site: _main(site, tallies) for site in names}
    beside = FactsBeside(opened, scope.span, today)
    sites = [
        _site(site, names[site], own[site], tallies, findings, beside)
        for site in names
        if own[site] is not None or roster.get(site)
    ]
    late = found.late(today)
    vetoed = {visit.site_id for visit in visits if visit.scored and visit.vetoes}

    def best(award: Award) -> tuple[CandidateFact, ...]:
        return tuple(_candidates(candidates(award, cards, late, scope.span, vetoed), names))

    order = {family: place for place, family in enumerate(_in_order(own.values()))}
    sites.sort(key=lambda facts: order.get(facts.family_key, len(order)))
    return PeriodFacts(
        scope.span.first,
        scope.span.last,
        today,
        tuple(sites),
        best(Award.WINDOW),
        best(Award.STAFF),
    )


def _site(
    site_id: str,
    name: str,
    family: PackFamily | None,
    tallies: Mapping[SiteKey, Tally],
    findings: Mapping[str, SiteFindings],
    beside: FactsBeside,
) -> SiteFacts:
    own = {key[1]: tally for key, tally in tallies.items() if key[0] == site_id}
    tally = own[family] if family is not None else Tally(site_name=name)
    count = findings[site_id].findings if site_id in findings else FindingCount()
    score = None if family is None or tally.total is None else family.percent(tally.total)
    return SiteFacts(
        site_id=site_id,
        site_name=tally.site_name or name,
        family=family.name if family is not None else "",
        family_key=family_key(family) if family is not None else "",
        visits=tally.visits,
        unranked=tally.unranked,
        score=score,
        vetoes=sum(each.vetoes for each in own.values()),
        raised=count.raised,
        closed=count.closed,
        overdue=count.overdue,
        elsewhere=sum(each.visits for each in own.values()) - tally.visits,
        patrols=beside.patrols(site_id),
        survey=beside.survey(site_id),
        complaints=beside.complaints(site_id),
        plan=beside.plan(site_id),
    )


def _main(site_id: str, tallies: Mapping[SiteKey, Tally]) -> PackFamily | None:
    """Return the family that most ranked visits to a site were scored with, the fuller form first.

    None: it was not scored.
    """

    def weight(entry: tuple[PackFamily, Tally]) -> tuple[int, int, int]:
        family, tally = entry
        return tally.visits - tally.unranked, tally.visits, -_FORMS.index(family.form)

    own = [(key[1], tally) for key, tally in tallies.items() if key[0] == site_id]
    # In their order, so that of equal ones the same is taken always.
    own.sort(key=lambda entry: entry[0].place)
    return max(own, key=weight)[0] if own else None


def family_key(family: PackFamily) -> str:
    """Return what tells families apart, as it is frozen."""
    return f"{family.id}|{family.weighing}|{family.form}"


def _in_order(families: Iterable[PackFamily | None]) -> list[str]:
    own = {family for family in families if family is not None}
    return [family_key(family) for family in sorted(own, key=lambda family: family.place)]


def _candidates(found: Iterable[Candidate], names: Mapping[str, str]) -> Iterable[CandidateFact]:
    """Yield those who are ranked, which is: nothing stands in their way."""
    for one in found:
        if one.rank is None or one.mean is None:
            continue
        yield CandidateFact(
            one.site_id,
            names.get(one.site_id, one.site_name),
            one.pack.name,
            family_key(one.pack),
            one.window_number,
            one.times,
            one.pack.percent(one.mean),
            one.rank,
            one.staff_number,
        )
