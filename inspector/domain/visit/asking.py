"""What a visit asks: by how it is made (DESIGN §5), and in which form."""

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from inspector.domain.checklist.category import Scope
from inspector.domain.checklist.checklist import Totalling
from inspector.domain.checklist.method import UNTOLD, Form
from inspector.domain.visit.inspection import Inspection, InspectionKind, Scorecard

if TYPE_CHECKING:
    from inspector.domain.checklist.checklist import Item, Pack


def items_asked(pack: "Pack", visit: Inspection, card: Scorecard) -> "tuple[Item, ...]":
    """Return what a visit asks on a scorecard, in the order in which it is asked.

    A covert visit asks only what can be found out untold. 必查 asks what is marked so, 抽查 so
    many of the others besides, drawn by the visit's seed; red lines are always asked, at the end
    of a window where points are taken off directly. A bonus can always be given.
    """
    items: Sequence[Item] = pack.items_for(card.scope, card.window_kind or None)
    if visit.kind is InspectionKind.COVERT:
        items = [item for item in items if not item.method or not UNTOLD.isdisjoint(item.method)]
    if visit.form is not Form.FULL:
        taken = {item.id for item in items if item.must or item.veto or item.is_bonus}
        if visit.form is Form.DRAWN:
            rest = [item for item in items if item.id not in taken]
            taken |= _drawn(rest, pack.policy.drawn, f"{visit.seed}/{_place(card)}")
        items = [item for item in items if item.id in taken]
    if pack.policy.total is Totalling.DEDUCT:
        items = sorted(items, key=lambda item: item.veto)
    return tuple(items)


def is_found_or_not(pack: "Pack", item: "Item") -> bool:
    """Tell that an item is asked as 未发现 or 发现: a red line, where points are taken off."""
    return item.veto and pack.policy.total is Totalling.DEDUCT


def _drawn(items: "Sequence[Item]", count: int, seed: str) -> set[str]:
    """Return the ids of `count` items: those whose digest with the seed comes first.

    Whoever has seed and checklist draws the same again, whatever the program's age.
    """

    def lot(item: "Item") -> bytes:
        return hashlib.sha256(f"{seed}/{item.id}".encode()).digest()

    return {item.id for item in sorted(items, key=lot)[:count]}


def _place(card: Scorecard) -> str:
    return card.window_number if card.scope is Scope.WINDOW else card.scope.value
