"""At 150 % the buttons of a step's form are whole and in sight when it opens."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from inspector.gui.frame.main_window import MainWindow
from inspector.workspace.sample.demo import write_demo
from tests.conftest import RunMain
from tests.gui.commands.forms_in_front import FORMS
from tests.gui.looks import SCALED, in_sight, settle
from tests.written_once import Written

ANSWERS = {"confirmStep", "cancelStep"}


@pytest.mark.ci
def test_the_buttons_of_a_step_are_whole(
    run_main: RunMain, written: Written, tmp_path: Path
) -> None:
    folder = shutil.copytree(written(write_demo, 12, 1, date.today(), rounds=True), tmp_path / "d")
    hidden: list[str] = []
    seen: list[str] = []

    def drive(window: MainWindow) -> None:
        window.showNormal()
        window.resize(SCALED)
        for name, go in FORMS.items():
            if not name.startswith(("step ", "complaint ")):
                continue
            go(window)
            settle()
            for each in in_sight(window):
                if isinstance(each, QPushButton) and each.objectName() in ANSWERS:
                    seen.append(name)
                    if each.visibleRegion().boundingRect() != each.rect():
                        hidden.append(
                            f"{name}: {each.visibleRegion().boundingRect()} {each.text()}"
                        )
        window.close()

    assert run_main(drive, "--data", str(folder), "--lang", "zh_CN") == 0
    assert len(seen) >= 2 * 10
    assert not hidden, "\n".join(hidden)
