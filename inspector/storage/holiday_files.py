"""The holidays that ship: one TOML file a year, after the yearly notice of the State Council."""

import tomllib
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from inspector.domain.workdays import DayKind, SpecialDay


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
