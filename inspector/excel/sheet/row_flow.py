"""The rows of a sheet on their way into it: the last ones wait until it is known where it ends."""

from collections import deque
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from inspector.excel.sheet.page_filling import PageRoom, ends_on_the_first_page, growth
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
    of_table: bool


class RowFlow:
    """Appends rows to a sheet, whose heights have to be known before."""

    def __init__(self, sheet: "Worksheet") -> None:
        self._sheet = sheet
        self._heights: list[float] = []
        self._in_table: list[bool] = []
        self._held: deque[_Row] = deque()

    def add(self, cells: Sequence["Cell | None"], height: float, *, of_table: bool) -> None:
        """Take a row of `height` points; those of the table may grow a little."""
        self._heights.append(height)
        self._in_table.append(of_table)
        self._held.append(_Row(len(self._heights), cells, height, of_table))
        if len(self._held) > _HELD:
            self._write(self._held.popleft(), 0)

    def height(self, first: int, last: int) -> float:
        """Return the points of rows, from 1, both included."""
        return sum(self._heights[first - 1 : last])

    def end(self, room: PageRoom | None) -> bool:
        """Write what is held; with a `room`, so that no page has a head and a foot alone.

        Tell whether only what stands below the table goes on to other pages.
        """
        held = len(self._heights) - len(self._held)
        extra = growth(self._heights, self._in_table, room, held) if room else 0.0
        while self._held:
            row = self._held.popleft()
            self._write(row, extra if row.of_table else 0.0)
        return room is not None and ends_on_the_first_page(
            self._heights, self._in_table, room, extra
        )

    def _write(self, row: _Row, extra: float) -> None:
        self._sheet.row_dimensions[row.number].height = min(row.height + extra, HIGHEST_ROW)
        self._sheet.append(list(row.cells))
