"""Takes a database of the past to a step, and a step that is killed."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database as UtilsDatabase
from sqlite_utils import Migrations

from inspector.storage.database_opening import open_database
from inspector.storage.schema.migrations import STEPS
from inspector.storage.schema.step_names import MIGRATION_SET, STEP_NAMES
from tests.storage.released import everything, steps_of, structure

_ROOT = Path(__file__).parents[4]


def brought_to(step: str, database: Path) -> None:
    """Take a database through the steps up to `step`, and no further."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        steps = Migrations(MIGRATION_SET)
        for each in STEPS[: STEP_NAMES.index(step) + 1]:
            steps(name=each.__name__)(each)
        steps.apply(UtilsDatabase(connection))


def require_untouched_when_killed(database: Path, words: str) -> None:
    """Kill the update at a statement: nothing of it is there, and it is taken the next time."""
    before, structure_before = everything(database), structure(database)
    command = [
        sys.executable, "-m", "tests.storage.schema.migrating", str(database), "kill-at", words,
    ]  # fmt: skip
    assert subprocess.run(command, cwd=_ROOT, check=False).returncode == -9
    assert (everything(database), structure(database)) == (before, structure_before)
    open_database(database).close()
    assert steps_of(database) == list(STEP_NAMES)
