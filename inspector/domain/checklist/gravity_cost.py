"""What one unit of a fault costs by its gravity, where its item does not say.

An item in use always knows what it costs; as an author wrote it, or as it is written for one,
it says so only where it differs from its gravity.
"""

from dataclasses import replace

from inspector.domain.checklist.checklist import DeductRule, Item, Policy, Totalling
from inspector.domain.checklist.points import Hundredths


def with_cost(item: Item, policy: Policy | None) -> Item:
    """Return an item as it was written with the points of its gravity, if it has none of its own.

    A red line has no points: what it does is told by the policy.
    """
    if isinstance(item.rule, DeductRule) and not item.rule.each:
        return _with_each(item, _by_gravity(item, policy))
    return item


def without_cost(item: Item, policy: Policy) -> Item:
    """Return an item in use as an author would write it: without what its gravity says."""
    if isinstance(item.rule, DeductRule) and item.rule.each == _by_gravity(item, policy):
        return _with_each(item, 0)
    return item


def _by_gravity(item: Item, policy: Policy | None) -> Hundredths:
    if policy is None or policy.total is Totalling.RATE or item.veto:
        return 0
    return policy.points.of(item.gravity)


def _with_each(item: Item, each: Hundredths) -> Item:
    assert isinstance(item.rule, DeductRule)
    return replace(item, rule=replace(item.rule, each=each)) if each != item.rule.each else item
