"""A double click opens and never judges: through the window system's own events."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from tests.gui.visits.folder import REQUIRED
from tests.gui.visits.visit import ALT, NONE, PAGE_DOWN, PAGE_UP, Person, at_the_window, in_a_visit
from tests.gui.waiting import rest


def double_click(person: Person, widget: QWidget, at: QPoint | None = None) -> None:
    """Click twice where a widget is, whatever is there by the second click."""
    window = person.window.windowHandle()
    place = widget.mapTo(person.window, at or widget.rect().center())
    QTest.mouseDClick(window, Qt.MouseButton.LeftButton, NONE, place)
    rest(20)


@at_the_window
def test_on_new_inspection_it_opens_the_form_and_starts_nothing(person: Person) -> None:
    double_click(person, person.find(QPushButton, "newInspection"))
    assert person.page.new.isVisible()
    assert person.find(QPushButton, "start").isEnabled()
    assert person.disk.states() == ["open"]


@pytest.mark.ci
@at_the_window
def test_on_start_it_starts_one_visit_and_completes_none(person: Person) -> None:
    person.press("n", ctrl=True)
    for kind in ("3", "1"):
        person.press_with(ALT, kind)
    double_click(person, person.find(QPushButton, "start"))
    assert person.disk.states() == ["open", "open"]
    assert not person.scoring.line.waiting
    assert person.disk.answers() == {}


@pytest.mark.ci
@in_a_visit
def test_on_an_item_it_changes_nothing(person: Person) -> None:
    person.press("1")
    items = person.scoring.items
    before = person.disk.answers()
    for item in ("polite", "greet", "quarrel"):
        place = items.visualRect(person.scoring.model.index_of(item)).center()
        double_click(person, items.viewport(), place)
        assert person.item == item
        assert person.disk.answers() == before
        if item == "greet":
            assert person.focus == "note"  # what is written of it is open


@in_a_visit
def test_on_complete_it_asks_and_does_not_answer(person: Person) -> None:
    person.press(*[PAGE_UP] * 4)
    for _ in range(4):
        person.press("a", "a", PAGE_DOWN)
    assert len(person.disk.answers()) == len(REQUIRED)
    double_click(person, person.find(QPushButton, "complete"))
    assert person.scoring.line.waiting
    assert person.disk.states() == ["open"]


@in_a_visit
def test_two_clicks_on_a_counter_are_two(person: Person) -> None:
    person.press("2")
    more = person.find(QPushButton, "more")
    double_click(person, more)
    assert person.disk.answers()["greet"].count == 3


@in_a_visit
def test_a_double_click_on_the_line_of_keys_asks_and_does_not_answer(person: Person) -> None:
    double_click(person, rest_of_line(person))
    assert person.disk.verdicts() == {}
    QTest.mouseClick(rest_of_line(person), Qt.MouseButton.LeftButton)
    assert set(person.disk.verdicts().values()) == {"pass"}


def rest_of_line(person: Person) -> QWidget:
    found = person.window.findChildren(QPushButton, "line-rest")
    return next(each for each in found if each.isVisible())
