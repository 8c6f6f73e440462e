"""A window left out: why is asked, a digit or a few words answer, nobody has to."""

import pytest
from PySide6.QtWidgets import QLineEdit

from inspector.workspace.visits.left_out_reasons import USUAL
from tests.gui.visits.visit import BACKSPACE, ENTER, ESC, PAGE_DOWN, Person, in_a_visit


def reasons(person: Person) -> list[str]:
    rows = person.disk.rows("SELECT left_out_reason FROM scorecard WHERE left_out")
    return [str(row[0]) for row in rows]


@in_a_visit
def test_a_digit_says_why(person: Person) -> None:
    person.press(PAGE_DOWN, "x")
    assert "1 当日未开放" in person.line
    assert reasons(person) == [""]
    person.press("3")
    assert reasons(person) == [USUAL[2]]
    assert USUAL[2] in person.line
    person.press("x")
    assert reasons(person) == []
    person.press("z", ctrl=True)
    assert reasons(person) == [USUAL[2]]
    person.press("z", ctrl=True)
    assert reasons(person) == [""]


@in_a_visit
def test_other_words_are_written_and_offered_the_next_time(person: Person) -> None:
    person.press(PAGE_DOWN, "r", "x", "r")
    assert person.focus == "leftOutReason"
    person.keyboard.compose("窗口装修")
    person.press(ENTER)
    assert reasons(person) == ["窗口装修"]
    person.press("r", BACKSPACE, ESC)
    assert reasons(person) == ["窗口装修"]
    person.press(PAGE_DOWN, "x")
    assert "1 窗口装修" in person.line
    person.press("1")
    assert reasons(person) == ["窗口装修"] * 2


@in_a_visit
def test_a_reason_half_written_waits_at_its_window_and_completion_stops_at_it(
    person: Person,
) -> None:
    person.press(PAGE_DOWN, "x", "r")
    field = person.find(QLineEdit, "leftOutReason")
    person.keyboard.compose("窗口装修")
    left = person.scoring.card.id
    person.scoring.position.turn(-1)  # another window is clicked
    person.scoring.items.setFocus()
    assert not field.isVisible()
    person.press(ENTER, ctrl=True)
    assert person.scoring.card.id == left
    assert (person.focus, field.text()) == ("leftOutReason", "窗口装修")
    assert (
        person.line
        == "1 thing is written and not kept yet: “Keep” (↵) keeps it, “Back” (Esc) puts it away."
    )
    person.press(ESC)
    assert person.line == "What was written is put away. “Undo” (Ctrl+Z) brings it back."
    person.scoring.position.turn(-1)
    person.press("z", ctrl=True)
    assert person.scoring.card.id == left
    assert (person.focus, field.text()) == ("leftOutReason", "窗口装修")
    person.press(ENTER)
    assert reasons(person) == ["窗口装修"]
    assert person.disk.rows("SELECT * FROM draft") == []


@pytest.mark.ci
@in_a_visit
def test_a_reason_given_up_is_no_hindrance_to_an_undo_of_what_came_later(person: Person) -> None:
    person.press(PAGE_DOWN, "x", "r")
    person.keyboard.compose("窗口装修")
    person.press(ESC, "1")  # one of the usual instead
    assert reasons(person) == [USUAL[0]]
    person.press("z", ctrl=True)
    assert reasons(person) == [""]


@in_a_visit
def test_a_reason_given_up_comes_back_behind_what_was_done_since(person: Person) -> None:
    person.press(PAGE_DOWN, "x", "r")
    person.keyboard.compose("窗口装修")
    person.press(ESC, "1")  # one of the usual instead
    person.press("z", ctrl=True)
    person.press("z", ctrl=True)
    assert person.find(QLineEdit, "leftOutReason").text() == "窗口装修"
    person.press(ENTER)
    assert reasons(person) == ["窗口装修"]
