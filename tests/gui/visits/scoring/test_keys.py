"""The keys of the list of items: verdicts, moving, leaving out, asking before marking the rest."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tests.gui.visits.disk import Kept
from tests.gui.visits.folder import PUBLIC_ITEMS, REQUIRED, WINDOW_ITEMS
from tests.gui.visits.visit import (
    ALT,
    BACKSPACE,
    CTRL,
    DELETE,
    DOWN,
    ENTER,
    ESC,
    KEYPAD,
    NONE,
    PAGE_DOWN,
    PAGE_UP,
    SHIFT,
    UP,
    Person,
    click,
    in_a_visit,
)


@in_a_visit
def test_1_passes_and_goes_on(person: Person) -> None:
    person.press("1")
    assert person.disk.verdicts() == {"greet": "pass"}
    assert person.item == "uniform"


@in_a_visit
def test_3_is_not_applicable_and_goes_on(person: Person) -> None:
    person.press("3")
    assert person.disk.verdicts() == {"greet": "na"}
    assert person.item == "uniform"


@pytest.mark.ci
@in_a_visit
def test_the_next_unanswered_item_is_never_a_bonus_and_wraps(person: Person) -> None:
    person.go("uniform")
    person.press("1")
    assert person.item == "quarrel"  # over the bonus
    person.go("desk")
    person.press("1")
    assert person.item == "greet"  # from the end to what was left behind


@in_a_visit
def test_2_deducts_once_and_gives_the_keyboard_to_the_note(person: Person) -> None:
    person.press("2")
    assert person.disk.answers()["greet"].count == 1
    assert person.focus == "note"
    assert person.item == "greet"


@in_a_visit
def test_an_answer_is_cleared(person: Person) -> None:
    for key in (BACKSPACE, DELETE):
        person.press("1", UP, key)
        assert person.disk.answers() == {}
        assert person.item == "greet"
        person.press(key)  # nothing there: nothing happens, and nothing to undo
        person.press("z", ctrl=True)
        assert person.disk.verdicts() == {"greet": "pass"}


@in_a_visit
def test_the_rest_is_passed_only_after_asking_and_is_one_undo(person: Person) -> None:
    person.press("2", "1", ENTER, "a")
    assert "remaining 6 items of 1号窗口" in person.line
    assert set(person.disk.answers()) == {"greet"}
    person.press("a")
    verdicts = person.disk.verdicts()
    assert verdicts.pop("greet") == "deduct"
    assert verdicts == dict.fromkeys(REQUIRED[1:], "pass")
    person.press("z", ctrl=True)
    assert set(person.disk.answers()) == {"greet"}
    person.press("y", ctrl=True)
    assert set(person.disk.answers()) == set(REQUIRED)


@in_a_visit
def test_undoing_the_rest_leads_to_the_first_item_of_it(person: Person) -> None:
    person.press("1", "a", "a")
    person.press("z", ctrl=True)
    assert person.item == "uniform"


@pytest.mark.ci
@in_a_visit
def test_another_key_calls_marking_the_rest_off(person: Person) -> None:
    for key in ("b", "1", "3", DOWN, PAGE_DOWN, ESC, Qt.Key.Key_F5, "x", "2"):
        person.press("a", key)
        assert "remaining" not in person.line, key
        (before,) = person.disk.rows("SELECT count(*) FROM answer")
        person.press(ENTER)
        assert person.disk.rows("SELECT count(*) FROM answer") == [before], key
        if key == "x":
            person.press("x")


@pytest.mark.ci
@in_a_visit
def test_typing_beside_the_list_calls_marking_the_rest_off(person: Person) -> None:
    person.press("2", ESC, "a")
    person.scoring.panel.note.setFocus()
    person.press("x", ENTER, ENTER)
    assert set(person.disk.answers()) == {"greet"}


@in_a_visit
def test_asking_to_complete_calls_marking_the_rest_off(person: Person) -> None:
    person.press("a")
    person.press(ENTER, ctrl=True)
    assert "unanswered" in person.line
    person.press(ENTER)
    assert person.disk.answers() == {}
    assert person.disk.answers("") == {}


@in_a_visit
def test_the_question_is_answered_by_enter_or_a_click_as_well(person: Person) -> None:
    person.press("a", ENTER)
    assert set(person.disk.answers()) == set(REQUIRED)
    person.press(PAGE_DOWN, "a")
    person.click("bannerAction", person.scoring.line)
    assert set(person.disk.answers("2号窗口")) == set(REQUIRED)
    assert person.focus == "items"


@in_a_visit
def test_a_click_on_close_answers_no_and_leaves_the_keyboard(person: Person) -> None:
    person.press("a")
    person.click("bannerClose", person.scoring.line)
    assert person.focus == "items"
    person.press(ENTER)
    assert person.disk.answers() == {}


@in_a_visit
def test_x_leaves_the_window_out_and_takes_it_in_where_one_stood(person: Person) -> None:
    person.press("1", DOWN, DOWN, "x")
    assert person.disk.left_out() == ["1号窗口"]
    assert "left out" in person.line
    assert person.item == "quarrel"
    person.press("1", "2", "3")  # nothing can be answered there
    assert person.disk.verdicts() == {"greet": "pass"}
    person.press("x")
    assert person.disk.left_out() == []
    assert person.disk.verdicts() == {"greet": "pass"}
    assert person.place == ("1号窗口", "quarrel")


@in_a_visit
def test_nothing_beside_the_list_changes_a_window_left_out(person: Person) -> None:
    person.press("2", "1", ESC, "x")
    before = person.disk.answers()
    person.press(BACKSPACE)
    person.click("more")
    person.scoring.panel.note.setFocus()
    person.press("2", "+", "a")
    assert person.disk.answers() == before


@in_a_visit
def test_enter_goes_on_from_a_window_left_out(person: Person) -> None:
    person.press("x", ENTER)
    assert person.place == ("2号窗口", "greet")


@in_a_visit
def test_enter_goes_to_the_next_item_and_at_the_end_to_the_next_window(person: Person) -> None:
    seen = [person.item]
    for _ in WINDOW_ITEMS[1:]:
        person.press(ENTER)
        seen.append(person.item)
    assert seen == WINDOW_ITEMS
    person.press(ENTER)
    assert person.place == ("2号窗口", "greet")
    person.press("a", "a", ENTER)  # all answered: on at once
    assert person.place == ("3号窗口", "greet")


@in_a_visit
def test_enter_comes_back_to_what_was_left_behind(person: Person) -> None:
    person.press(PAGE_DOWN, PAGE_DOWN, "a", "a", ENTER)
    assert person.place == ("", "toilet")


@in_a_visit
def test_page_keys_stop_at_the_first_and_last_window(person: Person) -> None:
    seen = []
    for key in [PAGE_UP] * 2 + [PAGE_DOWN] * 5:
        person.press(key)
        seen.append(person.scoring.card.window_number)
    assert seen == ["", "", "1号窗口", "2号窗口", "3号窗口", "3号窗口", "3号窗口"]


@in_a_visit
def test_a_page_opens_at_its_first_unanswered_item(person: Person) -> None:
    person.press("1", "1", PAGE_DOWN, PAGE_UP)
    assert person.place == ("1号窗口", "quarrel")


@in_a_visit
def test_the_arrow_keys_and_home_and_end_pass_over_headings(person: Person) -> None:
    seen = [person.item]
    for _ in range(len(WINDOW_ITEMS) + 2):
        person.press(DOWN)
        seen.append(person.item)
    assert list(dict.fromkeys(seen)) == WINDOW_ITEMS
    person.press(Qt.Key.Key_Home)
    assert person.item == "greet"
    person.press(Qt.Key.Key_End)
    assert person.item == "desk"


@in_a_visit
def test_esc_goes_back_one_level_at_a_time(person: Person) -> None:
    person.press("2", "x")
    assert person.focus == "note"
    person.press(ESC)
    assert person.focus == "items"
    person.press("a", ESC)
    assert person.line == ""
    assert person.scoring.isVisible()
    person.press(ESC)
    assert person.page.start.isVisible()
    person.press(ENTER)
    assert person.place == ("1号窗口", "greet")


@in_a_visit
def test_esc_on_a_button_beside_the_list_goes_back_to_the_list(person: Person) -> None:
    person.press("2", ESC)
    person.scoring.panel.note.setFocus()
    while person.focus != "more":
        person.press_with(SHIFT, Qt.Key.Key_Tab)
    person.press(ESC)
    assert person.scoring.isVisible()
    assert person.focus == "items"


@in_a_visit
def test_a_click_beside_the_list_leaves_the_keyboard_where_it_was(person: Person) -> None:
    person.press("2", ESC)
    person.click("more")
    assert person.focus == "items"
    person.click("complete")
    assert person.place == ("", "toilet")  # the first that is missing
    person.press("1")
    assert person.disk.verdicts("") == {"toilet": "pass"}


@in_a_visit
def test_keys_with_shift_caps_lock_or_from_the_keypad(person: Person) -> None:
    person.press_with(KEYPAD, "1")
    assert person.disk.verdicts() == {"greet": "pass"}
    person.press_with(SHIFT, "A")
    assert "remaining" in person.line
    person.press("A")  # as with Caps Lock
    assert set(person.disk.answers()) == set(REQUIRED)
    person.press_with(KEYPAD, Qt.Key.Key_Enter)
    assert person.place == ("2号窗口", "greet")
    person.press("X")
    assert person.disk.left_out() == ["2号窗口"]


@in_a_visit
def test_digits_of_a_french_keyboard_need_shift(person: Person) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, Qt.Key.Key_1, SHIFT, "1")
        QApplication.sendEvent(person.keyboard.focus, event)
    assert person.disk.verdicts() == {"greet": "pass"}


def hold(person: Person, key: Qt.Key, text: str, times: int = 5) -> None:
    """Hold a key: the first press, then the keyboard's own repeats."""
    for repeated in range(times):
        event = QKeyEvent(QEvent.Type.KeyPress, key, NONE, text, repeated > 0)
        QApplication.sendEvent(person.keyboard.focus, event)


