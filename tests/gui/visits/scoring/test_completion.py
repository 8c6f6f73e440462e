"""Completing a visit: what is missing, asking once more, and nothing can be changed after it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.gui.visits.folder import REQUIRED
from tests.gui.visits.visit import BACKSPACE, ENTER, ESC, PAGE_DOWN, PAGE_UP, Person, in_a_visit


def pass_all(person: Person) -> None:
    """Mark every item of every window 合格."""
    person.press(PAGE_UP)
    for _ in range(4):
        person.press("a", "a", PAGE_DOWN)


@in_a_visit
@pytest.mark.ci
def test_what_is_missing_is_counted_and_the_first_of_it_shown(person: Person) -> None:
    person.press(PAGE_UP, "1", PAGE_DOWN, "a", "a", PAGE_DOWN, "1")
    person.press(ENTER, ctrl=True)
    missing = 1 + (len(REQUIRED) - 1) + len(REQUIRED)
    assert person.line == f"{missing} items of 3 windows are still unanswered; this is the first."
    assert person.place == ("", "floor")
    person.press(ENTER, ctrl=True)  # still only says so
    assert person.disk.states() == ["open"]


@pytest.mark.ci
@in_a_visit
def test_a_window_left_out_is_not_missing(person: Person) -> None:
    pass_all(person)
    person.press("x")
    person.press("z", ctrl=True)
    person.press(BACKSPACE, "x")
    person.press(ENTER, ctrl=True)
    person.press(ENTER, ctrl=True)
    assert person.disk.states() == ["completed"]


@in_a_visit
def test_every_window_left_out_is_refused_in_a_sentence(person: Person) -> None:
    person.press(PAGE_UP)
    for _ in range(4):
        person.press("x", PAGE_DOWN)
    person.press(ENTER, ctrl=True)
    person.press(ENTER, ctrl=True)
    assert person.banner == "No window is left to inspect."
    assert person.disk.states() == ["open"]
    person.press("x")
    assert person.disk.left_out() == ["", "1号窗口", "2号窗口"]


@in_a_visit
@pytest.mark.ci
def test_completing_asks_and_another_key_says_no(person: Person) -> None:
    pass_all(person)
    for key in ("x", "z", ESC, Qt.Key.Key_Down):
        person.press(ENTER, ctrl=True)
        assert "Score 100.00 优秀, 0 findings" in person.line
        person.press(key)
        assert "Ctrl+↵" not in person.line
        person.press(ENTER)
        assert person.disk.states() == ["open"]
        if key == "x":
            person.press("x")


@pytest.mark.ci
@in_a_visit
def test_a_completed_visit_cannot_be_changed(person: Person) -> None:
    pass_all(person)
    person.press(ENTER, ctrl=True)
    person.press(ENTER, ctrl=True)
    assert person.disk.states() == ["completed"]
    assert person.page.result.isVisible()
    before = person.disk.rows("SELECT * FROM answer")
    person.press("1", "2", "3", "x", "a", "a", BACKSPACE)
    person.press("z", "y", ctrl=True)
    person.press(ENTER, ctrl=True)
    assert person.disk.rows("SELECT * FROM answer") == before
    assert person.disk.states() == ["completed"]
    person.press(ESC)
    assert person.page.start.isVisible()
    assert person.focus == "completed"
    person.press(ENTER)  # opens the result, not the scoring
    assert person.page.result.isVisible()
    person.press("z", ctrl=True)
    assert person.disk.rows("SELECT * FROM answer") == before


@pytest.mark.ci
@in_a_visit
def test_completing_by_clicks(person: Person) -> None:
    pass_all(person)
    person.click("complete")
    person.click("bannerAction", person.scoring.line)
    assert person.disk.states() == ["completed"]


@in_a_visit
@pytest.mark.ci
def test_ctrl_enter_completes_from_a_note(person: Person) -> None:
    pass_all(person)
    person.press("2", "x")
    person.press(ENTER, ctrl=True)
    assert "1 finding." in person.line
    assert person.focus == "items"
    person.press(ENTER, ctrl=True)
    assert person.disk.states() == ["completed"]
    assert person.disk.answers("3号窗口")["greet"].note == "x"


@in_a_visit
def test_the_line_says_what_comes_next(person: Person) -> None:
    person.press("a", "a")
    done = "1号窗口 is done. ↵, or a click on the next window, goes on."
    assert person.line == f"7 items passed; “Undo” (Ctrl+Z) takes them back. {done}"
    pass_all(person)
    person.press(PAGE_UP, ENTER)
    assert person.line == "Every window is done. “Complete” (Ctrl+↵) completes the inspection."


@in_a_visit
def test_enter_at_the_end_of_the_last_open_window_goes_to_what_it_lacks(person: Person) -> None:
    pass_all(person)
    person.press(BACKSPACE, Qt.Key.Key_End, ENTER)
    assert "is done" not in person.line


@in_a_visit
def test_the_button_of_the_question_is_named(person: Person) -> None:
    pass_all(person)
    person.press(ENTER, ctrl=True)
    assert person.find(QPushButton, "bannerAction", person.scoring.line).text() == "Complete"


def obstacles(person: Person) -> list[tuple[str, str, str]]:
    """Window, item and reason of each line of what is missing."""
    shown = person.scoring.obstacles
    if not shown.isVisible():
        return []
    return [
        (s.card.window_number, s.item.id, s.what) for s in shown.found_items.found_item_model.rows
    ]


@pytest.mark.ci
@in_a_visit
def test_what_is_missing_is_listed_and_the_first_of_it_one_key_away(person: Person) -> None:
    pass_all(person)
    for item in ("polite", "desk"):
        person.go(item)
        person.press(BACKSPACE)
    person.press(PAGE_UP, Qt.Key.Key_Home, BACKSPACE)
    person.press(ENTER, ctrl=True)
    assert obstacles(person) == [
        ("2号窗口", "greet", "Unanswered"),
        ("3号窗口", "polite", "Unanswered"),
        ("3号窗口", "desk", "Unanswered"),
    ]
    assert person.focus == "obstacleList"
    person.press("1")  # the key is for the item one stands on
    assert person.disk.verdicts("2号窗口")["greet"] == "pass"
    assert obstacles(person) == []
    person.press(ENTER, ctrl=True)
    person.press(Qt.Key.Key_Down, ENTER)
    assert person.place == ("3号窗口", "desk")
    assert person.focus == "items"
    person.press("2", "1", ESC)
    person.press(ENTER, ctrl=True)
    assert person.line == "Only this item is still unanswered."
    assert person.place == ("3号窗口", "polite")


@in_a_visit
def test_esc_in_the_list_goes_back_to_where_one_was(person: Person) -> None:
    person.go("wait")
    person.press(ENTER, ctrl=True)
    person.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert person.place == ("1号窗口", "greet")
    person.press(ESC)
    assert person.place == ("1号窗口", "wait")
    assert (person.focus, person.line) == ("items", "")
    assert obstacles(person) == []


@pytest.mark.ci
@in_a_visit
def test_each_kind_of_obstacle_is_named_and_typed_into_at_once(person: Person) -> None:
    pass_all(person)
    person.go("quarrel")
    person.press("2", "2", ESC)  # a veto without a reason
    person.go("greet")
    person.press("2", ESC, "c")
    person.scoring.items.setFocus()
    person.go("desk")
    person.press("2", ESC)  # wants a photo
    person.press(ENTER, ctrl=True)
    assert obstacles(person) == [
        ("3号窗口", "greet", "how corrected?"),
        ("3号窗口", "quarrel", "reason missing"),
        ("3号窗口", "desk", "needs a photo"),
    ]
    assert person.line == ("2 vetoes, bonuses or corrections have no word of explanation yet.")
    person.press(ENTER)
    assert person.focus == "correction"
    person.press("1", ENTER)
    person.press(ENTER, ctrl=True)
    person.press(ENTER)
    assert (person.item, person.focus) == ("quarrel", "note")
    person.press("1", ENTER)
    person.press(ENTER, ctrl=True)
    assert "1 deduction needs a photo and has none yet; “Complete” (Ctrl+↵) again" in person.line
    assert person.item == "desk"
    assert person.disk.states() == ["open"]
    person.press(ENTER, ctrl=True)
    assert person.disk.states() == ["completed"]


@pytest.mark.ci
@in_a_visit
def test_missing_photos_are_listed_and_do_not_block(person: Person) -> None:
    pass_all(person)
    person.go("desk")
    person.press("2", "1", ESC, PAGE_UP)
    person.go("desk")
    person.press("2", "1", ESC)
    person.press(ENTER, ctrl=True)
    assert [line[0] for line in obstacles(person)] == ["2号窗口", "3号窗口"]
    assert person.line.startswith("2 deductions need a photo and have none yet;")
    person.press(Qt.Key.Key_Down)
    assert person.place == ("3号窗口", "desk")
    person.press("b")  # another key says no
    assert (person.line, obstacles(person)) == ("", [])
    person.press(ENTER)
    assert person.disk.states() == ["open"]
    person.press(ENTER, ctrl=True)
    person.press(ENTER, ctrl=True)
    assert person.disk.states() == ["completed"]
    assert person.disk.rows("SELECT seal <> '' FROM inspection") == [(1,)]
