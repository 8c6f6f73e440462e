"""That a training was held, by which team and with how many; and whether it helped.

Entries are never changed: what was entered by mistake is taken back by a second entry.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from fractions import Fraction

from inspector.domain.days.span import Span
from inspector.domain.training.suggestion import Counted, TrainingKey

ENOUGH = 10
"""Judgements needed before and after to say anything: our own choice, printed with the figures."""

BETTER_BY = Fraction(1, 5)
"""How much of the rate has to be gone for 有所好转: our own choice, printed with the figures."""


class Outcome(StrEnum):
    """What a training came to, in words."""

    BETTER = "better"  # 有所好转
    NOT_BETTER = "not-better"  # 未见好转
    TOO_FEW = "too-few"  # 样本不足


@dataclass(frozen=True, slots=True)
class TrainingHeld:
    """A training that was held because of the figures of a span."""

    id: str
    at: datetime  # entered
    key: TrainingKey
    items: tuple[str, ...]  # ids of the items it rested on
    span: Span
    held_on: date
    took_part: int  # people; never who
    led_by: str  # the team that held it

    @property
    def before(self) -> Span:
        """The days whose figures it is measured against; none after the training itself."""
        return Span(self.span.first, max(self.span.first, min(self.span.last, self.held_on)))

    def after(self, today: date) -> Span | None:
        """Return as many days after the training as those it rested on, up to today.

        None on the day itself.
        """
        first = self.held_on + timedelta(days=1)
        last = min(today, self.held_on + timedelta(days=self.span.days))
        return Span(first, last) if first <= last else None


@dataclass(frozen=True, slots=True)
class TrainingTakenBack:
    """The second entry: a training that was entered by mistake."""

    id: str
    at: datetime
    held_id: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Effect:
    """How often the items of a training were wrong in its group, before and after."""

    before: Counted
    after: Counted

    @property
    def outcome(self) -> Outcome:
        """Tell whether it helped: the rate has to fall by a fifth, with enough seen both times."""
        before, after = self.before, self.after
        if min(before.judged, after.judged) < ENOUGH:
            return Outcome.TOO_FEW
        was, now = Fraction(before.wrong, before.judged), Fraction(after.wrong, after.judged)
        is_better = was > 0 and now <= was * (1 - BETTER_BY)
        return Outcome.BETTER if is_better else Outcome.NOT_BETTER


def standing(
    held: Iterable[TrainingHeld], taken_back: Iterable[TrainingTakenBack]
) -> tuple[TrainingHeld, ...]:
    """Return the trainings that were not taken back, the latest held first."""
    gone = {each.held_id for each in taken_back}
    kept = [each for each in held if each.id not in gone]
    return tuple(sorted(kept, key=lambda each: (each.held_on, each.at, each.id), reverse=True))