@in_a_visit
def test_a_verdict_held_down_answers_one_item(person: Person) -> None:
    hold(person, Qt.Key.Key_1, "1")
    hold(person, Qt.Key.Key_3, "3")
    assert person.disk.answers() == {"greet": Kept("pass"), "uniform": Kept("na")}
    hold(person, Qt.Key.Key_2, "2")  # a veto: held down, it only asks
    assert set(person.disk.answers()) == {"greet", "uniform"}
    person.go("desk")
    hold(person, Qt.Key.Key_2, "2", 4)  # nor does it go on as a phrase
    assert person.disk.answers()["desk"] == Kept("deduct", 1)


@in_a_visit
def test_a_held_down_only_asks(person: Person) -> None:
    hold(person, Qt.Key.Key_A, "a")
    assert "remaining" in person.line
    assert person.disk.answers() == {}


@in_a_visit
def test_x_held_down_leaves_out_once(person: Person) -> None:
    hold(person, Qt.Key.Key_X, "x", 4)
    assert person.disk.left_out() == ["1号窗口"]


@in_a_visit
def test_enter_held_down_after_a_note_moves_on_once(person: Person) -> None:
    person.press("2", "x")
    hold(person, ENTER, "\r")
    assert person.item == "uniform"


@in_a_visit
def test_completing_is_never_a_key_held_down(person: Person) -> None:
    complete = person.scoring.commands["complete"]
    assert [each.toString() for each in complete.shortcuts()] == ["Ctrl+Return", "Ctrl+Enter"]
    assert not complete.autoRepeat()


