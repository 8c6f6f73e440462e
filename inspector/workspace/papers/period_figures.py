"""The figures of a period, read beside the window.

Each reading opens the database for itself, so it may be done on any thread.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import Grade
from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.checklist.points import Hundredths
from inspector.domain.days.span import Span, SpanKind
from inspector.domain.days.workdays import Calendar
from inspector.domain.figures.figure_ageing import Ageing, ageing
from inspector.domain.figures.figure_awards import Award, Candidate, candidates
from inspector.domain.figures.figure_facts import (
    CardFact,
    FigureScope,
    FindingFact,
    FoundExample,
    Phase,
    VisitFact,
    VisitRow,
    WindowRateFact,
)
from inspector.domain.figures.figure_items import FrequentItem, frequent_items
from inspector.domain.figures.figure_lists import RedBlack, red_black
from inspector.domain.figures.figures import (
    KeyFigures,
    SiteFindings,
    TrendPart,
    counts_by_site,
    findings_by_site,
    key_figures,
    self_checks_of,
    site_tallies,
    trend,
    voiced_by_site,
)
from inspector.domain.figures.own_lines import own_lines
from inspector.domain.figures.summary import (
    FindingCount,
    SelfChecks,
    SiteKey,
    SiteSummary,
    mean_of,
    site_lines,
)
from inspector.domain.plan.plan_coverage import PlanCoverage
from inspector.domain.survey.survey_rate import SurveyRate
from inspector.domain.visit.coverage import Coverage, coverage_together
from inspector.storage.database.database import Database, reading_apart
from inspector.storage.figures.figure_store import FigureStore
from inspector.storage.figures.finding_figures import FindingFigures
from inspector.storage.figures.ranked_visits import ranked_visits
from inspector.storage.registers.plan_store import PlanStore
from inspector.storage.registers.survey_store import SurveyStore
from inspector.storage.stores.pack_store import PackStore
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.plans.plans import coverage_within
from inspector.workspace.preferences import SURVEY_LEAST, PreferenceBook

MOST_ITEMS = 20
"""Frequent items that are told of."""


@dataclass(frozen=True, slots=True)
class ItemLine:
    """A frequent item with the last finding of it."""

    item: FrequentItem
    example: FoundExample


@dataclass(frozen=True, slots=True)
class WindowLine:
    """A window under one pack with its mean rates; a heat map has a line for each."""

    site_id: str
    site_name: str
    pack: PackFamily
    window_id: str
    window_number: str
    rates: dict[Category, Hundredths]
    coverage: Coverage | None = None  # of all its scorecards; None: none kept it


@dataclass(frozen=True, slots=True)
class SummaryFigures:
    """All figures of a scope."""

    scope: FigureScope
    compared: FigureScope | None  # None: no phase before the first one
    today: date
    packs: tuple[PackFamily, ...]
    key: KeyFigures
    before: KeyFigures | None
    lines: tuple[SiteSummary, ...]
    roster: dict[str, int]  # windows that there are, by site
    uninspected: tuple[str, ...]  # names of sites with windows that nobody visited
    vetoes: tuple[FoundExample, ...]
    parts: tuple[TrendPart, ...]
    items: tuple[ItemLine, ...]
    lists: tuple[RedBlack, ...]
    windows: tuple[Candidate, ...]
    staff: tuple[Candidate, ...]
    rectification: tuple[SiteFindings, ...]
    ageing: Ageing
    own_lines: tuple[SiteSummary, ...]  # of sites that only inspected themselves
    grades: Mapping[PackFamily, tuple[Grade, ...]]  # of every checklist in the lines, best first
    nearest: tuple[date | None, date | None]  # with a visit, before and after; of an empty period
    satisfaction: Mapping[str, SurveyRate]  # of sites at which people were asked, by id
    covered: PlanCoverage | None = None  # of the plans of visits; None: nothing was planned

    @property
    def is_empty(self) -> bool:
        """No scored visit was completed, and no site inspected itself."""
        return not self.key.visits and not self.own_lines


class Figures:
    """Reads from any thread, one reading at a time."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._path = opened.database.path
        self._preferences = opened.of(PreferenceBook)
        self._known: dict[str, _OfPack] = {}  # by hash of the pack

    def read(
        self, scope: FigureScope, today: date, calendar: Calendar, compared: Phase | None = None
    ) -> SummaryFigures:
        """Return the figures of a scope as they stand `today`.

        A phase is compared with the phase before it, `compared`; days with the days before.
        """
        with reading_apart(self._path) as database:
            reading = _Reading(database, today, self._preferences.number(SURVEY_LEAST))
            before = _compared(scope, compared)
            figures = reading.figures(scope, before, calendar, self._packs_of(PackStore(database)))
            return replace(figures, covered=_covered(database, scope, today))

    def phases(self) -> list[Phase]:
        """Return the phases in the order they began."""
        with reading_apart(self._path) as database:
            return FigureStore(database).phases()

    def windows(self, scope: FigureScope) -> list[WindowLine]:
        """Return every window that was inspected with its mean rates, by site and window."""
        with reading_apart(self._path) as database:
            store = FigureStore(database)
            store.tell_of(scope)
            return window_lines(store.window_rates(scope), store.cards(scope))

    def visits(
        self,
        scope: FigureScope,
        window_id: str = "",
        staff_number: str = "",
        *,
        by_itself: bool = False,
    ) -> list[VisitRow]:
        """Return the visits that a figure was computed from, newest first."""
        with reading_apart(self._path) as database:
            return FigureStore(database).rows(scope, window_id, staff_number, own=by_itself)

    def _packs_of(self, packs: PackStore) -> "_Packs":
        return _Packs(packs, self._known)


