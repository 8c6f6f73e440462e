"""What an answer takes on disk, beside a file that holds nothing but the answers."""

import sqlite3
from contextlib import closing
from pathlib import Path

from inspector.storage.layout import DATABASE_FILE
from tests.bench.table import BYTES, Row


def storage_rows(folder: Path, size: int, scratch: Path) -> list[Row]:
    """Weigh the database and a bare one."""
    bare = scratch / "answers.db"
    bare.unlink(missing_ok=True)
    with closing(sqlite3.connect(bare)) as connection:
        connection.execute("ATTACH ? AS ours", (str(folder / DATABASE_FILE),))
        made = connection.execute("SELECT sql FROM ours.sqlite_master WHERE name = 'answer'")
        connection.execute(made.fetchone()[0])
        with connection:
            connection.execute("INSERT INTO main.answer SELECT * FROM ours.answer")
        answers = connection.execute("SELECT count(*) FROM main.answer").fetchone()[0]
        weights = [_weight(connection, name) / answers for name in ("ours", "main")]
    return [Row("database, for each answer", size, weights[0], weights[1], BYTES)]


def _weight(connection: sqlite3.Connection, name: str) -> int:
    pages, free, size = (
        connection.execute(f"PRAGMA {name}.{each}").fetchone()[0]
        for each in ("page_count", "freelist_count", "page_size")
    )
    return int((pages - free) * size)
