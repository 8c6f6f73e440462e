"""How much of what was asked has been observed (覆盖): beside every score (DESIGN §6)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector.domain.checklist.points import ONE, Hundredths
from inspector.domain.visit.inspection import Answers, Verdict

if TYPE_CHECKING:
    from inspector.domain.checklist.checklist import Item


@dataclass(frozen=True, slots=True)
class Coverage:
    """`observed` of the `asked` items; what does not apply is among neither."""

    observed: int = 0
    asked: int = 0

    def __add__(self, other: "Coverage") -> "Coverage":
        return Coverage(self.observed + other.observed, self.asked + other.asked)

    @property
    def percent(self) -> Hundredths:
        """In hundredths of a percent, rounded down: 79.999 % is not 80 %. Of nothing: all."""
        return self.observed * 100 * ONE // self.asked if self.asked else 100 * ONE

    def enough(self, percent: int) -> bool:
        """Tell that at least so many percent were observed (`Policy.ranked_from`)."""
        return self.observed * 100 >= percent * self.asked

    def lacking(self, percent: int) -> int:
        """Return how many more of what is asked have to be observed to reach so many percent."""
        return max(0, -(-percent * self.asked // 100) - self.observed)


def coverage_together(parts: Iterable[Coverage | None]) -> Coverage | None:
    """Return the coverage of several visits or scorecards; None: none of them kept it."""
    kept = [part for part in parts if part is not None]
    return sum(kept, Coverage()) if kept else None


def coverage_of(asked: "Iterable[Item]", answers: Answers) -> Coverage:
    """Return how much of `asked` was observed; a bonus is nothing that has to be.

    `asked` are the items of the unadapted checklist: what a site switched off is not observed.
    """
    observed = counted = 0
    for item in asked:
        if item.is_bonus:
            continue
        answer = answers.get(item.id)
        if answer is not None and answer.verdict is Verdict.NOT_APPLICABLE:
            continue
        counted += 1
        observed += answer is not None and answer.verdict is not Verdict.UNSEEN
    return Coverage(observed, counted)
