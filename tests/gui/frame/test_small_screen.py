"""1366×768 at 200 %: nothing is cut without a way to it, and words come before keys."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from inspector.gui.commands.key_sheet import KeySheet
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.frame.page_room import PageRoom
from inspector.gui.visits.scoring.lists.item_model import ItemRow
from inspector.gui.visits.visits_page import InspectPage
from inspector.workspace.sample.demo import write_demo
from tests.conftest import RunMain
from tests.gui.commands.views import THREE, VIEWS, Go
from tests.gui.waiting import rest, wait_for
from tests.written_once import Written

SMALL = QSize(683, 344)
"""Pixels, without the task bar."""


@pytest.mark.parametrize(
    "views",
    [pytest.param(THREE, id="some"), pytest.param(VIEWS, id="all", marks=pytest.mark.ci)],
)
def test_every_page_has_a_way_to_all_of_it(
    run_main: RunMain, written: Written, tmp_path: Path, views: dict[str, Go]
) -> None:
    sample = written(write_demo, 12, 1, date.today(), rounds=True)
    folder = shutil.copytree(sample, tmp_path / "sample")
    seen: list[str] = []

    def drive(window: MainWindow) -> None:
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.resize(SMALL)
        (room,) = window.findChildren(PageRoom)
        for name, go in views.items():
            go(window)

            def has_room() -> bool:
                least, page = window.page.minimumSizeHint(), window.page.size()
                return least.expandedTo(page) == page

            wait_for(has_room)  # a page larger than the room is scrolled to
            assert window.size() == SMALL, name
            beyond = window.page.size() - room.maximumViewportSize()
            bars = room.horizontalScrollBar(), room.verticalScrollBar()
            assert bars[0].maximum() >= beyond.width(), name
            assert bars[1].maximum() >= beyond.height(), name
            seen.append(name)
        window.close()

    assert run_main(drive, "--data", str(folder), "--lang", "zh_CN") == 0
    assert seen == [*views]


@pytest.mark.ci
def test_the_text_of_an_item_and_what_a_key_does_stay(
    run_main: RunMain, written: Written, tmp_path: Path
) -> None:
    sample = written(write_demo, 12, 1, date.today(), rounds=True)
    folder = shutil.copytree(sample, tmp_path / "sample")

    def drive(window: MainWindow) -> None:
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.resize(SMALL)
        VIEWS["scoring"](window)
        rest(50)
        page = window.page
        assert isinstance(page, InspectPage)
        items = page.scoring.items
        texts = [
            row.item.text
            for at in range(items.model().rowCount())
            if isinstance(row := items.model().index(at, 0).data(Qt.ItemDataRole.UserRole), ItemRow)
        ]
        longest = max(map(items.fontMetrics().horizontalAdvance, texts))
        assert items.viewport().width() > 300
        assert longest < 2 * (items.viewport().width() - 100)  # in two lines
        assert page.scoring.panel.width() < page.width() // 2
        QTest.keyClicks(items, "?")
        (sheet,) = window.findChildren(KeySheet)
        meanings = [each for each in sheet.findChildren(QLabel) if not each.property("role")]
        assert len(meanings) > 20
        assert min(each.width() for each in meanings if each.wordWrap()) > 90
        QTest.keyClick(sheet, Qt.Key.Key_PageDown)
        assert sheet.isVisible()  # there is more of it
        assert sheet.geometry().bottom() < window.height()
        QTest.keyClick(sheet, Qt.Key.Key_Escape)
        assert QApplication.focusWidget() is items
        window.close()

    assert run_main(drive, "--data", str(folder), "--lang", "zh_CN") == 0
