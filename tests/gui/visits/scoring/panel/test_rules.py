"""What each kind of rule asks for beside the list, and the arithmetic it shows."""

from contextlib import closing

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from inspector.domain.visit.answer_changes import LARGEST_COUNT
from inspector.domain.visit.inspection import Answer, Verdict
from inspector.workspace.workspace import Workspace
from tests.gui.visits.disk import Kept
from tests.gui.visits.visit import (
    BACKSPACE,
    CTRL,
    DOWN,
    ENTER,
    ESC,
    NONE,
    TAB,
    Person,
    in_a_visit,
)


def points(person: Person, item: str) -> str:
    """What the list says of an item."""
    text = person.scoring.model.index_of(item).data()
    assert isinstance(text, str)
    return text.split(maxsplit=1)[1]


@in_a_visit
def test_deduct_takes_phrases_and_a_count(person: Person) -> None:
    person.press("2", "3", "1")
    assert person.disk.answers()["greet"] == Kept(
        "deduct",
        1,
        phrases=("未起身迎接", "未主动问候"),  # in the order of the item
    )
    person.press("3", "+", "=")
    assert person.disk.answers()["greet"] == Kept("deduct", 3, phrases=("未起身迎接",))
    assert person.text("arithmetic") == "4 − 1 × 3 = 1"
    person.press("-", ENTER)
    assert points(person, "greet") == "Deduct 2 / 4"
    assert person.item == "uniform"


@in_a_visit
def test_a_digit_without_a_phrase_does_nothing(person: Person) -> None:
    person.press("2", "9", "4")
    assert person.disk.answers()["greet"] == Kept("deduct", 1)


@in_a_visit
def test_where_there_is_nothing_to_choose_a_digit_is_text_and_plus_still_counts(
    person: Person,
) -> None:
    person.go("polite")
    person.press("2", "+", "+", "-")
    assert person.disk.answers()["polite"] == Kept("deduct", 2)
    person.press("1", "+")
    assert person.disk.answers()["polite"] == Kept("deduct", 2, note="1+")


@pytest.mark.ci
@in_a_visit
def test_a_deduction_stops_at_nothing_left(person: Person) -> None:
    person.press("2", "+", "+", "+", "+", "+")
    assert person.text("arithmetic") == "4 − 1 × 6 = −2 → 0"
    assert points(person, "greet") == "Deduct 0 / 4"


@pytest.mark.ci
@in_a_visit
def test_the_count_has_bounds_however_long_a_key_is_held(person: Person) -> None:
    person.press("2", "-", "-")
    assert person.disk.answers()["greet"].count == 1
    person.press(ESC, ESC)
    with closing(Workspace(person.folder)) as workspace:
        (line,) = workspace.inspections.unfinished()
        card = workspace.inspections.sheet(line.inspection.id).scorecards[1]
        many = Answer("greet", Verdict.DEDUCT, count=LARGEST_COUNT - 4)
        workspace.inspections.record(line.inspection.id, card.id, [many])
    person.press(ENTER, "2")
    for repeated in range(9):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Plus, NONE, "+", repeated > 0)
        QApplication.sendEvent(person.keyboard.focus, event)
    assert person.disk.answers()["greet"].count == LARGEST_COUNT
    person.press("z", ctrl=True)  # what changed nothing is no step
    assert person.disk.answers()["greet"].count == LARGEST_COUNT - 1


@pytest.mark.ci
@in_a_visit
def test_the_count_is_clicked_as_well(person: Person) -> None:
    person.press("2", ESC)
    person.click("more")
    person.click("more")
    person.click("fewer")
    assert person.disk.answers()["greet"].count == 2
    assert person.text("count") == "2"


@in_a_visit
def test_a_phrase_is_clicked_as_well(person: Person) -> None:
    person.press("2", ESC)
    person.click("choices-2")
    assert person.disk.answers()["greet"].phrases == ("未微笑",)
    assert person.focus == "items"


@in_a_visit
def test_a_phrase_at_a_passed_item_is_not_offered(person: Person) -> None:
    person.press("1")
    person.go("greet")
    assert not person.find(QWidget, "choices").isVisible()


@in_a_visit
def test_a_choice_is_made_by_digit(person: Person) -> None:
    person.go("notice")
    person.press("2")
    assert person.disk.answers()["notice"] == Kept("deduct", 0, option=1)
    person.press("3")
    assert person.disk.answers()["notice"] == Kept("deduct", 0, option=2)
    assert person.text("arithmetic") == "没有 = 0"
    person.press("1")  # the best one is a pass
    assert person.disk.answers()["notice"] == Kept("pass", 0, option=0)
    person.press("9", "+", "-")  # neither an option nor a count
    assert person.disk.answers()["notice"] == Kept("pass", 0, option=0)
    assert points(person, "notice") == "Pass 3 / 3"


@in_a_visit
def test_a_choice_is_clicked_before_any_answer(person: Person) -> None:
    person.go("notice")
    person.click("choices-3")
    assert person.disk.answers()["notice"] == Kept("deduct", 0, option=2)


