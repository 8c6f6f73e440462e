"""What is left of a window, and how much of it may be passed at a glance."""

from typing import TYPE_CHECKING, NamedTuple

from inspector.domain.visit.asking import is_found_or_not
from inspector.domain.visit.inspection import Scorecard, Verdict, unanswered

if TYPE_CHECKING:
    from inspector.domain.checklist.checklist import Item, Pack
    from inspector.domain.visit.inspection_sheet import InspectionSheet


class Rest(NamedTuple):
    """What is unanswered: seen at a glance, or found out by a transaction, a question, records."""

    seen: "tuple[Item, ...]"
    hidden: "tuple[Item, ...]"

    @property
    def red_lines(self) -> int:
        """How many red lines there are among what is not seen at a glance."""
        return sum(item.veto for item in self.hidden)

    @property
    def all_red_lines(self) -> int:
        """How many red lines there are among all that is unanswered."""
        return sum(item.veto for item in (*self.seen, *self.hidden))


def says_methods(pack: "Pack") -> bool:
    """Tell that a checklist says how its items are found out."""
    return any(item.method for item in pack.items())


def rest_of(sheet: "InspectionSheet", card: Scorecard) -> Rest:
    """Return what is unanswered on a scorecard.

    A checklist that says of no item how it is found out is taken as seen. In one that does say
    it, a red line of which nothing is said is not passed unseen.
    """
    careful = says_methods(sheet.pack)
    seen: list[Item] = []
    hidden: list[Item] = []
    for item in unanswered(sheet.items(card), sheet.answers_of(card)):
        unsaid_red_line = careful and item.veto and not item.method
        (seen if item.at_a_glance and not unsaid_red_line else hidden).append(item)
    return Rest(tuple(seen), tuple(hidden))


def red_lines_left(sheet: "InspectionSheet", card: Scorecard) -> "tuple[Item, ...]":
    """Return the unanswered items of a scorecard that are asked as 未发现 or 发现."""
    return tuple(
        item
        for item in unanswered(sheet.items(card), sheet.answers_of(card))
        if is_found_or_not(sheet.pack, item)
    )


def red_lines_unseen(sheet: "InspectionSheet", card: Scorecard) -> "tuple[Item, ...]":
    """Return the items of a scorecard asked as 未发现 or 发现 that are answered 未观察."""
    answers = sheet.answers_of(card)
    return tuple(
        item
        for item in sheet.items(card)
        if is_found_or_not(sheet.pack, item)
        and item.id in answers
        and answers[item.id].verdict is Verdict.UNSEEN
    )
