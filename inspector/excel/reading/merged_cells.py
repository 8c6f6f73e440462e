"""Which cell speaks for a cell that is part of a merged area."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping
from typing import TypeAlias

from inspector.excel.reading.plain_sheets import Cell, Row, Sheet

Position: TypeAlias = tuple[int, int]
"""Row and column, from 1."""


class MergedCells:
    """The cells of some columns of a sheet, with merged areas resolved.

    A value counts for all rows of its area, but only in the leftmost column: a name merged over
    several columns is a caption, and says nothing about the other columns.
    """

    def __init__(self, sheet: Sheet, columns: Collection[int]) -> None:
        self._cells: Mapping[Position, Cell] = {
            (row.number, column): cell for row in sheet.rows for column, cell in row.cells.items()
        }
        self._speaker: dict[Position, Position | None] = {}
        numbers = [row.number for row in sheet.rows]
        for area in sheet.merged:
            covered = [column for column in columns if area.left <= column <= area.right]
            first, end = bisect_left(numbers, area.top), bisect_right(numbers, area.bottom)
            for number in numbers[first:end] if covered else ():
                for column in covered:
                    self._cover(number, column, area.top, area.left)

    def _cover(self, row: int, column: int, top: int, left: int) -> None:
        if (row, column) != (top, left):
            self._speaker[row, column] = (top, left) if column == left else None

    def own(self, row: Row) -> dict[int, Cell]:
        """Return the cells of a row that show something themselves."""
        return {c: cell for c, cell in row.cells.items() if (row.number, c) not in self._speaker}

    def continues(self, row: int, column: int) -> bool:
        """Tell whether what counts at a place stands in a row above it."""
        position = self._speaker.get((row, column))
        return position is not None and position[0] != row

    def at(self, row: int, column: int) -> Cell | None:
        """Return what counts at a place, possibly from the top of its area."""
        position = self._speaker.get((row, column), (row, column))
        return None if position is None else self._cells.get(position)
