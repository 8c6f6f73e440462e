"""Single flipped bytes all over a database that was closed well: who notices which.

`./run python -m tests.storage.byte_flips [FLIPS]` prints the table.
"""

import random
import sqlite3
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path

from inspector.domain.errors import DamagedDatabaseError, NewerDatabaseError
from inspector.storage.database.soundness import Soundness
from inspector.storage.database_opening import open_database
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.workspace.keeping.doctor import examine
from inspector.workspace.sample.demo import write_demo

Flip = tuple[int, int]
"""A place in the file, and what its byte is XORed with."""


class Noticed(Enum):
    """By what."""

    START = "at the start"
    CHECK = "by the check in the background"
    DOCTOR = "by the journal and what follows from it (doctor)"
    NOBODY = "by nothing"


@dataclass(frozen=True)
class Result:
    """What came of one flip. `seen`: SQLite's whole check or plain reading see it by themselves."""

    flip: Flip
    changed: bool
    seen: bool
    noticed: Noticed


def write_sample(folder: Path) -> Path:
    """Write a data folder of a few visits, closed well; return its database."""
    write_demo(folder, 6, 1, date(2026, 11, 27), rounds=True)
    return folder / DATABASE_FILE


def anywhere(size: int, count: int, seed: int) -> Iterator[Flip]:
    """Yield flips all over a file: half of them of all bits of a byte, half of a single one."""
    chance = random.Random(seed)
    for number in range(count):
        yield chance.randrange(size), 0xFF if number % 2 else 1 << chance.randrange(8)


def schema_pages(path: Path) -> list[int]:
    """Return the numbers, from 1 on, of the pages that hold the schema."""
    with closing(sqlite3.connect(path)) as connection:
        try:
            rows = connection.execute(
                "SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'"
            ).fetchall()
        except sqlite3.OperationalError:  # an SQLite without that table
            return [1]
    return sorted(number for (number,) in rows)


def tried(path: Path, flips: Iterable[Flip], *, by_doctor: bool = False) -> Iterator[Result]:
    """Flip, look as the program does, and put the byte back; what else is raised is raised.

    With `by_doctor` what no check sees of changed data is looked over as well.
    """
    whole = path.read_bytes()
    sound = _dump(path)
    assert sound is not None
    assert not by_doctor or examine(path.parent, datetime(2026, 11, 27)).is_healthy
    try:
        for place, mask in flips:
            broken = bytearray(whole)
            broken[place] ^= mask
            path.write_bytes(broken)
            dump = _dump(path)
            seen = dump is None or not _is_sound(path)
            noticed = _noticed(path)
            if by_doctor and noticed is Noticed.NOBODY and dump != sound:
                healthy = examine(path.parent, datetime(2026, 11, 27)).is_healthy
                noticed = noticed if healthy else Noticed.DOCTOR
            assert path.read_bytes() == broken, (place, mask, "looking wrote into it")
            yield Result((place, mask), dump != sound, seen, noticed)
    finally:
        path.write_bytes(whole)


def _noticed(path: Path) -> Noticed:
    try:
        opened = open_database(path)
    except (DamagedDatabaseError, NewerDatabaseError):
        return Noticed.START
    with closing(opened):
        try:
            assert Soundness(path).require()
        except DamagedDatabaseError:
            return Noticed.CHECK
    return Noticed.NOBODY


def _is_sound(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as connection:
            return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    except (sqlite3.Error, ValueError):
        return False


def _dump(path: Path) -> object:
    """Return everything that is in the database; None where it cannot be read."""
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as connection:
            tables = connection.execute(
                "SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name"
            ).fetchall()
            return tables, [
                connection.execute(f'SELECT * FROM "{name}"').fetchall() for name, _ in tables
            ]
    except (sqlite3.Error, ValueError, OverflowError):
        return None


def main(count: str = "400") -> int:
    """Print the table of `count` flips."""
    with tempfile.TemporaryDirectory() as folder:
        path = write_sample(Path(folder) / "data")
        size = path.stat().st_size
        results = list(tried(path, anywhere(size, int(count), 1), by_doctor=True))
    changed = [each for each in results if each.changed]
    rows: list[tuple[str, object]] = [
        ("flips", len(results)),
        ("changed or hid data", len(changed)),
        ("seen by SQLite's whole check or by reading", sum(each.seen for each in results)),
    ]
    counts = Counter(each.noticed for each in results)
    of_changed = Counter(each.noticed for each in changed)
    rows += [
        (f"noticed {kind.value}", f"{counts[kind]} ({of_changed[kind]} of those that changed data)")
        for kind in Noticed
    ]
    late = (Noticed.DOCTOR, Noticed.NOBODY)
    missed = sum(each.seen and each.noticed in late for each in results)
    rows.append(("seen by SQLite and not by the program", missed))
    for name, value in rows:
        sys.stdout.write(f"{name:55} {value}\n")
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
