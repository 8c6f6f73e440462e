"""The papers written last are a click away, after a restart as well; one that was moved is told."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from inspector.gui.widgets.lists.table import TableView
from inspector.workspace.papers.recent_papers import remember_written
from inspector.workspace.sample.demo import write_demo
from tests.conftest import ChooseFile
from tests.gui.conftest import Visit
from tests.gui.data.widgets import column
from tests.gui.visits.visit import CTRL, ENTER, SHIFT, Person
from tests.gui.waiting import wait_for
from tests.written_once import Written


@pytest.fixture
def folder(copied: Written) -> Path:
    """Visits of the last weeks."""
    return copied(write_demo, 12, 1, date.today())


def recent(person: Person) -> TableView:
    table = person.find(TableView, "recentExports")
    wait_for(lambda: "" not in column(table, 3))
    return table


@pytest.mark.ci  # many exports
def test_recent_exports_from_the_first_page_to_a_moved_file(
    visit: Visit,
    folder: Path,
    choose_file: ChooseFile,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    first, second = tmp_path / "台账.xlsx", tmp_path / "汇总.xlsx"

    def export(person: Person) -> None:
        person.tap("recentPapers")
        assert not person.find(TableView, "recentExports").isVisible()  # there is none yet
        person.turn_to("inspect")
        person.find(QComboBox, "period").setCurrentIndex(2)
        choose_file(first, second)
        person.tap("exportRectification")
        wait_for(lambda: person.banner.startswith(f"Written: {first}"))
        person.tap("exportSummary")
        wait_for(lambda: person.banner.startswith(f"Written: {second}"))

    def look(person: Person) -> None:
        person.press_with(CTRL | SHIFT, "o")
        table = recent(person)
        assert table.hasFocus()
        assert column(table, 0) == [second.name, first.name]
        assert column(table, 1) == [str(tmp_path)] * 2
        assert column(table, 3) == ["still there"] * 2
        person.press(ENTER)
        person.tap("openPaperFolder")
        assert opened == [str(second), str(tmp_path)]
        first.rename(tmp_path / "elsewhere.xlsx")
        there = table.visualRect(table.model().index(1, 0)).center()
        for act in (QTest.mouseClick, QTest.mouseDClick):
            act(table.viewport(), Qt.MouseButton.LeftButton, pos=there)
        assert len(opened) == 2
        assert person.banner.startswith(f"“{first.name}” is no longer in {tmp_path}")
        wait_for(lambda: column(table, 3) == ["still there", "no longer there"])
        person.turn_to("inspect")
        remember_written(folder, [tmp_path / "all.zip"])  # as a command beside the window does
        person.press_with(CTRL | SHIFT, "o")
        assert column(recent(person), 0) == ["all.zip", second.name, first.name]

    visit(export)
    visit(look)
