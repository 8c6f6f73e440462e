"""A finger at the window of sample data."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from inspector.gui.frame.main_window import MainWindow
from inspector.workspace.sample.demo import write_demo
from tests.conftest import RunMain
from tests.gui.touch.finger import Finger
from tests.written_once import Written

WithFinger = Callable[[Callable[[MainWindow, Finger], None]], None]


@pytest.fixture
def with_finger(run_main: RunMain, written: Written, tmp_path: Path) -> WithFinger:
    """Return a function that lets a finger work at the window of sample data."""
    sample = written(write_demo, 12, 1, date.today(), rounds=True)
    folder = shutil.copytree(sample, tmp_path / "sample")

    def run(work: Callable[[MainWindow, Finger], None]) -> None:
        def drive(window: MainWindow) -> None:
            work(window, Finger())
            window.close()

        assert run_main(drive, "--data", str(folder), "--lang", "en") == 0

    return run
