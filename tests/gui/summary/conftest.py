"""A data folder for each test, copied from one that is written once."""

import shutil
from pathlib import Path

import pytest

from tests.gui.summary.halls import write_halls


@pytest.fixture(scope="session")
def written_halls(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("halls") / "data"
    write_halls(folder)
    return folder


@pytest.fixture
def folder(written_halls: Path, tmp_path: Path) -> Path:
    """Twelve halls (tests.gui.summary.halls)."""
    return Path(shutil.copytree(written_halls, tmp_path / "data"))
