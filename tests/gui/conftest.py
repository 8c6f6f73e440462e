"""A data folder for each test, copied from one that is written once."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize

from inspector.gui.frame.main_window import MainWindow
from tests.conftest import Keyboard, RunMain
from tests.gui.looks import settle
from tests.gui.visits.folder import write_folder
from tests.gui.visits.visit import Person
from tests.written_once import Written

Visit = Callable[[Callable[[Person], None]], None]
Views = Callable[[Person], Iterator[str]]
Look = Callable[[Person, str], None]
LookThrough = Callable[[Path, str, QSize, Views, Look], None]


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


@pytest.fixture
def look_through(run_main: RunMain, keyboard: Keyboard) -> LookThrough:
    """Return a function that opens a folder in a language, at a size, and looks at every view.

    `views` goes from view to view and says what each is called; `look` is called at each.
    """

    def look_through(folder: Path, language: str, size: QSize, views: Views, look: Look) -> None:
        def drive(window: MainWindow) -> None:
            window.showNormal()
            window.resize(size)
            person = Person(window, keyboard, folder)
            for view in views(person):
                settle()
                assert (view, window.size()) == (view, size)
                look(person, view)

        assert run_main(drive, "--data", str(folder), "--lang", language) == 0

    return look_through


@pytest.fixture
def x_screen() -> Iterator[str]:
    """A display of an X server whose screen is the laptop's, without a window manager."""
    server = shutil.which("Xvfb")
    if server is None:
        pytest.skip("there is no Xvfb")
    read, write = os.pipe()
    process = subprocess.Popen(
        [server, "-displayfd", str(write), "-screen", "0", "1366x768x24"],
        pass_fds=(write,), stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    with os.fdopen(read) as said:
        number = said.readline().strip()
    yield f":{number}"
    process.terminate()
    process.wait()
