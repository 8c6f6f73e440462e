"""A data folder for each test, copied from one that is written once."""

import shutil
from pathlib import Path

import pytest

from tests.gui.meeting.hall import write_hall


@pytest.fixture(scope="session")
def written_hall(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hall") / "data"
    write_hall(folder)
    return folder


@pytest.fixture
def folder(written_hall: Path, tmp_path: Path) -> Path:
    """The hall in the morning (tests.gui.meeting.hall)."""
    return Path(shutil.copytree(written_hall, tmp_path / "data"))
