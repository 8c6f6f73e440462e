"""Telling two findings apart that two laptops gave one number: the one that came says from which.

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

    def shown(self, numbers: Iterable[str]) -> dict[str, str]:
        """Return how those findings are shown, by id, whose number alone would not tell them."""
        asked = json.dumps(list(dict.fromkeys(numbers)))
        if not self._database.rows("SELECT 1 FROM received_object LIMIT 1"):
            return {}
        rows = self._database.rows(
            "SELECT finding.id, finding.number, came.laptop, laptop.code"
            " FROM json_each(?) AS asked CROSS JOIN finding ON finding.number = asked.value"
            " JOIN received_object AS came ON came.kind = 'visit'"
            " AND came.subject = finding.inspection_id"
            " LEFT JOIN laptop ON laptop.id = came.laptop"
            " WHERE EXISTS (SELECT 1 FROM finding AS other WHERE other.number = finding.number"
            " AND other.id <> finding.id)",
            (asked,),
        )
        return {
            row["id"]: told_apart(row["number"], row["code"] or row["laptop"][:_CODE])
            for row in rows
        }
