"""Which training is suggested: what fails most and what comes back, by group and drill.

The rule, which the paper prints: an item counts once for each window it was found wrong at, and
once more where it came back (found before at the window, or reopened). What a group got wrong is
put together by the drill that fits; from `LEAST` on it is suggested, the heaviest first.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from inspector.domain.checklist.points import Hundredths, round_half_up
from inspector.domain.training.lesson import Lesson
from inspector.domain.training.training_facts import (
    AskedFact,
    Group,
    Grouping,
    WrongFact,
    group_of,
)

LEAST = 3
"""Weight from which on training is suggested: one mistake is put right, not trained."""

FOR_MEETING = 3
"""Lines of the day's work that a morning meeting has room for."""

EXAMPLES = 2


@dataclass(frozen=True, slots=True)
class Counted:
    """How often something was judged, and how often it was wrong."""

    judged: int = 0
    wrong: int = 0

    def __add__(self, other: "Counted") -> "Counted":
        return Counted(self.judged + other.judged, self.wrong + other.wrong)

    @property
    def rate(self) -> Hundredths | None:
        """Wrong of judged in hundredths of a percent, rounded half up once; None of nothing."""
        if not self.judged:
            return None
        return round_half_up(Fraction(self.wrong * 10_000, self.judged))


@dataclass(frozen=True, slots=True)
class Example:
    """One time that it was found wrong, as anybody may be told of it."""

    text: str
    site_name: str
    window_number: str
    day: date


@dataclass(frozen=True, slots=True)
class TrainedItem:
    """An item that a suggestion rests on."""

    lesson: Lesson
    counted: Counted
    again: int  # of those wrong: came back
    windows: int
    examples: tuple[Example, ...]  # newest first

    @property
    def weight(self) -> int:
        """What it adds to the weight of its suggestion."""
        return self.counted.wrong + self.again


_SET = re.compile(r"（\d+/\d+）$")


@dataclass(frozen=True, slots=True)
class TrainingKey:
    """What makes two suggestions the same."""

    group: Group
    pack_id: str
    topic: str

    @property
    def identity(self) -> tuple[str, ...]:
        """What it is known by, also once the site has another name."""
        return (*self.group.identity, self.pack_id, self.topic)

    @property
    def practised(self) -> str:
        """The topic in words: without which of a meeting's sets of phrases it is, （1/3）."""
        return _SET.sub("", self.topic)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a group should train, and what that rests on; `items` are the heaviest first."""

    key: TrainingKey
    items: tuple[TrainedItem, ...]

    @property
    def counted(self) -> Counted:
        """All its items together: each item at each window counts."""
        return sum((item.counted for item in self.items), Counted())

    @property
    def again(self) -> int:
        """How many of those wrong came back."""
        return sum(item.again for item in self.items)

    @property
    def weight(self) -> int:
        """How much it matters."""
        return sum(item.weight for item in self.items)

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps of the drill that fits; none where no drill is made of its items."""
        return self.items[0].lesson.steps


@dataclass(slots=True)
class _Heap:
    """What is put together of one item in one group."""

    judged: int = 0
    wrong: dict[str, WrongFact] = field(default_factory=dict)  # by scorecard


def suggestions(
    asked: Iterable[AskedFact],
    wrong: Iterable[WrongFact],
    grouping: Grouping,
    lessons: Mapping[tuple[str, str], Lesson],
) -> tuple[Suggestion, ...]:
    """Return what should be trained, the weightiest first.

    `lessons` are by pack and item; of an item without one nothing is suggested. Of the same weight
    what was wrong more often comes first, then by group and topic.
    """
    heaps: dict[tuple[Group, str, str], _Heap] = defaultdict(_Heap)
    for fact in wrong:
        group = group_of(fact.place, grouping)
        if group is not None and (fact.pack_id, fact.item_id) in lessons:
            own = heaps[group, fact.pack_id, fact.item_id].wrong
            before = own.get(fact.scorecard_id)
            is_again = fact.is_again or (before is not None and before.is_again)
            own[fact.scorecard_id] = fact._replace(is_again=is_again)
    for each in asked:
        group = group_of(each.place, grouping)
        if group is not None and (group, each.pack_id, each.item_id) in heaps:
            heaps[group, each.pack_id, each.item_id].judged += each.judged
    found: dict[TrainingKey, list[TrainedItem]] = defaultdict(list)
    for (group, pack_id, item_id), heap in heaps.items():
        lesson = lessons[pack_id, item_id]
        found[TrainingKey(group, pack_id, lesson.topic)].append(_item(lesson, heap))
    made = (
        Suggestion(key, tuple(sorted(items, key=lambda i: (-i.weight, i.lesson.place))))
        for key, items in found.items()
    )
    return tuple(
        sorted(
            (each for each in made if each.weight >= LEAST),
            key=lambda s: (-s.weight, -s.counted.wrong, s.key.group, s.key.pack_id, s.key.topic),
        )
    )


def _item(lesson: Lesson, heap: _Heap) -> TrainedItem:
    facts = sorted(heap.wrong.values(), key=lambda fact: (fact.day, fact.scorecard_id))[::-1]
    return TrainedItem(
        lesson,
        Counted(max(heap.judged, len(facts)), len(facts)),
        sum(fact.is_again for fact in facts),
        len({(fact.place.site_id, fact.window_number) for fact in facts}),
        tuple(
            Example(fact.text, fact.place.site_name, fact.window_number, fact.day)
            for fact in facts[:EXAMPLES]
        ),
    )
