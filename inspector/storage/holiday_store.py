"""The days off and make-up workdays that the user says, beside those that ship."""

from datetime import date

from inspector.domain.workdays import DayKind, SpecialDay
from inspector.storage.database import Database


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
