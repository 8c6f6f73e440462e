"""4 亮点: as quick as a finding, told in the row, taken back by the same key."""

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from tests.gui.visits.disk import Kept
from tests.gui.visits.visit import CTRL, ENTER, ESC, UP, Person, in_a_visit


def row(person: Person, item: str) -> str:
    """What the list says of an item."""
    text = person.scoring.model.index_of(item).data()
    assert isinstance(text, str)
    return text


@in_a_visit
def test_4_praises_and_typing_goes_to_the_note(person: Person) -> None:
    person.press("4")
    assert person.disk.answers()["greet"] == Kept("pass", praised=True)
    assert person.focus == "note"
    person.keyboard.compose("主动搀扶老人")
    person.press("14", ENTER)  # text by now
    assert person.disk.answers()["greet"] == Kept("pass", note="主动搀扶老人14", praised=True)
    assert person.item == "uniform"
    assert "☆ Highlight" in row(person, "greet")
    assert "☆" not in row(person, "uniform")


@in_a_visit
def test_a_digit_at_the_praise_of_an_ordinary_item_is_text(person: Person) -> None:
    person.press("4", "2")
    assert person.disk.answers()["greet"] == Kept("pass", note="2", praised=True)
    assert not person.find(QWidget, "choices").isVisible()


@in_a_visit
def test_4_again_takes_it_off_and_the_note_stays(person: Person) -> None:
    person.press("4", "x", ESC, "4")
    assert person.disk.answers()["greet"] == Kept("pass", note="x")
    assert person.line == "No longer a highlight."
    assert person.item == "greet"
    person.press("z", ctrl=True)
    assert person.disk.answers()["greet"].praised


@in_a_visit
def test_praise_of_a_bonus_item_offers_its_phrases(person: Person) -> None:
    person.go("praise")
    person.press("4", "2", ENTER)
    assert person.disk.answers()["praise"] == Kept("pass", 0, phrases=("锦旗",), praised=True)
    person.go("praise")
    person.press("2", ENTER)  # and awarded
    assert person.disk.answers()["praise"].count == 1
    assert person.disk.answers()["praise"].praised


@in_a_visit
def test_a_finding_that_is_praised_says_what_is_gone(person: Person) -> None:
    person.press("2", "1", "slow", ESC, "4")
    assert person.disk.answers()["greet"] == Kept("pass", praised=True)
    assert "What was written of it is gone; “Undo” (Ctrl+Z)" in person.line
    person.press("z", ctrl=True)
    assert person.disk.answers()["greet"] == Kept("deduct", 1, phrases=("未起身迎接",), note="slow")


@in_a_visit
def test_praise_is_no_note_of_a_finding(person: Person) -> None:
    person.press("4", "kind", ESC, "2")
    assert person.disk.answers()["greet"] == Kept("deduct", 1)
    assert "What was written of it is gone" in person.line


@in_a_visit
def test_nothing_is_praised_in_a_window_left_out(person: Person) -> None:
    person.press("x", "4")
    assert person.disk.answers() == {}


@in_a_visit
def test_praise_stands_on_the_result(person: Person) -> None:
    person.press("4", "kind", ENTER)
    for _ in range(4):
        person.press("a", "a", ENTER)
    person.press_with(CTRL, ENTER)
    person.press_with(CTRL, ENTER)
    view = person.page.result.view
    row = view.model.row_at(0)
    assert (row.number, row.window, row.item_id) == ("Highlight", "1号窗口", "greet")
    assert row.text.endswith("（kind）")
    titles = [label.text() for label in view.findChildren(QLabel)]
    assert any(title.startswith("Highlights  1") for title in titles)


@pytest.mark.ci
@in_a_visit
def test_a_verdict_on_a_noted_item_keeps_the_note_and_says_so(person: Person) -> None:
    for key, verdict, word in (("1", "pass", "Pass"), ("3", "na", "N/A")):
        person.press("2", "1", "slow", ESC, key)
        assert person.disk.answers()["greet"] == Kept(verdict, note="slow")
        assert person.line == (
            f"“顾客走近时起身、微笑、主动问候” is now: {word}."
            " Its note stays; “Undo” (Ctrl+Z) brings back what it was."
        )
        assert person.item == "uniform"
        person.press("z", ctrl=True)
        assert person.item == "greet"
        assert person.disk.answers()["greet"].phrases == ("未起身迎接",)
        person.press("z", ctrl=True)
        person.press("z", ctrl=True)
        person.press("z", ctrl=True)
        assert person.disk.answers() == {}


@in_a_visit
def test_phrases_go_with_the_verdict_and_it_is_said(person: Person) -> None:
    person.press("2", "1", ESC, "1")
    assert person.disk.answers()["greet"] == Kept("pass")
    assert "What was written of it is gone; “Undo” (Ctrl+Z) brings it back." in person.line


@in_a_visit
def test_a_slip_of_the_key_is_put_right_without_a_word(person: Person) -> None:
    person.press("2", ESC, "1")
    assert person.line == ""
    person.press(UP, "3")
    assert person.line == ""


@in_a_visit
def test_the_same_verdict_again_changes_nothing(person: Person) -> None:
    person.go("wait")
    person.press("2", "8", ENTER)
    person.go("wait")
    person.press("1")
    assert person.disk.answers()["wait"].measured == 800
    assert person.item != "wait"
    assert person.find(QPlainTextEdit, "note").toPlainText() == ""
