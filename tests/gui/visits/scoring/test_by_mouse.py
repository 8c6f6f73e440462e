"""A visit scored and completed by clicks alone: nothing on the page is only a letter."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from inspector.gui.visits.parts.verdict_segment import VerdictButton
from tests.gui.visits.disk import Kept
from tests.gui.visits.visit import NONE, Person, at_the_window, click, in_a_visit


def tap(person: Person, name: str) -> None:
    """Click a button that is seen somewhere in the window, and can be used."""
    found = [each for each in person.window.findChildren(QPushButton, name) if each.isVisible()]
    assert len(found) == 1, (name, found)
    assert found[0].isEnabled(), name
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


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


@at_the_window
def test_a_visit_is_scored_and_completed_by_clicks_alone(person: Person) -> None:
    start = person.page.start
    click(start.unfinished, start.unfinished_model.index(0, 0), twice=True)
    click(person.scoring.cards, person.scoring.cards_model.index(1))
    assert person.place == ("1号窗口", "greet")
    assert given(person) == []

    tap(person, "deduct")
    tap(person, "choices-1")
    tap(person, "choices-3")
    tap(person, "more")
    tap(person, "correct")
    tap(person, "corrections-1")
    assert person.disk.answers()["greet"] == Kept(
        "deduct", 2, phrases=("未起身迎接", "未主动问候"), correction="已现场改正"
    )
    assert given(person) == ["deduct"]

    person.click_item("uniform")
    assert given(person) == []
    tap(person, "pass")
    assert person.item == "quarrel"  # on, with the keyboard in the list
    assert person.focus == "items"
    tap(person, "not-applicable")
    person.click_item("uniform")
    assert given(person) == ["pass"]
    tap(person, "praise")
    assert given(person) == ["praise"]
    person.click_item("quarrel")
    assert given(person) == ["not-applicable"]
    tap(person, "clear")
    assert given(person) == []
    tap(person, "deduct")
    assert person.scoring.line.waiting  # a veto asks first
    assert "quarrel" not in person.disk.answers()
    tap(person, "line-undo")
    assert person.disk.answers()["quarrel"] == Kept("na")
    tap(person, "line-redo")
    assert "quarrel" not in person.disk.answers()
    tap_in_row(person, "deduct")
    tap(person, "bannerAction")
    assert person.disk.verdicts()["quarrel"] == "deduct"
    person.click_item("quarrel")
    tap_in_row(person, "pass")
    assert person.disk.verdicts()["quarrel"] == "pass"

    tap(person, "line-window-before")
    for _ in range(4):
        tap(person, "line-rest")
        tap(person, "bannerAction")
        tap(person, "line-next-window")
    tap(person, "complete")
    tap(person, "bannerAction")
    assert person.disk.states() == ["completed"]
    tap(person, "back")
    assert person.page.start.isVisible()


@in_a_visit
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
        QTest.qWait(20)
        assert person.disk.verdicts().pop(before) == "pass"
    assert list(person.disk.verdicts()) == ["greet", "uniform"]


@in_a_visit
def test_a_window_that_is_left_out_takes_no_verdict_by_click(person: Person) -> None:
    tap(person, "line-leave-out")
    for each in person.scoring.panel.findChildren(VerdictButton):
        assert not each.isEnabled()
    items = person.scoring.items
    rect = items.visualRect(items.currentIndex())
    assert all(items._verdict_at(QPoint(x, rect.center().y())) is None for x in range(rect.width()))
    tap(person, "line-leave-out")
    tap_in_row(person, "pass")
    assert person.disk.verdicts() == {"greet": "pass"}


@in_a_visit
def test_the_way_back_leaves_the_visit_wherever_the_keyboard_is(person: Person) -> None:
    tap(person, "deduct")
    assert person.focus == "note"
    tap(person, "back")
    assert person.page.start.isVisible()
    assert person.disk.verdicts() == {"greet": "deduct"}
