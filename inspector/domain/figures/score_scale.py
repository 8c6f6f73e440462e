"""The scale that scores of a summary are drawn on: the same in every period, broken below.

It is chosen by the grades of the checklists, never by the scores: two months can be compared.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from inspector.domain.checklist.checklist import Grade
from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.checklist.points import ONE, Hundredths

TOP: Hundredths = 100 * ONE
_STEP = 10 * ONE


@dataclass(frozen=True, slots=True)
class ScoreScale:
    """From `floor` to 100, in hundredths of a percent of a whole scorecard.

    What is less than `floor` stands left of the break; nothing is more than its right end.
    """

    floor: Hundredths

    def place(self, percent: Hundredths) -> float | None:
        """Return where a score stands, from 0 to 1; None: left of the break."""
        if percent < self.floor:
            return None
        # A place in a drawing, not a score: it may be a float.
        return min((percent - self.floor) / (TOP - self.floor), 1.0)


def grade_bounds(pack: PackFamily, grades: Sequence[Grade]) -> tuple[Hundredths, ...]:
    """Return the scores at which a grade of a pack begins, highest first, as on a scale."""
    return tuple(pack.percent(grade.lower) for grade in grades if grade.lower > 0)


def score_scale(bounds: Iterable[Sequence[Hundredths]]) -> ScoreScale:
    """Return the scale on which all `bounds`, those of one pack each, have their place.

    It begins at the ten that is at least five below the lowest: not everything below is the break.
    """
    lowest = min((min(own) for own in bounds if own), default=TOP)
    return ScoreScale(max((lowest - _STEP // 2) // _STEP * _STEP, 0))


def needs_attention(place: int, count: int) -> bool:
    """Tell whether a grade, by its place from the best, 0, of so many, is to catch the eye.

    Neither the best nor the next, which is good as well; of two, the worse one.
    """
    return place > 0 and (place > 1 or place == count - 1)