def _covered(database: Database, scope: FigureScope, today: date) -> PlanCoverage | None:
    """Return what is covered of the plans of a scope; of a phase or checklist it is not told."""
    if scope.phase or scope.pack is not None:
        return None
    span = scope.span
    last = max(span.first, min(span.last, today))
    return coverage_within(PlanStore(database), span.first, last, scope.site_ids)


@dataclass(frozen=True, slots=True)
class _OfPack:
    """What figures tell of a frozen pack: its grades, and what its items are called in short."""

    grades: tuple[Grade, ...]
    shorts: Mapping[str, str]


class _Packs:
    """Frozen packs: thawed once a version, not once a site."""

    def __init__(self, packs: PackStore, known: dict[str, _OfPack]) -> None:
        self._packs = packs
        self._known = known

    def grades(self, digest: str) -> tuple[Grade, ...]:
        return self._of(digest).grades

    def short(self, digest: str, item_id: str) -> str:
        """Return what an item is called in short; '' where the checklist does not say."""
        return self._of(digest).shorts.get(item_id, "")

    def _of(self, digest: str) -> _OfPack:
        if digest not in self._known:
            pack = self._packs.thaw(digest)
            shorts = {item.id: item.short for item in pack.items()}
            self._known[digest] = _OfPack(pack.grades, shorts)
        return self._known[digest]