@in_a_visit
def test_a_click_on_a_heading_does_nothing(person: Person) -> None:
    click(person.scoring.items, person.scoring.model.index(0), twice=True)
    assert person.item == "greet"
    assert person.disk.answers() == {}


@in_a_visit
def test_a_click_on_a_window_goes_there_and_the_keyboard_stays(person: Person) -> None:
    click(person.scoring.cards, person.scoring.cards_model.index(2))
    assert person.place == ("2号窗口", "greet")
    person.press("1")
    assert person.disk.verdicts("2号窗口") == {"greet": "pass"}


@in_a_visit
def test_other_keys_do_nothing_in_the_list(person: Person) -> None:
    person.press(*"bdefghijklmnoqrsuvwyz0567890+-=*/.,;'[]\\ ")
    for key in range(Qt.Key.Key_F2, Qt.Key.Key_F12 + 1):
        person.press(Qt.Key(key))
    for letter in "bcdhijklmoprtuwx":  # not the keys of the page
        person.press(letter, ctrl=True)
    for letter in "a123x":
        person.press_with(ALT, letter)
    person.press("a", "1", ctrl=True)
    person.press_with(CTRL | SHIFT, "a")
    assert person.place == ("1号窗口", "greet")
    assert person.disk.answers() == {}
    assert person.disk.left_out() == []
    assert person.scoring.isVisible()
    assert not person.window.banner.isVisible()


@in_a_visit
def test_the_public_area_has_its_own_items(person: Person) -> None:
    person.press(PAGE_UP, "a", "a")
    assert set(person.disk.answers("")) == set(PUBLIC_ITEMS)
