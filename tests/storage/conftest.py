"""A database of the test's own."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from inspector.storage.database.database import Database
from inspector.storage.database_opening import open_database
from tests.written_once import Written


def write_database(folder: Path) -> None:
    open_database(folder / "inspector.db", create=True).close()


@pytest.fixture
def path(copied: Written) -> Path:
    """Where a database of ours is, closed."""
    return copied(write_database) / "inspector.db"


@pytest.fixture
def opened(path: Path) -> Iterator[Database]:
    """The database, open."""
    with closing(open_database(path)) as opened:
        yield opened
