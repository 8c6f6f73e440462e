"""How an item is scored, in the words of a score sheet."""

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
    Rule,
    SamplePolicy,
    Totalling,
    VetoPolicy,
)
from inspector.domain.checklist.points import Hundredths, format_points
from inspector.translation import tr


def rule_text(rule: Rule) -> str:
    """Return a rule as a sentence: 每人次扣1分; ≤15分钟 4分；≤20分钟 2分；>20分钟 0分."""
    match rule:
        case DeductRule(each=0):
            return tr("a red line, without points")
        case DeductRule():
            points = format_points(rule.each)
            return tr("{points} off each time ({unit})", points=points, unit=rule.unit)
        case ChoiceRule():
            return _joined([(option.title, option.points) for option in rule.options])
        case MeasureRule():
            return _joined(_bands(rule))
        case CasesRule():
            return tr("; ").join(
                tr(
                    "{case}: {points} off each time ({unit})",
                    case=case.title,
                    points=format_points(case.each),
                    unit=case.unit,
                )
                for case in rule.cases
            )
        case RangeRule():
            return tr(
                "{least} to {most} off each time ({unit}), as judged",
                least=format_points(rule.least),
                most=format_points(rule.most),
                unit=rule.unit,
            )
        case BonusRule():
            points = format_points(rule.each)
            return tr("{points} added each time ({unit})", points=points, unit=rule.unit)


def cost_text(item: Item) -> str:
    """Return the same of an item where points are taken off directly: 不全扣1分；没有扣3分."""
    match item.rule:
        case ChoiceRule(options=options):
            return _costs([(each.title, each.points) for each in options], item.full)
        case MeasureRule():
            return _costs(_bands(item.rule), item.full)
    return rule_text(item.rule)


def floor_text(rule: Rule, policy: Policy) -> str:
    """Return how far the deductions of a rule go; empty where there is nothing to count."""
    if not isinstance(rule, DeductRule):
        return ""
    if policy.floor is FloorPolicy.ITEM:
        return tr("until nothing is left")
    return tr("without a floor")


def samples_text(policy: Policy) -> str:
    """Return which of several measured values counts."""
    if policy.samples is SamplePolicy.WORST:
        return tr("Of several values the worst counts")
    return tr("Of several values the mean counts")


def veto_text(pack: Pack) -> str:
    """Return what a deduction from a ★ item does, or a red line that is found."""
    grade, zero = pack.failing_grade.title, pack.policy.veto is VetoPolicy.ZERO
    if pack.policy.total is Totalling.DEDUCT:  # a red line has no points
        if zero:
            return tr(
                "★ Red line: once found, this window and the visit are “{grade}”, score 0",
                grade=grade,
            )
        return tr(
            "★ Red line: once found, this window and the visit are “{grade}”, score kept",
            grade=grade,
        )
    if zero:
        return tr(
            "★ Veto: a deduction makes this window and the visit “{grade}”, score 0", grade=grade
        )
    return tr(
        "★ Veto: a deduction makes this window and the visit “{grade}”, score kept", grade=grade
    )


def _bands(rule: MeasureRule) -> list[tuple[str, int]]:
    """Return each band as its limits and points; the open one begins where the last one ends."""
    bands: list[tuple[str, int]] = []
    limit = ""
    for band in rule.bands:
        if band.upto is not None:
            limit = format_points(band.upto)
            bands.append((f"≤{limit}{rule.unit}", band.points))
        else:
            bands.append((f">{limit}{rule.unit}" if limit else rule.unit, band.points))
    return bands


def _joined(cases: list[tuple[str, int]]) -> str:
    separator = tr("; ")
    return separator.join(
        tr("{case}: {points}", case=case, points=format_points(points)) for case, points in cases
    )


def _costs(cases: list[tuple[str, Hundredths]], full: Hundredths) -> str:
    said = []
    for case, points in cases:
        lost = format_points(full - points)
        said.append(
            tr("{case}: {points} off", case=case, points=lost)
            if full > points
            else tr("{case}: nothing off", case=case)
        )
    return tr("; ").join(said)
