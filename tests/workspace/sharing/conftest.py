"""Two laptops that inspect the same hall, each with a roster of its own of it."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

import pytest

from inspector.workspace.workspace import Workspace
from tests.workspace.sharing.laptops import LaptopFolder
from tests.workspace.visiting import Clock
from tests.written_once import Written

Bought = Callable[[str], LaptopFolder]
"""Makes a laptop with a letter for a name, with an empty folder."""


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime.fromisoformat("2026-11-27T09:30:00+08:00"))


def _empty(folder: Path) -> None:
    Workspace(folder).close()


@pytest.fixture
def laptop(written: Written, clock: Clock, tmp_path: Path) -> Iterator[Bought]:
    with ExitStack() as open_folders:

        def bought(name: str) -> LaptopFolder:
            folder = Path(shutil.copytree(written(_empty), tmp_path / name))
            made = LaptopFolder(name, folder, clock)
            open_folders.callback(made.workspace.close)
            return made

        yield bought
