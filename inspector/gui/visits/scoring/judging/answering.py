"""Answering one item of one scorecard: what a digit, a count, a value or a word does to it."""

from dataclasses import dataclass, replace

from inspector.domain.checklist.checklist import CasesRule, ChoiceRule, Item, MeasureRule, RangeRule
from inspector.domain.checklist.points import Hundredths
from inspector.domain.visit.answer_changes import (
    case_counted,
    chosen,
    corrected,
    counted,
    deducted,
    judged,
    judged_again,
    measured,
    noted,
    praised,
    sampled,
    unpraised,
    with_phrase,
)
from inspector.domain.visit.inspection import Answer, Scorecard, Verdict, lacks_reason
from inspector.domain.visit.phrase_offers import Offer, offers
from inspector.gui.visits.scoring.judging.visit_scoring import Scoring
from inspector.gui.widgets.measured_text import measured_value

HALF_A_POINT: Hundredths = 50
"""By how much + and − change what is judged."""


def _times(answer: Answer, case: int) -> int:
    return answer.cases[case] if case < len(answer.cases) else 0


def _occurrences(answer: Answer) -> tuple[Hundredths, ...]:
    return answer.samples or (answer.measured or 0,)


@dataclass(frozen=True, slots=True)
class Entry:
    """An item of a scorecard; every method records and leaves the showing to others."""

    scoring: Scoring
    card: Scorecard
    item: Item

    @property
    def answer(self) -> Answer | None:
        """The answer as it stands."""
        return self.scoring.sheet.answers_of(self.card).get(self.item.id)

    @property
    def offers(self) -> tuple[Offer, ...]:
        """What digits say of it."""
        said = self.answer.phrases if self.answer else ()
        return offers(self.item, self.scoring.own.of(self.item.id), said)

    @property
    def lacks_reason(self) -> bool:
        """A veto or a bonus without a word on why."""
        answer = self.answer
        return answer is not None and lacks_reason(self.item, answer)

    def deduct(self) -> bool:
        """Make it a deduction, or award a bonus; False when that was refused."""
        answer = deducted(self.item, self.answer)
        if answer == self.answer:
            return True
        return self.scoring.record(self.card, [answer], next_item=self.item.id)

    def praise(self) -> bool:
        """Make it a 亮点; False when that was refused."""
        return self.scoring.record(
            self.card, [praised(self.item, self.answer)], next_item=self.item.id
        )

    def unpraise(self) -> None:
        """Take the praise back; what else was said of it stays."""
        if self.answer is not None:
            self.scoring.record(self.card, [unpraised(self.answer)], next_item=self.item.id)

    def correct(self, correction: str | None, typing: str = "") -> bool:
        """Say how a deduction was put right on the spot; None: it was not after all."""
        answer = self.answer
        if answer is None or answer.verdict is not Verdict.DEDUCT:
            return True
        if answer.correction == correction:
            return True
        return self.scoring.record(self.card, [corrected(answer, correction)], typing=typing)

    def forget(self, text: str) -> None:
        """Offer a text of the user's own no longer; nor is it said of this item any more."""
        answer = self.answer
        if answer is not None and text in answer.phrases:
            self.scoring.record(self.card, [with_phrase(self.item, answer, text)])
        self.scoring.own.forget(self.item.id, text)

    def clear(self) -> None:
        """Turn it back into 未查."""
        if self.answer is not None and not self.card.left_out:
            self.scoring.record(self.card, [], [self.item.id], next_item=self.item.id)

    def choose(self, digit: int) -> None:
        """Choose an option, or say a phrase or no longer say it."""
        if self.card.left_out:
            return
        answer = self.answer or deducted(self.item)
        if answer.verdict is not Verdict.DEDUCT and not self.item.is_bonus:
            answer = deducted(self.item, answer)  # a phrase says what is wrong
        named = 0  # digits that count a named deduction, before those that say a phrase
        match self.item.rule:
            case ChoiceRule(options=options):
                if digit <= len(options):
                    self.scoring.record(self.card, [chosen(self.item, answer, digit - 1)])
                return
            case CasesRule(cases=cases):
                named = len(cases)
        if digit <= named:
            new = case_counted(self.item, answer, digit - 1, _times(answer, digit - 1) + 1)
            self.scoring.record(self.card, [new])
        elif digit - named <= len(texts := self.offers):
            said = texts[digit - named - 1].text
            self.scoring.record(self.card, [with_phrase(self.item, answer, said)])

    def count(self, step: int, case: int | None = None) -> None:
        """Count one unit more or less, of a named deduction; judge half a point more or less."""
        answer = self.answer
        if self.card.left_out or answer is None:
            return
        match self.item.rule:
            case ChoiceRule() | MeasureRule():
                return
            case CasesRule():
                if case is not None:
                    new = case_counted(self.item, answer, case, _times(answer, case) + step)
                    self.scoring.record(self.card, [new])
                return
            case RangeRule(least=least, most=most):
                if answer.verdict is Verdict.DEDUCT:
                    points = _occurrences(answer)[-1] + step * HALF_A_POINT
                    self.judge(max(least, min(points, most)))
                return
        if answer.verdict is Verdict.DEDUCT or self.item.is_bonus:
            self.scoring.record(self.card, [counted(answer, answer.count + step)])

    def measure(self, text: str, settled: tuple[Hundredths, ...]) -> bool:
        """Take a typed value behind the `settled` samples; False when that was refused.

        Without a text there is no value: neither one that was typed and deleted again.
        """
        answer, value = self.answer, measured_value(text)
        if answer is None or not isinstance(self.item.rule, MeasureRule):
            return True
        values = settled if value is None else (*settled, value)
        if len(values) > 1:
            base = replace(answer, samples=values[:-1], measured=None)
            new = sampled(self.item, base, values[-1], self.scoring.sheet.pack.policy.samples)
        elif values:
            new = measured(self.item, answer, values[0])
        else:
            new = replace(deducted(self.item, answer), measured=None, samples=())
        return self.scoring.record(self.card, [new], typing="value")

    def judge(self, points: Hundredths) -> bool:
        """Take so many points off for the last occurrence; False when that was refused."""
        answer = self.answer
        if answer is None or answer.verdict is not Verdict.DEDUCT:
            return True
        before = _occurrences(answer)[:-1]
        base = replace(answer, samples=before, measured=None)
        new = (judged_again if before else judged)(self.item, base, points)
        return new == answer or self.scoring.record(self.card, [new], typing="value")

    def judge_again(self) -> None:
        """Judge one more occurrence; it begins with the fewest points."""
        answer, rule = self.answer, self.item.rule
        if answer is not None and answer.verdict is Verdict.DEDUCT and isinstance(rule, RangeRule):
            self.scoring.record(self.card, [judged_again(self.item, answer, rule.least)])

    def add_sample(self, value: Hundredths) -> bool:
        """Take the value of the stopwatch as one more sample; False when that was refused.

        Whoever stands elsewhere stays there.
        """
        answer = self.answer or Answer(self.item.id, Verdict.PASS)
        policy = self.scoring.sheet.pack.policy.samples
        new = sampled(self.item, answer, value, policy)
        return self.scoring.record(self.card, [new], follow=False)

    def note(self, text: str) -> bool:
        """Write the note, letter by letter; False when that was refused."""
        answer = self.answer
        if answer is None or answer.note == text:
            return True
        return self.scoring.record(self.card, [noted(answer, text)], typing="note")
