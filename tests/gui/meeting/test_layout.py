"""The stage of a meeting is read from the last row."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from inspector.gui.frame.main_window import MainWindow
from inspector.gui.meeting.screens.stage_look import BASE
from tests.conftest import Keyboard, RunMain
from tests.gui.meeting.test_held_by_keys import RIGHT, meeting_page
from tests.gui.visits.visit import ENTER, Person


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
