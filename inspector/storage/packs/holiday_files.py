"""Holidays as TOML, one file a year, after the yearly notice of the State Council: those that
ship, and those of a later year that the user takes in.
"""

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, TypeGuard

from inspector.domain.checklist.table_values import Path as KeyPath
from inspector.domain.days.holiday_arrangement import MOST_DAYS, Arrangement, Placed, arranged
from inspector.domain.days.workdays import DayKind, SpecialDay
from inspector.domain.errors import (
    CannotReadError,
    Fault,
    FaultyFileError,
    NotFoundError,
    Problem,
)
from inspector.paths import refuse_special
from inspector.storage.packs.toml_lines import line_numbers, line_of

_YEARS = (2000, 2099)

LARGEST_FILE = 100_000
"""Bytes of a file: those that ship have one."""


@cache
def shipped_holidays(folder: Path) -> tuple[SpecialDay, ...]:
    """Return the days of every year below `folder`, in order."""
    days: list[SpecialDay] = []
    for path in sorted(folder.glob("*.toml")):
        for holiday in tomllib.loads(path.read_text("utf-8"))["holiday"]:
            name: str = holiday["name"]
            first: date = holiday["from"]
            count = (holiday["to"] - first).days + 1
            days += [SpecialDay(first + timedelta(days=n), DayKind.OFF, name) for n in range(count)]
            days += [SpecialDay(day, DayKind.WORK, name) for day in holiday.get("worked", [])]
    return tuple(sorted(days, key=lambda special: special.day))


@cache
def shipped_notices(folder: Path) -> dict[int, date]:
    """Return by year the day of the notice that its holidays come from."""
    return {
        int(path.stem): tomllib.loads(path.read_text("utf-8"))["notice"]
        for path in sorted(folder.glob("*.toml"))
    }


def read_arrangement(path: Path) -> Arrangement:
    """Read the arrangement of one year from a TOML file in the form of those that ship.

    Raises FaultyFileError with every problem as `file:line`, NotFoundError or CannotReadError.
    """
    text = _text_of(path)
    problems: list[Problem] = []
    table: dict[str, Any] = {}
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        problems.append(Problem(path.name, Fault.UNREADABLE, str(error)))
    reader = _Reader(path.name, line_numbers(text) if table else {}, problems)
    placed = [day for n, each in reader.tables(table) for day in reader.days(each, n)]
    notice = reader.day(table, "notice", ()) if "notice" in table else None
    reader.unknown(table, ("notice", "holiday"), ())
    arrangement, wrong = arranged(placed, notice, path.name)
    if problems or wrong or not placed:
        if not (problems or placed):
            problems.append(Problem(path.name, Fault.MISSING, expected="[[holiday]]"))
        raise FaultyFileError(path.name, [*problems, *(wrong if placed else ())])
    return arrangement


class _Reader:
    """Reads the tables of one file; what is wrong goes to `problems`, with its line."""

    def __init__(self, name: str, lines: dict[KeyPath, int], problems: list[Problem]) -> None:
        self._name, self._lines, self._problems = name, lines, problems

    def tables(self, table: dict[str, Any]) -> Iterator[tuple[int, dict[str, Any]]]:
        """Yield the holidays, each with its place in the list."""
        held = table.get("holiday", [])
        if not isinstance(held, list):
            self._wrong(("holiday",), Fault.NOT_A_LIST)
            return
        for number, each in enumerate(held):
            if isinstance(each, dict):
                yield number, each
            else:
                self._wrong(("holiday", number), Fault.NOT_A_TABLE)

    def days(self, holiday: dict[str, Any], number: int) -> Iterator[Placed]:
        """Yield the days of a holiday, and those worked in exchange."""
        at: KeyPath = ("holiday", number)
        self.unknown(holiday, ("name", "from", "to", "worked"), at)
        name = holiday.get("name", "")
        if not isinstance(name, str) or not name.strip():
            self._wrong((*at, "name"), Fault.MISSING, expected="name")
            name = ""
        first, last = self.day(holiday, "from", at), self.day(holiday, "to", at)
        if first and last:
            count = (last - first).days + 1
            if 0 < count <= MOST_DAYS:
                for n in range(count):
                    special = SpecialDay(first + timedelta(days=n), DayKind.OFF, name.strip())
                    yield Placed(special, self._place((*at, "from")))
            else:
                self._wrong((*at, "to"), Fault.OUT_OF_RANGE, last.isoformat(), f"≥ {first}")
        worked = holiday.get("worked", [])
        if not isinstance(worked, list):
            self._wrong((*at, "worked"), Fault.NOT_A_LIST)
            return
        for each in worked[:MOST_DAYS]:
            if self._is_sane(each, (*at, "worked")):
                special = SpecialDay(each, DayKind.WORK, name.strip())
                yield Placed(special, self._place((*at, "worked")))

    def day(self, table: dict[str, Any], key: str, at: KeyPath) -> date | None:
        """Return the day that a key says."""
        value = table.get(key)
        if value is None:
            self._wrong((*at, key), Fault.MISSING, expected=key)
        elif self._is_sane(value, (*at, key)):
            return value
        return None

    def _is_sane(self, value: object, at: KeyPath) -> TypeGuard[date]:
        if type(value) is not date:
            self._wrong(at, Fault.NOT_A_DATE, str(value), "2027-01-01")
            return False
        if not _YEARS[0] <= value.year <= _YEARS[1]:
            self._wrong(at, Fault.OUT_OF_RANGE, value.isoformat(), f"{_YEARS[0]}–{_YEARS[1]}")
            return False
        return True

    def unknown(self, table: dict[str, Any], keys: tuple[str, ...], at: KeyPath) -> None:
        """Name the keys that mean nothing."""
        for key in table:
            if key not in keys:
                self._wrong((*at, key), Fault.UNKNOWN_KEY, key, ", ".join(keys))

    def _wrong(self, at: KeyPath, fault: Fault, found: str = "", expected: str = "") -> None:
        self._problems.append(Problem(self._place(at), fault, found, expected))

    def _place(self, at: KeyPath) -> str:
        return f"{self._name}:{line_of(self._lines, at)}"


def _text_of(path: Path) -> str:
    try:
        refuse_special(path)
        with path.open("rb") as file:
            held = file.read(LARGEST_FILE + 1)
    except FileNotFoundError as error:
        raise NotFoundError(path) from error
    except OSError as error:
        raise CannotReadError(path, error.strerror or str(error)) from error
    if len(held) > LARGEST_FILE:
        problem = Problem(path.name, Fault.TOO_LONG, expected=str(LARGEST_FILE))
        raise FaultyFileError(path.name, [problem])
    try:
        return held.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FaultyFileError(
            path.name, [Problem(path.name, Fault.UNREADABLE, str(error))]
        ) from error
