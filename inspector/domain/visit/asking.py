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
    items = _of_kind(pack, visit.kind, card.scope, card.window_kind)
    if visit.form is not Form.FULL:
        taken = {item.id for item in items if _always(item)}
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


def count_asked(
    pack: "Pack", kind: InspectionKind, form: Form, scope: Scope, window_kind: str
) -> int:
    """Return how many items a visit of a kind and form would ask there; a bonus is not counted."""
    items = [item for item in _of_kind(pack, kind, scope, window_kind) if not item.is_bonus]
    if form is Form.FULL:
        return len(items)
    always = sum(map(_always, items))
    drawn = min(pack.policy.drawn, len(items) - always) if form is Form.DRAWN else 0
    return always + drawn


def marks_must(pack: "Pack") -> bool:
    """Tell that a checklist says what is 必查: only then a visit can ask less than all."""
    return any(item.must for item in pack.items())


def _of_kind(
    pack: "Pack", kind: InspectionKind, scope: Scope, window_kind: str
) -> "Sequence[Item]":
    items: Sequence[Item] = pack.items_for(scope, window_kind or None)
    if kind is InspectionKind.COVERT:
        items = [item for item in items if not item.method or not UNTOLD.isdisjoint(item.method)]
    return items


def _always(item: "Item") -> bool:
    return item.must or item.veto or item.is_bonus


def _drawn(items: "Sequence[Item]", count: int, seed: str) -> set[str]:
    """Return the ids of `count` items: those whose digest with the seed comes first.

    Whoever has seed and checklist draws the same again, whatever the program's age.
    """

    def lot(item: "Item") -> bytes:
        return hashlib.sha256(f"{seed}/{item.id}".encode()).digest()

    return {item.id for item in sorted(items, key=lot)[:count]}


def _place(card: Scorecard) -> str:
    return card.window_number if card.scope is Scope.WINDOW else card.scope.value
