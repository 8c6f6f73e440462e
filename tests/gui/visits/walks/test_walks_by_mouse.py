"""A patrol and a recheck, walked and completed by clicks alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from inspector.gui.rectify.ledger_page import RectifyPage
from inspector.gui.visits.parts.verdict_segment import VerdictButton
from tests.gui.visits.visit import ALT, ENTER, NONE, Person, at_the_window, click
from tests.gui.visits.walks_hall import WINDOWS, write_due
from tests.gui.waiting import rest, wait_for
from tests.written_once import Written


@pytest.fixture
def folder(copied: Written) -> Path:
    """A data folder with a hall of eight windows and three findings that are due."""
    return copied(write_due)


def begin(person: Person, kind: str) -> None:
    """Start a walk from the form."""
    person.press("n", ctrl=True)
    person.press_with(ALT, kind)
    person.tap("start")


def given(page: QWidget) -> list[str]:
    """The verdicts that stand out above the panel."""
    buttons = page.findChildren(VerdictButton)
    return [each.objectName() for each in buttons if each.isChecked()]


def found_in_ledger(person: Person) -> str:
    """The number of the only finding that the ledger shows; then back to the visit."""
    ledger = person.window.page
    assert isinstance(ledger, RectifyPage)
    wait_for(lambda: len(ledger.model.ids) == 1)
    (numbers,) = person.disk.rows("SELECT number FROM finding WHERE id = ?", *ledger.model.ids)
    person.window.activateWindow()  # after a menu; a screen that is none does not
    wait_for(person.window.isActiveWindow)
    person.turn_to("inspect")
    return str(numbers[0])


@pytest.mark.ci
@at_the_window
def test_a_patrol(person: Person) -> None:
    begin(person, "3")
    page = person.page.patrol
    click(page.stops, page.model.index(1))
    person.tap("clean")
    assert page.place.window_number == "2号窗口"  # on to the next
    click(page.stops, page.model.index(1))
    assert given(page) == ["clean"]

    click(page.stops, page.model.index(2))
    assert given(page) == []
    person.tap("wrong")
    person.keyboard.compose("地面有水")
    person.tap("line-confirm")
    category = page.editor._categories._chips[0]
    QTest.mouseClick(category, Qt.MouseButton.LeftButton)
    assert given(page) == ["wrong"]
    assert person.focus == "places"
    person.tap("line-handled")
    person.tap("back")  # and what is not written waits
    person.press(ENTER)
    acts = person.menu(page.panel.cards, QPoint(20, 20))
    assert {"rewrite", "handled", "meeting", "photo", "drop"} <= acts.keys()
    acts["meeting"].trigger()

    # In the line there may be no room for it.
    person.menu(page.stops.viewport(), QPoint(20, 20))["rest"].trigger()
    person.tap("bannerAction")
    assert not page.walk.left
    person.tap("completeRound")
    person.tap("bannerAction")
    rows = "SELECT count(*), sum(to_meeting) FROM patrol_entry"
    assert person.disk.rows(rows) == [(WINDOWS + 1, 0)]  # the meeting does not hear of it
    result = person.page.patrol_result
    click(result.table, result.model.index(0, 2), twice=True)
    assert "only findings are in the ledger" in person.banner
    numbers = [result.number_of(result.model.row_at(at)) for at in range(result.model.rowCount())]
    at = next(at for at, number in enumerate(numbers) if number)
    click(result.table, result.model.index(at, 2), twice=True)
    assert found_in_ledger(person) == numbers[at]
    person.press(ENTER)
    assert found_in_ledger(person) == numbers[at]
    person.tap("back")
    assert person.page.start.isVisible()


@pytest.mark.ci
@at_the_window
def test_a_recheck(person: Person) -> None:
    begin(person, "4")
    page = person.page.recheck
    window = person.window.windowHandle()
    passed = person.find(VerdictButton, "passed")
    spot = passed.mapTo(person.window, passed.rect().center())
    QTest.mouseDClick(window, Qt.MouseButton.LeftButton, NONE, spot)
    rest(20)
    assert len(page.walk.left) == 2  # a double click judges once
    person.tap("failed")
    person.keyboard.compose("仍未改")
    person.tap("line-confirm")
    person.tap("passed")
    click(page.stops, page.model.index(1))
    assert given(page) == ["failed"]
    click(page.stops, page.model.index(2))
    person.tap("not-looked-at")
    assert given(page) == []
    person.tap("line-undo")
    assert given(page) == ["passed"]
    person.tap("completeRound")
    person.tap("bannerAction")
    outcomes = person.disk.rows("SELECT outcome, note FROM recheck_entry ORDER BY position")
    assert outcomes == [("passed", ""), ("failed", "仍未改"), ("passed", "")]
    result = person.page.recheck_result
    assert result.isVisible()
    click(result.table, result.model.index(1, 2), twice=True)
    assert found_in_ledger(person) == result.model.row_at(1).finding.number
    person.tap("back")
    assert person.page.start.isVisible()
