"""The user's settings in the data folder; only what differs from the defaults is kept."""

import json

from inspector.storage.database.database import Database
from inspector.typed_values import Kind, typed


class SettingStore:
    """Values by key, as JSON."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[str, str]:
        """Return every kept value; what another program put there and is no text is none."""
        values = {
            row["key"]: _value(row["value"])
            for row in self._database.rows("SELECT key, value FROM setting")
        }
        return {key: value for key, value in values.items() if isinstance(value, str)}

    def get(self, key: str) -> str:
        """Return a kept value; nothing kept is an empty one."""
        rows = self._database.rows("SELECT value FROM setting WHERE key = ?", (key,))
        values = [_value(row["value"]) for row in rows]
        return next((value for value in values if isinstance(value, str)), "")

    def kept(self, key: str, kind: type[Kind], usual: Kind) -> Kind:
        """Return the value of a type that is kept as JSON; a `usual` one where there is none.

        What another program put there is none.
        """
        text = self.get(key)
        try:
            return typed(json.loads(text), kind) if text else usual
        except ValueError:
            return usual

    def put(self, key: str, value: str) -> None:
        """Keep a value."""
        with self._database.transaction():
            self._database.write(
                "INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)",
                (key, json.dumps(value, ensure_ascii=False)),
            )

    def drop(self, key: str) -> None:
        """Keep a value no longer."""
        with self._database.transaction():
            self._database.write("DELETE FROM setting WHERE key = ?", (key,))


def _value(content: str) -> object:
    try:
        return json.loads(content)
    except ValueError:
        return None
