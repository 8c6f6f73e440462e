"""A visit that several inspectors of one group share (分头检查): its parts are one visit.

Each takes windows and seals a part; laptops on the floor of a hall know nothing of one another.
So nothing links the parts: those belong together that were made at one site on one day, in one
kind and phase, by one group, and are scored alike. Worked out whenever they are read, from what is
sealed; the same parts give the same visit on every laptop, whatever came first.

A window that two parts scored counts once: with the mean of both, until somebody has chosen whose
score counts (需选择). What was chosen travels, and of choices that nobody knew of each other two
that say the same agree; where they differ, the mean counts again until they agree.
"""

import hashlib
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, auto
from typing import NamedTuple

from inspector.domain.checklist.category import Scope
from inspector.domain.checklist.checklist import Grade, Pack, Policy
from inspector.domain.checklist.method import Form
from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.checklist.points import Hundredths, mean, round_half_up
from inspector.domain.visit.inspection import Inspection, InspectionKind, Scorecard
from inspector.domain.visit.scoring import (
    CardStanding,
    ScorecardScore,
    SiteScore,
    score_site,
    standing_of,
)


def group_key(name: str) -> str:
    """Return what a group is told by: “ 第 2 组” typed full-width is the same group."""
    return "".join(unicodedata.normalize("NFKC", name).split()).casefold()


def shared_seed(site: str, day: date, kind: InspectionKind, phase: str, group: str) -> str:
    """Return what 抽查 draws by in every part of a visit that a group shares: six characters.

    Laptops on the floor of a hall cannot agree on a lot, so that it follows from what makes parts
    one visit and is printed as it is: the name of the site, the day, kind and phase, the group.
    Whoever has these draws the same again, whatever the program's age.
    """
    told = (group_key(site), day.isoformat(), kind.value, group_key(phase), group_key(group))
    digest = hashlib.sha256("/".join(told).encode("utf-8", "surrogatepass")).hexdigest()
    return digest[:6].upper()


class Lots(Enum):
    """Whether what 抽查 asked was one draw in all parts of a visit, and if not, why."""

    ONE = auto()
    SEEDS = auto()  # begun by a program that drew for each part, or as another site's
    CHECKLISTS = auto()  # another version, or the site's own numbers on one laptop only
    ROSTERS = auto()  # one window has another number or kind on the other roster


def lots_of(parts: Sequence[tuple[Inspection, Sequence[Scorecard]]]) -> Lots:
    """Return how the parts of a visit were drawn, each with the scorecards that it inspected."""
    visits = [visit for visit, _ in parts]
    if not any(visit.form is Form.DRAWN for visit in visits):
        return Lots.ONE
    if len({visit.seed for visit in visits}) > 1:
        return Lots.SEEDS
    if len({visit.pack_hash for visit in visits}) > 1:
        return Lots.CHECKLISTS
    drawn: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for _, cards in parts:
        for card in cards:
            drawn[place_of(card)].add((card.window_number, card.window_kind))
    return Lots.ROSTERS if any(len(own) > 1 for own in drawn.values()) else Lots.ONE


class Shared(NamedTuple):
    """What the parts of one visit have in common; blanks and widths of the group do not matter."""

    site_id: str
    day: date
    kind: InspectionKind
    phase: str
    group: str  # `group_key`
    family: PackFamily  # with the form
    policy: Policy  # of what is ranked
    grades: tuple[Grade, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One sealed part, as far as it says what it belongs to."""

    id: str
    started_at: datetime
    shared: Shared


def joined(parts: Iterable[Part]) -> list[tuple[Part, ...]]:
    """Return the parts that are one visit, two and more of each, the one begun first leading.

    A part that stands alone, because the others are not here yet or never will be, is in none.
    """
    groups: dict[Shared, list[Part]] = defaultdict(list)
    for part in parts:
        groups[part.shared].append(part)
    return [
        tuple(sorted(own, key=lambda part: (part.started_at, part.id)))
        for own in groups.values()
        if len(own) > 1
    ]


class PlacedCard(NamedTuple):
    """A scorecard of a part, and where it was made: a window's id, '' for the public area."""

    place: str
    standing: CardStanding


def placed(card: Scorecard, score: ScorecardScore) -> PlacedCard:
    """Return a scorecard with its place."""
    return PlacedCard(place_of(card), standing_of(score))


def place_of(card: Scorecard) -> str:
    """Return where a scorecard was made: a window's id, '' for the public area."""
    return "" if card.scope is Scope.PUBLIC else card.window_id or card.id


def joined_score(pack: Pack, cards: Iterable[PlacedCard], *, enough: bool = True) -> SiteScore:
    """Return the score of all parts together: what one visit to all their windows comes to."""
    places: dict[str, list[CardStanding]] = defaultdict(list)
    for card in cards:
        places[card.place].append(card.standing)
    public = places.pop("", None)
    return score_site(
        pack,
        [_one(own) for own in places.values()],
        None if public is None else _one(public),
        enough=enough,
    )


def scored_twice(cards: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """Return the scorecards of places that several parts scored, in the order they first come.

    `cards` are places with the scorecard's id; what is returned is by place.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for place, card in cards:
        found[place].append(card)
    return {place: tuple(own) for place, own in found.items() if len(own) > 1}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What somebody chose of a place that several parts scored.

    `card` is the scorecard that counts, '' all of them with the mean. `knew` are the ids of those
    choices of the same place that whoever chose knew of: they hold no longer.
    """

    id: str
    card: str
    knew: frozenset[str] = frozenset()


def matter_of(cards: Iterable[str]) -> str:
    """Return what choices between the scorecards of a place are kept under; on every laptop."""
    return " ".join(sorted(cards))


def decided(choices: Collection[Chosen]) -> str | None:
    """Return the `card` of what was chosen; None while nobody has, or they say otherwise."""
    known = {each for choice in choices for each in choice.knew}
    said = {choice.card for choice in choices if choice.id not in known}
    return said.pop() if len(said) == 1 else None


def uncounted(cards: Iterable[tuple[str, str]], chosen: Mapping[str, str]) -> frozenset[str]:
    """Return the scorecards that do not count, as another one of their place was chosen.

    `cards` are as `scored_twice` wants them; `chosen` is what was decided, by `matter_of`.
    """
    others = set[str]()
    for own in scored_twice(cards).values():
        card = chosen.get(matter_of(own))
        if card in own:
            others.update(each for each in own if each != card)
    return frozenset(others)


def _one(cards: Sequence[CardStanding]) -> CardStanding:
    """Return one scorecard of a place: the mean of all, rounded once like every score."""
    if len(cards) == 1:
        return cards[0]
    scored = [card for card in cards if card.total is not None]
    return CardStanding(
        _mean(card.total for card in cards),
        _mean(card.bonus for card in scored) or 0,
        tuple(_mean(rates) for rates in zip(*(card.rates for card in cards), strict=True)),
        any(card.vetoed for card in cards),
    )


def _mean(values: Iterable[Hundredths | None]) -> Hundredths | None:
    known = [value for value in values if value is not None]
    return round_half_up(mean(known)) if known else None
