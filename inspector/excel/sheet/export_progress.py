"""How a long export tells how far it is."""

from collections.abc import Callable
from typing import TypeAlias

Progress: TypeAlias = Callable[[int, int], None]
"""Is told how much of how much is done; what it raises stops the writing."""


def unheard(done: int, total: int) -> None:
    """Nobody wants to know."""


_PARTS = 1000
"""Of the whole: a percent is told of long exports several times."""


def part_of(progress: Progress, begin: float, end: float) -> Progress:
    """Return what hears of a part of an export: from `begin` to `end` of the whole, which is 1."""

    def hear(done: int, total: int) -> None:
        share = done / total if total else 1.0
        progress(round(_PARTS * (begin + (end - begin) * share)), _PARTS)

    return hear


def growing(progress: Progress) -> Progress:
    """Return what never tells of less than before; parts of a paper may be made in any order."""
    most = 0.0

    def hear(done: int, total: int) -> None:
        nonlocal most
        most = max(most, done / total if total else 0.0)
        progress(round(_PARTS * most), _PARTS)

    return hear
