"""A data folder of the test's own, with a clock that stands and identifiers that repeat."""

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from inspector.paths import catalogues_folder
from inspector.storage.files.laptop_code_files import SampleLaptop
from inspector.translation import use_language
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import Clock, identifiers
from tests.written_once import Written


@pytest.fixture(autouse=True)
def english() -> None:
    """Speak the source language; a test that wants another says so."""
    use_language("en", catalogues_folder())


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime.fromisoformat("2026-11-27T09:30:00+08:00"))


def write_empty(folder: Path) -> None:
    """Begin a folder in which nothing is."""
    Workspace(folder).close()


@pytest.fixture
def workspace(copied: Written, clock: Clock) -> Iterator[Workspace]:
    ids = identifiers()
    with closing(Workspace(copied(write_empty), clock, lambda: next(ids))) as workspace:
        workspace.finding_numbers.laptop = SampleLaptop("K7M")
        yield workspace
