"""Which findings there are in the order of their days, and sets of them.

A finding keeps its row, its id, its day and its window, and none is ever taken out: what there was
is known for good. Knows nothing of SQL.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import compress, repeat
from typing import TypeVar

_PART = 10_000
"""Findings that are gone through at once: less than a millisecond with Python's lock."""

_SPARSE = 16
"""Where fewer than one of so many is in a set they are looked for."""

_MOST_WINDOWS = 255
"""Names of windows that are known by a byte; 0 stands for all others."""

_Each = TypeVar("_Each")


@dataclass(slots=True)
class OfDay:
    """Findings of a day by their rows: of each its id, its row and the number of its window."""

    ids: list[str] = field(default_factory=list)
    rows: "array[int]" = field(default_factory=lambda: array("I"))
    windows: bytearray = field(default_factory=bytearray)


@dataclass(frozen=True, slots=True)
class InOrder:
    """Findings by day and row, the first first. A set of them has a byte for each: 1, or 0."""

    until: int = 0  # the last row
    days: tuple[str, ...] = ()
    begins: tuple[int, ...] = ()  # of each day, where its findings begin
    ids: tuple[str, ...] = ()
    rows: "array[int]" = field(default_factory=lambda: array("I"))
    places: "array[int]" = field(default_factory=lambda: array("I", [0]))
    """Of each row, where it stands here."""
    windows: bytes = b""
    window_names: Mapping[str, int] = field(default_factory=dict)

    def add(self, found: bytearray, rows: Iterable[int]) -> None:
        """Put findings into a set by their rows."""
        deque(map(found.__setitem__, map(self.places.__getitem__, rows), repeat(1)), maxlen=0)

    def at_windows(self, names: Collection[str]) -> bytearray:
        """Return the set of those at windows of some names, all of them `window_names`."""
        holds = bytearray(_MOST_WINDOWS + 1)
        for name in names:
            holds[self.window_names[name]] = 1
        return bytearray(self.windows.translate(holds))

    def keep_days(self, found: bytearray, first: date | None, last: date | None) -> None:
        """Take out of a set what is not of some days."""
        if first is not None:
            begin = self._begin(bisect_left(self.days, first.isoformat()))
            found[:begin] = bytes(begin)
        if last is not None:
            end = self._begin(bisect_right(self.days, last.isoformat()))
            found[end:] = bytes(len(found) - end)

    def ids_of(self, found: bytearray, *, descending: bool) -> list[str]:
        """Return the ids of a set, by day and row."""
        ids = _had(self.ids, found)
        if descending:
            ids.reverse()
        return ids

    def rows_of(self, found: bytearray) -> list[int]:
        """Return the rows of a set."""
        return _had(self.rows, found)

    def with_more(
        self, until: int, more: Mapping[str, OfDay], window_names: Mapping[str, int]
    ) -> "InOrder":
        """Return them with others, by day, whose rows are above all that are known."""
        cut = bisect_left(self.days, min(more))
        stays = self._begin(cut)
        days, begins = list(self.days[:cut]), list(self.begins[:cut])
        ids, rows, places = list(self.ids[:stays]), self.rows[:stays], self.places[:]
        windows = bytearray(self.windows[:stays])
        places.frombytes(bytes((until - self.until) * places.itemsize))
        behind = {day: at for at, day in enumerate(self.days[cut:], cut)}
        for day in sorted({*behind, *more}):
            days.append(day)
            begins.append(len(ids))
            if day in behind:
                own = slice(self.begins[behind[day]], self._begin(behind[day] + 1))
                ids += self.ids[own]
                rows += self.rows[own]
                windows += self.windows[own]
            if day in more:
                ids += more[day].ids
                rows += more[day].rows
                windows += more[day].windows
        for begin in range(stays, len(rows), _PART):
            part = rows[begin : begin + _PART]
            deque(map(places.__setitem__, part, range(begin, begin + len(part))), maxlen=0)
        return InOrder(
            until, tuple(days), tuple(begins), tuple(ids), rows, places, bytes(windows),
            window_names,
        )  # fmt: skip

    def _begin(self, day: int) -> int:
        return self.begins[day] if day < len(self.days) else len(self.ids)


def numbered_windows(known: Mapping[str, int], names: Iterable[str]) -> dict[str, int]:
    """Return the numbers of windows' names, with those of others as far as there are numbers."""
    numbers = dict(known)
    for name in names:
        if name not in numbers and len(numbers) < _MOST_WINDOWS:
            numbers[name] = len(numbers) + 1
    return numbers


def both(one: bytearray, other: bytearray) -> bytearray:
    """Return what is in each of two sets."""
    common = int.from_bytes(one, "little") & int.from_bytes(other, "little")
    return bytearray(common.to_bytes(len(one), "little"))


def _had(each: Sequence[_Each], found: bytearray) -> list[_Each]:
    """Return what a set has of something that findings have in their order."""
    if found.count(1) * _SPARSE < len(found):
        return [each[one.start()] for one in re.finditer(b"\1", found)]
    had: list[_Each] = []
    for begin in range(0, len(found), _PART):
        had += compress(each[begin : begin + _PART], found[begin : begin + _PART])
    return had
