"""What an answer takes on disk, beside a file that holds nothing but the answers.

Run on a copy of a data folder, as a process of its own.
"""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from inspector.storage.files.folder_layout import DATABASE_FILE
from tests.bench.process import say_rows
from tests.bench.table import BYTES, Row


def main(folder: str, size: str, rounds: str) -> int:
    """Say the row of the database, which is weighed once whatever the `rounds`; return 0."""
    say_rows(_rows(Path(folder), int(size)))
    return 0


def _rows(folder: Path, size: int) -> list[Row]:
    """Weigh the database and a bare one."""
    bare = folder.parent / "answers.db"
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


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
