"""A data folder for each test, copied from one that is written once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from inspector.gui.frame.main_window import MainWindow
from tests.conftest import Keyboard, RunMain
from tests.gui.visits.folder import write_folder
from tests.gui.visits.visit import Person
from tests.written_once import Written

Visit = Callable[[Callable[[Person], None]], None]


@pytest.fixture
def folder(copied: Written) -> Path:
    """A data folder with one open visit (tests.gui.visits.folder)."""
    return copied(write_folder)


@pytest.fixture
def visit(run_main: RunMain, keyboard: Keyboard, folder: Path) -> Visit:
    """Return a function that opens the program, lets a person work in it, and closes it."""

    def open_and_work(work: Callable[[Person], None]) -> None:
        def drive(window: MainWindow) -> None:
            work(Person(window, keyboard, folder))
            window.close()

        assert run_main(drive, "--data", str(folder), "--lang", "en") == 0

    return open_and_work
