"""Answering one item of one scorecard: what a digit, a count, a value or a word does to it."""

from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from unicodedata import normalize

from inspector.domain.checklist import ChoiceRule, Item, MeasureRule
from inspector.domain.inspection import (
    Answer,
    Scorecard,
    Verdict,
    chosen,
    counted,
    deducted,
    lacks_reason,
    measured,
    noted,
    sampled,
    with_phrase,
)
from inspector.domain.points import Hundredths, to_hundredths
from inspector.gui.inspect.scoring import Scoring

LARGEST_VALUE = 10_000_000
"""Hundredths. Nothing in a hall measures more."""


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

    def clear(self) -> None:
        """Turn it back into 未查."""
        if self.answer is not None:
            self.scoring.record(self.card, [], [self.item.id])

    def choose(self, digit: int) -> None:
        """Choose an option, or say a phrase or no longer say it."""
        answer = self.answer or deducted(self.item)
        if answer.verdict is not Verdict.DEDUCT and not self.item.is_bonus:
            answer = deducted(self.item, answer)  # a phrase says what is wrong
        if isinstance(self.item.rule, ChoiceRule):
            if digit <= len(self.item.rule.options):
                self.scoring.record(self.card, [chosen(self.item, answer, digit - 1)])
        elif digit <= len(self.item.phrases):
            self.scoring.record(self.card, [with_phrase(self.item, answer, digit - 1)])

    def count(self, step: int) -> None:
        """Count one unit more or less."""
        answer = self.answer
        if answer is None or isinstance(self.item.rule, ChoiceRule | MeasureRule):
            return
        if answer.verdict is Verdict.DEDUCT or self.item.is_bonus:
            self.scoring.record(self.card, [counted(answer, answer.count + step)])

    def measure(self, text: str, settled: tuple[Hundredths, ...]) -> bool:
        """Take a typed value behind the `settled` samples; False when it is no such number."""
        answer, value = self.answer, value_of(text)
        if answer is None or not isinstance(self.item.rule, MeasureRule):
            return True
        if value is None:
            return not text.strip()
        if settled:
            base = replace(answer, samples=settled, measured=None)
            new = sampled(self.item, base, value, self.scoring.sheet.pack.policy.samples)
        else:
            new = measured(self.item, answer, value)
        self.scoring.record(self.card, [new], typing=True)
        return True

    def add_sample(self, value: Hundredths) -> None:
        """Take the value of the stopwatch as one more sample."""
        answer = self.answer or Answer(self.item.id, Verdict.PASS)
        policy = self.scoring.sheet.pack.policy.samples
        self.scoring.record(self.card, [sampled(self.item, answer, value, policy)])

    def note(self, text: str) -> None:
        """Write the note, letter by letter."""
        answer = self.answer
        if answer is not None and answer.note != text:
            self.scoring.record(self.card, [noted(answer, text)], typing=True)


def value_of(text: str) -> Hundredths | None:
    """Read a measured value; full-width digits are as good as others."""
    try:
        value = to_hundredths(Decimal(normalize("NFKC", text).strip()))
    except (ValueError, InvalidOperation):
        return None
    return value if 0 <= value <= LARGEST_VALUE else None
