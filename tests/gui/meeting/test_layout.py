"""The stage of a meeting is read from the last row."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from inspector.gui.frame.main_window import MainWindow
from inspector.gui.meeting.screens.stage_look import BASE
from inspector.gui.touch.touch_mode import OFF, ON, choose_touch
from tests.conftest import Keyboard, RunMain
from tests.gui.looks import settle
from tests.gui.meeting.in_front import RIGHT, meeting_page
from tests.gui.visits.visit import ENTER, ESC, Person


@pytest.mark.ci
def test_the_stage_is_read_from_afar(run_main: RunMain, keyboard: Keyboard, folder: Path) -> None:
    def drive(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        person.turn_to("meeting")
        person.press(ENTER, RIGHT, RIGHT)
        presenter = meeting_page(person).presenter
        small = [
            each.objectName()
            for each in presenter.findChildren(QWidget)
            if each.isVisible() and 0 < each.font().pixelSize() < BASE and _says(each)
        ]
        assert small == []

    assert run_main(drive, "--data", str(folder), "--lang", "zh_CN") == 0


def _says(widget: QWidget) -> bool:
    text = getattr(widget, "text", None)
    return callable(text) and bool(text())


@pytest.mark.ci
def test_the_doors_of_the_head_are_whole(
    run_main: RunMain, keyboard: Keyboard, folder: Path
) -> None:
    def drive(window: MainWindow) -> None:
        window.resize(1366, 768)
        person = Person(window, keyboard, folder)
        for hand in (OFF, ON):
            choose_touch(hand)
            settle()
            person.turn_to("meeting")
            person.press(ENTER)
            presenter = meeting_page(person).presenter
            head = presenter.head
            head.show_meeting(replace(presenter.meeting, site_name="中心区政务服务大厅" * 8))
            QApplication.processEvents()
            doors = [each for each in head.findChildren(QPushButton) if each.isVisible()]
            assert len(doors) == 2
            for door in doors:
                room = door.width() - door.fontMetrics().horizontalAdvance(door.text())
                assert room > 0, (hand, door.text())
            person.press(ESC)

    assert run_main(drive, "--data", str(folder), "--lang", "zh_CN") == 0
