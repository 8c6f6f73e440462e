"""A data folder for each test, copied from one that is written once."""

from pathlib import Path

import pytest

from tests.gui.meeting.hall import write_hall
from tests.written_once import Written


@pytest.fixture
def folder(copied: Written) -> Path:
    """The hall in the morning (tests.gui.meeting.hall)."""
    return copied(write_hall)
