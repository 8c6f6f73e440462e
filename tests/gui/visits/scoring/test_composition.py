"""While an input method composes, every key is its own, in every field of the scoring page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from tests.gui.visits.disk import Kept
from tests.gui.visits.visit import CTRL, DELETE, ENTER, ESC, Person, in_a_visit


def begin_composing(person: Person) -> None:
    """Let an input method compose where the focus is."""
    QApplication.sendEvent(person.keyboard.focus, QInputMethodEvent("yi", []))


def keys_of_a_composition(person: Person) -> None:
    """Press what chooses, confirms and cancels in an input method."""
    person.press("1", "2", "4", "c", "+", Qt.Key.Key_Backspace, Qt.Key.Key_Space, ENTER, ESC)
    person.press_with(CTRL, DELETE)


@in_a_visit
def test_in_the_note(person: Person) -> None:
    person.press("2")
    begin_composing(person)
    keys_of_a_composition(person)
    assert (person.item, person.focus) == ("greet", "note")
    assert person.disk.answers()["greet"].phrases == ()


@in_a_visit
def test_in_the_praise_of_a_bonus_item(person: Person) -> None:
    person.go("praise")
    person.press("4")
    begin_composing(person)
    keys_of_a_composition(person)
    assert (person.item, person.focus) == ("praise", "note")
    assert person.disk.answers()["praise"].phrases == ()
    assert person.disk.answers()["praise"].praised


@in_a_visit
def test_in_the_correction(person: Person) -> None:
    person.press("2", ESC, "c")
    begin_composing(person)
    person.press("1", Qt.Key.Key_Backspace, ESC)
    assert (person.item, person.focus) == ("greet", "correction")
    assert person.disk.answers()["greet"].correction is not None
    person.scoring.panel.correction.clear()
    person.keyboard.compose("已更换")
    person.press(ENTER)
    assert person.disk.answers()["greet"] == Kept("deduct", 1, correction="已更换")
    assert person.item == "uniform"


@in_a_visit
def test_in_the_measured_value(person: Person) -> None:
    person.go("wait")
    person.press("2")
    begin_composing(person)
    person.press(ENTER, ESC)
    assert (person.item, person.focus) == ("wait", "measuredValue")
    commit = QInputMethodEvent()
    commit.setCommitString("23")
    QApplication.sendEvent(person.keyboard.focus, commit)
    person.press(ENTER)
    assert person.disk.answers()["wait"].measured == 2300
    assert person.item == "notice"


@in_a_visit
def test_a_composition_given_up_by_a_click_leaves_the_keys_alone(person: Person) -> None:
    person.press("f", ctrl=True)
    begin_composing(person)
    person.scoring.items.setFocus()
    person.press("f", ctrl=True)
    person.press("zz", ENTER)
    assert person.item == "uniform"
