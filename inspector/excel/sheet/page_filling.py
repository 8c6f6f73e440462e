"""Where pages end, so that no page has a header and a signature, and nothing between them.

Programs break pages between rows and heed no wish where a sheet is fitted to the page's width. But
a few points more for each row let the last rows of a table go over with what stands below it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

MOST_GROWTH = 8.0
"""Points that a row may grow by, where a table does not say otherwise."""

_STEP = 0.5  # points
_COMPANY = 2  # rows that a page should have at least: one alone looks forgotten
_CAPACITIES = (1.0, 1.03, 1.015, 0.985, 0.97)
"""Of a page, by the width that programs give to columns: where they end is not known exactly."""

_LIKELIEST = 0  # its place among them

_SURE = 0.92
"""Of a page: what ends there is on it in every program."""


@dataclass(frozen=True, slots=True)
class PageRoom:
    """Points of a page for rows, and of the rows that are repeated above those of each but it."""

    capacity: float
    repeated: float


class PageFill(NamedTuple):
    """How far pages are filled: their number, points and rows of the table on the last one."""

    pages: int = 1
    used: float = 0.0
    told: int = 0


_EMPTY = PageFill()


def filled(
    heights: Iterable[float],
    in_table: Iterable[bool],
    room: PageRoom,
    before: PageFill = _EMPTY,
) -> PageFill:
    """Return how far pages are filled by rows behind what stands there `before`."""
    pages, used, told = before
    for height, of_table in zip(heights, in_table, strict=True):
        if used + height > room.capacity and used:
            pages, used, told = pages + 1, room.repeated, 0
        used += height
        told += of_table
    return PageFill(pages, used, told)


def growth(
    heights: Sequence[float],
    in_table: Sequence[bool],
    room: PageRoom,
    held: int,
    most: float = MOST_GROWTH,
) -> float:
    """Return by how many points table rows have to grow for some to be on the last page.

    Two at least if that can be, else one; where pages may end at several places, at as many of
    them as can be. Only rows from place `held` on can grow, by `most` at the most. 0 where all is
    well, or nothing helps.
    """
    rooms = [PageRoom(room.capacity * share, room.repeated) for share in _CAPACITIES]
    before = [filled(heights[:held], in_table[:held], each) for each in rooms]
    last, told = heights[held:], in_table[held:]

    def goodness(extra: float) -> tuple[int, int]:
        """Tell the rows in company: where pages most likely end, and wherever they may end."""
        grown = [height + extra * of_table for height, of_table in zip(last, told, strict=True)]
        ends = [filled(grown, told, *each) for each in zip(rooms, before, strict=True)]
        good = [_COMPANY if end.pages == 1 else min(end.told, _COMPANY) for end in ends]
        return good[_LIKELIEST], sum(good) if good[_LIKELIEST] else 0

    best, reached = 0.0, goodness(0.0)
    for step in range(1, round(most / _STEP) + 1):
        if reached[1] == _COMPANY * len(rooms):
            break
        if (good := goodness(step * _STEP)) > reached:
            best, reached = step * _STEP, good
    return best


def ends_on_the_first_page(
    heights: Sequence[float], in_table: Sequence[bool], room: PageRoom, extra: float = 0.0
) -> bool:
    """Tell whether a table that grew by `extra` is on the first page, and what follows it is not.

    Its header would then be repeated above notes, and above nothing of the table.
    """
    if not any(in_table):
        return False
    grown = [height + extra * told for height, told in zip(heights, in_table, strict=True)]
    last = len(in_table) - list(in_table)[::-1].index(True)
    return sum(grown[:last]) <= room.capacity * _SURE and sum(grown) > room.capacity
