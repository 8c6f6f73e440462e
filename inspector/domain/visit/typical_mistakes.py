"""What typical mistakes cost at a window of each kind: whether a checklist tells good from bad.

A dozen different slips should never be the best grade, everything slightly wrong should be the
worst, and what is grave should cost more than what is light (DESIGN §5).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import (
    BonusRule,
    CasesRule,
    ChoiceRule,
    DeductRule,
    FloorPolicy,
    Item,
    MeasureRule,
    Pack,
    RangeRule,
)
from inspector.domain.checklist.gravity import Gravity
from inspector.domain.checklist.points import Hundredths
from inspector.domain.checklist.slip_costs import category_points, places, slip_costs
from inspector.domain.visit.answer_changes import deducted, passed
from inspector.domain.visit.inspection import Answer, Verdict
from inspector.domain.visit.scoring import score_scorecard

SLIPS = (1, 3, 5, 12)
"""How many different light slips are tried."""


@dataclass(frozen=True, slots=True)
class MistakeScores:
    """What mistakes leave of a score at one kind of window; None: there are not so many to make.

    `slips` is the highest score that so many different light slips can leave, and the lowest.
    """

    place: str | None  # the kind's title; empty: the public area; None: any window
    asked: int  # items
    slips: Mapping[int, tuple[Hundredths, Hundredths] | None]
    severe: Hundredths | None  # one severe fault, the cheapest
    everything: Hundredths  # each item wrong once, as lightly as it can be


def mistake_scores(pack: Pack) -> list[MistakeScores]:
    """Return what typical mistakes leave at each kind of window, and in the public area."""
    return [_scores_of(pack, place, items) for place, items in places(pack)]


def slip_of(item: Item) -> Answer:
    """Return an item found wrong once, as lightly as it can be."""
    match item.rule:
        case CasesRule(cases=cases):
            least = min(range(len(cases)), key=lambda n: cases[n].each)
            counts = tuple(int(n == least) for n in range(len(cases)))
            return Answer(item.id, Verdict.DEDUCT, 1, cases=counts)
        case MeasureRule(bands=bands):
            beyond = (bands[0].upto or 0) + 1
            return Answer(item.id, Verdict.DEDUCT, 1, measured=beyond)
        case DeductRule() | ChoiceRule() | RangeRule() | BonusRule():
            return deducted(item)


def _scores_of(pack: Pack, place: str | None, items: Sequence[Item]) -> MistakeScores:
    asked = [item for item in items if not item.is_bonus]
    light = [item for item in asked if item.gravity is Gravity.MINOR and not item.veto]
    severe = [item for item in asked if item.gravity is Gravity.SEVERE and not item.veto]
    costs = slip_costs(pack, items)
    floored = pack.policy.floor is FloorPolicy.ITEM
    most = category_points(pack, items) if floored else {}
    cheapest = sorted(severe, key=lambda item: costs[item.id])[:1]

    def left(wrong: Iterable[Item]) -> Hundredths:
        slips = {item.id: slip_of(item) for item in wrong}
        answers = {item.id: slips.get(item.id) or passed(item) for item in asked}
        return score_scorecard(pack, items, answers).total or 0

    def extremes(count: int) -> tuple[Hundredths, Hundredths] | None:
        if count > len(light):
            return None
        kindly = _chosen(light, costs, most, count, kindly=True)
        harshly = _chosen(light, costs, most, count, kindly=False)
        return left(kindly), left(harshly)

    return MistakeScores(
        place,
        len(asked),
        {count: extremes(count) for count in SLIPS},
        left(cheapest) if cheapest else None,
        left(item for item in asked if not item.veto),
    )


def _chosen(
    items: Sequence[Item],
    costs: Mapping[str, Fraction],
    most: Mapping[Category, Fraction],
    count: int,
    *,
    kindly: bool,
) -> list[Item]:
    """Return `count` items whose slips together cost least (`kindly`), or most.

    A category loses no more than it has (`most`; what is taken off the whole has no such end): of
    each the cheapest (or dearest) so many, and of all ways to spread the count over them the best.
    """
    own: dict[Category | None, list[Item]] = {}
    for item in items:
        own.setdefault(None if item.penalty else item.category, []).append(item)
    # By the number of slips: what they cost, and which they are.
    ways: dict[int, tuple[Fraction, list[Item]]] = {0: (Fraction(0), [])}
    for category, candidates in own.items():
        ordered = sorted(candidates, key=lambda i: costs[i.id], reverse=not kindly)
        sums = [Fraction(0), *accumulate(costs[item.id] for item in ordered)]
        if category is not None and category in most:
            sums = [min(each, most[category]) for each in sums]
        found: dict[int, tuple[Fraction, list[Item]]] = {}
        for before, (cost, taken) in ways.items():
            for more in range(min(len(ordered), count - before) + 1):
                total = cost + sums[more]
                best = found.get(before + more)
                if best is None or (total < best[0] if kindly else total > best[0]):
                    found[before + more] = (total, [*taken, *ordered[:more]])
        ways = found
    return ways[count][1]
