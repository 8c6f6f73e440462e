"""A visit scored and completed by clicks alone: nothing on the page is only a letter."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from inspector.gui.commands.command_button import CommandButton
from inspector.gui.visits.parts.verdict_segment import VerdictButton
from tests.gui.visits.disk import Kept
from tests.gui.visits.visit import ENTER, NONE, UP, Person, at_the_window, click, in_a_visit
from tests.gui.waiting import rest


def given(person: Person) -> list[str]:
    """The verdicts that stand out above the panel."""
    buttons = person.scoring.panel.findChildren(VerdictButton)
    return [each.objectName() for each in buttons if each.isChecked()]


def in_row(person: Person, shape: str) -> QPoint:
    """Where in the current row a verdict of this shape is given."""
    items = person.scoring.items
    rect = items.visualRect(items.currentIndex())
    for x in range(rect.right(), rect.left(), -8):
        place = QPoint(x, rect.center().y())
        if (found := items._verdict_at(place)) and found.objectName() == shape:
            return place
    raise AssertionError(shape)


def tap_in_row(person: Person, verdict: str) -> None:
    """Click a verdict in the current row."""
    viewport = person.scoring.items.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, NONE, in_row(person, verdict))


@pytest.mark.ci
@at_the_window
def test_a_visit_is_scored_and_completed_by_clicks_alone(person: Person) -> None:
    start = person.page.start
    click(start.unfinished, start.unfinished_model.index(0, 0), twice=True)
    click(person.scoring.cards, person.scoring.cards_model.index(1))
    assert person.place == ("1号窗口", "greet")
    assert given(person) == []

    person.tap("deduct")
    person.tap("choices-1")
    person.tap("choices-3")
    person.tap("more")
    person.tap("correct")
    person.tap("corrections-1")
    assert person.disk.answers()["greet"] == Kept(
        "deduct", 2, phrases=("未起身迎接", "未主动问候"), correction="已现场改正"
    )
    assert given(person) == ["deduct"]

    person.click_item("uniform")
    assert given(person) == []
    person.tap("pass")
    assert person.item == "quarrel"  # on, with the keyboard in the list
    assert person.focus == "items"
    person.tap("not-applicable")
    person.click_item("uniform")
    assert given(person) == ["pass"]
    person.tap("praise")
    assert given(person) == ["praise"]
    person.click_item("quarrel")
    assert given(person) == ["not-applicable"]
    person.tap("clear")
    assert given(person) == []
    person.tap("deduct")
    assert person.scoring.line.waiting  # a veto asks first
    assert "quarrel" not in person.disk.answers()
    person.tap("line-undo")
    assert person.disk.answers()["quarrel"] == Kept("na")
    person.tap("line-redo")
    assert "quarrel" not in person.disk.answers()
    tap_in_row(person, "deduct")
    person.tap("bannerAction")
    assert person.disk.verdicts()["quarrel"] == "deduct"
    person.click_item("quarrel")
    tap_in_row(person, "pass")
    assert person.disk.verdicts()["quarrel"] == "pass"

    person.tap("line-window-before")
    for _ in range(4):
        person.tap("line-rest")
        person.tap("bannerAction")
        person.tap("line-next-window")
    person.tap("complete")
    person.tap("bannerAction")
    assert person.disk.states() == ["completed"]
    person.tap("back")
    assert person.page.start.isVisible()


@in_a_visit
@pytest.mark.ci
def test_a_double_click_on_a_verdict_judges_once(person: Person) -> None:
    for judge in ("button", "row"):
        before = person.item
        place: QWidget = person.find(QPushButton, "pass")
        at = place.rect().center()
        if judge == "row":
            place, at = person.scoring.items.viewport(), in_row(person, "pass")
        window = person.window.windowHandle()
        spot = place.mapTo(person.window, at)
        QTest.mouseDClick(window, Qt.MouseButton.LeftButton, NONE, spot)
        rest(20)
        assert person.disk.verdicts().pop(before) == "pass"
    assert list(person.disk.verdicts()) == ["greet", "uniform"]


@in_a_visit
@pytest.mark.ci
def test_a_window_that_is_left_out_takes_no_verdict_by_click(person: Person) -> None:
    person.tap("line-leave-out")
    for each in person.scoring.panel.findChildren(VerdictButton):
        assert not each.isEnabled()
    items = person.scoring.items
    rect = items.visualRect(items.currentIndex())
    assert all(items._verdict_at(QPoint(x, rect.center().y())) is None for x in range(rect.width()))
    person.tap("reasons-2")
    person.tap("otherReason")
    assert person.find(QLineEdit, "leftOutReason").text() == "人员外出"
    person.keyboard.compose("停电")
    person.tap("line-confirm")
    assert person.scoring.card.left_out_reason == "停电"
    person.tap("takeIn")
    tap_in_row(person, "pass")
    assert person.disk.verdicts() == {"greet": "pass"}


@in_a_visit
def test_the_way_back_leaves_the_visit_wherever_the_keyboard_is(person: Person) -> None:
    person.tap("deduct")
    assert person.focus == "note"
    person.tap("back")
    assert person.page.start.isVisible()
    assert person.disk.verdicts() == {"greet": "deduct"}


@pytest.mark.ci
@in_a_visit
def test_menus_open_on_items_and_windows_and_their_keyboard_is_that_of_the_items(
    person: Person,
) -> None:
    items, cards = person.scoring.items, person.scoring.cards
    place = items.visualRect(person.scoring.model.index_of("uniform")).center()
    acts = person.menu(items.viewport(), place)
    assert person.item == "uniform"
    assert {"pass", "deduct", "not-applicable", "praise", "clear", "photo"} <= acts.keys()
    acts["not-applicable"].trigger()
    assert person.disk.verdicts() == {"uniform": "na"}

    place = cards.visualRect(person.scoring.cards_model.index(2)).center()
    acts = person.menu(cards.viewport(), place)
    assert person.scoring.card.window_number == "2号窗口"
    assert person.focus == "items"
    acts["leave-out"].trigger()
    assert person.disk.left_out() == ["2号窗口"]


@pytest.mark.ci
@in_a_visit
def test_in_little_room_the_verdicts_of_the_row_give_way_and_its_text_has_two_lines(
    person: Person,
) -> None:
    items = person.scoring.items
    person.window.showNormal()
    widths = []
    for size in ((1366, 768), (1093, 614), (911, 512), (683, 384)):
        person.window.resize(*size)
        rest(20)
        row = items.visualRect(items.currentIndex())
        places = [items._verdict_at(QPoint(x, row.center().y())) for x in range(row.width())]
        widths.append(sum(place is not None for place in places))
        person.tap("pass")  # above the panel they stay
        person.go("greet")
        assert row.height() == (48 if size == (683, 384) else 40)
    assert widths[0] > widths[1] > widths[2] == widths[3] == 0


@at_the_window
def test_menus_of_the_lists_go_on_and_put_into_the_bin(person: Person) -> None:
    table = person.page.start.unfinished
    place = table.visualRect(person.page.start.unfinished_model.index(0, 0)).center()
    person.menu(table.viewport(), place)["resume"].trigger()
    assert person.place == ("1号窗口", "greet")
    person.tap("back")
    person.menu(table.viewport(), place)["to-bin"].trigger()
    assert person.disk.states() == ["discarded"]


def in_line(person: Person) -> list[CommandButton]:
    """The buttons in the line of keys."""
    buttons = person.window.key_line.findChildren(CommandButton)
    return [each for each in buttons if each.isVisible()]


@in_a_visit
def test_the_buttons_of_the_line_stay_while_they_do_the_same(person: Person) -> None:
    person.press("1")  # from now on there is something to undo
    before = in_line(person)
    offered = {each.objectName() for each in before}
    person.press(UP, "1")
    assert in_line(person) == before
    person.press("2")
    assert "line-confirm" in [each.objectName() for each in in_line(person)]
    person.press(ENTER)
    assert {each.objectName() for each in in_line(person)} == offered
