"""Sample data written once, a copy for each test."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from inspector.workspace.sample.demo import write_demo


@pytest.fixture(scope="session")
def written_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ledger") / "data"
    write_demo(folder, 40, 1, date.today())
    return folder


@pytest.fixture
def ledger(written_ledger: Path, tmp_path: Path) -> Path:
    """Sample data of some hundred findings."""
    return Path(shutil.copytree(written_ledger, tmp_path / "data"))
