"""The scorecard score against a second implementation, written from DESIGN §6 alone."""

from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

from hypothesis import given

from inspector.domain.checklist.category import Category
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
    VetoPolicy,
)
from inspector.domain.checklist.points import format_score
from inspector.domain.visit.inspection import Answer, Verdict
from tests.domain.strategies import Sheet, sheets


def points(hundredths: int) -> Fraction:
    return Fraction(hundredths, 100)


def earned_points(item: Item, answer: Answer, policy: Policy) -> Fraction:
    """The points a deduction leaves."""
    match item.rule:
        case DeductRule(each=each):
            left = points(item.full)
            for _ in range(answer.count):
                left -= points(each)
            return left if policy.floor is FloorPolicy.NONE or left > 0 else Fraction(0)
        case CasesRule(cases=cases):
            named = zip(cases, answer.cases, strict=True)
            left = points(item.full) - sum(points(case.each) * count for case, count in named)
            return left if policy.floor is FloorPolicy.NONE or left > 0 else Fraction(0)
        case RangeRule():
            assert answer.measured is not None
            left = points(item.full) - points(answer.measured)
            return left if policy.floor is FloorPolicy.NONE or left > 0 else Fraction(0)
        case ChoiceRule(options=options):
            assert answer.option is not None
            return points(options[answer.option].points)
        case MeasureRule(bands=bands):
            assert answer.measured is not None
            fitting = [b for b in bands if b.upto is None or answer.measured <= b.upto]
            return max(points(band.points) for band in fitting)
        case BonusRule():
            raise AssertionError("nothing is deducted from a bonus item")


def base_and_bonus(sheet: Sheet) -> tuple[Fraction | None, Fraction]:
    """The weighted percentage and the bonus under its cap, both exact."""
    policy = sheet.pack.policy
    got: dict[Category, Fraction] = defaultdict(Fraction)
    full: dict[Category, Fraction] = defaultdict(Fraction)
    bonus = Fraction(0)
    for item in sheet.items:
        answer = sheet.answers.get(item.id)
        if answer is None:
            continue
        excluded = policy.not_applicable is NotApplicablePolicy.EXCLUDE
        if answer.verdict is Verdict.NOT_APPLICABLE and (excluded or item.is_bonus):
            continue
        if isinstance(item.rule, BonusRule):
            bonus += points(item.rule.each) * answer.count
            continue
        full[item.category] += points(item.full)
        if answer.verdict is Verdict.DEDUCT:
            got[item.category] += earned_points(item, answer, policy)
        else:
            got[item.category] += points(item.full)
    weights = {category: sheet.pack.weights[category] for category in full}
    if not sum(weights.values()):
        return None, min(bonus, points(policy.bonus_cap))
    weighted = sum((w * got[c] / full[c] * 100 for c, w in weights.items()), Fraction(0))
    return weighted / sum(weights.values()), min(bonus, points(policy.bonus_cap))


def printed(exact: Fraction) -> str:
    with localcontext(prec=60):
        number = Decimal(exact.numerator) / Decimal(exact.denominator)
        text = f"{number.quantize(Decimal('0.01'), ROUND_HALF_UP):.2f}"
    return "0.00" if text == "-0.00" else text


@given(sheets())
def test_both_implementations_print_the_same_score(sheet: Sheet) -> None:
    score = sheet.score()
    base, bonus = base_and_bonus(sheet)
    if base is None:
        assert score.total is None
        return
    assert format_score(score.earned) == printed(base + bonus)
    if score.vetoed and sheet.pack.policy.veto is VetoPolicy.ZERO:
        assert score.earned is not None
        assert score.total == min(0, score.earned)
    else:
        assert score.total == score.earned
