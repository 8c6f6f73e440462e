"""On a small screen figures give way to the words that are read: nothing is scrolled to sideways.

1366×768 at 150 and at 175 %, less title and task bar.
"""

import shutil
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QPushButton, QTableView

from inspector.gui.commands.key_sheet import KeySheet
from inspector.gui.data.checklists.pack_view import PackView
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.frame.page_room import PageRoom
from inspector.workspace.sample.demo import write_demo
from tests.conftest import RunMain
from tests.gui.commands.views import VIEWS, press
from tests.gui.looks import SCALED, cut, overlapping
from tests.gui.summary.reader import LEFT
from tests.gui.visits.photos import until
from tests.gui.waiting import rest
from tests.sample_days import newest_visits
from tests.written_once import Written

SMALLER = QSize(781, 390)
REMARK = 10
"""The column of the ranking that is there only when something is particular about a rank."""

TABLES = {
    "result": ("resultFindings", 2, 250),
    "meeting": ("agenda", 2, 170),
    "summary": ("ranking", 0, 70),
    "roster": ("windows", 2, 130),
}
"""By view the table, the column of its words, and the pixels that it keeps."""


@pytest.mark.parametrize("size", [pytest.param(SCALED, marks=pytest.mark.ci), SMALLER])
def test_words_keep_their_room(
    run_main: RunMain, written: Written, tmp_path: Path, size: QSize
) -> None:
    folder = shutil.copytree(written(write_demo, 12, 1, date.today(), rounds=True), tmp_path / "d")
    seen: list[str] = []

    def drive(window: MainWindow) -> None:
        window.showNormal()
        window.resize(size)
        for name, (called, column, least) in TABLES.items():
            VIEWS[name](window)
            if name == "summary" and newest_visits().month != date.today().month:
                press(LEFT)
            rest(50)
            table = next(t for t in window.findChildren(QTableView, called) if t.isVisible())
            until(partial(_has_rows, table))
            rest(50)
            assert table.columnWidth(column) >= least, name
            # To the remarks of a score one scrolls where all else is narrow.
            whole = name != "summary" or table.isColumnHidden(REMARK)
            assert table.horizontalScrollBar().maximum() == 0 or not whole, name
            seen.append(name)
        VIEWS["checklists"](window)
        rest(50)
        (room,) = window.findChildren(PageRoom)
        assert room.horizontalScrollBar().maximum() == 0
        assert overlapping(window) == []
        VIEWS["scoring"](window)
        press("?")
        (sheet,) = window.findChildren(KeySheet)
        for each in sheet.findChildren(QLabel):
            assert each.height() >= each.heightForWidth(each.width()), each.text()
        window.close()

    assert run_main(drive, "--data", str(folder), "--lang", "zh_CN") == 0
    assert seen == [*TABLES]


@pytest.mark.ci
def test_the_categories_of_a_checklist_are_all_to_be_read(
    run_main: RunMain, written: Written, tmp_path: Path
) -> None:
    folder = shutil.copytree(written(write_demo, 12, 1, date.today(), rounds=True), tmp_path / "d")

    def drive(window: MainWindow) -> None:
        window.showNormal()
        window.resize(SMALLER)
        VIEWS["checklists"](window)
        rest(50)
        (view,) = window.findChildren(PackView)
        tabs = view.tabs.findChildren(QPushButton)
        assert len(tabs) == 5
        for tab in tabs:
            assert tab.visibleRegion().boundingRect() == tab.rect(), tab.text()
        assert cut(window) == []
        window.close()

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0


def _has_rows(table: QTableView) -> bool:
    return table.model().rowCount() > 0
