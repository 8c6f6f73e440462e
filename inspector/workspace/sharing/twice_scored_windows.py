"""需选择: windows that two parts of a shared visit (分头检查) scored; whose score counts is chosen.

What was sealed stays: on record and ledger are both. What is chosen is which of them the score of
the visit is made of. It travels; laptops of halls, which judge nothing, are not asked.
"""

from collections.abc import Iterator, Mapping

from inspector.domain.checklist.points import format_score
from inspector.domain.sharing.conflict import Conflict, ConflictKind, Said, Side, Waiting
from inspector.storage.sharing.conflict_store import ConflictStore
from inspector.storage.sharing.received_bundles import ReceivedBundles
from inspector.storage.sharing.twice_scored import Twice, TwiceCard, TwiceScored
from inspector.storage.stores.joined.twice_choices import TwiceChoices
from inspector.translation import tr
from inspector.workspace.changes import Changes
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.sharing.conflict_words import NOTHING


class TwiceScoredWindows:
    """Operations on them."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._scored = TwiceScored(opened.database)
        self._choices = TwiceChoices(opened.database)

    def count(self) -> int:
        """Return how many wait."""
        return len(self._matters())

    def waiting(self, names: Mapping[str, str]) -> Iterator[Waiting]:
        """Yield what waits as a list names it; `names` are those of laptops, by their ids."""
        for each in self._scored.all(self._matters()):
            others = dict.fromkeys(card.laptop for card in each.cards if card.laptop)
            laptops = tuple(names.get(laptop) or laptop[:4] for laptop in others)
            title = tr(
                "{day} {site} {window}",
                day=each.day.isoformat(),
                site=each.site_name,
                window=each.number or tr("Public area"),
            )
            yield Waiting(ConflictKind.TWICE, each.matter, title, each.since, laptops)

    def look_at(self, waiting: Waiting, names: Mapping[str, str]) -> Conflict | None:
        """Return what each side scored; None where it was decided."""
        found = self._found(waiting)
        if found is None:
            return None
        authors = self._choices.authors(found.matter)
        sides = tuple(
            Side(card.laptop, _who(card), tuple(self._said(card, names, authors)))
            for card in found.cards
        )
        ways = [
            tr("Only what {names} scored counts ({score})", names=_who(card), score=_points(card))
            for card in found.cards
        ]
        return Conflict(waiting, sides, (*ways, tr("All count, once with the mean")))

    def settle(self, waiting: Waiting, way: int, by: str) -> Changes:
        """Keep whose score counts, by the place of its way."""
        with self._opened.database.transaction():
            found = self._found(waiting)
            if found is None:  # somebody chose meanwhile
                return Changes()
            card = found.cards[way].id if way < len(found.cards) else ""
            ConflictStore(self._opened.database).choose(
                ConflictKind.TWICE, found.matter, self._choices.kept(found.matter, card),
                self._opened.now(), by.strip(), self._opened.new_id,
            )  # fmt: skip
        return Changes(inspections=True, laptops=True)

    def _matters(self) -> list[str]:
        matters = self._scored.matters()
        if matters and ReceivedBundles(self._opened.database).masters():
            return []
        return matters

    def _found(self, waiting: Waiting) -> Twice | None:
        own = [matter for matter in self._matters() if matter == waiting.id]
        return next(self._scored.all(own), None)

    def _said(
        self, card: TwiceCard, names: Mapping[str, str], authors: Mapping[str, list[str]]
    ) -> Iterator[Said]:
        observed = f"{card.coverage.observed}/{card.coverage.asked}"
        yield Said(tr("Score"), _points(card))
        if authors:
            chose = [each or NOTHING for each in authors.get(card.id, ())]
            yield Said(tr("Chosen by"), "、".join(chose) or NOTHING)
        yield Said(tr("Grade"), card.grade or NOTHING)
        yield Said(tr("Items observed"), observed)
        yield Said(tr("On duty"), card.staff or NOTHING)
        yield Said(tr("Sealed at"), "", card.completed_at)
        yield Said(tr("Laptop"), names.get(card.laptop) or card.laptop[:4])


def _who(card: TwiceCard) -> str:
    return "、".join(card.inspectors) or NOTHING


def _points(card: TwiceCard) -> str:
    return NOTHING if card.score is None else format_score(card.score)
