"""An item's points as the sum they are: 4 − 1 × 2 = 2, or what it costs: 1 × 2 = 2 off."""

from collections.abc import Sequence

from inspector.domain.checklist.checklist import (
    BonusRule,
    CasesRule,
    ChoiceRule,
    DeductRule,
    Item,
    MeasureRule,
    Pack,
    RangeRule,
    Totalling,
)
from inspector.domain.checklist.points import Hundredths, format_points
from inspector.domain.visit.inspection import Answer, Verdict
from inspector.domain.visit.item_scoring import ItemScore
from inspector.translation import tr

Term = tuple[Hundredths, int]
"""Points, and how often."""


def arithmetic(score: ItemScore, pack: Pack) -> str:
    """Return how the points of an answered item come about; empty where there is nothing to say."""
    answer, item = score.answer, score.item
    if answer is None:
        return ""
    got = format_points(score.got)
    if isinstance(item.rule, BonusRule):
        award = format_points(item.rule.each)
        return f"{award} × {answer.count} = +{format_points(score.bonus)}" if answer.count else ""
    if answer.verdict is Verdict.UNSEEN:
        return tr("Not observed: it costs nothing, and attests nothing")
    if answer.verdict is Verdict.NOT_APPLICABLE:
        if score.full:
            return tr("N/A counts as full: {points}", points=got)
        return tr("N/A does not count")
    direct = pack.policy.total is Totalling.DEDUCT
    if direct and item.veto and not score.full:
        return ""  # it has no points; what it does is said below
    if answer.verdict is Verdict.DEDUCT and (terms := _terms(item, answer)):
        return _costs(score, terms) if direct else _leaves(score, terms)
    off = tr("{points} off", points=format_points(score.deduction))
    match item.rule:
        case ChoiceRule(options=options) if answer.option is not None:
            return f"{options[answer.option].title} = {off if direct else got}"
        case MeasureRule(unit=unit) if answer.measured is not None:
            return f"{format_points(answer.measured)} {unit} = {off if direct else got}"
        case MeasureRule() if answer.verdict is Verdict.DEDUCT:
            return tr("No value yet, so the worst: {points}", points=off if direct else got)
        case CasesRule() if answer.verdict is Verdict.DEDUCT:
            return tr("Not said which yet, so the dearest: {points}", points=off)
    if answer.verdict is Verdict.PASS:
        return ""  # all of it, as its row says
    return off if direct else f"= {got}"


def _terms(item: Item, answer: Answer) -> Sequence[Term]:
    """Return what a deduction is the sum of, where it is one."""
    match item.rule:
        case DeductRule(each=each):
            return [(each, answer.count)]
        case CasesRule(cases=cases):
            named = zip(cases, answer.cases, strict=False)
            return [(case.each, count) for case, count in named if count]
        case RangeRule() if answer.measured is not None:
            return [(points, 1) for points in answer.samples or (answer.measured,)]
    return ()


def _costs(score: ItemScore, terms: Sequence[Term]) -> str:
    """Return what comes off, and where the limit of the item cuts it."""
    judged = isinstance(score.item.rule, RangeRule)
    said = " + ".join(_written(*term, alone=len(terms) == 1 and not judged) for term in terms)
    exact = sum(points * count for points, count in terms)
    off = tr("{points} off", points=format_points(exact))
    if judged and len(terms) == 1:
        said = off
    else:
        said = tr("{sum} = {points} off", sum=said, points=format_points(exact))
    if exact == score.deduction:
        return said
    return tr("{sum}, {points} at most", sum=said, points=format_points(score.deduction))


def _leaves(score: ItemScore, terms: Sequence[Term]) -> str:
    """Return what is left of the full marks."""
    full, got = score.item.full, format_points(score.got)
    exact = full - sum(points * count for points, count in terms)
    said = "".join(f" − {_written(*term, alone=True)}" for term in terms)
    floor = f" → {got}" if exact != score.got else ""
    return f"{format_points(full)}{said} = {_signed(exact)}{floor}"


def _written(points: Hundredths, count: int, alone: bool) -> str:
    times = f" × {count}" if count != 1 or alone else ""
    return f"{format_points(points)}{times}"


def _signed(points: int) -> str:
    return format_points(points).replace("-", "−")
