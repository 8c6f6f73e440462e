"""At 200 % of 1366×768 no page that was gone to asks for a bar below it, in either hand."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QScrollArea

from inspector.gui.frame.main_window import MainWindow
from inspector.gui.meeting.meeting_page import MeetingPage
from inspector.gui.theme import GRID
from inspector.gui.touch.touch_mode import ON, choose_touch
from inspector.workspace.sample.demo import write_demo
from tests.conftest import RunMain
from tests.gui.commands.views import THREE, VIEWS, Go
from tests.gui.looks import settle
from tests.written_once import Written

WIDE = {"screens", "tray"}
"""What is made for a projector."""


@pytest.mark.parametrize(
    ("by_finger", "views"),
    [
        pytest.param(False, THREE | {"meeting": VIEWS["meeting"]}, id="mouse-some"),
        pytest.param(False, VIEWS, id="mouse-all", marks=pytest.mark.ci),
        pytest.param(True, VIEWS, id="finger-all", marks=pytest.mark.ci),
    ],
)
def test_no_page_scrolls_sideways(
    run_main: RunMain, written: Written, tmp_path: Path, by_finger: bool, views: dict[str, Go]
) -> None:
    sample = written(write_demo, 12, 1, date.today(), rounds=True)
    folder = shutil.copytree(sample, tmp_path / "sample")
    scrolled: set[str] = set()
    said: list[str] = []

    def drive(window: MainWindow) -> None:
        if by_finger:
            choose_touch(ON)
        window.showNormal()
        window.resize(683, 340)
        settle()
        room = window.findChild(QScrollArea, "pageRoom")
        assert room is not None
        for name, go in views.items():
            go(window)
            QApplication.processEvents()
            QApplication.processEvents()
            if room.horizontalScrollBar().maximum():
                scrolled.add(name)
            if name == "meeting":
                page = window.page
                assert isinstance(page, MeetingPage)
                said.append(_first_of_the_agenda(page))
        VIEWS["checklists"](window)
        _look_behind_more(window)
        window.close()

    assert run_main(drive, "--data", str(folder), "--lang", "zh_CN") == 0
    assert scrolled <= WIDE
    assert len(said[0]) > 6 or not said[0].endswith("…")


def _first_of_the_agenda(page: MeetingPage) -> str:
    """Return as much of the first finding as is to be read."""
    table = page.opening.agenda.table
    text = str(table.model().index(0, 2).data())
    room = table.columnWidth(2) - 2 * GRID
    return table.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)


def _look_behind_more(window: MainWindow) -> None:
    """What has no room in the head is offered behind 更多."""
    in_sight = {each.objectName() for each in window.page.findChildren(QPushButton)
                if each.isVisible()}  # fmt: skip
    assert {"editPack", "exportPack"}.isdisjoint(in_sight)
    more = window.page.findChild(QPushButton, "morePack")
    assert more is not None
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = {each.objectName() for each in menu.actions()}
    assert {"edit", "export"} <= names
    menu.close()
