"""The days off and make-up workdays that the user says or takes in, beside those that ship."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from inspector.domain.days.holiday_arrangement import Arrangement
from inspector.domain.days.workdays import DayKind, SpecialDay
from inspector.storage.database.database import Database
from inspector.storage.own.setting_store import SettingStore

_KEY = "holidays:"


class HolidayStore:
    """One row a day."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[SpecialDay]:
        """Return every day, in order."""
        return [
            SpecialDay(date.fromisoformat(row["day"]), DayKind(row["kind"]), row["name"])
            for row in self._database.rows("SELECT * FROM holiday ORDER BY day")
        ]

    def put(self, special: SpecialDay) -> None:
        """Keep what is said of a day, instead of what was said before."""
        with self._database.transaction():
            self._database.write(
                "INSERT OR REPLACE INTO holiday (day, kind, name) VALUES (?, ?, ?)",
                (special.day.isoformat(), special.kind.value, special.name),
            )

    def drop(self, first: date, last: date) -> None:
        """Forget what is said of the days from `first` to `last`."""
        with self._database.transaction():
            self._database.write(
                "DELETE FROM holiday WHERE day BETWEEN ? AND ?",
                (first.isoformat(), last.isoformat()),
            )


@dataclass(frozen=True, slots=True)
class TakenIn:
    """An arrangement as it was taken in: when, and from which file."""

    at: datetime
    source: str
    arrangement: Arrangement


class ArrangementStore:
    """The arrangements that were taken in; of a year the last one counts, and none is forgotten."""

    def __init__(self, database: Database) -> None:
        self._settings = SettingStore(database)

    def all(self) -> list[TakenIn]:
        """Return every arrangement in the order of the years, then as they were taken in."""
        held = self._settings.all()
        years = sorted(key for key in held if key.startswith(_KEY))
        return [taken for key in years for taken in _taken_in(held[key])]

    def add(self, taken: TakenIn) -> None:
        """Keep one more."""
        key = f"{_KEY}{taken.arrangement.year}"
        before = _taken_in(self._settings.get(key))
        self._settings.put(key, json.dumps([_plain(each) for each in (*before, taken)]))


def _plain(taken: TakenIn) -> dict[str, Any]:
    arrangement = taken.arrangement
    return {
        "at": taken.at.isoformat(),
        "source": taken.source,
        "year": arrangement.year,
        "notice": arrangement.notice.isoformat() if arrangement.notice else "",
        "days": [[s.day.isoformat(), s.kind.value, s.name] for s in arrangement.days],
    }


def _taken_in(text: str) -> list[TakenIn]:
    """Read what `add` kept; what another program put there is nothing."""
    try:
        return [
            TakenIn(
                datetime.fromisoformat(each["at"]),
                each["source"],
                Arrangement(
                    each["year"],
                    date.fromisoformat(each["notice"]) if each["notice"] else None,
                    tuple(
                        SpecialDay(date.fromisoformat(day), DayKind(kind), name)
                        for day, kind, name in each["days"]
                    ),
                ),
            )
            for each in json.loads(text or "[]")
        ]
    except (ValueError, KeyError, TypeError):
        return []
