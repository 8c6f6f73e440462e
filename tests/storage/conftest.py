"""A database of the test's own."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from inspector.storage.database.database import Database
from inspector.storage.database_opening import open_database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a database of ours is, closed."""
    path = tmp_path / "data" / "inspector.db"
    open_database(path, create=True).close()
    return path


@pytest.fixture
def opened(path: Path) -> Iterator[Database]:
    """The database, open."""
    with closing(open_database(path)) as opened:
        yield opened
