"""A data folder for each test, copied from one that is written once."""

from pathlib import Path

import pytest

from tests.gui.summary.halls import write_halls
from tests.written_once import Written


@pytest.fixture
def folder(copied: Written) -> Path:
    """Twelve halls (tests.gui.summary.halls)."""
    return copied(write_halls)
