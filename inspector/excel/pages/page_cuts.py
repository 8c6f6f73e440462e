"""Where a sheet is cut into pages, and at which scale: as LibreOffice cuts it.

The scale is the largest whole percentage at which the sheet fits the pages that it asks for. A row
stands whole on one page unless it is higher than one.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

LEAST_SCALE = 10
"""Percent."""

_A_LITTLE = 0.98

_SLACK = 0.05  # points that a sum of lengths may be wrong by


@dataclass(frozen=True, slots=True)
class Run:
    """Rows or columns, from 1, that follow each other."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Axis:
    """What is printed along one direction: rows or columns.

    `size` tells how long each is, `repeated` are those that stand on every page behind them, and
    before those in `breaks` a page begins.
    """

    run: Run
    size: Callable[[int], float]
    repeated: Run | None = None
    breaks: frozenset[int] = frozenset()

    def length(self, run: Run | None) -> float:
        """Return how long some of them are together."""
        return sum(map(self.size, range(run.first, run.last + 1))) if run else 0.0

    def repeats_before(self, first: int) -> Run | None:
        """Return what is repeated on a page that begins with `first`."""
        repeated = self.repeated
        return repeated if repeated is not None and repeated.last < first else None

    def cut(self, room: float, *, breaks: bool = True) -> list[Run]:
        """Return what stands on each page, where a page has `room` points.

        Without `breaks` a page begins only where the one before is full.
        """
        runs: list[Run] = []
        first, used = self.run.first, 0.0
        for number in range(self.run.first, self.run.last + 1):
            size = self.size(number)
            begins = breaks and number in self.breaks
            if number > first and (begins or used + size > room + _SLACK):
                runs.append(Run(first, number - 1))
                first, used = number, self.length(self.repeats_before(number))
            used += size
        runs.append(Run(first, self.run.last))
        return runs


@dataclass(frozen=True, slots=True)
class Fit:
    """How many pages a sheet asks to be, wide and high; 0: as many as it takes."""

    wide: int
    high: int


def cut_pages(
    rows: Axis,
    columns: Axis,
    room: Callable[[int], tuple[float, float]],
    scale: int,
    fit: Fit | None,
) -> tuple[int, Sequence[tuple[Run, Run]]]:
    """Return the scale in percent and the rows and columns of each page, from top to bottom first.

    `room` tells how wide and high the body of a page is at a scale; `scale` counts where nothing
    has to `fit`.
    """

    def cut(percent: int) -> tuple[list[Run], list[Run]]:
        wide, high = (100 * points / percent for points in room(percent))
        # A direction that is fitted to pages has no breaks of its own.
        return (
            rows.cut(high, breaks=not (fit and fit.high)),
            columns.cut(wide, breaks=not (fit and fit.wide)),
        )

    def fits(percent: int) -> bool:
        down, along = cut(percent)
        assert fit is not None
        return (not fit.wide or len(along) <= fit.wide) and (not fit.high or len(down) <= fit.high)

    if fit is not None:
        scale = 100
        if not fits(100):
            low, high = LEAST_SCALE, 100  # the first is taken, fitting or not
            while high - low > 1:
                middle = (low + high) // 2
                low, high = (middle, high) if fits(middle) else (low, middle)
            scale = low
        down, _ = cut(scale)
        smaller = int(scale * _A_LITTLE)
        # A little smaller, an almost empty last page is saved: nobody misses it.
        if fit.wide and not fit.high and len(down) > 1 and len(cut(smaller)[0]) < len(down):
            scale = smaller
    down, along = cut(scale)
    return scale, [(row, column) for column in along for row in down]
