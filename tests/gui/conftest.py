"""A data folder for each test, copied from one that is written once."""

import shutil
from pathlib import Path

import pytest

from tests.gui.inspect.folder import write_folder


@pytest.fixture(scope="session")
def written_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hall") / "data"
    write_folder(folder)
    return folder


@pytest.fixture
def folder(written_folder: Path, tmp_path: Path) -> Path:
    """A data folder with one open visit (tests.gui.inspect.folder)."""
    return Path(shutil.copytree(written_folder, tmp_path / "data"))
