"""Completed visits are found by words and by a menu, with the mouse and by keys."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from inspector.workspace.sample.demo import write_demo
from tests.gui.data.widgets import column
from tests.gui.visits.visit import CTRL, DOWN, ENTER, ESC, Person, at_the_window
from tests.gui.waiting import wait_for
from tests.written_once import Written


@pytest.fixture
def folder(copied: Written) -> Path:
    """Visits of the last weeks."""
    return copied(write_demo, 30, 1, date.today(), rounds=True)


def choose(person: Person, part: str, said: str) -> None:
    """Choose in a part of the menu, by mouse."""
    person.tap("completedFilters")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    of_part = next(each for each in menu.actions() if each.text() == part)
    below = of_part.menu()
    assert isinstance(below, QMenu)
    click(menu, of_part.text())
    wait_for(below.isVisible)
    click(below, said)
    menu.close()


def click(menu: QMenu, said: str) -> None:
    act = next(each for each in menu.actions() if each.text() == said)
    where = menu.actionGeometry(act).center()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=where)


@pytest.mark.ci
@at_the_window
def test_words_find_visits_and_esc_brings_all_back(person: Person) -> None:
    start = person.page.start
    table, every = start.completed, column(start.completed, 0)
    person.press_with(CTRL, "f")
    assert person.focus == "completedWords"
    person.press("cdyyt")
    wait_for(lambda: set(column(table, 0)) == {"城东营业厅"})
    person.press(DOWN)
    assert table.hasFocus()
    person.press(ENTER)
    assert not start.isVisible()  # the result of the visit that was found
    person.press(ESC)
    assert set(column(table, 0)) == {"城东营业厅"}  # as it was left
    person.press("/", "qq")
    wait_for(lambda: not column(table, 0))
    assert person.text("completedNote") == "No visit fits."
    assert start.export.isVisible()  # the page is not taken for an empty one
    person.press(ESC)
    wait_for(lambda: column(table, 0) == every)


@pytest.mark.ci
@at_the_window
def test_the_menu_narrows_and_says_what_is_chosen(person: Person) -> None:
    start = person.page.start
    table, every = start.completed, column(start.completed, 0)
    choose(person, "Kind of visit", "Daily patrol")
    assert set(column(table, 1)) == {"Daily patrol"}
    assert start.search.filters.accessibleName() == "Daily patrol"
    choose(person, "Record", "Signature refused")
    assert start.search.filters.accessibleName() == "Daily patrol · Signature refused"
    choose(person, "Kind of visit", "All")
    choose(person, "Record", "All")
    choose(person, "Month", f"All of {date.today().year - 2}")
    assert column(table, 0) == []
    person.tap("completedClear")
    assert column(table, 0) == every
    assert not start.search.clear.isVisible()
