"""The note: text stays text, is on disk after every key, and is undone as one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from inspector.gui.widgets.fields.text_limit import NOTE
from tests.gui.visits.disk import Kept
from tests.gui.visits.visit import CTRL, ENTER, ESC, SHIFT, TAB, Person, in_a_visit

LONG = "长" * 40_000


def paste(person: Person, text: str) -> None:
    """Put text on the clipboard and paste it where the focus is."""
    QApplication.clipboard().setText(text)
    person.press("v", ctrl=True)


def note(person: Person) -> QPlainTextEdit:
    """The field of the note."""
    return person.find(QPlainTextEdit, "note")


@in_a_visit
def test_a_note_is_on_disk_after_every_key(person: Person) -> None:
    person.press("2")
    text = "gu 3 + 1 = a?\"'%"
    for end in range(1, len(text) + 1):
        person.press(text[end - 1])
        assert person.disk.note() == text[:end]
    person.press(Qt.Key.Key_Backspace)
    assert person.disk.note() == text[:-1]
    person.press(Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Delete)
    assert person.disk.note() == text[:-3] + text[-2:-1]


@in_a_visit
def test_typing_is_never_a_verdict(person: Person) -> None:
    person.press("2", "x123axAX+-1?")
    assert person.disk.answers() == {"greet": Kept("deduct", 1, note="x123axAX+-1?")}
    assert person.disk.left_out() == []


@in_a_visit
def test_digits_choose_until_there_is_text_and_again_when_it_is_gone(person: Person) -> None:
    person.press("2", "1", "w", "2")
    assert person.disk.answers()["greet"] == Kept("deduct", 1, phrases=("未起身迎接",), note="w2")
    person.press(Qt.Key.Key_Backspace, Qt.Key.Key_Backspace, "2")
    assert person.disk.answers()["greet"].phrases == ("未起身迎接", "未微笑")
    assert person.disk.note() == ""
    person.press("0")  # no phrase has it
    assert person.disk.note() == "0"


@pytest.mark.ci
@in_a_visit
def test_an_input_method_keeps_its_keys(person: Person) -> None:
    person.press("2")
    QApplication.sendEvent(note(person), QInputMethodEvent("wei", []))
    for key in ("1", "2", "3", "+", Qt.Key.Key_Backspace, Qt.Key.Key_Space):
        person.press(key)
    assert person.disk.answers()["greet"].phrases == ()
    assert person.disk.answers()["greet"].count == 1
    assert person.focus == "note"
    note(person).clear()
    commit = QInputMethodEvent()
    commit.setCommitString("未微笑，说明 1 次")
    QApplication.sendEvent(note(person), commit)
    assert person.disk.note() == "未微笑，说明 1 次"
    person.press("2")  # text by now
    assert person.disk.note() == "未微笑，说明 1 次2"
    person.press(ENTER)
    assert person.item == "uniform"


@in_a_visit
def test_enter_and_esc_belong_to_a_composition(person: Person) -> None:
    person.press("2")
    QApplication.sendEvent(note(person), QInputMethodEvent("wei", []))
    person.press(ENTER, ESC)
    assert person.item == "greet"
    assert person.focus == "note"


@in_a_visit
@pytest.mark.ci
def test_a_composition_that_was_given_up_leaves_the_keys_alone(person: Person) -> None:
    person.press("2")
    QApplication.sendEvent(note(person), QInputMethodEvent("wei", []))
    person.scoring.items.setFocus()  # a click elsewhere
    person.press("2", "1", ENTER)
    assert person.disk.answers()["greet"].phrases == ("未起身迎接",)
    assert person.item == "uniform"


@in_a_visit
@pytest.mark.ci
def test_composing_twice_writes_both(person: Person) -> None:
    person.press("2")
    person.keyboard.compose("两位顾客")
    person.keyboard.compose("低头")
    assert person.disk.note() == "两位顾客低头"


@pytest.mark.ci
@in_a_visit
def test_shift_and_enter_breaks_the_line(person: Person) -> None:
    person.press("2", "a")
    person.press_with(SHIFT, ENTER)
    person.press("b")
    assert person.disk.note() == "a\nb"
    assert person.item == "greet"
    person.press(ENTER)
    person.go("greet")
    assert note(person).toPlainText() == "a\nb"


PASTED = [
    LONG, "😀👨‍👩‍👧 表情", "a\x00b\x01\x1b[31m\x7f", "tab\there", "<b>粗</b> &amp; <img src=x>",
    "=1+1", "\u202eright to left", "'; DROP TABLE answer; --",
]  # fmt: skip


@pytest.mark.ci
@in_a_visit
def test_what_is_pasted_is_kept(person: Person) -> None:
    for text in PASTED:
        person.press("2")
        paste(person, text)
        kept = person.disk.note()
        assert kept == note(person).toPlainText(), text
        # At most the NUL is lost on the way, and what is more than a note holds, which is said.
        assert len(kept) >= min(len(text), NOTE) - 1
        person.press(ENTER)
        person.go("greet")
        person.press("1", Qt.Key.Key_Up)
        person.press("z", ctrl=True)
        assert person.disk.note() == note(person).toPlainText() == kept, text
        person.press(Qt.Key.Key_Backspace)


@in_a_visit
def test_half_an_emoji_is_left_out(person: Person) -> None:
    person.press("2")
    person.keyboard.compose("a😀")
    commit = QInputMethodEvent()
    commit.setCommitString("b", -1, 1)  # as input methods do that count in halves
    QApplication.sendEvent(note(person), commit)
    person.press("c")
    # The oldest PySide6 hands half a character over as “?”: there is nothing to leave out then.
    assert person.disk.note().replace("\ufffd", "") in {"abc", "a?bc"}


@in_a_visit
@pytest.mark.ci
def test_windows_line_ends_become_lines(person: Person) -> None:
    person.press("2")
    paste(person, "a\r\nb\rc")
    assert person.disk.note() == "a\nb\nc"


@in_a_visit
def test_typing_is_one_undo_from_the_list(person: Person) -> None:
    person.press("2", "1")
    person.keyboard.compose("两位")
    person.press("abc", ESC)
    person.press("z", ctrl=True)
    assert person.disk.answers()["greet"] == Kept("deduct", 1, phrases=("未起身迎接",))
    assert note(person).toPlainText() == ""
    person.press("z", ctrl=True)
    assert person.disk.answers()["greet"] == Kept("deduct", 1)
    person.press("y", ctrl=True)
    person.press("y", ctrl=True)
    assert person.disk.note() == "两位abc"
    assert note(person).toPlainText() == "两位abc"


@in_a_visit
@pytest.mark.ci
def test_typing_at_two_items_is_two_undos(person: Person) -> None:
    person.press("2", "a", ENTER, "2", "b", ESC)
    person.press("z", ctrl=True)
    assert [person.disk.note("greet"), person.disk.note("uniform")] == ["a", ""]


@in_a_visit
@pytest.mark.ci
def test_undo_in_the_note_takes_the_typing_back_then_the_answer(person: Person) -> None:
    person.press("2", "1", "ab")
    seen = []
    for _ in range(8):
        person.press("z", ctrl=True)
        kept = person.disk.answers().get("greet")
        state = kept and (kept.note, kept.phrases)
        if state not in seen:
            seen.append(state)
    assert seen[-3:] == [("", ("未起身迎接",)), ("", ()), None]  # no press without effect between
    assert person.focus == "items"
    person.press("1")
    assert person.disk.verdicts() == {"greet": "pass"}


@in_a_visit
@pytest.mark.ci
def test_what_is_undone_in_the_note_is_on_disk_and_comes_back(person: Person) -> None:
    person.press("2", "ab")
    person.press("z", ctrl=True)
    assert person.disk.note() == note(person).toPlainText() == ""
    person.press_with(CTRL | SHIFT, "z")
    assert person.disk.note() == note(person).toPlainText() == "ab"


@in_a_visit
def test_a_phrase_undone_from_the_empty_note_comes_back(person: Person) -> None:
    person.press("2", "1")
    person.press("z", ctrl=True)
    assert person.disk.answers()["greet"].phrases == ()
    assert person.focus == "note"
    person.press("y", ctrl=True)
    assert person.disk.answers()["greet"].phrases == ("未起身迎接",)


@in_a_visit
def test_an_undo_that_leads_elsewhere_leaves_no_one_typing_there(person: Person) -> None:
    person.press("2", "x", ENTER, "2")
    person.press("z", ctrl=True)
    person.press("z", ctrl=True)
    assert person.item == "greet"
    assert person.focus == "items"


@in_a_visit
def test_the_note_of_a_passed_item_is_reached_by_tab(person: Person) -> None:
    person.press("1")
    person.go("greet")
    person.press(TAB, *"very good", ENTER)
    assert person.disk.answers()["greet"] == Kept("pass", 0, note="very good")
    assert person.item == "uniform"


@in_a_visit
def test_a_digit_at_the_note_of_a_passed_item_is_text(person: Person) -> None:
    person.press("1")
    person.go("greet")
    person.press(TAB, "2+")  # there is nothing to choose, and nothing to count
    assert person.disk.answers()["greet"] == Kept("pass", 0, note="2+")


@pytest.mark.ci
@in_a_visit
def test_every_item_has_its_own_note(person: Person) -> None:
    person.press("2", "a", ENTER, "2", "b", ESC)
    assert note(person).toPlainText() == "b"
    person.go("greet")
    assert note(person).toPlainText() == "a"
    person.press(Qt.Key.Key_PageDown)
    assert note(person).toPlainText() == ""
