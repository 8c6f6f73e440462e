"""Opens a database in a process of its own that dies or runs out of room: run by test_released.

python -m tests.storage.schema.migrating DATABASE count        says how many statements it takes
python -m tests.storage.schema.migrating DATABASE kill NUMBER  is gone by SIGKILL at one of them
python -m tests.storage.schema.migrating DATABASE kill-at WORDS  at the first with these words
python -m tests.storage.schema.migrating DATABASE room-for-backup     has none for the backup
python -m tests.storage.schema.migrating DATABASE room-for-migration  has some, until it is made
"""

import os
import signal
import sqlite3
import sys
from pathlib import Path
from typing import Any

from inspector.domain.errors import InspectorError
from inspector.storage.database_opening import open_database

_connect = sqlite3.connect
_statements = 0
_LEFT = 8192


def _watched(*words: Any, **options: Any) -> sqlite3.Connection:  # noqa: ANN401
    connection: sqlite3.Connection = _connect(*words, **options)
    connection.set_trace_callback(_heard)
    return connection


def _heard(statement: str) -> None:
    global _statements
    _statements += 1
    if sys.argv[2] == "room-for-migration" and statement.startswith(("CREATE", "ALTER", "DROP")):
        _fill_the_disk()
    killed = sys.argv[2] == "kill" and _statements == int(sys.argv[3])
    if killed or (sys.argv[2] == "kill-at" and sys.argv[3] in statement):
        os.kill(os.getpid(), signal.SIGKILL)


def _fill_the_disk() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (_LEFT, resource.RLIM_INFINITY))


def main() -> int:
    """Open the database; say the statements it took, or the error by its class."""
    if sys.argv[2] == "room-for-backup":
        _fill_the_disk()
    sqlite3.connect = _watched  # type: ignore[assignment]
    try:
        open_database(Path(sys.argv[1])).close()
    except InspectorError as error:
        sys.stdout.write(f"{type(error).__name__}\n")
        return 1
    sys.stdout.write(f"{_statements}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