class _Reading:
    """One reading of all figures."""

    def __init__(self, database: Database, today: date, least_sheets: int) -> None:
        self._database = database
        self._least_sheets = least_sheets
        self._store = FigureStore(database)
        self._found = FindingFigures(database)
        self._today = today

    def figures(
        self,
        scope: FigureScope,
        compared: FigureScope | None,
        calendar: Calendar,
        packs: "_Packs",
    ) -> SummaryFigures:
        store, today = self._store, self._today
        visits, cards = store.visits(scope, told=True), store.cards(scope)
        found = self._found.findings(scope.span, today)
        roster = {
            site: count
            for site, count in store.roster_windows(scope.span.first).items()
            if not scope.site_ids or site in scope.site_ids
        }
        if scope.pack is not None:  # the others are inspected with other checklists
            with_pack = store.sites_with(scope.pack)
            roster = {site: count for site, count in roster.items() if site in with_pack}
        tallies = site_tallies(visits, store.rates(scope), cards)
        earlier = store.visits(compared) if compared else []
        parts = scope.span.parts()
        around = visits
        if scope.span.kind is SpanKind.DAY:  # a day is seen among those before it
            wider = Span(parts[0].first, scope.span.last)
            around = store.visits(scope.over(wider, scope.phase))
            found = {**self._found.counts(Span(wider.first, _before(scope.span)), today), **found}
        self_checks = self_checks_of(store.self_checks(scope))
        patrols = counts_by_site(visits, found, scored=False)
        voices = store.voices(scope)
        voiced = voiced_by_site(voices, found)
        own_grades = {visit.pack: visit.pack_hash for visit in visits if visit.scored}
        # Of every scored visit: those at windows alone, and those at the public area.
        overrides = store.override_counts(each for own in tallies.values() for each in own.hashes)
        grades = {pack: packs.grades(digest) for pack, digest in own_grades.items()}
        lines = site_lines(
            tallies,
            site_tallies(earlier),
            counts_by_site(visits, found),
            grades,
            overrides,
            patrols,
            self_checks,
            voiced,
        )
        late = self._found.late(today)
        listed = {(line.site_id, line.pack) for line in lines}
        own, theirs = self._own_lines(scope, self_checks, listed, (patrols, voiced), packs)
        visited = {visit.site_id for visit in visits if visit.scored}
        vetoed = {visit.site_id for visit in visits if visit.scored and visit.vetoes}
        return SummaryFigures(
            scope=scope,
            compared=compared,
            today=today,
            packs=tuple(dict.fromkeys(line.pack for line in lines)),
            key=key_figures(visits, cards, found, sum(roster.values()), voices),
            before=self._before(compared, earlier),
            lines=tuple(lines),
            roster=roster,
            uninspected=tuple(self._names(set(roster) - visited)) if not scope.pack else (),
            vetoes=tuple(self._found.vetoed(v.id for v in visits if v.scored and v.vetoes)),
            parts=trend(parts, around, found),
            items=self._items(visits, found, packs),
            lists=red_black(lines),
            windows=candidates(Award.WINDOW, cards, late, scope.span, vetoed, overrides),
            staff=candidates(Award.STAFF, cards, late, scope.span, vetoed, overrides),
            rectification=findings_by_site(visits, found, voices),
            ageing=self._ageing(visits, scope.span, calendar),
            own_lines=own,
            grades={**theirs, **grades},
            nearest=(None, None) if visited or self_checks else store.nearest(scope),
            satisfaction={
                site: SurveyRate(counts, self._least_sheets)
                for site, counts in SurveyStore(self._database)
                .counts(scope.span.first, scope.span.last)
                .items()
            },
        )

    def _own_lines(
        self,
        scope: FigureScope,
        self_checks: Mapping[SiteKey, SelfChecks],
        listed: Collection[SiteKey],
        beside: tuple[Mapping[SiteKey, FindingCount], Mapping[SiteKey, FindingCount]],
        packs: "_Packs",
    ) -> tuple[tuple[SiteSummary, ...], dict[PackFamily, tuple[Grade, ...]]]:
        """Return the lines of sites that only inspected themselves, and the grades of them.

        Mostly there are none. `beside` is what patrols found, and what the public said.
        """
        alone = set(self_checks) - set(listed)
        if not alone:
            return (), {}
        span = scope.span
        made = ranked_visits(
            self._database, span.first, span.last, phase=scope.phase, by_itself=True
        )
        own = [visit for visit in made if (visit.site_id, visit.pack) in alone]
        grades = {visit.pack: packs.grades(visit.pack_hash) for visit in own}
        return tuple(own_lines(own, listed, grades, *beside)), grades

    def _before(self, compared: FigureScope | None, visits: list[VisitFact]) -> KeyFigures | None:
        if compared is None or not any(visit.scored for visit in visits):
            return None
        counts = self._found.counts(compared.span, self._today)
        voices = self._store.voices(compared)
        return key_figures(visits, self._store.cards(compared), counts, voices=voices)

    def _names(self, site_ids: set[str]) -> list[str]:
        return [name for site_id, name in self._store.sites() if site_id in site_ids]

    def _items(
        self, visits: list[VisitFact], found: dict[str, FindingFact], packs: "_Packs"
    ) -> tuple[ItemLine, ...]:
        items = frequent_items(visits, found, MOST_ITEMS)
        examples = self._found.examples((item.last_visit, item.item_id) for item in items)
        made_with = {visit.id: visit.pack_hash for visit in visits}

        def example(item: FrequentItem) -> FoundExample:
            found = examples[item.last_visit, item.item_id]
            short = packs.short(made_with[item.last_visit], item.item_id)
            return replace(found, short=short or found.item_text)

        return tuple(ItemLine(item, example(item)) for item in items)

    def _ageing(self, visits: list[VisitFact], span: Span, calendar: Calendar) -> Ageing:
        still_open = self._found.open_by_visit(span)
        own = [
            (v.site_id, v.day, still_open[v.id]) for v in visits if v.scored and v.id in still_open
        ]
        return ageing(own, self._today, calendar)


def window_lines(facts: list[WindowRateFact], cards: Iterable[CardFact] = ()) -> list[WindowLine]:
    """Return a line for each window and pack with its mean rates, by site.

    `cards` say how much of each was observed.
    """
    observed: dict[tuple[str, PackFamily, str], list[Coverage | None]] = defaultdict(list)
    for card in cards:
        observed[card.site_id, card.pack, card.window_id].append(card.coverage)
    sums: dict[tuple[str, PackFamily, str], dict[Category, tuple[int, int]]] = {}
    last: dict[tuple[str, PackFamily, str], WindowRateFact] = {}
    for fact in facts:
        key = (fact.site_id, fact.pack, fact.window_id)
        total, count = sums.setdefault(key, {}).get(fact.category, (0, 0))
        sums[key][fact.category] = (total + fact.total, count + fact.number)
        last[key] = fact
    lines = []
    for key, own in sums.items():
        fact = last[key]
        rates = {category: mean_of(*both) for category, both in own.items()}
        lines.append(
            WindowLine(
                fact.site_id,
                fact.site_name,
                fact.pack,
                fact.window_id,
                fact.window_number,
                {category: rate for category, rate in rates.items() if rate is not None},
                coverage_together(observed[key]),
            )
        )
    return sorted(lines, key=lambda line: (line.pack.place, line.site_name, line.window_number))


def _compared(scope: FigureScope, phase: Phase | None) -> FigureScope | None:
    if not scope.phase:
        return scope.over(scope.span.before)
    return scope.over(phase.span, phase.title) if phase else None


def _before(span: Span) -> date:
    return date.fromordinal(max(span.first.toordinal() - 1, 1))
