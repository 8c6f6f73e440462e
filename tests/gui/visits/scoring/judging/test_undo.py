"""Undo and redo through several windows; each leads back to the place of the change."""

import pytest
from PySide6.QtCore import Qt

from tests.gui.visits.folder import REQUIRED
from tests.gui.visits.visit import BACKSPACE, CTRL, ENTER, PAGE_DOWN, SHIFT, UP, Person, in_a_visit


@in_a_visit
@pytest.mark.ci
def test_undo_and_redo_lead_through_the_windows(person: Person) -> None:
    person.press("1", "2", "1", ENTER)
    person.press(PAGE_DOWN, "3", PAGE_DOWN, "a", "a", "x")
    places = []
    for _ in range(6):
        person.press("z", ctrl=True)
        places.append((*person.place, len(person.disk.answers(person.scoring.card.window_number))))
    assert places == [
        ("3号窗口", "greet", 7),  # taken in again: one stays where one is
        ("3号窗口", "greet", 0),
        ("2号窗口", "greet", 0),
        ("1号窗口", "uniform", 2),  # the phrase
        ("1号窗口", "uniform", 1),
        ("1号窗口", "greet", 0),
    ]
    person.press("z", ctrl=True)  # nothing is left
    assert person.place == ("1号窗口", "greet")
    for _ in range(7):
        person.press("y", ctrl=True)
    assert person.disk.verdicts("1号窗口") == {"greet": "pass", "uniform": "deduct"}
    assert person.disk.verdicts("2号窗口") == {"greet": "na"}
    assert set(person.disk.answers("3号窗口")) == set(REQUIRED)
    assert person.disk.left_out() == ["3号窗口"]


@in_a_visit
def test_a_new_change_forgets_what_was_taken_back(person: Person) -> None:
    person.press("1", "1")
    person.press("z", ctrl=True)
    person.press("3")
    person.press("y", ctrl=True)
    assert person.disk.verdicts() == {"greet": "pass", "uniform": "na"}


@in_a_visit
def test_redo_has_two_spellings(person: Person) -> None:
    person.press("1")
    person.press("z", ctrl=True)
    person.press_with(CTRL | SHIFT, "z")
    assert person.disk.verdicts() == {"greet": "pass"}


@pytest.mark.ci
@in_a_visit
def test_what_changes_nothing_is_no_step(person: Person) -> None:
    person.press("1", UP, "1", UP, "1", UP, BACKSPACE, BACKSPACE)
    person.press("z", ctrl=True)
    assert person.disk.verdicts() == {"greet": "pass"}
    person.press("z", ctrl=True)
    assert person.disk.answers() == {}


@in_a_visit
def test_one_comes_back_to_what_was_taken_back(person: Person) -> None:
    person.press("1", "1", PAGE_DOWN)
    person.press("z", ctrl=True)
    assert person.disk.place() == ("1号窗口", "uniform")


@in_a_visit
def test_undo_answers_a_question_with_no(person: Person) -> None:
    person.press("1", "a")
    person.press("z", ctrl=True)
    assert person.line == ""
    person.press(ENTER)
    assert person.disk.answers() == {}


@in_a_visit
def test_history_ends_with_the_visit_in_front(person: Person) -> None:
    person.press("1", Qt.Key.Key_Escape, ENTER)
    person.press("z", ctrl=True)
    assert person.disk.verdicts() == {"greet": "pass"}
