"""The schema as it has to be: `./run python -m tests.storage.expected_schema` writes it down anew.

Look at what changed before it is committed: a step that was released is never edited, a new one is
added behind it.
"""

import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from inspector.storage.database_opening import open_database

EXPECTED = Path(__file__).parent / "samples" / "schema.sql"


def schema_of(path: Path) -> str:
    """The statements that would make the tables, indexes and views of a database, by name."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type DESC, name"
        ).fetchall()
    lines = [line.strip() for (sql,) in rows for line in f"{sql};".splitlines()]
    return "".join(f"{line}\n" for line in lines if line)


def main() -> int:
    """Write the expected schema from a fresh database."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "inspector.db"
        open_database(path, create=True).close()
        EXPECTED.write_text(schema_of(path), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
