"""The user's settings in the data folder; only what differs from the defaults is kept."""

import json

from inspector.storage.database import Database


class SettingStore:
    """Values by key, as JSON."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[str, str]:
        """Return every kept value."""
        rows = self._database.rows("SELECT key, value FROM setting")
        return {row["key"]: json.loads(row["value"]) for row in rows}

    def put(self, key: str, value: str) -> None:
        """Keep a value."""
        with self._database.transaction():
            self._database.write(
                "INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)",
                (key, json.dumps(value, ensure_ascii=False)),
            )
