"""Visits that a group shares (分头检查): which parts are here, what they come to together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from inspector.domain.checklist.category import Scope
from inspector.domain.figures.standing import Standing
from inspector.domain.visit.inspection import Inspection, Scorecard
from inspector.domain.visit.joined_visit import matter_of, place_of, scored_twice
from inspector.storage.stores.joined.joined_visits import (
    Leads,
    joined_visits,
    leads_between,
    parts_beside,
)
from inspector.storage.stores.joined.twice_choices import TwiceChoices
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.roster.rosters import Rosters


@dataclass(frozen=True, slots=True)
class SharedPart:
    """One part: the visit as it was sealed, and the scorecards that were inspected on it."""

    visit: Inspection
    cards: tuple[Scorecard, ...]

    @property
    def windows(self) -> tuple[str, ...]:
        """The numbers of its windows, in the order of the visit."""
        return tuple(card.window_number for card in self.cards if card.scope is Scope.WINDOW)

    @property
    def public(self) -> bool:
        """It has the public area."""
        return any(card.scope is Scope.PUBLIC for card in self.cards)


@dataclass(frozen=True, slots=True)
class ScoredTwice:
    """A place that several parts scored; `number` is its window's, '' the public area.

    `chosen` is whose score alone counts; where it is None the mean does, be that decided or not.
    """

    number: str
    is_decided: bool
    chosen: SharedPart | None


@dataclass(frozen=True, slots=True)
class SharedVisit:
    """A shared visit as far as it is here.

    `together` is what its parts come to, as it is ranked; None where there is one part only.
    """

    group: str
    parts: tuple[SharedPart, ...]
    together: Standing | None
    windows_there: int  # that the site has
    twice: tuple[ScoredTwice, ...] = ()

    @property
    def windows(self) -> int:
        """How many different windows were inspected."""
        return len({c.window_id for part in self.parts for c in part.cards if c.window_id})

    @property
    def public(self) -> bool:
        """A part has the public area."""
        return any(part.public for part in self.parts)


class SharedVisits:
    """Reads; a part is started and sealed like every visit."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened

    def parts(self, inspection_id: str) -> tuple[str, ...]:
        """Return the visits that one is together with, itself among them, in their order."""
        return parts_beside(self._opened.database, inspection_id)

    def leads(self, first: date, last: date) -> Leads:
        """Return which part stands for all of a visit, of the parts made from `first` to `last`."""
        return leads_between(self._opened.database, first, last)

    def of(self, inspection: Inspection) -> SharedVisit | None:
        """Return what a sealed visit is a part of; None of a whole one."""
        if not inspection.shared_by:
            return None
        store = self._opened.inspection_store
        ids = self.parts(inspection.id)
        parts = tuple(
            SharedPart(store.get(each), tuple(c for c in store.scorecards(each) if not c.left_out))
            for each in ids
        )
        together = None
        if len(ids) > 1:
            day = inspection.started_at.date()
            together = joined_visits(self._opened.database, day, day).visits[ids[0]].ranked
        there = len(self._opened.of(Rosters).windows(inspection.site_id))
        return SharedVisit(inspection.shared_by, parts, together, there, self._twice(parts))

    def chosen(self, cards: Iterable[Scorecard]) -> dict[str, str]:
        """Return what was decided of places that several parts scored, by `matter_of`.

        It is the scorecard that counts, '' the mean; `cards` are those of all parts.
        """
        twice = scored_twice((place_of(card), card.id) for card in cards if not card.left_out)
        return TwiceChoices(self._opened.database).decided(list(map(matter_of, twice.values())))

    def _twice(self, parts: Sequence[SharedPart]) -> tuple[ScoredTwice, ...]:
        owners = {card.id: (card, part) for part in parts for card in part.cards}
        cards = [card for card, _ in owners.values()]
        chosen = self.chosen(cards)
        told = []
        for own in scored_twice((place_of(card), card.id) for card in cards).values():
            counts = chosen.get(matter_of(own))
            part = owners[counts][1] if counts in own else None
            told.append(ScoredTwice(owners[own[0]][0].window_number, counts is not None, part))
        return tuple(told)
