"""Sample data written once, a copy for each test."""

from datetime import date
from pathlib import Path

import pytest

from inspector.workspace.sample.demo import write_demo
from tests.written_once import Written


@pytest.fixture
def ledger(copied: Written) -> Path:
    """Sample data of some hundred findings."""
    return copied(write_demo, 40, 1, date.today())
