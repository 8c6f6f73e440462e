"""Edited texts of circulars in SQLite. Knows SQL and the domain; nothing of Qt."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import TypeAlias

from inspector.domain.papers.kept_text import KeptText
from inspector.storage.database.database import Database

TextKey: TypeAlias = tuple[date, date, Sequence[str], str]
"""First and last day, the ids of the sites (none: all), the phase."""

_WHERE = "first = ? AND last = ? AND site_ids = ? AND phase = ?"


class CircularTextStore:
    """The only SQL about these texts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, key: TextKey) -> KeptText | None:
        """Return what was edited; None: nothing was."""
        row = self._database.row(
            f"SELECT content, generated, edited_at FROM circular_text WHERE {_WHERE}", _values(key)
        )
        if row is None:
            return None
        at = datetime.fromisoformat(row["edited_at"])
        return KeptText(row["content"], row["generated"], at)

    def put(self, key: TextKey, text: KeptText) -> None:
        """Keep a text, in the place of what was kept."""
        with self._database.transaction():
            self._database.write(
                "INSERT OR REPLACE INTO circular_text (first, last, site_ids, phase, content,"
                " generated, edited_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (*_values(key), text.content, text.generated, text.edited_at.isoformat()),
            )

    def forget(self, key: TextKey) -> None:
        """Keep nothing."""
        with self._database.transaction():
            self._database.write(f"DELETE FROM circular_text WHERE {_WHERE}", _values(key))


def _values(key: TextKey) -> tuple[str, str, str, str]:
    first, last, site_ids, phase = key
    return first.isoformat(), last.isoformat(), json.dumps(sorted(site_ids)), phase
