"""Step 26: equal numbers may meet, every row stays where it was, and what only grows is kept."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from inspector.storage.database_opening import open_database
from inspector.storage.schema.step_names import STEP_NAMES
from tests.storage.released import everything, steps_of, structure, unpack

ROOT = Path(__file__).parents[4]

GROWING = (
    "laptop", "sent_bundle", "received_bundle", "received_object", "event_origin", "alias",
    "set_aside", "difference", "choice",
)  # fmt: skip


def test_findings_keep_their_rows_and_may_share_a_number(tmp_path: Path) -> None:
    path = unpack("v6", tmp_path)
    asked = "SELECT rowid, id, number FROM finding ORDER BY rowid"
    with closing(sqlite3.connect(path)) as connection:
        before = connection.execute(asked).fetchall()
    with closing(open_database(path)) as database:
        assert [tuple(row) for row in database.rows(asked)] == before
        with database.transaction():
            database.write("UPDATE finding SET number = ?", (before[0][2],))
        assert len(database.rows("SELECT 1 FROM finding WHERE number = ?", (before[0][2],))) > 5
        assert database.is_as_made()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_nothing_is_taken_from_what_only_grows(tmp_path: Path) -> None:
    with closing(open_database(tmp_path / "inspector.db", create=True)) as database:
        for table in GROWING:
            columns = database.rows("SELECT name, type FROM pragma_table_info(?)", (table,))
            row = {name: "" if kind == "TEXT" else 1 for name, kind in columns}
            with database.transaction():
                database.insert(table, row)
            first = columns[0]["name"]
            for change in (f"DELETE FROM {table}", f"UPDATE {table} SET {first} = 'x'"):
                with (
                    pytest.raises(sqlite3.IntegrityError, match="only ever added to"),
                    database.transaction(),
                ):
                    database.write(change)


@pytest.mark.ci
@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
@pytest.mark.parametrize(
    "words", ["PRAGMA writable_schema = ON", "UPDATE sqlite_master", "CREATE TABLE choice", "m026"]
)
def test_killed_within_the_step_it_is_as_it_was(words: str, tmp_path: Path) -> None:
    old = unpack("v6", tmp_path / "old")
    before, structure_before = everything(old), structure(old)
    command = [sys.executable, "-m", "tests.storage.schema.migrating", str(old), "kill-at", words]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == -9
    assert (everything(old), structure(old)) == (before, structure_before)
    open_database(old).close()
    assert steps_of(old) == list(STEP_NAMES)
