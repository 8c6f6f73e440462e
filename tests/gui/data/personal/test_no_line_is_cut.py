"""At 200 % no sentence on 个人信息 misses a line: the page scrolls instead."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from inspector.gui.frame.main_window import MainWindow
from inspector.workspace.sample.demo import write_demo
from tests.conftest import RunMain
from tests.gui.commands.views import VIEWS
from tests.gui.looks import QUARTER, lines_short
from tests.gui.waiting import rest
from tests.written_once import Written


@pytest.mark.ci
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_no_line_is_cut(run_main: RunMain, written: Written, tmp_path: Path, language: str) -> None:
    folder = shutil.copytree(written(write_demo, 12, 1, date.today(), rounds=True), tmp_path / "d")
    short: list[str] = []

    def drive(window: MainWindow) -> None:
        window.showNormal()
        window.resize(QUARTER)
        VIEWS["personal"](window)
        rest(50)
        short.extend(lines_short(window))
        window.close()

    assert run_main(drive, "--data", str(folder), "--lang", language) == 0
    assert short == []
