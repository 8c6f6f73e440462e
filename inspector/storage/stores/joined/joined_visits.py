"""Parts of shared visits (分头检查) put together, from what is kept of their scorecards.

What counts visits asks here: of several parts that are one visit, the one begun first stands for
all, with what they come to together. Where nothing is shared it costs one look at an empty index.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.method import Form
from inspector.domain.checklist.points import Hundredths
from inspector.domain.figures.figure_facts import VisitFact, VisitRow
from inspector.domain.figures.standing import Standing
from inspector.domain.figures.summary import Visit
from inspector.domain.visit.coverage import Coverage
from inspector.domain.visit.inspection import InspectionKind
from inspector.domain.visit.joined_visit import (
    Part,
    PlacedCard,
    Shared,
    group_key,
    joined,
    joined_score,
    matter_of,
    scored_twice,
    uncounted,
)
from inspector.domain.visit.scoring import CardStanding, SiteScore
from inspector.storage.database.database import Database, Row
from inspector.storage.stores.inspection_rows import moment_from, texts_from
from inspector.storage.stores.joined.twice_choices import TwiceChoices
from inspector.storage.stores.pack_store import PackStore
from inspector.storage.stores.ranked_terms import UNSCORED

_PARTS = (
    "SELECT id, site_id, day, inspectors, kind, phase, shared_by, form, pack_hash, base_hash,"
    " started_at FROM inspection INDEXED BY inspection_by_shared_day"  # which is all but empty
    f" WHERE shared_by IS NOT NULL AND state = 'completed' AND NOT {UNSCORED}"
)
PLACE = "CASE WHEN s.scope = 'public' THEN '' ELSE coalesce(s.window_id, s.id) END"
"""Where a scorecard `s` was made: `place_of`."""

_MEANT = {
    "found": "{t}.{c}",
    "after": "coalesce({t}.reviewed_{c}, {t}.{c})",
    "ranked": "coalesce({t}.ranked_{c}, {t}.reviewed_{c}, {t}.{c})",
}
"""A column as found, after appeals, and as it is ranked."""


@dataclass(frozen=True, slots=True)
class JoinedVisit:
    """Several parts as one visit; `id` is that of the part begun first, which stands for all."""

    id: str
    parts: tuple[str, ...]
    found: Standing
    after: Standing  # appeals
    ranked: Standing  # by the checklist before the site's own numbers
    rates: Mapping[Category, Hundredths | None]  # as ranked
    bonus: Hundredths
    windows: frozenset[str]
    inspectors: tuple[str, ...]  # of all parts
    coverage: Coverage
    enough: bool  # was observed to be ranked
    undecided: int  # places that several parts scored, and nobody chose whose score counts

    @property
    def before(self) -> Standing | None:
        """How it stood before appeals, where they changed that."""
        return None if self.found == self.after else self.found


class Leads:
    """Of the parts of visits that are in several here, which one stands for all."""

    def __init__(self, groups: Iterable[tuple[Part, ...]] = ()) -> None:
        self._parts = {group[0].id: tuple(part.id for part in group) for group in groups}
        self._lead_of = {part: lead for lead, own in self._parts.items() for part in own}

    def __bool__(self) -> bool:
        return bool(self._parts)

    def __iter__(self) -> Iterator[str]:
        """Every part."""
        return iter(self._lead_of)

    def is_counted(self, visit_id: str) -> bool:
        """Tell whether a visit counts: one that is whole, or the part that stands for all."""
        return self.lead(visit_id) == visit_id

    def lead(self, visit_id: str) -> str:
        """Return what stands for a visit: mostly itself."""
        return self._lead_of.get(visit_id, visit_id)

    def part(self, visit_id: str) -> tuple[int, int]:
        """Return which part one is, from 1, and of how many that are here; one alone is (1, 1)."""
        parts = self.parts_of(self.lead(visit_id))
        return parts.index(visit_id) + 1, len(parts)

    def parts_of(self, visit_id: str) -> tuple[str, ...]:
        """Return the visits that one stands for: mostly itself."""
        return self._parts.get(visit_id, (visit_id,))


@dataclass(frozen=True, slots=True)
class JoinedVisits:
    """The visits of some days that are in several parts here, by the part that stands for all."""

    leads: Leads
    visits: Mapping[str, JoinedVisit]
    lone: frozenset[str]  # parts whose others are not here

    def said_of(self, visit_id: str) -> Mapping[str, Any]:
        """Return what counts of a visit instead of what its own row says; of a whole one nothing.

        The names are those that `VisitFact` and `Visit` share.
        """
        if visit_id in self.lone:
            return {"lone": True}
        visit = self.visits.get(visit_id)
        if visit is None:
            return {}
        return {
            "bonus": visit.bonus,
            "vetoes": visit.ranked.vetoes,
            "total": visit.ranked.total,
            "found": visit.before,
            "ranked": visit.enough,
            "coverage": visit.coverage,
            "own_total": visit.after.total,
            "undecided": visit.undecided,
        }


def leads_between(database: Database, first: date | None = None, last: date | None = None) -> Leads:
    """Return what stands for parts from `first` to `last` day; None: of all days."""
    return Leads(_groups(_rows(database, first, last), PackStore(database)))


def joined_visits(database: Database, first: date, last: date) -> JoinedVisits:
    """Return the visits in several parts from `first` to `last` day."""
    rows, packs = _rows(database, first, last), PackStore(database)
    groups = _groups(rows, packs)
    own = {row["id"]: row for row in rows}
    cards = _cards(database, [part.id for group in groups for part in group]) if groups else {}
    of_groups = [[card for part in group for card in cards[part.id]] for group in groups]
    visits = (
        _visit([own[part.id] for part in group], counted, undecided, packs)
        for group, (counted, undecided) in zip(groups, _counted(database, of_groups), strict=True)
    )
    leads = Leads(groups)
    lone = frozenset(own) - frozenset(leads)
    return JoinedVisits(leads, {visit.id: visit for visit in visits}, lone)


def parts_beside(database: Database, visit_id: str) -> tuple[str, ...]:
    """Return all parts of the visit that one is of, in their order; of a whole one itself alone."""
    row = database.row(
        "SELECT day FROM inspection WHERE id = ? AND shared_by IS NOT NULL", (visit_id,)
    )
    if row is None:
        return (visit_id,)
    day = date.fromisoformat(row["day"])
    leads = leads_between(database, day, day)
    return leads.parts_of(leads.lead(visit_id))


def facts_together(facts: Iterable[VisitFact], joined: JoinedVisits) -> list[VisitFact]:
    """Return visits, one for each that is in several parts, with what all of them come to."""
    return [
        fact._replace(**said) if (said := joined.said_of(fact.id)) else fact
        for fact in facts
        if joined.leads.is_counted(fact.id)
    ]


def visits_together(made: Iterable[Visit], joined: JoinedVisits) -> list[Visit]:
    """Return the same of visits as summaries count them."""
    counted = [
        replace(each, **said) if (said := joined.said_of(each.inspection_id)) else each
        for each in made
        if joined.leads.is_counted(each.inspection_id)
    ]
    return [
        replace(each, windows=visit.windows, rates=visit.rates)
        if (visit := joined.visits.get(each.inspection_id))
        else each
        for each in counted
    ]


def rows_together(rows: Sequence[VisitRow], joined: JoinedVisits) -> list[VisitRow]:
    """Return lines of visits, one for each that is in several parts, in the order of the first.

    Lines of a window or person stay each for itself, and tell what the whole visit came to.
    """
    if not (joined.visits or joined.lone):
        return list(rows)
    findings = {row.id: row.findings for row in rows}
    together = []
    for row in rows:
        visit = joined.visits.get(joined.leads.lead(row.id))
        if visit is None:
            together.append(replace(row, part=(1, 1)) if row.id in joined.lone else row)
        elif row.own is not None or row.id == visit.id:
            whole = replace(
                row,
                windows=len(visit.windows),
                total=visit.ranked.total,
                grade=visit.ranked.grade,
                vetoes=visit.ranked.vetoes,
                findings=sum(findings.get(part, 0) for part in visit.parts),
                found=visit.before,
                part=joined.leads.part(row.id),
                inspectors=visit.inspectors,
            )
            if row.own is None:
                whole = replace(
                    whole, ranked=visit.enough, coverage=visit.coverage, part=(0, whole.part[1])
                )
            together.append(whole)
    return together


def _rows(database: Database, first: date | None, last: date | None) -> list[Row]:
    return database.rows(
        f"{_PARTS} AND day BETWEEN ? AND ?",
        (f"{first}" if first else "", f"{last}" if last else "9999"),
    )


def _groups(rows: Sequence[Row], packs: PackStore) -> list[tuple[Part, ...]]:
    if len(rows) < 2:
        return []
    families = packs.families()
    parts = []
    for row in rows:
        pack = packs.thaw(row["base_hash"] or row["pack_hash"])
        shared = Shared(
            row["site_id"],
            date.fromisoformat(row["day"]),
            InspectionKind(row["kind"]),
            row["phase"],
            group_key(row["shared_by"]),
            replace(families[row["pack_hash"]], form=Form(row["form"])),
            pack.policy,
            pack.grades,
        )
        parts.append(Part(row["id"], moment_from(row["started_at"]), shared))
    return joined(parts)


@dataclass(frozen=True, slots=True)
class _Card:
    """A scorecard as it is kept: how it stood in each of the three ways."""

    id: str
    place: str
    standings: Mapping[str, CardStanding]
    vetoes: Mapping[str, int]
    coverage: Coverage

    def placed(self, way: str) -> PlacedCard:
        return PlacedCard(self.place, self.standings[way])


def _cards(database: Database, visits: list[str]) -> Mapping[str, list[_Card]]:
    asked = (json.dumps(visits),)
    told = ", ".join(
        f"{meant.format(t='s', c=column)} AS {way}_{column}"
        for way, meant in _MEANT.items()
        for column in ("score", "vetoes")
    )
    rates: dict[int, dict[str, dict[str, Hundredths | None]]] = defaultdict(dict)
    each = ", ".join(f"{meant.format(t='c', c='rate')} AS {way}" for way, meant in _MEANT.items())
    of_visits = (
        "FROM json_each(?) AS asked CROSS JOIN scorecard AS s"
        " ON s.inspection_id = asked.value AND NOT s.left_out"
    )
    for row in database.rows(
        f"SELECT c.scorecard, c.category, {each} {of_visits}"
        " CROSS JOIN scorecard_category AS c ON c.scorecard = s.key",
        asked,
    ):
        rates[row["scorecard"]][row["category"]] = {way: row[way] for way in _MEANT}
    cards: dict[str, list[_Card]] = {visit: [] for visit in visits}
    for row in database.rows(
        f"SELECT s.id, s.inspection_id, s.key, {PLACE} AS place, s.bonus, s.observed, s.asked,"
        f" {told} {of_visits} ORDER BY asked.key, s.position",
        asked,
    ):
        vetoes = {way: row[f"{way}_vetoes"] or 0 for way in _MEANT}
        own = rates[row["key"]]
        standings = {
            way: CardStanding(
                row[f"{way}_score"],
                row["bonus"] or 0,
                tuple(own.get(category.value, {}).get(way) for category in Category),
                bool(vetoes[way]),
            )
            for way in _MEANT
        }
        coverage = Coverage(row["observed"] or 0, row["asked"] or 0)
        cards[row["inspection_id"]].append(
            _Card(row["id"], row["place"], standings, vetoes, coverage)
        )
    return cards


def _counted(database: Database, groups: list[list[_Card]]) -> list[tuple[list[_Card], int]]:
    """Return the scorecards of each visit but those of whose place another one was chosen.

    With them comes of how many places nobody has chosen yet.
    """
    placed = [[(card.place, card.id) for card in group] for group in groups]
    matters = [[matter_of(own) for own in scored_twice(each).values()] for each in placed]
    chosen = TwiceChoices(database).decided([matter for own in matters for matter in own])
    counted = []
    for group, places, own in zip(groups, placed, matters, strict=True):
        gone = uncounted(places, chosen)
        cards = [card for card in group if card.id not in gone]
        counted.append((cards, sum(matter not in chosen for matter in own)))
    return counted


def _visit(rows: list[Row], cards: list[_Card], undecided: int, packs: PackStore) -> JoinedVisit:
    lead = rows[0]
    own, ranked = packs.thaw(lead["pack_hash"]), packs.thaw(lead["base_hash"] or lead["pack_hash"])
    coverage = sum((card.coverage for card in cards), Coverage())
    enough = coverage.enough(ranked.policy.ranked_from)
    scores = {
        way: joined_score(
            ranked if way == "ranked" else own, [card.placed(way) for card in cards], enough=enough
        )
        for way in _MEANT
    }

    def standing(way: str) -> Standing:
        return _standing(scores[way], sum(card.vetoes[way] for card in cards))

    return JoinedVisit(
        lead["id"],
        tuple(row["id"] for row in rows),
        standing("found"),
        standing("after"),
        standing("ranked"),
        scores["ranked"].rates,
        scores["found"].bonus,
        frozenset(card.place for card in cards if card.place not in ("", card.id)),
        tuple(dict.fromkeys(name for row in rows for name in texts_from(row["inspectors"]))),
        coverage,
        enough,
        undecided,
    )


def _standing(score: SiteScore, vetoes: int) -> Standing:
    return Standing(score.total, vetoes, score.grade.title if score.grade else "")
