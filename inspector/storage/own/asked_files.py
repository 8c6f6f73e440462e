"""Files of evidence that other laptops asked for: they have rows that name them, no bytes."""

import json
from collections.abc import Iterable

from inspector.storage.database.database import Database
from inspector.storage.own.setting_store import SettingStore

_KEY = "asked_for_"
_MOST = 2_000
"""Of one laptop: settings are read at each start. The rest is asked for again."""


class AskedFiles:
    """What each laptop asked for in its last bundle; kept among the settings."""

    def __init__(self, database: Database) -> None:
        self._settings = SettingStore(database)

    def put(self, laptop: str, digests: Iterable[str]) -> None:
        """Keep what a laptop asks for now, instead of what it asked for before."""
        asked = sorted(digests)[:_MOST]
        if asked:
            self._settings.put(f"{_KEY}{laptop}", json.dumps(asked))
        else:
            self._settings.drop(f"{_KEY}{laptop}")

    def all(self) -> list[str]:
        """Return the digests that anybody asks for, each once."""
        asked: set[str] = set()
        for key in self._settings.all():
            if key.startswith(_KEY):
                asked.update(self._settings.kept(key, list[str], []))
        return sorted(asked)
