"""What turns a screen of a meeting besides the arrows, what darkens it, when its keys show."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from inspector.gui.meeting.meeting_page import MeetingPage
from inspector.gui.meeting.presenter import Presenter
from tests.gui.meeting.in_front import meeting_page, place, words_of
from tests.gui.meeting.test_by_mouse import menu_at, move_over
from tests.gui.meeting.test_presenter import F11, begin
from tests.gui.visits.visit import ENTER, ESC, NONE, Person, at_the_window
from tests.gui.waiting import wait_for

LEFT, RIGHT_BUTTON = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


@pytest.mark.ci
@at_the_window
def test_a_click_goes_on_and_a_drag_turns_like_a_page(person: Person) -> None:
    presenter = begin(person, 1)
    words, stage = presenter.stage.view.words, presenter.stage
    QTest.mouseClick(words, LEFT)
    assert place(person) == "2 / 15"
    assert _discussed(person) == 1  # as by the key
    QTest.mouseClick(stage.view.pane, LEFT)
    assert place(person) == "3 / 15"
    for by, there in ((-300, "4 / 15"), (300, "3 / 15")):
        middle = stage.rect().center()
        QTest.mousePress(stage, LEFT, NONE, middle)
        QTest.mouseRelease(stage, LEFT, NONE, middle + QPoint(by, 20))
        assert place(person) == there
    QTest.mousePress(stage, LEFT, NONE, middle)
    QTest.mouseRelease(stage, LEFT, NONE, middle + QPoint(20, 90))  # neither
    menu_at(stage).close()
    assert place(person) == "3 / 15"
    assert _discussed(person) == 3


def _discussed(person: Person) -> int:
    sql = "SELECT count(*) FROM finding_event WHERE kind = 'discussed'"
    return int(person.disk.rows(sql)[0][0])


@pytest.mark.ci
@at_the_window
def test_a_dark_screen_comes_back_by_whatever_is_pressed(person: Person) -> None:
    presenter = begin(person, 3)
    blank = presenter.blank
    for key in ("b", "."):  # a remote control sends either
        for back in (Qt.Key.Key_Right, ENTER, ESC, "t", Qt.Key.Key_F11):
            person.press(key)
            assert blank.isVisible()
            assert blank.geometry() == presenter.rect()
            person.press(back)
            assert not blank.isVisible()
            assert place(person) == "3 / 15"
            assert person.focus == "presenter"
            assert not presenter.trays.is_open
            assert not person.window.isFullScreen()
    person.press("b")
    person.press("1", ctrl=True)
    assert not blank.isVisible()
    assert person.window.page is meeting_page(person)  # it only came back
    person.press("b")
    QTest.mouseClick(blank, LEFT)
    assert not blank.isVisible()
    assert place(person) == "3 / 15"
    person.press("b")
    person.window.resize(person.window.width() - 60, person.window.height() - 40)
    QApplication.processEvents()
    assert blank.geometry() == presenter.rect()
    person.press(ESC, ESC)
    assert not presenter.is_open


@pytest.mark.ci
@at_the_window
def test_on_the_whole_screen_keys_come_with_the_mouse_and_go(person: Person) -> None:
    presenter = begin(person, 1)
    person.press(Qt.Key.Key_F5)  # as a remote control begins
    assert person.window.isFullScreen()
    keys, bar = presenter.whole.keys, person.find(QWidget, "stageBar")
    assert keys.isVisible()  # for a moment
    rest(presenter)
    assert not keys.isVisible()
    assert not bar.isVisible()
    QApplication.processEvents()
    height = presenter.stage.height()
    person.press(Qt.Key.Key_PageDown)
    QTest.mouseClick(presenter.stage, LEFT)
    assert place(person) == "3 / 15"
    assert not keys.isVisible()
    assert not bar.isVisible()
    move_over(presenter.stage)
    assert keys.isVisible()
    assert bar.isVisible()
    assert presenter.stage.height() == height == presenter.height()  # nothing moves
    names = {each.objectName() for each in keys.findChildren(QWidget) if each.isVisible()}
    assert {"line-assign", "line-correct", "line-leave"} <= names
    person.press("t")
    assert presenter.trays.is_open
    rest(presenter)
    assert keys.isVisible()  # those of the form, below it
    foot = presenter.trays.mapTo(presenter, presenter.trays.rect().bottomLeft()).y()
    assert foot <= keys.geometry().top()
    person.press(ESC)
    rest(presenter)
    assert not keys.isVisible()
    person.press(F11)
    assert not person.window.isFullScreen()
    assert person.find(QWidget, "pageHead", presenter).isVisible()


def rest(presenter: Presenter) -> None:
    """Let the mouse rest as long as it takes, in no time."""
    timer = presenter.mouse.findChild(QTimer)
    assert timer is not None
    usual = timer.interval()
    timer.start(0)
    wait_for(lambda: not timer.isActive())
    timer.setInterval(usual)


@pytest.mark.ci
@at_the_window
def test_praise_says_what_was_done_and_not_what_was_wrong(person: Person) -> None:
    presenter = begin(person)
    person.press("8", ENTER, "c", ENTER)  # reported done, and found to be so
    person.press(ENTER, ctrl=True)
    person.press(ENTER, ctrl=True)
    person.press(ESC)
    person.press(ENTER)
    texts = []
    while place(person) != "closing":
        if place(person).startswith("praise"):
            cards = presenter.stage.view.content.cards
            texts += [*words_of(presenter), *(card.words for card in cards)]
        person.press(Qt.Key.Key_Right)
    assert "1号窗口 · 1 put right ✓" in texts
    assert not [words for words in texts if "未穿工装" in words]


@pytest.mark.ci
@at_the_window
def test_escape_leads_out_from_wherever_one_is(person: Person) -> None:
    page = meeting_page_of(person)
    for deep in (("t",), ("v",), ("v", "+"), ("1",), ("b",), ("r", "why"), ()):
        presenter = begin(person, 2)
        person.press(F11)
        person.press(*deep)
        for _ in range(5):
            if page.opening.isVisible():
                break
            person.press(ESC)
        assert page.opening.isVisible(), deep
        assert not person.window.isFullScreen(), deep
        assert not presenter.is_open, deep


def meeting_page_of(person: Person) -> MeetingPage:
    """The page 晨会, brought to the front."""
    person.turn_to("meeting")
    return meeting_page(person)
