"""需选择 by keys: from the ledger, whose steps count, asked once; then nothing waits."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from inspector.gui.commands.command_button import CommandButton
from inspector.gui.data.conflicts.conflicts_page import ConflictsPage
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.theme import GRID
from inspector.workspace.sample.demo import write_demo
from inspector.workspace.sharing.conflicts import Conflicts
from inspector.workspace.visits.shared_words import shared_words
from tests.conftest import Keyboard, RunMain
from tests.gui.visits.starting.shared_part import shared_part
from tests.gui.visits.visit import ENTER, ESC, Person
from tests.workspace.sharing.differing_laptops import let_laptops_differ
from tests.written_once import Written


@pytest.mark.ci
def test_what_laptops_say_differently_is_chosen_by_keys(
    run_main: RunMain, keyboard: Keyboard, copied: Written
) -> None:
    folder: Path = copied(write_demo, 12, 1, date.today())

    def drive(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        window.show_page("rectify").enter()
        count = window.findChild(QLabel, "conflictCount")
        assert count is not None
        assert not count.isVisible()
        let_laptops_differ(window.session.workspace)
        window.show_page("data")
        window.show_page("rectify").enter()
        assert count.text() == "On 4 things laptops say different things."
        assert count.isVisible()
        person.press("j", ctrl=True)
        page = window.page
        assert isinstance(page, ConflictsPage)
        assert person.focus == "conflicts"
        first, ways = page.waiting, page.ways()
        assert first is not None
        said = [
            made.text()
            for made in page.findChildren(QPushButton)
            if made.objectName().startswith("settle") and made.isVisible()
        ]
        assert said == [f"{place}. {way}" for place, way in enumerate(ways, 1)]
        settle = person.find(CommandButton, "line-settle", window)
        assert settle.text() == f"Settle  1…{len(ways)}"  # no key that does nothing
        person.press("2")
        assert page.line.waiting
        assert page.waiting == first  # asked, and nothing done yet
        person.press(ESC)
        assert page.line.isHidden()
        person.press("2")
        page.table.selectRow(1)
        assert page.line.isHidden()  # it was asked of the row before
        page.table.selectRow(0)
        person.press("2")
        person.press("2")
        assert window.session.workspace.of(Conflicts).count() == 3
        told = {}
        for row in range(3):
            page.table.selectRow(row)
            told[len(page.ways())] = settle.text()
        assert told == {1: "Settle  1", 2: "Settle  1  2"}  # what was set aside is only noted
        page.table.selectRow(0)
        for confirming in ("1", ENTER, ENTER):
            person.press("1")
            person.press(confirming)
            assert window.page is page
        assert not page.ways()
        assert page.head.findChildren(QLabel)
        person.press(ESC)
        assert window.page is window.show_page("rectify")
        assert not count.isVisible()

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0


@pytest.mark.ci
def test_a_mouse_alone_chooses_and_a_double_click_judges_nothing(
    run_main: RunMain, keyboard: Keyboard, copied: Written
) -> None:
    folder: Path = copied(write_demo, 12, 1, date.today())

    def drive(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        let_laptops_differ(window.session.workspace)
        window.show_page("rectify").enter()
        person.click("toConflicts")
        page = window.page
        assert isinstance(page, ConflictsPage)
        person.click("settle1")
        cell = page.table.visualRect(page.table.model().index(0, 1)).center()
        QTest.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
        assert window.page is page
        assert window.session.workspace.of(Conflicts).count() == 4
        if not page.line.waiting:
            person.click("settle1")
        (confirm,) = [
            each for each in page.line.findChildren(QPushButton) if each.text() == "Settle"
        ]
        QTest.mouseClick(confirm, Qt.MouseButton.LeftButton)
        assert window.session.workspace.of(Conflicts).count() == 3

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0


@pytest.mark.ci
def test_enter_shows_what_it_is_about_and_judges_nothing(
    run_main: RunMain, keyboard: Keyboard, copied: Written
) -> None:
    folder: Path = copied(write_demo, 12, 1, date.today())

    def drive(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        let_laptops_differ(window.session.workspace)
        window.show_page("rectify").enter()
        person.press("j", ctrl=True)
        page = window.page
        assert isinstance(page, ConflictsPage)
        while page.waiting is not None and not page.waiting.kind.is_of_steps:
            person.press(ENTER)
            assert window.page is page
            page.table.selectRow(page.table.currentIndex().row() + 1)
        person.press(ENTER)
        assert window.page is window.show_page("rectify")
        assert window.session.workspace.of(Conflicts).count() == 4

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0


@pytest.mark.ci
def test_a_window_scored_twice_stands_side_by_side_and_is_chosen_by_a_key(
    run_main: RunMain, keyboard: Keyboard, copied: Written
) -> None:
    folder: Path = copied(write_demo, 12, 1, date.today())

    def drive(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        workspace = window.session.workspace
        visit = shared_part(workspace, slice(0, 2), "周敏")
        shared_part(workspace, slice(1, 3), "秦晓雨")
        window.show_page("rectify").enter()
        person.press("j", ctrl=True)
        page = window.page
        assert isinstance(page, ConflictsPage)
        model = page.sides.model()
        heads = [
            model.headerData(column, Qt.Orientation.Horizontal)
            for column in range(model.columnCount())
        ]
        assert sorted(heads[1:]) == ["周敏", "秦晓雨"]
        assert len(page.ways()) == 3
        below = page.childAt(page.head.geometry().bottomLeft() + QPoint(GRID, 1))
        assert below is not None
        assert below.height() > 1  # the head has a line of its own
        waiting = page.waiting
        assert waiting is not None
        ((key, way),) = [(f"{n}", way) for n, way in enumerate(page.ways(), 1) if "秦晓雨" in way]
        person.press(key)
        person.press(key)
        assert not page.ways()
        assert person.banner == f"Kept: {waiting.title} – {way}."
        said = shared_words(workspace, workspace.inspections.sheet(visit).inspection)
        assert "only what 秦晓雨 scored counts" in said

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0
