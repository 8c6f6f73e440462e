"""Writing the rows of what came from another laptop, many objects at once, parents first.

Columns are those that travel and no others: their names come from outside and stand in SQL.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TypeAlias

from inspector.domain.sharing.travelling import Value
from inspector.storage.database.database import Database
from inspector.storage.sharing.travelling_tables import COLUMNS

_Row: TypeAlias = Mapping[str, Value]

_ORDER = (
    "pack", "phase_entry", "plan", "plan_site", "plan_barred", "plan_draw",
    "inspection", "inspection_category", "scorecard", "scorecard_category", "answer",
    "finding", "finding_event", "patrol_entry", "recheck_entry", "evidence", "evidence_event",
    "signature", "amendment", "meeting", "meeting_finding", "complaint", "complaint_event",
    "survey_sheet", "clock_remark", "training", "training_taken_back", "choice",
    "event_origin", "received_object", "set_aside",
)  # fmt: skip
"""Tables in the order in which their rows can name one another."""

_BY_KEY = {"scorecard_category": "scorecard", "answer": "scorecard"}
"""Tables that go by the key that a scorecard has here, which no other laptop knows."""

DERIVED = frozenset({"finding", "complaint"})
"""Tables whose rows follow from events, and are made of them."""


class UnfitRowError(ValueError):
    """A row of another laptop has a column that does not travel."""


@contextmanager
def unfit_rows() -> Iterator[None]:
    """Raise UnfitRowError for a row that a table refuses: a type, a parent, a key that is there."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise UnfitRowError(str(error)) from error


class ArrivingRows:
    """Rows that wait to be written; inside a transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._waiting: dict[tuple[str, tuple[str, ...]], list[_Row]] = {}

    def add(self, table: str, *rows: _Row) -> None:
        """Let rows wait."""
        for row in rows:
            columns = tuple(sorted(row))
            self._waiting.setdefault((table, columns), []).append(row)

    def add_travelled(self, table: str, *rows: _Row) -> None:
        """Let rows wait that came as they are; raises UnfitRowError."""
        if rows and table not in COLUMNS:
            raise UnfitRowError(table)
        known = frozenset(COLUMNS.get(table, ()))
        for row in rows:
            if not known.issuperset(row):
                raise UnfitRowError(f"{table}: {sorted(row.keys() - known)}")
        self.add(table, *rows)

    def write(self) -> None:
        """Write what waits."""
        by_table: dict[str, list[tuple[tuple[str, ...], list[_Row]]]] = {}
        for (table, columns), rows in self._waiting.items():
            by_table.setdefault(table, []).append((columns, rows))
        self._waiting = {}
        for table in sorted(by_table, key=_ORDER.index):
            keyed = _BY_KEY.get(table)
            for columns, rows in by_table[table]:
                marks = ", ".join(_mark(column, keyed) for column in columns)
                names = ", ".join(f'"{column}"' for column in columns)
                self._database.write_many(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', rows)


def _mark(column: str, keyed: str | None) -> str:
    if column == keyed:
        return f"(SELECT key FROM scorecard WHERE id = :{column})"
    return f":{column}"
