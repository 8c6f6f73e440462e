"""Ranks: equal scores share one (1, 2, 2, 4); vetoed come below every unvetoed (DESIGN §6)."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from inspector.domain.checklist.points import Hundredths

T = TypeVar("T")


def ranked(
    entries: Iterable[T],
    score_of: Callable[[T], Hundredths | None],
    vetoed: Callable[[T], bool],
) -> list[tuple[int | None, T]]:
    """Return the entries best first, each with its rank; without a score: last and unranked."""

    def standing(entry: T) -> tuple[bool, bool, int]:
        score = score_of(entry)
        return (score is None, vetoed(entry), -(score or 0))

    ordered = sorted(entries, key=standing)
    result: list[tuple[int | None, T]] = []
    for position, entry in enumerate(ordered, 1):
        if score_of(entry) is None:
            result.append((None, entry))
        elif result and standing(result[-1][1]) == standing(entry):
            result.append((result[-1][0], entry))
        else:
            result.append((position, entry))
    return result
