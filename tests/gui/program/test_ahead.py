"""The code of the other pages comes before the keys that lead to them."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from inspector.gui.frame.main_window import MainWindow
from inspector.storage.stores.pack_store import _rebuilt
from inspector.workspace.workspace import Workspace
from tests.conftest import RunMain
from tests.gui.waiting import wait_for
from tests.workspace.visiting import add_site, visit

SCRIPT = """
import enum, sys
made, plain = set(), enum.EnumType.__new__
def watched(kind, name, *given, **named):
    made.add(name)
    return plain(kind, name, *given, **named)
enum.EnumType.__new__ = watched
from inspector.gui.program.plain_import import load_qt
load_qt()
from PySide6.QtCore import QCoreApplication, QObject, QTimer
from inspector.gui.jobs import loading
from inspector.gui.program import ahead
import inspector.gui.program.application
app = QCoreApplication([])
before = set(sys.modules)
assert not before & set(ahead.CODE)
assert "WizardStyle" not in made
ahead.AFTER = 0
parent = QObject()
first = []
ahead.Ahead(parent, (first.append(None) for _ in range(2)))
timer = QTimer(interval=1)
timer.timeout.connect(lambda: "WizardStyle" in made and app.quit())
timer.start()
QTimer.singleShot(60_000, app.quit)
most, load = 0, loading.import_module
def counted(name):
    global most
    known = len(sys.modules)
    load(name)
    most = max(most, len(sys.modules) - known)
loading.import_module = counted
app.exec()
assert len(first) == 2
assert most <= 60, (most, "a step that a key waits for: divide it")
of_pages = {name for names in ahead.OF_PAGE.values() for name in names}
assert {*ahead.CODE, *of_pages} <= set(sys.modules), "left to load"
assert "WizardStyle" in made, "kinds of widgets"
"""


@pytest.mark.ci
def test_every_step_is_loaded_one_after_the_other() -> None:
    subprocess.run([sys.executable, "-c", SCRIPT], check=True, timeout=120)


@pytest.mark.ci
def test_checklists_that_visits_were_scored_with_are_made_before_a_page_asks(
    run_main: RunMain, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    with closing(Workspace(folder)) as workspace:
        visit(workspace, add_site(workspace))

    def drive(window: MainWindow) -> None:
        _rebuilt.cache_clear()
        wait_for(lambda: _rebuilt.cache_info().currsize)
        with closing(Workspace(folder)) as again:
            again.packs.thaw_ahead()
        assert _rebuilt.cache_info().misses == 1
        window.close()

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0
