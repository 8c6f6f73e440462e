"""Folders that publish, and what a ledger tells."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from inspector.storage.city.ledger_views import VIEWS
from inspector.workspace.city.publishing import Published, Publishing
from inspector.workspace.workspace import Workspace


def unheard(done: int, total: int) -> None:
    """Take no notice of how far a publication is."""


def published(folder: Path, ledger: Path | str) -> Published:
    """Publish a folder."""
    with closing(Workspace(folder, create=False)) as workspace:
        return workspace.of(Publishing).publish(str(ledger), unheard)[0]


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a file of SQLite as another program does."""
    with closing(sqlite3.connect(path)) as connection:
        yield connection


def seen(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """What every view of a ledger in a file tells."""
    with opened(path) as connection:
        return {
            view.name: sorted(connection.execute(f"SELECT * FROM {view.name}").fetchall(), key=repr)
            for view in VIEWS
        }


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    """The rows of a query in a file."""
    with opened(path) as connection:
        return connection.execute(sql).fetchall()
