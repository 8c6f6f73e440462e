"""What it takes to look everything over and to verify a printed code: time, and memory at its most.

Each is the command in a process of its own; the reference is a process that lets SQLite check the
file and reads through the three longest tables.
"""

import json
from pathlib import Path

from inspector.storage.files.folder_layout import DATABASE_FILE
from tests.bench.process import ended
from tests.bench.table import MEGABYTES, Limit, Row, timed_row

MOST_MEMORY = 100
"""Megabytes, whatever the history."""

_BARE = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
for said in ("PRAGMA integrity_check", *(f"SELECT * FROM {each}" for each in sys.argv[2:])):
    for row in connection.execute(said):
        pass
"""
_LONGEST = ("journal", "finding_event", "answer")


def look_over_rows(folder: Path, size: int, home: Path) -> list[Row]:
    """Return what the doctor and verifying take on a copy of a data folder."""
    bare = ended(["-c", _BARE, str(folder / DATABASE_FILE), *_LONGEST], home)
    command = ["-m", "inspector", "--data", str(folder)]
    doctor = ended([*command, "doctor", "--json"], home)
    code, _, _ = json.loads(doctor.said)["code"].partition(" ")  # its day is behind it
    rows = []
    verify = ended([*command, "verify", code], home)
    for name, done in (("doctor", doctor), ("verify", verify)):
        rows.append(timed_row(name, size, done.cost, bare.cost))
        rows.append(
            Row(
                f"peak memory, {name}",
                size,
                done.peak,
                bare.peak,
                MEGABYTES,
                limit=Limit(MOST_MEMORY),
                is_flat=True,
            )
        )
    return rows
