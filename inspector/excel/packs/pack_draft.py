"""A pack while its workbook is read: the tables so far, where each value stands, what is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, TypeVar

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.table_values import Path, shown
from inspector.domain.faults import Fault, Problem

Known = TypeVar("Known")


@dataclass(frozen=True, slots=True, order=True)
class SheetCell:
    """A cell, in reading order; `place` is how people say it."""

    sheet: int
    row: int
    column: int
    place: str = field(compare=False)


class Draft:
    """The plain tables of a pack being put together."""

    def __init__(self) -> None:
        self.tables: dict[str, Any] = {
            "pack": {"weights": {}, "window_kind": []},
            **{category.value: {"item": []} for category in Category},
        }
        self.refused: list[tuple[SheetCell, Problem]] = []
        self.ignored_columns: list[str] = []
        self.absent: set[SheetCell] = set()  # of sheets that are told of once, together
        self._sheet_cells: dict[Path, SheetCell] = {}
        self._merged: set[Path] = set()
        self._typed: dict[Path, str] = {}

    def put(self, path: Path, value: object) -> None:
        """Put a value at a path of keys and list positions; lists grow one by one."""
        target: Any = self.tables
        for step, following in pairwise(path):
            empty: Any = [] if isinstance(following, int) else {}
            if isinstance(step, str):
                target = target.setdefault(step, empty)
                continue
            if step == len(target):
                target.append(empty)
            target = target[step]
        target[path[-1]] = value

    def at(self, path: Path) -> Any:  # noqa: ANN401 -- whatever was put there
        """Return the value at a path."""
        value: Any = self.tables
        for step in path:
            value = value[step]
        return value

    def stands(self, path: Path, where: SheetCell) -> None:
        """Note where the value at `path` stands, or would."""
        self._sheet_cells[path] = where

    def merged(self, path: Path) -> None:
        """Note that the value at `path` stands in a merged cell which begins in a row above."""
        self._merged.add(path)

    def is_merged(self, path: Path) -> bool:
        """Tell whether it does."""
        return path in self._merged

    def typed(self, path: Path, text: str) -> None:
        """Note what somebody typed for the value at `path`, which is a part of its cell."""
        self._typed[path] = text

    def refuse(self, where: SheetCell, fault: Fault, found: str = "", expected: str = "") -> None:
        """Note a problem of a cell or of a sheet."""
        self.refused.append((where, Problem(where.place, fault, shown(found), expected)))

    def ignore(self, sheet: str, text: str) -> None:
        """Note a column or a line that nobody reads."""
        words = " ".join(text.split())
        if words:
            self.ignored_columns.append(f"{sheet}：{words}")

    def spot_of(self, path: Path) -> SheetCell:
        """Return where the value at `path` stands: the cell of the nearest thing known."""
        return _nearest(self._sheet_cells, path)

    def lines_of(self, path: Path) -> list[str]:
        """Return the lines of the cell whose rows are the list at `path`."""
        return [line for known, line in self._typed.items() if known[:-1] == path]

    def typed_at(self, path: Path) -> str:
        """Return the line that the value at `path` was read from; '' where none is known."""
        above = (path[:length] for length in range(len(path), 0, -1))
        return next((self._typed[steps] for steps in above if steps in self._typed), "")


def _nearest(known: Mapping[Path, Known], path: Path) -> Known:
    above = (path[:length] for length in range(len(path), 0, -1))
    return next(known[steps] for steps in above if steps in known)
