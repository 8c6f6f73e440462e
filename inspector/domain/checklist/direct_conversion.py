"""A checklist that totals by rates brought over to direct deduction, and what that changes.

Mechanical: every item keeps what it takes off and the most that it can cost; how grave it is
follows from that. Whether it should be graver is for those to say who know the field.
"""

from dataclasses import dataclass, replace

from inspector.domain.checklist.checklist import DeductRule, Item, Pack, Totalling
from inspector.domain.checklist.gravity import Gravity
from inspector.domain.checklist.points import Hundredths, round_half_up
from inspector.domain.checklist.slip_costs import places, slip_costs, slip_loss

RANKED_FROM = 80
"""Percent of what is asked that has to be observed for a rank, as a checklist begins."""


@dataclass(frozen=True, slots=True)
class CostChange:
    """What one slip costs of the whole score, before (least and most over the places) and after."""

    item: Item  # as it is now
    before: tuple[Hundredths, Hundredths]
    after: Hundredths


def converted(pack: Pack) -> Pack:
    """Return a pack that takes points off directly; its version and number are the caller's."""
    policy = replace(pack.policy, total=Totalling.DEDUCT, ranked_from=RANKED_FROM)
    checklists = tuple(
        replace(each, items=tuple(_converted(pack, item) for item in each.items))
        for each in pack.checklists
    )
    return replace(pack, policy=policy, checklists=checklists)


def cost_changes(before: Pack, after: Pack) -> list[CostChange]:
    """Return what a slip costs in two versions, of the items of both, in the order of `after`."""
    old, new = _costs(before), _costs(after)
    return [
        CostChange(item, (min(old[item.id]), max(old[item.id])), max(new[item.id]))
        for item in after.items()
        if item.id in old and item.id in new
    ]


def _converted(pack: Pack, item: Item) -> Item:
    if item.is_bonus:
        return item
    if item.veto and isinstance(item.rule, DeductRule):  # a red line has no points
        return replace(item, rule=replace(item.rule, each=0))
    loss = slip_loss(item, pack.policy)
    points = pack.policy.points
    gravity = Gravity.MINOR
    if loss >= points.severe:
        gravity = Gravity.SEVERE
    elif loss >= points.major:
        gravity = Gravity.MAJOR
    return replace(item, gravity=gravity)


def _costs(pack: Pack) -> dict[str, list[Hundredths]]:
    found: dict[str, list[Hundredths]] = {}
    for _, items in places(pack):
        for item_id, cost in slip_costs(pack, items).items():
            found.setdefault(item_id, []).append(round_half_up(cost))
    return found
