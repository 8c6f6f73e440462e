"""Where SQLite puts what it sorts and its cache cannot hold: on a disk of our choice.

It takes the system's folder for all otherwise, which many a system keeps in memory. The choice is
one for the whole process, and an older SQLite, or one made without, goes on without it.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path


@contextmanager
def sorting_in(folder: Path) -> Iterator[None]:
    """Let SQLite sort in a folder; its files there have no name, or go with the process."""
    _choose(str(folder))
    try:
        yield
    finally:
        _choose("")


def _choose(folder: str) -> None:
    quoted = folder.replace("'", "''")
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f"PRAGMA temp_store_directory = '{quoted}'")
