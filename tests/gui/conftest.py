"""A data folder for each test, copied from one that is written once."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from inspector.gui.frame.main_window import MainWindow
from tests.conftest import Keyboard, RunMain
from tests.gui.visits.folder import write_folder
from tests.gui.visits.visit import Person

Visit = Callable[[Callable[[Person], None]], None]


@pytest.fixture(scope="session")
def written_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hall") / "data"
    write_folder(folder)
    return folder


@pytest.fixture
def folder(written_folder: Path, tmp_path: Path) -> Path:
    """A data folder with one open visit (tests.gui.visits.folder)."""
    return Path(shutil.copytree(written_folder, tmp_path / "data"))


@pytest.fixture
def visit(run_main: RunMain, keyboard: Keyboard, folder: Path) -> Visit:
    """Return a function that opens the program, lets a person work in it, and closes it."""

    def open_and_work(work: Callable[[Person], None]) -> None:
        def drive(window: MainWindow) -> None:
            work(Person(window, keyboard, folder))
            window.close()

        assert run_main(drive, "--data", str(folder), "--lang", "en") == 0

    return open_and_work
