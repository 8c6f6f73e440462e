"""Killed at any key, the program opens on the same window and item with every answer."""

import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from inspector.gui.frame.main_window import MainWindow
from inspector.gui.visits.visits_page import InspectPage
from inspector.workspace.workspace import Workspace
from tests.conftest import Keyboard, RunMain
from tests.gui.visits.disk import Disk, Kept
from tests.gui.visits.folder import start_visit, write_folder
from tests.gui.visits.photos import until
from tests.gui.visits.visit import ENTER


@pytest.mark.ci
@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_killed_program_resumes_in_the_middle_of_a_word(
    run_main: RunMain, keyboard: Keyboard, home: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    write_folder(folder, visits=1)
    child = subprocess.run(
        [sys.executable, "-m", "tests.e2e.killed", str(folder), "⇟4好⏎21茶⎋c1⎋⏎111"],
        cwd=Path(__file__).parents[2],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert child.returncode == -signal.SIGKILL, child.stderr

    def drive(window: MainWindow) -> None:
        page = window.page
        assert isinstance(page, InspectPage)
        assert page.start.unfinished.hasFocus()
        keyboard.press(ENTER)
        item = page.scoring.position.item
        assert item is not None
        assert (page.scoring.card.window_number, item.id) == ("2号窗口", "wait")
        assert page.scoring.items.hasFocus()

    assert run_main(drive, "--data", str(folder)) == 0
    answers = Disk(folder).answers("2号窗口")
    assert answers["greet"] == Kept("pass", note="好", praised=True)
    assert answers["uniform"] == Kept(
        "deduct", 1, phrases=("未穿工装",), note="茶", correction="已现场改正"
    )


@pytest.mark.ci
def test_the_newest_of_several_unfinished_visits_is_one_key_away(
    run_main: RunMain, keyboard: Keyboard, home: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    write_folder(folder, visits=2)
    with closing(Workspace(folder)) as workspace:
        newest = start_visit(workspace)

    def drive(window: MainWindow) -> None:
        page = window.page
        assert isinstance(page, InspectPage)
        model = page.start.unfinished_model
        until(lambda: [model.index(row, 3).data() for row in range(3)] == ["0 / 23"] * 3)
        keyboard.press(ENTER, "1")
        assert page.scoring.scoring.sheet.inspection.id == newest

    assert run_main(drive, "--data", str(folder)) == 0
