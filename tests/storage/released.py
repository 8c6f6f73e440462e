"""Data folders that programs of the past wrote, as `samples/released/README.md` says."""

import json
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any

from inspector.storage.schema.step_names import STEP_NAMES

SAMPLES = Path(__file__).parent / "samples" / "released"
VERSIONS = tuple(sorted(path.stem for path in SAMPLES.glob("v*.zip")))

NEWER = (
    "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
    " SELECT 'inspector', value, '2040-01-01'"
    f" FROM json_each('{json.dumps([*STEP_NAMES, 'm999_from_the_future'])}')"
    " WHERE value NOT IN (SELECT name FROM _sqlite_migrations)"
)
"""Makes a database one of a program that is not written yet: it has taken all of our steps, too."""

Rows = dict[str, list[dict[str, Any]]]


def unpack(version: str, folder: Path) -> Path:
    """Lay a copy of a folder of the past out; return its database."""
    with zipfile.ZipFile(SAMPLES / f"{version}.zip") as archive:
        archive.extractall(folder)
    return folder / "inspector.db"


def told(version: str) -> dict[str, Any]:
    """What was in it when it was written, as a user would say it."""
    content: dict[str, Any] = json.loads((SAMPLES / f"{version}.json").read_text("utf-8"))
    return content


def steps_of(database: Path) -> list[str]:
    """The steps of the schema that a database has been through."""
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("SELECT name FROM _sqlite_migrations ORDER BY id")
        return [name for (name,) in rows]


def everything(database: Path) -> Rows:
    """Every row of every table, by the table's name, as another program reads it."""
    with closing(sqlite3.connect(database)) as connection:
        connection.row_factory = sqlite3.Row
        names = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        ).fetchall()
        return {
            name: [dict(row) for row in connection.execute(f'SELECT * FROM "{name}"')]
            for (name,) in names
        }


def structure(database: Path) -> dict[str, object]:
    """The columns of each table whatever their order, the text of each index and view."""
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
        return {
            name: (
                sorted(row[1:5] for row in connection.execute(f'PRAGMA table_info("{name}")'))
                if kind == "table"
                else sql
            )
            for kind, name, sql in rows
        }
