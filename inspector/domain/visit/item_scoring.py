"""What one answer gives: points got, points lost, a bonus, a veto (DESIGN §6)."""

from dataclasses import dataclass

from inspector.domain.checklist.checklist import (
    BonusRule,
    CasesRule,
    ChoiceRule,
    DeductRule,
    FloorPolicy,
    Item,
    MeasureRule,
    NotApplicablePolicy,
    Policy,
    RangeRule,
)
from inspector.domain.checklist.points import Hundredths
from inspector.domain.visit.inspection import Answer, Verdict


@dataclass(frozen=True, slots=True)
class ItemScore:
    """What one item gives. An item that does not count has neither side."""

    item: Item
    answer: Answer | None
    got: Hundredths
    full: Hundredths
    bonus: Hundredths = 0
    vetoed: bool = False

    @property
    def deduction(self) -> Hundredths:
        """Points lost."""
        return self.full - self.got


def score_item(item: Item, answer: Answer | None, policy: Policy) -> ItemScore:
    """Return what `answer` gives for `item`; None is 未查 and counts nowhere."""
    if answer is None:
        return ItemScore(item, None, 0, 0)
    if isinstance(item.rule, BonusRule):
        count = answer.count if answer.verdict is Verdict.PASS else 0
        return ItemScore(item, answer, 0, 0, bonus=item.rule.each * count)
    if answer.verdict is Verdict.UNSEEN:
        return ItemScore(item, answer, 0, 0)
    if answer.verdict is Verdict.NOT_APPLICABLE:
        full = item.full if policy.not_applicable is NotApplicablePolicy.FULL else 0
        return ItemScore(item, answer, full, full)
    if answer.verdict is Verdict.PASS:
        return ItemScore(item, answer, item.best, item.best)
    got = _deducted_points(item, answer, policy)
    return ItemScore(item, answer, got, item.best, vetoed=item.veto)


def _deducted_points(item: Item, answer: Answer, policy: Policy) -> Hundredths:
    match item.rule:
        case DeductRule(each=each):
            return _left(item, each * answer.count, policy)
        case CasesRule(cases=cases):
            named = zip(cases, answer.cases, strict=False)
            lost = sum(case.each * count for case, count in named)
            # As below: of which nobody said what it was, the dearest.
            return _left(item, lost or max(case.each for case in cases), policy)
        case RangeRule(most=most):
            return _left(item, most if answer.measured is None else answer.measured, policy)
        case ChoiceRule(options=options):
            # As below: without an option, the worst.
            return options[-1 if answer.option is None else answer.option].points
        case MeasureRule() as rule:
            # A deduction without a measured value: the worst band, since nothing better is shown.
            if answer.measured is None:
                return rule.bands[-1].points
            return rule.band_of(answer.measured).points
        case BonusRule():  # never gets here; a bonus is not deducted from
            return item.full


def _left(item: Item, lost: Hundredths, policy: Policy) -> Hundredths:
    """Return what is left of an item's full marks, where it has any: not less than nothing."""
    limited = item.full and (item.accumulates or policy.floor is FloorPolicy.ITEM)
    return max(0, item.full - lost) if limited else item.full - lost
