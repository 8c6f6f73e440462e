"""What an answer becomes: passed, deducted, counted, chosen, measured, praised, corrected."""

from dataclasses import replace

from inspector.domain.checklist.checklist import (
    BonusRule,
    CasesRule,
    ChoiceRule,
    Item,
    MeasureRule,
    RangeRule,
    SamplePolicy,
)
from inspector.domain.checklist.points import Hundredths, mean, round_half_up
from inspector.domain.visit.inspection import Answer, Verdict

LARGEST_COUNT = 999
"""No hall has more of anything in one visit; a key held down stops here."""


def passed(item: Item) -> Answer:
    """Return the answer 合格 for an item; for a bonus item: nothing to add."""
    return Answer(item.id, Verdict.PASS)


def not_applicable(item: Item) -> Answer:
    """Return the answer 不适用 for an item."""
    return Answer(item.id, Verdict.NOT_APPLICABLE)


def unseen(item: Item) -> Answer:
    """Return the answer 未观察 for an item."""
    return Answer(item.id, Verdict.UNSEEN)


def deducted(item: Item, answer: Answer | None = None) -> Answer:
    """Return `answer` (or a fresh one) as a deduction, keeping what was already written.

    What is counted counts once to begin with; a choice starts at the first option below full
    marks; which of several named deductions it is, is still to be said; a bonus item is awarded
    once instead.
    """
    base = answer or Answer(item.id, Verdict.DEDUCT)
    if base.praised and not item.is_bonus:
        base = replace(base, praised=False, note="")  # praise is no word of a finding
    match item.rule:
        case BonusRule():
            return replace(base, verdict=Verdict.PASS, count=max(1, base.count))
        case ChoiceRule():
            return chosen(item, base, base.option or 1)
        case CasesRule():
            return replace(base, verdict=Verdict.DEDUCT, count=1)
        case RangeRule(least=least):
            judged = least if base.measured is None else base.measured
            return replace(base, verdict=Verdict.DEDUCT, count=1, measured=judged)
        case MeasureRule() as rule if base.measured is not None:
            # A value within the limit is no deduction: it has to be measured again.
            within = rule.band_of(base.measured).points >= item.full
            kept = None if within else base.measured
            return replace(
                base,
                verdict=Verdict.DEDUCT,
                count=max(1, base.count),
                measured=kept,
                samples=() if within else base.samples,
            )
        case _:
            return replace(base, verdict=Verdict.DEDUCT, count=max(1, base.count))


def counted(answer: Answer, count: int) -> Answer:
    """Return `answer` with `count` units counted; at least one, or none for a bonus."""
    lowest = 1 if answer.verdict is Verdict.DEDUCT else 0
    return replace(answer, count=max(lowest, min(count, LARGEST_COUNT)))


def chosen(item: Item, answer: Answer, option: int) -> Answer:
    """Return `answer` with option `option` of a `ChoiceRule` item; the best option is 合格."""
    assert isinstance(item.rule, ChoiceRule)
    option = max(0, min(option, len(item.rule.options) - 1))
    full = item.rule.options[option].points >= item.full
    return _judged(replace(answer, option=option), full)


def case_counted(item: Item, answer: Answer, case: int, count: int) -> Answer:
    """Return `answer` with one named deduction of a `CasesRule` item counted so often.

    With none left it is still to be said which it is.
    """
    assert isinstance(item.rule, CasesRule)
    counts = [*answer.cases, *(0 for _ in item.rule.cases[len(answer.cases) :])]
    counts[case] = max(0, min(count, LARGEST_COUNT))
    told = replace(answer, cases=tuple(counts) if any(counts) else (), count=1)
    return _judged(told, full=False)


def judged(item: Item, answer: Answer, points: Hundredths) -> Answer:
    """Return `answer` with the points that an inspector judges a `RangeRule` item to lose."""
    assert isinstance(item.rule, RangeRule)
    points = max(item.rule.least, min(points, item.rule.most))
    return replace(_judged(answer, full=False), measured=points, samples=(), count=1)


def judged_again(item: Item, answer: Answer, points: Hundredths) -> Answer:
    """Return `answer` with one more occurrence judged; what all of them come to counts."""
    one = judged(item, answer, points).measured
    before = answer.samples or (() if answer.measured is None else (answer.measured,))
    samples = (*before, one or 0)
    return replace(_judged(answer, full=False), measured=sum(samples), samples=samples, count=1)


def measured(
    item: Item, answer: Answer, value: Hundredths, samples: tuple[Hundredths, ...] = ()
) -> Answer:
    """Return `answer` with a measured value; a value within the limit is 合格."""
    assert isinstance(item.rule, MeasureRule)
    full = item.rule.band_of(value).points >= item.full
    return _judged(replace(answer, measured=value, samples=samples), full)


def by_measure(item: Item, answer: Answer) -> Answer:
    """Return `answer` as its measured value has it by this item, whose limit may be another."""
    if not isinstance(item.rule, MeasureRule) or answer.measured is None:
        return answer
    if answer.verdict not in (Verdict.PASS, Verdict.DEDUCT):
        return answer
    return _judged(answer, full=item.rule.band_of(answer.measured).points >= item.best)


def sampled(item: Item, answer: Answer, value: Hundredths, policy: SamplePolicy) -> Answer:
    """Return `answer` with one more sample; the worst of them counts, or their mean."""
    before = answer.samples or (() if answer.measured is None else (answer.measured,))
    samples = (*before, value)
    if policy is SamplePolicy.WORST:
        return measured(item, answer, max(samples), samples)
    return measured(item, answer, round_half_up(mean(list(samples))), samples)


def _judged(answer: Answer, full: bool) -> Answer:
    """Return `answer` as 合格 or 扣分; what is only true of the other goes."""
    if full:
        return replace(answer, verdict=Verdict.PASS, correction=None)
    return replace(answer, verdict=Verdict.DEDUCT, praised=False)


def noted(answer: Answer, note: str) -> Answer:
    """Return `answer` with another note."""
    return replace(answer, note=note)


def praised(item: Item, answer: Answer | None = None) -> Answer:
    """Return `answer` (or a fresh one) as a 亮点: 合格, and worth telling others.

    What was wrong is not told; what was measured or written of a 合格 stays.
    """
    if answer is None or answer.verdict is not Verdict.PASS:
        answer = passed(item)
    return replace(answer, praised=True)


def unpraised(answer: Answer) -> Answer:
    """Return `answer` as an ordinary one."""
    return replace(answer, praised=False)


def corrected(answer: Answer, correction: str | None) -> Answer:
    """Return a deduction as corrected on the spot, `correction` saying how; None: not after all.

    The points stay off: it was found.
    """
    assert answer.verdict is Verdict.DEDUCT
    return replace(answer, correction=correction)


def with_phrase(item: Item, answer: Answer, phrase: str) -> Answer:
    """Return `answer` with a phrase said, or no longer said.

    Phrases stand in the order of the item, whatever order they were chosen in; the user's own
    stand behind them.
    """
    said = set(answer.phrases) ^ {phrase}
    own = tuple(text for text in item.phrases if text in said)
    other = [text for text in answer.phrases if text in said and text not in item.phrases]
    if phrase in said and phrase not in item.phrases and phrase not in other:
        other.append(phrase)
    return replace(answer, phrases=(*own, *other))
