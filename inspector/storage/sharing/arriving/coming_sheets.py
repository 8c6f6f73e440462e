"""Survey sheets that come, beside those that are here, while nothing of it is written.

They lie in a database of SQLite's own that is nobody's file: however many, they take no memory.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path

from inspector.domain.sharing.travelling import Value
from inspector.storage.database.database import Database
from inspector.storage.registers.survey_beside_store import SurveyBesideStore
from inspector.storage.sharing.travelling_tables import COLUMNS

_COLUMNS = COLUMNS["survey_sheet"]
_ADD = (
    f"INSERT OR IGNORE INTO survey_sheet ({', '.join(_COLUMNS)})"
    f" VALUES ({', '.join(f':{column}' for column in _COLUMNS)})"
)
_TABLES = (
    f"CREATE TABLE survey_sheet ({', '.join(_COLUMNS)}, PRIMARY KEY (id))",
    "CREATE INDEX by_key ON survey_sheet (source_key) WHERE source_key <> ''",
    "CREATE INDEX by_replaced ON survey_sheet (replaces) WHERE replaces <> ''",
    "CREATE TABLE survey_beside (sheet PRIMARY KEY, counts)",
)


class ComingSheets:
    """Finds those that contradict another one that stands for the same answer."""

    def __init__(self, database: Database) -> None:
        self._here = SurveyBesideStore(database)
        self._apart: Database | None = None

    def note(self, row: Mapping[str, Value]) -> None:
        """Note a sheet that would be taken in, as it came."""
        if row.get("source_key") or row.get("replaces"):
            self._add(row)

    def contradicting(self) -> Iterator[tuple[str, Mapping[str, Value]]]:
        """Yield the id and row of each noted one that says something else than another one."""
        if (apart := self._apart) is None:
            return
        for row in apart.rows("SELECT id, source_key, replaces FROM survey_sheet"):
            for known in self._here.relatives(row["id"], row["source_key"], row["replaces"]):
                self._add({**dict(zip(known.keys(), known, strict=True))})
                apart.write("INSERT OR IGNORE INTO known VALUES (?)", (known["id"],))
        came_rows = "SELECT * FROM survey_sheet WHERE id NOT IN (SELECT id FROM known)"
        came = [row["id"] for row in apart.each(f"SELECT id FROM ({came_rows})")]
        others = sorted(SurveyBesideStore(apart).resettle(came))
        for sheet_id in others:
            for said in apart.rows(f"SELECT * FROM ({came_rows}) WHERE id = ?", (sheet_id,)):
                yield sheet_id, dict(zip(said.keys(), said, strict=True))

    def close(self) -> None:
        """Let go of everything that was noted."""
        if self._apart is not None:
            self._apart.close()
            self._apart = None

    def _add(self, row: Mapping[str, Value]) -> None:
        if self._apart is None:
            connection = sqlite3.connect("", isolation_level=None)
            connection.row_factory = sqlite3.Row
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA cache_size = -4000")
            for statement in (*_TABLES, "CREATE TABLE known (id PRIMARY KEY)"):
                connection.execute(statement)
            self._apart = Database(Path(), connection)
        self._apart.write(_ADD, {column: row.get(column) for column in _COLUMNS})