def measure(person: Person, text: str) -> Kept:
    """Type a measured value as it is on the keyboard, or as an input method gives it."""
    person.go("wait")
    person.press("2")
    assert person.focus == "measuredValue"
    if text.isascii():
        person.press(text)
    else:
        person.keyboard.compose(text)
    return person.disk.answers()["wait"]


VALUES = {
    "23": (Kept("deduct", 1, measured=2300), "Deduct 0 / 4"),
    "15": (Kept("pass", 1, measured=1500), "Pass 4 / 4"),
    "15.01": (Kept("deduct", 1, measured=1501), "Deduct 2 / 4"),
    "17.5": (Kept("deduct", 1, measured=1750), "Deduct 2 / 4"),
    "0": (Kept("pass", 1, measured=0), "Pass 4 / 4"),
    "007": (Kept("pass", 1, measured=700), "Pass 4 / 4"),
    " 23 ": (Kept("deduct", 1, measured=2300), "Deduct 0 / 4"),
    ".5": (Kept("pass", 1, measured=50), "Pass 4 / 4"),
    "２３": (Kept("deduct", 1, measured=2300), "Deduct 0 / 4"),
    "１７．５": (Kept("deduct", 1, measured=1750), "Deduct 2 / 4"),
    "17。5": (Kept("deduct", 1, measured=1750), "Deduct 2 / 4"),
    "99999.99": (Kept("deduct", 1, measured=9999999), "Deduct 0 / 4"),
}


@pytest.mark.ci
@in_a_visit
def test_a_value_is_measured(person: Person) -> None:
    for text, (kept, said) in VALUES.items():
        assert measure(person, text) == kept, text
        assert points(person, "wait") == said, text
        assert person.line == ""
        person.press(ENTER)
        assert person.item == "notice"
        person.go("wait")
        person.press(BACKSPACE)


@pytest.mark.ci
@in_a_visit
def test_what_is_no_number_is_said_and_not_kept(person: Person) -> None:
    for text in ("abc", "-1", "二十", "٣", "1e9", "NaN", "...", "½"):
        measure(person, text)
        assert f"“{text}” is not a number" in person.line
        assert person.disk.answers()["wait"].measured in (None, 100), text  # the 1 of 1e9
        person.press(ENTER)  # one is not led away from it
        assert (person.item, person.focus) == ("wait", "measuredValue"), text
        person.press(ESC)
        assert (person.line, person.focus) == ("", "items"), text
        value = person.find(QLineEdit, "measuredValue").text()
        assert value == ("1" if text == "1e9" else ""), text  # as it is on disk
        person.press(BACKSPACE)


@pytest.mark.ci
@in_a_visit
def test_a_number_too_large_or_too_fine_is_said_at_once(person: Person) -> None:
    for text in ("100000", "123456789012", "1.234", "1" * 400, "9e99999999"):
        person.go("wait")
        person.press("2")
        QApplication.clipboard().setText(text)
        person.press("v", ctrl=True)
        assert "is not a number" in person.line, text
        assert person.disk.answers()["wait"] == Kept("deduct", 1), text
        person.press(ESC)


@in_a_visit
def test_a_value_deleted_again_is_not_measured(person: Person) -> None:
    measure(person, "23")
    person.press(BACKSPACE)
    assert person.disk.answers()["wait"] == Kept("pass", 1, measured=200)
    person.press(BACKSPACE)
    assert person.disk.answers()["wait"] == Kept("deduct", 1)
    assert person.text("arithmetic") == "No value yet, so the worst: 0"


@in_a_visit
@pytest.mark.ci
def test_a_value_within_the_limit_is_measured_anew_when_it_is_deducted(person: Person) -> None:
    measure(person, "10")
    person.press(ESC, "2")
    assert person.disk.answers()["wait"] == Kept("deduct", 1)
    assert person.find(QLineEdit, "measuredValue").text() == ""


@in_a_visit
def test_typing_a_value_is_one_undo_and_the_field_shows_it(person: Person) -> None:
    measure(person, "23")
    person.press(ESC)
    person.press("z", ctrl=True)
    assert person.disk.answers()["wait"] == Kept("deduct", 1)
    assert person.find(QLineEdit, "measuredValue").text() == ""
    person.press("y", ctrl=True)
    assert person.find(QLineEdit, "measuredValue").text() == "23"


@in_a_visit
@pytest.mark.ci
def test_undo_in_the_value_field_goes_on_to_the_answer_itself(person: Person) -> None:
    measure(person, "23")
    for _ in range(6):
        person.press("z", ctrl=True)
    assert person.disk.answers() == {}
    assert person.focus == "items"
    person.press("1")  # the keyboard is not lost
    assert person.disk.verdicts() == {"wait": "pass"}


