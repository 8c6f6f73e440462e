"""A walk through everything that comes to the front of the window."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from inspector.gui.frame.main_window import MainWindow
from inspector.workspace.sample.demo import write_demo
from tests.conftest import RunMain
from tests.gui.commands.forms_in_front import FORMS
from tests.gui.commands.views import OF_EACH_PAGE, VIEWS, Go
from tests.written_once import Written

Look = Callable[[str, MainWindow], None]
EVERY = VIEWS | FORMS

_FORMS = (
    "names", "step extended", "ledger, export", "new complaint", "tray a", "pack, costs",
    "roster form", "holidays, adding", "figures as cards", "publishing", "closing", "red line",
)  # fmt: skip
SOME = OF_EACH_PAGE | {"patrol": VIEWS["patrol"]} | {name: FORMS[name] for name in _FORMS}
"""A part of everything for the short form, of every page; all of it is CI's second step."""


@pytest.fixture
def walk(run_main: RunMain, written: Written, tmp_path: Path) -> Callable[[str, Look], None]:
    """Return a function that looks at everything in a language."""

    def walk(language: str, look: Look, ways: dict[str, Go] = EVERY) -> None:
        sample = written(write_demo, 12, 1, date.today(), rounds=True)
        folder = shutil.copytree(sample, tmp_path / language)

        def drive(window: MainWindow) -> None:
            for name, go in ways.items():
                go(window)
                QApplication.processEvents()
                look(name, window)
            window.close()

        assert run_main(drive, "--data", str(folder), "--lang", language) == 0

    return walk
