"""Ctrl+F: a part of an item or its pinyin initials lead to it, in this window first."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from inspector.gui.visits.scoring.lists.found_item_list import FoundItemList
from tests.gui.visits.disk import Kept
from tests.gui.visits.visit import (
    BACKSPACE,
    DOWN,
    ENTER,
    ESC,
    PAGE_DOWN,
    SHIFT,
    UP,
    Person,
    click,
    in_a_visit,
)

F3 = Qt.Key.Key_F3


def found_at(person: Person) -> list[tuple[str, str]]:
    """Window and item of each line that was found."""
    found = person.find(FoundItemList, "found").found_item_model.rows
    return [(spot.card.window_number, spot.item.id) for spot in found]


@in_a_visit
def test_results_narrow_as_one_types_this_window_first(person: Person) -> None:
    person.press("f", ctrl=True)
    assert person.focus == "find"
    person.press("z")
    many = found_at(person)
    person.press("z")  # 着装
    assert found_at(person) == [
        ("1号窗口", "uniform"),
        ("2号窗口", "uniform"),
        ("3号窗口", "uniform"),
    ]
    assert len(many) > 3
    assert person.text("foundCount") == "3 found   ↑ ↓ ↵ or a click goes there"
    person.press(BACKSPACE, BACKSPACE)
    person.keyboard.compose("异味")
    assert found_at(person) == [("", "toilet")]  # only in the public area
    person.press("q")
    assert found_at(person) == []
    assert person.text("foundCount") == "No such item"
    assert person.place == ("1号窗口", "greet")
    assert person.disk.answers() == {}


@in_a_visit
def test_enter_goes_there_also_to_another_window(person: Person) -> None:
    person.press("f", ctrl=True)
    person.press("pd", ENTER)  # 排队
    assert person.place == ("1号窗口", "wait")
    assert person.focus == "items"
    assert person.line == "Found 1 of 3. F3 goes to the next."
    person.press("f", ctrl=True)
    person.press("zz", DOWN, DOWN, UP, DOWN, ENTER)
    assert person.place == ("3号窗口", "uniform")
    person.press("1")
    assert person.disk.verdicts("3号窗口") == {"uniform": "pass"}


@in_a_visit
def test_those_of_this_window_come_first_then_the_next_ones(person: Person) -> None:
    person.press(PAGE_DOWN)
    person.press("f", ctrl=True)
    person.press("zz")
    assert [window for window, _ in found_at(person)] == ["2号窗口", "3号窗口", "1号窗口"]


@pytest.mark.ci
@in_a_visit
def test_f3_and_ctrl_g_go_on_and_wrap(person: Person) -> None:
    person.press(F3)  # nothing looked for yet
    assert person.focus == "find"
    person.press("zz", ENTER)
    seen = [person.place]
    for _ in range(2):
        person.press(F3)
        seen.append(person.place)
    person.press("g", ctrl=True)
    seen.append(person.place)
    windows = ["1号窗口", "2号窗口", "3号窗口", "1号窗口"]
    assert seen == [(window, "uniform") for window in windows]
    assert person.line == "Found 1 of 3. F3 goes to the next."


@pytest.mark.ci
@in_a_visit
def test_esc_goes_back_to_where_one_was(person: Person) -> None:
    person.go("polite")
    person.press("f", ctrl=True)
    person.press("zz", DOWN, ESC)
    assert person.place == ("1号窗口", "polite")
    assert person.focus == "items"
    assert not person.find(QLineEdit, "find").isVisible()
    person.press("2", "so")
    person.press("f", ctrl=True)
    person.press("zz", ESC, "on")
    assert person.disk.note("polite") == "soon"


@in_a_visit
def test_what_was_looked_for_last_is_typed_over(person: Person) -> None:
    person.press("f", ctrl=True)
    person.press("zz", ENTER)
    person.press("f", ctrl=True)
    assert found_at(person)[0] == ("1号窗口", "uniform")
    person.press("pd")
    assert person.find(QLineEdit, "find").text() == "pd"
    person.press(ESC, ESC, ESC, ENTER)
    person.press("f", ctrl=True)  # another visit begins anew
    assert person.find(QLineEdit, "find").text() == ""
    person.press(ENTER)  # nothing to go to
    assert person.focus == "find"


@in_a_visit
def test_typing_there_is_never_a_verdict(person: Person) -> None:
    person.press("f", ctrl=True)
    person.press("123456789acxtA=+-?")
    assert person.find(QLineEdit, "find").text() == "123456789acxtA=+-?"
    assert person.disk.answers() == {}
    assert person.disk.left_out() == []
    person.press_with(SHIFT, Qt.Key.Key_F1)
    assert person.focus == "overlay"
    person.press(ESC)
    assert person.focus == "find"


@in_a_visit
def test_keys_belong_to_a_composition(person: Person) -> None:
    person.press("f", ctrl=True)
    person.press("zz")
    QApplication.sendEvent(person.keyboard.focus, QInputMethodEvent("zhuo", []))
    person.press(ENTER, ESC, DOWN)
    assert person.focus == "find"
    assert person.place == ("1号窗口", "greet")
    person.find(QLineEdit, "find").clear()
    person.keyboard.compose("着装")
    person.press(ENTER)
    assert person.place == ("1号窗口", "uniform")


@in_a_visit
def test_a_click_goes_there_and_a_click_elsewhere_closes_it(person: Person) -> None:
    person.press("f", ctrl=True)
    person.press("zz")
    found = person.find(FoundItemList, "found")
    click(found, found.found_item_model.index(1))
    assert person.place == ("2号窗口", "uniform")
    person.press("f", ctrl=True)
    person.scoring.items.setFocus()
    assert not person.scoring.finder.isVisible()
    person.press("2", "1")
    assert person.disk.answers("2号窗口")["uniform"] == Kept("deduct", 1, phrases=("未穿工装",))