@in_a_visit
def test_a_measured_item_has_phrases_and_a_note_behind_tab(person: Person) -> None:
    measure(person, "23")
    person.press(TAB)
    assert person.focus == "note"
    person.press("1", "x", ENTER)
    assert person.disk.answers()["wait"] == Kept(
        "deduct", 1, measured=2300, phrases=("未加开台席",), note="x"
    )


@in_a_visit
def test_a_bonus_is_awarded_and_taken_back(person: Person) -> None:
    person.go("praise")
    person.press("2")
    assert person.disk.answers()["praise"] == Kept("pass", 1)
    person.press("1", "+")
    assert person.disk.answers()["praise"] == Kept("pass", 2, phrases=("表扬信",))
    assert person.text("arithmetic") == "1 × 2 = +2"
    assert points(person, "praise") == "Pass +2"
    person.press("-", "-", "-")
    assert person.disk.answers()["praise"].count == 0
    assert points(person, "praise") == "Pass —"
    person.press(ESC, BACKSPACE)
    assert person.disk.answers() == {}


@in_a_visit
def test_a_bonus_taken_back_by_tab_and_space_keeps_the_keyboard(person: Person) -> None:
    person.go("praise")
    person.press("2")
    while person.focus != "fewer":
        person.press_with(Qt.KeyboardModifier.ShiftModifier, TAB)
    person.press(Qt.Key.Key_Space)
    assert person.disk.answers()["praise"].count == 0
    assert person.focus == "items"


@in_a_visit
def test_a_bonus_never_has_to_be_answered(person: Person) -> None:
    person.press("a", "a")
    assert "praise" not in person.disk.answers()
    assert person.scoring.scoring.sheet.progress(person.scoring.card).complete


@in_a_visit
def test_a_veto_is_said_in_words_and_a_star(person: Person) -> None:
    person.go("quarrel")
    person.press("2", "2", "1", ENTER)
    card = person.scoring.cards_model.index(1)
    assert "★ 1 / 7" in card.data()  # before the window is done, and not in colour alone
    person.press("a", "a")
    assert "★ 不合格" in card.data()


@in_a_visit
def test_a_veto_asks_first_and_another_key_says_no(person: Person) -> None:
    person.go("quarrel")
    for key in (ESC, "b", DOWN, "3"):
        person.press("2")
        assert "★" in person.line
        person.press(key)
        assert "★" not in person.line
        person.press(ENTER)
        assert "deduct" not in person.disk.verdicts().values(), key
        person.go("quarrel")
    person.press("2", "2")
    assert person.disk.verdicts()["quarrel"] == "deduct"
    person.press(ESC, "2")  # it is one already
    assert person.focus == "note"


@in_a_visit
def test_a_veto_is_confirmed_by_a_click(person: Person) -> None:
    person.go("quarrel")
    person.press("2")
    person.click("bannerAction", person.scoring.line)
    assert person.disk.verdicts() == {"quarrel": "deduct"}
    assert person.focus == "note"


@in_a_visit
def test_a_veto_or_a_bonus_is_not_left_without_a_reason(person: Person) -> None:
    for item in ("quarrel", "praise"):
        person.go(item)
        person.press("2")
        if item == "quarrel":
            person.press("2")
        person.press(ENTER)
        assert "needs a reason" in person.line
        assert (person.item, person.focus) == (item, "note")
        person.press("1", ENTER)
        assert person.line == ""
        assert person.item != item


@in_a_visit
def test_several_values_are_samples_and_the_worst_counts(person: Person) -> None:
    measure(person, "12")
    person.press("+", "1", "8", "+", "9")
    assert person.disk.answers()["wait"] == Kept("deduct", 1, measured=1800)
    assert person.text("samples").startswith("12、18、9")
    person.press(BACKSPACE)  # the last one after all not
    assert person.text("samples").startswith("12、18;")
    person.press("x")
    assert "“x” is not a number" in person.line
    person.press(BACKSPACE, ENTER)
    assert person.item == "notice"
    person.go("wait")
    person.press(TAB, ENTER)  # looking at it changes nothing
    assert person.text("samples").startswith("12、18")
    assert person.disk.answers()["wait"] == Kept("deduct", 1, measured=1800)


@in_a_visit
def test_not_applicable_is_out_of_both_sides(person: Person) -> None:
    person.press("3")
    assert points(person, "greet") == "N/A —"
    person.go("greet")
    assert person.text("arithmetic") == "N/A does not count"


@in_a_visit
def test_no_key_of_the_panel_reaches_an_item_without_an_answer(person: Person) -> None:
    assert not person.find(QPlainTextEdit, "note").isVisible()
    person.press(TAB)
    assert "First answer the item" in person.line
    assert person.focus == "items"
    assert person.disk.answers() == {}


@in_a_visit
def test_alt_and_a_digit_is_no_phrase(person: Person) -> None:
    person.press("2")
    person.press_with(Qt.KeyboardModifier.AltModifier, "1")
    person.press_with(CTRL, "9")
    assert person.disk.answers()["greet"].phrases == ()
