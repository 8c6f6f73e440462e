"""C 当场纠正: said in words, the points stay off, blocks completion while it says nothing."""

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from tests.gui.visits.disk import Kept
from tests.gui.visits.visit import BACKSPACE, CTRL, DOWN, ENTER, ESC, TAB, Person, in_a_visit


def field(person: Person) -> QPlainTextEdit:
    """The field 纠正情况."""
    return person.find(QPlainTextEdit, "correction")


@in_a_visit
def test_c_opens_a_field_and_a_digit_fills_it(person: Person) -> None:
    person.press("2", "1", ESC, "c")
    assert person.focus == "correction"
    assert person.scoring.panel.correcting
    assert person.disk.answers()["greet"].correction == ""
    person.press("1")
    assert person.disk.answers()["greet"] == Kept(
        "deduct", 1, phrases=("未起身迎接",), correction="已现场改正"
    )
    assert person.text("correctionKept") == "Corrected on the spot; the points stay off."
    assert person.text("arithmetic") == "4 − 1 × 1 = 3"
    person.press("1")  # text by now
    assert field(person).toPlainText() == "已现场改正1"
    person.press(ENTER)
    assert person.item == "uniform"
    text = person.scoring.model.index_of("greet").data()
    assert isinstance(text, str)
    assert "Corrected on the spot Deduct 3 / 4" in text


@pytest.mark.ci
@in_a_visit
def test_every_letter_is_on_disk_and_no_key_a_verdict(person: Person) -> None:
    person.press("2", ESC, "c")
    text = "c124xaX+-=?"
    for end in range(1, len(text) + 1):
        person.press(text[end - 1])
        assert person.disk.answers()["greet"].correction == text[:end]
    assert person.disk.answers() == {"greet": Kept("deduct", 1, correction=text)}
    person.keyboard.compose("已更换")
    assert person.disk.answers()["greet"].correction == text + "已更换"


@in_a_visit
@pytest.mark.ci
def test_it_is_taken_off_by_backspace_by_esc_and_by_c(person: Person) -> None:
    person.press("2", ESC, "c", BACKSPACE)
    assert person.disk.answers()["greet"].correction is None
    assert person.focus == "items"
    person.press("c", ESC)
    assert person.disk.answers()["greet"].correction is None
    assert person.focus == "items"
    person.press("c")
    person.scoring.items.setFocus()  # a click on the list
    person.press("c")
    assert person.disk.answers()["greet"].correction is None
    person.press("c", "x", ESC, "c", BACKSPACE)  # what is written is opened again
    assert person.disk.answers()["greet"].correction == ""
    person.press(BACKSPACE)
    assert person.disk.answers()["greet"].correction is None


@in_a_visit
def test_a_correction_without_a_word_is_not_left(person: Person) -> None:
    person.press("2", ESC, "c", ENTER)
    assert person.focus == "correction"
    assert person.line == "Say how it was corrected: a digit, or your own words."
    person.press("2", ENTER)
    assert person.item == "uniform"


@in_a_visit
def test_only_a_deduction_is_corrected(person: Person) -> None:
    for keys in ("", "1", "3", "4"):
        if keys:
            person.press(keys, ESC) if keys == "4" else person.press(keys)
            person.go("greet")
        before = person.disk.answers()
        person.press("c")
        assert person.line == "Only a deduction is corrected on the spot: “Deduct” (2) first."
        assert person.focus == "items"
        assert person.disk.answers() == before


@in_a_visit
@pytest.mark.ci
def test_it_is_one_undo_and_goes_with_the_verdict(person: Person) -> None:
    person.press("2", "1", ESC, "c", "1", ESC)
    person.press("z", ctrl=True)
    assert person.disk.answers()["greet"] == Kept("deduct", 1, phrases=("未起身迎接",))
    person.press("y", ctrl=True)
    assert person.disk.answers()["greet"].correction == "已现场改正"
    person.press("1")
    assert person.disk.answers()["greet"] == Kept("pass")
    assert "is gone" in person.line


@in_a_visit
@pytest.mark.ci
def test_the_button_opens_it_by_mouse_and_by_tab(person: Person) -> None:
    person.press("2", "1", ESC)
    person.click("correct")
    assert person.focus == "correction"
    person.press(ESC, "2", TAB, TAB)
    assert person.focus == "correct"
    person.press(ENTER)
    assert person.focus == "correction"
    person.click("corrections-2")
    assert person.disk.answers()["greet"].correction == "已当场整理"


@in_a_visit
def test_going_on_to_another_item_leaves_no_one_typing_there(person: Person) -> None:
    person.press("2", ESC, "c", "x", ESC, DOWN)
    assert not field(person).isVisible()
    person.press("2", ESC)
    assert field(person).toPlainText() == ""


@pytest.mark.ci
@in_a_visit
def test_the_finding_on_the_result_says_how(person: Person) -> None:
    person.press("2", "1", ESC, "c", "1", ENTER)
    for _ in range(4):
        person.press("a", "a", ENTER)
    person.press_with(CTRL, ENTER)
    person.press_with(CTRL, ENTER)
    row = person.page.result.view.model.row_at(0)
    assert (row.text, row.corrected) == ("未起身迎接", "✓ 已现场改正")
