"""How the items of the sample are answered: what was seen, what was wrong and how it is told."""

import random
from collections.abc import Callable
from dataclasses import replace
from zlib import crc32

from inspector.domain.checklist.checklist import (
    BonusRule,
    CasesRule,
    ChoiceRule,
    DeductRule,
    Item,
    MeasureRule,
    RangeRule,
)
from inspector.domain.checklist.points import ONE
from inspector.domain.visit.answer_changes import (
    case_counted,
    chosen,
    corrected,
    counted,
    deducted,
    judged,
    measured,
    not_applicable,
    noted,
    passed,
    praised,
    unseen,
)
from inspector.domain.visit.inspection import Answer, Scorecard
from inspector.workspace.sample.demo_halls import Hall
from inspector.workspace.sample.demo_notes import note_of, praise_of, red_line_note

_OF_SOME_ONLY = ("老", "残疾", "母婴", "军人", "代办", "外地", "双语", "预约", "容缺", "党员")
"""Whom or what an item is about that is not there on every day."""

_ON_THE_SPOT = ("检查时当场改正", "提醒后当场改正，现场确认", "当班负责人到场后已改正")

_SEEN_WELL, _SEEN_LATELY = 0.0015, 0.02
_LATELY = 0.02
"""Shares of half a year: of the last days something good is told at the next meeting."""

Slip = Callable[[random.Random, Item, Answer], Answer]


class Looker:
    """Answers items as one visit would: `blind` is the share that nobody came to see."""

    def __init__(
        self, rng: random.Random, hall: Hall, age: float, blind: float, covert: bool
    ) -> None:
        self._rng, self._hall, self._age = rng, hall, age
        self._blind, self._covert = blind, covert

    def answer(self, item: Item, card: Scorecard) -> Answer:
        """Return what is found of one item at one window."""
        rng = self._rng
        if item.is_bonus:
            return Answer(item.id, passed(item).verdict, count=1, phrases=item.phrases[:1],
                          note="已核对来信原件")  # fmt: skip
        chance = self._hall.chance(item.gravity, item.veto, self._age)
        if not item.veto:
            if rng.random() < self._blind * (0.7 if item.at_a_glance else 2.0):
                return unseen(item)
            if rng.random() < 0.3 and any(word in item.text for word in _OF_SOME_ONLY):
                return not_applicable(item)
            chance *= _habit(self._hall.name + card.window_number, item)
        if rng.random() >= chance:
            return self._right(item)
        return self._wrong(item)

    def _right(self, item: Item) -> Answer:
        rng = self._rng
        if isinstance(item.rule, MeasureRule) and item.rule.limit:
            return measured(item, passed(item), _whole(item.rule.limit * rng.uniform(0.2, 1)))
        if rng.random() < (_SEEN_LATELY if self._age < _LATELY else _SEEN_WELL) and (
            words := praise_of(item, rng)
        ):
            return noted(praised(item), words)
        return passed(item)

    def _wrong(self, item: Item) -> Answer:
        rng = self._rng
        answer = _SLIPS[type(item.rule)](rng, item, deducted(item))
        if item.veto:
            return noted(answer, red_line_note(item, rng))
        told = rng.sample(item.phrases, min(len(item.phrases), rng.choice((1, 1, 1, 2))))
        said = tuple(phrase for phrase in item.phrases if phrase in told)
        answer = replace(answer, phrases=said, note=note_of(item, rng))
        at_once = item.deadline == 0 and not self._covert and rng.random() < 0.5
        return corrected(answer, rng.choice(_ON_THE_SPOT)) if at_once else answer


def _counted(rng: random.Random, item: Item, answer: Answer) -> Answer:
    return counted(answer, 1 if item.veto else rng.choice((1, 1, 1, 1, 2)))


def _chosen(rng: random.Random, item: Item, answer: Answer) -> Answer:
    assert isinstance(item.rule, ChoiceRule)
    lesser = [at for at, option in enumerate(item.rule.options) if option.points < item.best]
    return chosen(item, answer, rng.choice(lesser)) if lesser else passed(item)


def _measured(rng: random.Random, item: Item, answer: Answer) -> Answer:
    assert isinstance(item.rule, MeasureRule)
    limit = item.rule.limit or 0
    return measured(item, answer, limit + max(ONE, _whole(limit * rng.uniform(0.1, 0.9))))


def _named(rng: random.Random, item: Item, answer: Answer) -> Answer:
    assert isinstance(item.rule, CasesRule)
    return case_counted(item, answer, rng.randrange(len(item.rule.cases)), 1)


def _judged(rng: random.Random, item: Item, answer: Answer) -> Answer:
    assert isinstance(item.rule, RangeRule)
    return judged(item, answer, _whole(rng.uniform(item.rule.least, item.rule.most)))


_SLIPS: dict[type, Slip] = {
    DeductRule: _counted,
    BonusRule: _counted,
    ChoiceRule: _chosen,
    MeasureRule: _measured,
    CasesRule: _named,
    RangeRule: _judged,
}


def _whole(value: float) -> int:
    """Return hundredths rounded to a whole unit: nobody reads half minutes off a watch."""
    return round(value / ONE) * ONE


def _habit(window: str, item: Item) -> float:
    """Return how much more often this window slips here: each has its own few weak spots."""
    return 2.6 if crc32(f"{window}/{item.id}".encode()) % 8 < 2 else 0.45
