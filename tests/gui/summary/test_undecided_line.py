"""A figure that rests on a window scored twice says so, with the way to where it is chosen."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from inspector.gui.data.conflicts.conflicts_page import ConflictsPage
from inspector.gui.frame.main_window import MainWindow
from inspector.workspace.changes import Changes
from inspector.workspace.sample.demo import write_demo
from tests.conftest import Keyboard, RunMain
from tests.gui.commands.views import figure_board
from tests.gui.visits.starting.shared_part import shared_part
from tests.gui.visits.visit import ESC, Person
from tests.gui.waiting import wait_for
from tests.written_once import Written


@pytest.mark.ci
def test_it_says_so_until_it_is_chosen(
    run_main: RunMain, keyboard: Keyboard, copied: Written
) -> None:
    folder: Path = copied(write_demo, 12, 1, date.today())

    def drive(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        figure_board(window)
        said = window.findChild(QLabel, "undecidedCount")
        assert said is not None
        assert not said.isVisible()
        for windows, who in ((slice(0, 2), "周敏"), (slice(1, 3), "秦晓雨")):
            shared_part(window.session.workspace, windows, who)
        window.session.changed.emit(Changes(inspections=True))
        board = figure_board(window)
        wait_for(said.isVisible)
        assert said.text().endswith("有1处重复评分，尚未选定，暂按平均分计。")
        person.click("chooseScores")
        assert isinstance(window.page, ConflictsPage)
        person.press(ESC)
        person.press("j", ctrl=True)
        page = window.page
        assert isinstance(page, ConflictsPage)
        person.press("1", "1")
        person.press(ESC)
        assert window.page is window.show_page("summary")
        board.show_now()
        wait_for(lambda: not said.isVisible())

    assert run_main(drive, "--data", str(folder), "--lang", "zh_CN") == 0
