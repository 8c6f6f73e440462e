"""Where pages end, so that no page has a header and a signature, and nothing between them.

Programs break pages between rows and heed no wish where a sheet is fitted to the page's width. But
a few points more for each row let the last rows of a table go over with what stands below it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

MOST_GROWTH = 8.0
"""Points that a row may grow by, where a table does not say otherwise."""

_STEP = 0.5  # points
_COMPANY = 2  # rows that a page should have at least: one alone looks forgotten
_CAPACITIES = (1.03, 1.015, 1.0, 0.985, 0.97)
"""Of a page, by the width that programs give to columns: where they end is not known exactly."""

_SURE = 0.92
"""Of a page: what ends there is on it in every program."""


@dataclass(frozen=True, slots=True)
class PageRoom:
    """Points of a page for rows, and of the rows that are repeated above those of each but it."""

    capacity: float
    repeated: float


def rows_at_the_end(
    heights: Sequence[float], in_table: Sequence[bool], room: PageRoom
) -> tuple[int, int]:
    """Return the pages that rows take, and how many rows of the table are on the last one."""
    pages, used, told = 1, 0.0, 0
    for height, of_table in zip(heights, in_table, strict=True):
        if used + height > room.capacity and used:
            pages, used, told = pages + 1, room.repeated, 0
        used += height
        told += of_table
    return pages, told


def growth(
    heights: Sequence[float],
    in_table: Sequence[bool],
    room: PageRoom,
    held: int,
    most: float = MOST_GROWTH,
) -> float:
    """Return by how many points table rows have to grow for some to be on the last page.

    Two at least if that can be, else one. Only rows from place `held` on can grow, by `most` at
    the most. 0 where all is well, or nothing helps.
    """

    def is_well(extra: float, least: int) -> bool:
        grown = [
            height + extra if place >= held and of_table else height
            for place, (height, of_table) in enumerate(zip(heights, in_table, strict=True))
        ]
        for share in _CAPACITIES:
            own = PageRoom(room.capacity * share, room.repeated)
            pages, told = rows_at_the_end(grown, in_table, own)
            if pages > 1 and told < least:
                return False
        return True

    if not any(in_table):
        return 0.0
    steps = [step * _STEP for step in range(round(most / _STEP) + 1)]
    tried = ((step, least) for least in (_COMPANY, 1) for step in steps)
    return next((step for step, least in tried if is_well(step, least)), 0.0)


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
