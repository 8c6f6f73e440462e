"""Holidays as TOML, one file a year, after the yearly notice of the State Council: those that
ship, and those of a later year that the user takes in.
"""

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from inspector.domain.checklist.schema_fields import Field, Record, Rows
from inspector.domain.checklist.table_values import Path as KeyPath
from inspector.domain.checklist.table_values import Reading
from inspector.domain.checklist.value_kinds import Kind, Text
from inspector.domain.days.holiday_arrangement import MOST_DAYS, Arrangement, Placed, arranged
from inspector.domain.days.workdays import DayKind, SpecialDay
from inspector.domain.errors import CannotReadError, FaultyFileError, NotFoundError
from inspector.domain.faults import Fault, Problem
from inspector.paths import refuse_special
from inspector.storage.packs.toml_lines import line_numbers, line_of

_YEARS = (2000, 2099)

LARGEST_FILE = 100_000
"""Bytes of a file: those that ship have one."""


class _Day(Kind):
    """A day of this century."""

    def read(self, reading: Reading, value: object, path: KeyPath) -> date | None:
        if type(value) is not date:
            reading.report(path, Fault.NOT_A_DATE, value, "2027-01-01")
            return None
        if not _YEARS[0] <= value.year <= _YEARS[1]:
            reading.report(path, Fault.OUT_OF_RANGE, value, f"{_YEARS[0]}–{_YEARS[1]}")
            return None
        return value


class _Days(Kind):
    """Days one by one."""

    nothing = absent = ()

    def read(self, reading: Reading, value: object, path: KeyPath) -> list[date]:
        if not isinstance(value, list | tuple):
            reading.report(path, Fault.NOT_A_LIST, value)
            return []
        read = (_Day().read(reading, each, path) for each in value[:MOST_DAYS])
        return [day for day in read if day is not None]


_HOLIDAY = Record(
    dict,
    (
        Field("name", Text(), required=True),
        Field("from", _Day(), name="first", required=True),
        Field("to", _Day(), name="last", required=True),
        Field("worked", _Days()),
    ),
)
_FILE = Record(dict, (Field("notice", _Day()), Field("holiday", Rows(_HOLIDAY))))


@cache
def shipped_holidays(folder: Path) -> tuple[SpecialDay, ...]:
    """Return the days of every year below `folder`, in order."""
    days = [day for each in _shipped(folder) for day in each.days]
    return tuple(sorted(days, key=lambda special: special.day))


def shipped_notices(folder: Path) -> dict[int, date]:
    """Return by year the day of the notice that its holidays come from."""
    return {each.year: each.notice for each in _shipped(folder) if each.notice}


@cache
def _shipped(folder: Path) -> list[Arrangement]:
    return [read_arrangement(path) for path in sorted(folder.glob("*.toml"))]


def read_arrangement(path: Path) -> Arrangement:
    """Read the arrangement of one year from a TOML file in the form of those that ship.

    Raises FaultyFileError with every problem as `file:line`, NotFoundError or CannotReadError.
    """
    text = _text_of(path)
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        problem = Problem(path.name, Fault.UNREADABLE, str(error))
        raise FaultyFileError(path.name, [problem]) from error
    lines = line_numbers(text)
    reading = Reading(lambda at: f"{path.name}:{line_of(lines, at)}")
    held = _FILE.values(reading, table, ())
    rows = reading.rows(table.get("holiday", ()), ("holiday",))
    placed = [
        each
        for (at, _), holiday in zip(rows, held["holiday"], strict=True)
        for each in _days(reading, holiday, at)
    ]
    arrangement, wrong = arranged(placed, held["notice"], path.name)
    problems = [*reading.problems, *(wrong if placed else ())]
    if not problems and not placed:
        problems.append(Problem(path.name, Fault.MISSING, expected="[[holiday]]"))
    if problems:
        raise FaultyFileError(path.name, problems)
    return arrangement


def _days(reading: Reading, holiday: dict[str, Any], at: KeyPath) -> Iterator[Placed]:
    """Yield the days of a holiday, and those worked in exchange."""
    name, first, last = holiday["name"], holiday["first"], holiday["last"]
    if first and last:
        count = (last - first).days + 1
        if not 0 < count <= MOST_DAYS:
            reading.report((*at, "to"), Fault.OUT_OF_RANGE, last, f"≥ {first}")
            count = 0
        for n in range(count):
            special = SpecialDay(first + timedelta(days=n), DayKind.OFF, name)
            yield Placed(special, reading.place((*at, "from")))
    for day in holiday["worked"]:
        yield Placed(SpecialDay(day, DayKind.WORK, name), reading.place((*at, "worked")))


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
