"""An item's points as the sum they are: 4 − 1 × 2 = 2."""

from inspector.domain.checklist.checklist import BonusRule, ChoiceRule, DeductRule, MeasureRule
from inspector.domain.checklist.points import format_points
from inspector.domain.visit.inspection import Verdict
from inspector.domain.visit.item_scoring import ItemScore
from inspector.translation import tr


def arithmetic(score: ItemScore) -> str:
    """Return how the points of an answered item come about; empty where there is nothing to say."""
    answer, item = score.answer, score.item
    if answer is None:
        return ""
    got = format_points(score.got)
    if isinstance(item.rule, BonusRule):
        award = format_points(item.rule.each)
        return f"{award} × {answer.count} = +{format_points(score.bonus)}" if answer.count else ""
    if answer.verdict is Verdict.NOT_APPLICABLE:
        if score.full:
            return tr("N/A counts as full: {points}", points=got)
        return tr("N/A does not count")
    if answer.verdict is Verdict.UNSEEN:
        return tr("Not observed: it costs nothing, and attests nothing")
    match item.rule:
        case DeductRule(each=each) if answer.verdict is Verdict.DEDUCT:
            full, step = format_points(item.full), format_points(each)
            exact = item.full - each * answer.count
            floor = f" → {got}" if exact != score.got else ""
            return f"{full} − {step} × {answer.count} = {_signed(exact)}{floor}"
        case ChoiceRule(options=options) if answer.option is not None:
            return f"{options[answer.option].title} = {got}"
        case MeasureRule(unit=unit) if answer.measured is not None:
            return f"{format_points(answer.measured)} {unit} = {got}"
        case MeasureRule() if answer.verdict is Verdict.DEDUCT:
            return tr("No value yet, so the worst: {points}", points=got)
    return f"= {got}"


def _signed(points: int) -> str:
    return format_points(points).replace("-", "−")
