"""What this user wrote for an item is offered behind its phrases, most used first."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from tests.gui.visits.disk import Kept
from tests.gui.visits.visit import (
    CTRL,
    DELETE,
    ENTER,
    ESC,
    PAGE_DOWN,
    PAGE_UP,
    TAB,
    UP,
    Person,
    in_a_visit,
)


def offered(person: Person) -> list[str]:
    """The lines of the list of phrases in sight, with their marks."""
    lines = []
    for digit in range(1, 10):
        for line in person.page.findChildren(QWidget, f"choices-{digit}"):
            if not line.isVisible():
                continue
            lines.append(
                " ".join(
                    each.text()
                    for each in line.findChildren(QLabel)
                    if each.isVisible() and each.objectName() != "points"
                )
            )
    return lines


def write(person: Person, text: str) -> None:
    """Write a note at the current item, and go on."""
    person.press("2")
    person.keyboard.compose(text)
    person.press(ENTER)


@in_a_visit
def test_a_note_is_counted_when_its_item_is_left(person: Person) -> None:
    person.press("2", "slow")
    assert person.disk.own_phrases() == []
    person.press(ESC)
    assert person.disk.own_phrases() == []
    person.press(ENTER)
    assert person.disk.own_phrases() == [("slow", 1)]


@in_a_visit
@pytest.mark.ci
def test_coming_back_does_not_count_it_again(person: Person) -> None:
    write(person, "低头")
    for _ in range(3):
        person.go("greet")
        person.press(ENTER)
    person.go("greet")
    person.press("2", "!", ENTER)  # another text
    assert person.disk.own_phrases() == [("低头", 1), ("低头!", 1)]


@pytest.mark.ci
@in_a_visit
def test_the_next_window_says_it_with_one_digit(person: Person) -> None:
    write(person, "低头看手机")
    person.press(PAGE_DOWN, "2")
    assert offered(person) == ["1 未起身迎接", "2 未微笑", "3 未主动问候", "4 低头看手机 mine"]
    person.press("4", ENTER)
    assert person.disk.answers("2号窗口")["greet"] == Kept("deduct", 1, phrases=("低头看手机",))
    assert person.disk.own_phrases() == [("低头看手机", 2)]


@pytest.mark.ci
@in_a_visit
def test_most_used_first_also_where_the_item_has_no_phrases(person: Person) -> None:
    for text in ("生硬", "未说请"):
        person.go("polite")
        write(person, text)
        person.press(PAGE_DOWN)
    person.go("polite")
    person.press("2")
    assert offered(person) == ["1 未说请 mine", "2 生硬 mine"]  # the later one first
    person.press("2", ENTER)
    person.press(PAGE_UP, PAGE_UP)
    person.go("polite")
    person.press("2")
    assert offered(person) == ["1 生硬 mine", "2 未说请 mine"]
    assert person.disk.own_phrases("polite") == [("生硬", 2), ("未说请", 1)]


@pytest.mark.ci
@in_a_visit
def test_leaving_the_page_counts_too_and_the_next_visit_offers_it(person: Person) -> None:
    person.press("2", "slow", ESC, ESC)
    assert person.page.start.isVisible()
    assert person.disk.own_phrases() == [("slow", 1)]
    person.press(ENTER, PAGE_DOWN, "2")
    assert offered(person)[-1] == "4 slow mine"


@in_a_visit
def test_notes_of_praise_and_of_passed_items_are_not_offered(person: Person) -> None:
    person.press("4", "kind", ENTER, "3", UP, TAB, "closed", ENTER)
    assert person.disk.rows("SELECT * FROM own_phrase") == []


@in_a_visit
@pytest.mark.ci
def test_ctrl_del_forgets_the_ticked_one(person: Person) -> None:
    write(person, "错字")
    person.press(PAGE_DOWN, "2")
    person.press_with(CTRL, DELETE)
    assert person.line == "First tick one of your own, then Ctrl+Del; or click its ×."
    person.press("4")
    person.press_with(CTRL, DELETE)
    assert person.line == "“错字” is not offered any more."
    assert person.disk.own_phrases() == []
    assert person.disk.answers("2号窗口")["greet"] == Kept("deduct", 1)
    assert len(offered(person)) == 3
    person.press(ENTER)
    assert person.disk.own_phrases() == []


@in_a_visit
@pytest.mark.ci
def test_a_click_forgets_and_the_keyboard_stays(person: Person) -> None:
    write(person, "错字")
    person.press(PAGE_DOWN, "2")
    button = person.find(QPushButton, "choices-4-forget")
    assert button.accessibleName() == "Offer “错字” no longer"
    person.click("choices-4-forget")
    assert person.disk.own_phrases() == []
    assert person.focus == "note"
    assert not button.isVisible()


@in_a_visit
@pytest.mark.ci
def test_what_is_said_can_be_unsaid_after_it_was_forgotten_elsewhere(person: Person) -> None:
    write(person, "低头")
    person.press(PAGE_DOWN, "2", "4", ENTER, PAGE_DOWN, "2")
    person.click("choices-4-forget")
    person.press(ESC, PAGE_UP)
    person.go("greet")
    person.press("2")
    assert offered(person)[-1] == "4 低头 ✓ mine"
    person.press("4")
    assert person.disk.answers("2号窗口")["greet"] == Kept("deduct", 1)


@in_a_visit
def test_what_tells_of_one_case_only_is_not_offered(person: Person) -> None:
    write(person, "长" * 41)
    assert person.disk.own_phrases() == []
