"""Telling two apart that two laptops gave one number: the one that came says from which.

Knows SQL and the domain.
"""

import json
from collections.abc import Iterable

from inspector.domain.finding.finding_number import told_apart
from inspector.storage.database.database import Database

_CODE = 4
"""Characters of a laptop's id that stand for it where its code is not known."""


class EqualNumbers:
    """Reads which numbers are there twice; nothing where nothing ever came from elsewhere."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def shown(self, ids: Iterable[str]) -> dict[str, str]:
        """Return how those findings are shown, by id, whose number alone would not tell them."""
        return self._shown("finding", "visit", "inspection_id", ids)

    def shown_complaints(self, ids: Iterable[str]) -> dict[str, str]:
        """Return how those complaints are shown, by id, whose number alone would not tell them."""
        return self._shown("complaint", "complaint", "id", ids)

    def _shown(self, table: str, kind: str, came_as: str, ids: Iterable[str]) -> dict[str, str]:
        """`kind` and `came_as` are what brings one of `table`, and the column with its id."""
        asked = json.dumps(list(dict.fromkeys(ids)))
        if not self._database.rows("SELECT 1 FROM received_object LIMIT 1"):
            return {}
        rows = self._database.rows(
            "SELECT own.id, own.number, came.laptop, laptop.code"
            f" FROM json_each(?) AS asked CROSS JOIN {table} AS own ON own.id = asked.value"
            f" JOIN received_object AS came ON came.kind = ? AND came.subject = own.{came_as}"
            " LEFT JOIN laptop ON laptop.id = came.laptop"
            f" WHERE EXISTS (SELECT 1 FROM {table} AS other WHERE other.number = own.number"
            " AND other.id <> own.id)",
            (asked, kind),
        )
        return {
            row["id"]: told_apart(row["number"], row["code"] or row["laptop"][:_CODE])
            for row in rows
        }
