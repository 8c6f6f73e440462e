"""What a clerk with a mouse stumbled over: rows that move under it, and steps that stay behind."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from inspector.gui.commands.command_button import CommandButton
from tests.gui.visits.scoring.test_by_mouse import tap_in_row
from tests.gui.visits.visit import NONE, UP, Person, in_a_visit


@in_a_visit
def test_done_goes_on_from_a_pass_that_became_a_deduction(person: Person) -> None:
    person.click_item("greet")
    tap_in_row(person, "pass")
    person.click_item("greet")
    tap_in_row(person, "deduct")
    person.keyboard.compose("群众问路")
    done = next(
        each
        for each in person.window.findChildren(CommandButton)
        if each.isVisible() and each.accessibleName() == "Done, next item"
    )
    QTest.mouseClick(done, Qt.MouseButton.LeftButton)
    assert person.disk.answers()["greet"].note == "群众问路"
    assert person.item != "greet"


@pytest.mark.ci
@in_a_visit
def test_rows_stay_under_the_mouse_when_the_line_below_closes(person: Person) -> None:
    person.window.resize(1100, 480)
    QApplication.processEvents()
    items = person.scoring.items
    person.scoring.position.last()
    person.press("a")  # asks, in the line below the list
    assert person.scoring.line.isVisible()
    QApplication.processEvents()
    items.verticalScrollBar().setValue(items.verticalScrollBar().maximum())
    last = person.scoring.model.last_item()
    place = items.visualRect(last).center()
    place = QPoint(items.x() + 60, place.y())
    for _ in range(2):
        QTest.mouseClick(items.viewport(), Qt.MouseButton.LeftButton, NONE, place)
        QApplication.processEvents()
        assert items.currentIndex() == last
        assert items.indexAt(place) == last
        assert not person.scoring.line.isVisible()
    person.press(UP)
    person.window.resize(1100, 700)  # no row was held for that
    QApplication.processEvents()
    bar = items.verticalScrollBar()
    rows = sum(items.visualRect(person.scoring.model.index(each)).height()
               for each in range(person.scoring.model.rowCount()))  # fmt: skip
    assert bar.maximum() == max(0, rows - items.viewport().height())


@pytest.mark.ci
@in_a_visit
def test_what_was_passed_is_taken_back_by_the_button_of_the_line(person: Person) -> None:
    person.press("a", "a")
    assert "passed" in person.line
    assert person.disk.verdicts()
    person.tap("bannerAction")
    assert person.disk.verdicts() == {}
    assert person.focus == "items"
