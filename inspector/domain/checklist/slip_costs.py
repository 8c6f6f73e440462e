"""What one slip costs of a whole score, where it is asked; what is grave costs most (DESIGN §5)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from inspector.domain.checklist.category import Category, Scope
from inspector.domain.checklist.checklist import (
    BonusRule,
    CasesRule,
    ChoiceRule,
    DeductRule,
    FloorPolicy,
    Item,
    MeasureRule,
    Pack,
    Policy,
    RangeRule,
    Totalling,
)
from inspector.domain.checklist.gravity import Gravity
from inspector.domain.checklist.points import ONE, Hundredths, apportioned


@dataclass(frozen=True, slots=True)
class WrongOrder:
    """A graver item that costs less than a lighter one where both are asked."""

    place: str | None  # the kind's title; empty: the public area; None: any window
    graver: Item
    lighter: Item
    costs: tuple[Fraction, Fraction]  # of one slip of each, in hundredths of a point


def places(pack: Pack) -> Iterator[tuple[str | None, Sequence[Item]]]:
    """Yield each kind of window by its title, and the public area (""), with what is asked.

    Of a pack without kinds, any window (None).
    """
    for kind in pack.window_kinds:
        yield kind.title, pack.items_for(Scope.WINDOW, kind.id)
    if not pack.window_kinds:
        yield None, pack.items_for(Scope.WINDOW)
    public = pack.items_for(Scope.PUBLIC)
    if public:
        yield "", public


def slip_loss(item: Item, policy: Policy) -> Hundredths:
    """Return what an item loses that is wrong once, as lightly as it can be."""
    match item.rule:
        case DeductRule(each=loss) | RangeRule(least=loss):
            pass
        case CasesRule(cases=cases):
            loss = min((case.each for case in cases), default=0)
        case ChoiceRule(options=steps) | MeasureRule(bands=steps):
            loss = steps[0].points - steps[1].points if len(steps) > 1 else 0
        case BonusRule():
            return 0
    limited = item.full and policy.floor is FloorPolicy.ITEM
    return min(loss, item.full) if limited else loss


def slip_costs(pack: Pack, items: Sequence[Item]) -> dict[str, Fraction]:
    """Return what one slip costs of the whole score, by item, where `items` are asked.

    In hundredths of a point; all else is right. A bonus costs nothing.
    """
    full = dict.fromkeys(Category, 0)
    for item in items:
        if not item.is_bonus and not item.penalty:
            full[item.category] += item.full
    direct = pack.policy.total is Totalling.DEDUCT
    most = category_points(pack, items)
    costs = {}
    for item in items:
        if item.is_bonus:
            continue
        loss, category = slip_loss(item, pack.policy), item.category
        if item.penalty:
            worth = Fraction(1)
        elif not most.get(category):
            worth = Fraction(0)
        else:
            worth = Fraction(1) if direct else most[category] / full[category]
        costs[item.id] = loss * worth
    return costs


def category_points(pack: Pack, items: Sequence[Item]) -> dict[Category, Fraction]:
    """Return what each category that counts adds to the whole score where `items` are asked.

    In hundredths of a point; whole ones under direct deduction, as a score takes them. What is
    asked decides, red lines too, though no slip is theirs.
    """
    direct = pack.policy.total is Totalling.DEDUCT
    present = {
        item.category
        for item in items
        if not item.is_bonus and not item.penalty and (direct or item.full)
    }
    total = sum(pack.weights[category] for category in present)
    if not total:
        return {}
    whole = pack.policy.scale * ONE
    counted = [category for category in Category if category in present]
    shares = [Fraction(whole * pack.weights[category], total) for category in counted]
    if direct:
        shares = [Fraction(points) for points in apportioned(shares)]
    return dict(zip(counted, shares, strict=True))


def wrong_order(pack: Pack) -> WrongOrder | None:
    """Return the first graver item that costs less than a lighter one at any place, if any."""
    for place, items in places(pack):
        costs = slip_costs(pack, items)
        dearest: Item | None = None
        for gravity in Gravity:
            alike = [
                item
                for item in items
                if item.gravity is gravity and not item.is_bonus and not item.veto
            ]
            for item in alike:
                if dearest is not None and costs[item.id] < costs[dearest.id]:
                    return WrongOrder(place, item, dearest, (costs[item.id], costs[dearest.id]))
            known = [dearest, *alike] if dearest is not None else alike
            dearest = max(known, key=lambda each: costs[each.id], default=None)
    return None
