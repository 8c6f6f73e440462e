"""? and Shift+F1 list the keys of the page, any key closes the list; ? in a field is typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from inspector.gui.widgets.overlay import Overlay
from tests.gui.visits.visit import (
    ALT,
    CTRL,
    ENTER,
    ESC,
    NONE,
    SHIFT,
    Person,
    at_the_window,
    in_a_visit,
)

F1 = Qt.Key.Key_F1


def listed(person: Person) -> list[str]:
    """What the list in front says; empty when there is none."""
    sheets = [each for each in person.window.findChildren(Overlay) if each.isVisible()]
    assert len(sheets) <= 1
    return [label.text() for sheet in sheets for label in sheet.findChildren(QLabel)]


@in_a_visit
@pytest.mark.ci
def test_two_keys_list_the_keys_and_any_key_closes(person: Person) -> None:
    for held, key in ((SHIFT, F1), (NONE, "?")):
        for closing in (ESC, Qt.Key.Key_Space, "1", "?", ENTER):
            person.press_with(held, key)
            assert "Mark the rest of this window that is seen at a glance as passed" in listed(
                person
            )
            assert "Switch to another page" in listed(person)
            person.press(closing)
            assert listed(person) == [], closing
            assert person.focus == "items"
    assert person.disk.answers() == {}  # what closed it did nothing else
    assert person.scoring.isVisible()


@in_a_visit
def test_a_click_beside_it_closes_what_any_click_closes(person: Person) -> None:
    for key in ("=", "?"):
        person.press(key)
        assert "A click or any key closes this list" in listed(person)
        beside = person.scoring.panel  # takes no keyboard
        QTest.mouseClick(beside, Qt.MouseButton.LeftButton, pos=beside.rect().bottomRight() / 2)
        assert listed(person) == [], key
        assert person.focus == "items"


@in_a_visit
def test_shortcuts_only_close_it(person: Person) -> None:
    person.press("1")
    for key in ("z", ENTER, "2"):
        person.press_with(SHIFT, F1)
        person.press_with(CTRL, key)
        assert listed(person) == []
    assert person.disk.verdicts() == {"greet": "pass"}
    assert person.line == ""
    assert person.scoring.isVisible()


@pytest.mark.ci
@in_a_visit
def test_a_modifier_alone_leaves_it_open(person: Person) -> None:
    person.press_with(SHIFT, F1)
    for key in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta):
        person.press(key)
        assert listed(person), key


@pytest.mark.ci
@in_a_visit
def test_what_two_keys_do_alike_is_told_once(person: Person) -> None:
    for page in ("inspect", "meeting", "rectify", "summary", "data"):
        person.turn_to(page)
        person.press_with(SHIFT, F1)
        told = listed(person)
        person.press(ESC)
        meanings = told[2:-1:2]  # title, then a key and what it does
        assert len(set(meanings)) == len(meanings), (page, told)


@pytest.mark.ci
@at_the_window
def test_a_key_of_a_question_is_told_only_while_one_is_asked(person: Person) -> None:
    for page, tab in (("meeting", ""), ("data", "2"), ("data", "5"), ("data", "6")):
        person.turn_to(page)
        if tab:
            person.press_with(ALT, tab)
        person.press_with(SHIFT, F1)
        told = listed(person)
        assert told, page
        assert "Cancel the question" not in told, (page, tab)
        assert "Bring back what was written" not in told, (page, tab)
        person.press(ESC)


@in_a_visit
def test_a_click_closes_it(person: Person) -> None:
    person.press_with(SHIFT, F1)
    person.click("overlay", person.window)
    assert listed(person) == []
    assert person.focus == "items"
    person.press_with(SHIFT, F1)
    person.click_item("uniform")  # beside it
    assert listed(person) == []
    assert (person.item, person.focus) == ("uniform", "items")


@in_a_visit
@pytest.mark.ci
def test_a_question_mark_in_a_note_or_a_value_is_typed(person: Person) -> None:
    person.press("2")
    person.press_with(SHIFT, "?")
    assert listed(person) == []
    assert person.disk.note() == "?"
    person.press("why?")
    assert person.disk.note() == "?why?"
    person.press_with(SHIFT, F1)  # which is no text
    assert listed(person)
    person.press(ESC)
    assert person.focus == "note"
    person.press(ESC)
    person.go("wait")
    person.press("2")
    person.press_with(SHIFT, "?")
    assert listed(person) == []
    assert person.find(QLineEdit, "measuredValue").text() == "?"


@at_the_window
@pytest.mark.ci
def test_a_question_mark_in_a_search_is_typed(person: Person) -> None:
    person.press("n", ctrl=True)
    for name in ("siteSearch", "inspectors", "phase"):
        field = person.find(QLineEdit, name)
        field.setFocus()
        person.press_with(SHIFT, "?")
        assert listed(person) == []
        assert field.text().endswith("?"), name
    person.turn_to("data")
    field = person.find(QLineEdit, "siteSearch")
    field.setFocus()
    person.press_with(SHIFT, "?")
    assert field.text() == "?"


@at_the_window
def test_every_page_has_its_own_keys(person: Person) -> None:
    person.press_with(SHIFT, F1)
    assert "Resume or open" in listed(person)
    person.press(ESC)
    person.press("n", ctrl=True)
    person.press_with(SHIFT, F1)
    assert "Tick a window" in listed(person)
    person.press(ESC)
    person.turn_to("data")
    person.press_with(ALT, "1")
    person.press_with(SHIFT, F1)
    assert "All keys" in listed(person)


@in_a_visit
def test_the_score_is_expanded_over_the_page(person: Person) -> None:
    person.press("2", "1", ENTER, "a", "a", "=")
    assert "How the score of 1号窗口 comes about" in listed(person)
    assert "21.43 + 20.00 + 35.00 + 20.00 = 96.43" in listed(person)
    person.press_with(SHIFT, F1)
    assert listed(person) == []
    assert person.focus == "items"
