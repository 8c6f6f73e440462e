"""Visits that a group shares (分头检查): which parts are here, what they come to together."""

from dataclasses import dataclass
from datetime import date

from inspector.domain.checklist.category import Scope
from inspector.domain.figures.standing import Standing
from inspector.domain.visit.inspection import Inspection, Scorecard
from inspector.domain.visit.joined_visit import scored_twice
from inspector.storage.stores.joined_visits import Leads, joined_visits, leads_between, parts_beside
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
class SharedVisit:
    """A shared visit as far as it is here.

    `together` is what its parts come to, as it is ranked; None where there is one part only.
    """

    group: str
    parts: tuple[SharedPart, ...]
    together: Standing | None
    windows_there: int  # that the site has

    @property
    def windows(self) -> int:
        """How many different windows were inspected."""
        return len({c.window_id for part in self.parts for c in part.cards if c.window_id})

    @property
    def public(self) -> bool:
        """A part has the public area."""
        return any(part.public for part in self.parts)

    @property
    def twice(self) -> tuple[str, ...]:
        """The numbers of windows that several parts scored; '' is the public area."""
        cards = [card for part in self.parts for card in part.cards]
        numbers = {card.window_id or "": card.window_number for card in cards}
        return tuple(numbers[each] for each in scored_twice(card.window_id or "" for card in cards))


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
        return SharedVisit(inspection.shared_by, parts, together, there)
