"""Ways in which a database gets damaged on a disk."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from tests.storage.raw_files import run_sql_and_crash


def flip(path: Path, *places: int) -> None:
    """Flip every bit of single bytes."""
    content = bytearray(path.read_bytes())
    for place in places:
        content[place] ^= 0xFF
    path.write_bytes(content)


def root_page(path: Path, table: str) -> tuple[int, int]:
    """Where the first page of a table begins in the file, and its size."""
    with closing(sqlite3.connect(path)) as connection:
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        row = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)
        ).fetchone()
    return (row[0] - 1) * size, size


def _flip_header(path: Path) -> None:
    flip(path, 3, 40)


def _flip_schema(path: Path) -> None:
    flip(path, *range(100, 108))


def _garble_schema(path: Path) -> None:
    """Let SQLite complain in words that are no text."""
    content = path.read_bytes()
    path.write_bytes(content.replace(b"CREATE TABLE setting", b"CREATE TAB\xff\xfe setting"))


def _truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:50])


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _text(path: Path) -> None:
    path.write_text("这是一份说明，不是数据库。\n" * 500, encoding="utf-8")


def _noise(path: Path) -> None:
    path.write_bytes(random.Random(1).randbytes(path.stat().st_size))


def _garbage_log(path: Path) -> None:
    run_sql_and_crash(path, "INSERT INTO site (id, name) VALUES ('s', '城东厅')")
    log = path.with_name(f"{path.name}-wal")
    log.write_bytes(random.Random(1).randbytes(log.stat().st_size))


SEEN_AT_ONCE: dict[str, Callable[[Path], None]] = {
    "header": _flip_header,
    "schema": _flip_schema,
    "a word of the schema": _garble_schema,
    "truncated": _truncate,
    "cut short": _cut_short,
    "zero length": _empty,
    "a text": _text,
    "noise": _noise,
    "garbage in the log": _garbage_log,
}
"""Damage that opening notices by itself."""


def flip_page(path: Path, table: str = "site") -> None:
    """Flip bytes in the head of a table's page: only reading every page notices."""
    place, _ = root_page(path, table)
    flip(path, *range(place, place + 8))
