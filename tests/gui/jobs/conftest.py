"""A person who scores on a disk that can be held."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from inspector.gui import session
from inspector.gui.frame.main_window import MainWindow
from tests.conftest import Keyboard, RunMain
from tests.faults import BusyDisk, busy_disk
from tests.gui.visits.folder import write_folder
from tests.gui.visits.visit import ENTER, Person

Work = Callable[[Person, BusyDisk], None]
AtWork = Callable[[Work], None]

PATIENCE = session.COMMIT_PATIENCE
"""Before a test sets another."""


@pytest.fixture
def disk(home: Path) -> Iterator[BusyDisk]:
    with busy_disk(home / "disk") as disk:
        write_folder(home / "disk" / "data", visits=1)
        yield disk


@pytest.fixture
def at_work(
    run_main: RunMain,
    keyboard: Keyboard,
    home: Path,
    disk: BusyDisk,
    monkeypatch: pytest.MonkeyPatch,
) -> AtWork:
    """Return a function that lets a person work in an open visit on the disk, which it is given.

    As the program does, it stands still for a commit no longer than a moment.
    """
    monkeypatch.setattr(session, "COMMIT_PATIENCE", PATIENCE)

    def at_work(work: Work) -> None:
        folder = home / "disk" / "data"

        def drive(window: MainWindow) -> None:
            person = Person(window, keyboard, folder)
            person.press(ENTER)
            person.press("1", "1")  # the first commits of a run mark the file, and are waited for
            assert not window.session.is_committing
            work(person, disk)
            disk.let_go()
            window.leave()

        assert run_main(drive, "--data", str(folder), "--lang", "en") == 0

    return at_work
