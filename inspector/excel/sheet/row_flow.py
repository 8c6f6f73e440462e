"""The rows of a sheet on their way into it: the last ones wait until it is known where it ends."""

from collections import deque
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from inspector.excel.sheet.page_filling import (
    MOST_GROWTH,
    PageRoom,
    ends_on_the_first_page,
    growth,
)
from inspector.excel.sheet.row_height import HIGHEST_ROW

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_HELD = 60
"""Rows: more than a page has, and few enough for memory."""


class _Row(NamedTuple):
    number: int
    cells: Sequence["Cell | None"]
    height: float
    is_body: bool


class RowFlow:
    """Appends rows to a sheet, whose heights have to be known before."""

    def __init__(self, sheet: "Worksheet") -> None:
        self._sheet = sheet
        self._heights: list[float] = []
        self._in_table: list[bool] = []
        self._in_body: list[bool] = []
        self._held: deque[_Row] = deque()

    def add(
        self,
        cells: Sequence["Cell | None"],
        height: float,
        *,
        of_table: bool,
        goes_along: bool = False,
    ) -> None:
        """Take a row of `height` points; those of the table may grow a little.

        So may a line below it that `goes_along`: with it on a page, a foot is not alone there.
        """
        is_body = of_table or goes_along
        self._heights.append(height)
        self._in_table.append(of_table)
        self._in_body.append(is_body)
        self._held.append(_Row(len(self._heights), cells, height, is_body))
        if len(self._held) > _HELD:
            self._write(self._held.popleft(), 0)

    def height(self, first: int, last: int) -> float:
        """Return the points of rows, from 1, both included."""
        return sum(self._heights[first - 1 : last])

    def used(self, room: PageRoom) -> float:
        """Return the points of the page in front that the rows until now take."""
        used = 0.0
        for height in self._heights:
            if used and used + height > room.capacity:
                used = room.repeated
            used += height
        return used

    def end(self, room: PageRoom | None, most: float = MOST_GROWTH) -> bool:
        """Write what is held; with a `room`, so that no page has a head and a foot alone.

        Rows grow by `most` points at the most.
        Tell whether only what stands below the table goes on to other pages.
        """
        held = len(self._heights) - len(self._held)
        extra = growth(self._heights, self._in_body, room, held, most) if room else 0.0
        while self._held:
            row = self._held.popleft()
            self._write(row, extra if row.is_body else 0.0)
        grown = [
            h + extra * is_body for h, is_body in zip(self._heights, self._in_body, strict=True)
        ]
        return room is not None and ends_on_the_first_page(grown, self._in_table, room)

    def _write(self, row: _Row, extra: float) -> None:
        self._sheet.row_dimensions[row.number].height = min(row.height + extra, HIGHEST_ROW)
        self._sheet.append(list(row.cells))
