"""The key that copies of a data folder are locked with, and other settings, as its database has it.

Read like a file's head, without opening the folder: a backup may be made beside an open window.
"""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from inspector.storage.database.database import unwritten
from inspector.storage.database.sqlite_trouble import examining
from inspector.storage.locked.guarded_key import GuardedKey

RECIPIENT, GUARDED = "backup_recipient", "backup_key"
"""What they are called among the settings."""


def key_in(database: Path) -> GuardedKey | None:
    """Return the key; None where copies are left open.

    Raises DamagedDatabaseError, CannotReadError.
    """
    recipient, guarded = settings_in(database, RECIPIENT, GUARDED)
    return GuardedKey(recipient, guarded) if recipient and guarded else None


def settings_in(database: Path, *keys: str) -> list[str]:
    """Return the text of each setting, '' of one that was never set; raises as `key_in` does."""
    with examining(database), closing(unwritten(database)) as connection:
        return [_setting(connection, key) for key in keys]


def _setting(connection: sqlite3.Connection, key: str) -> str:
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'setting'").fetchone():
        return ""  # of a version that kept none
    row = connection.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
    try:
        value = json.loads(row[0]) if row else ""
    except ValueError:
        return ""
    return value if isinstance(value, str) else ""
