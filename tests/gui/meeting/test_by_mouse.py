"""A meeting by the mouse alone: screens, full screen and back, a decision, its end, its minutes."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget

from inspector.gui.commands.command_button import CommandButton
from inspector.gui.commands.key_sheet import KeySheet
from inspector.gui.rectify.ledger_page import RectifyPage
from tests.gui.meeting.in_front import meeting_page, place
from tests.gui.visits.visit import ENTER, ESC, NONE, Person, at_the_window, click
from tests.gui.waiting import wait_for

LEFT_BUTTON = Qt.MouseButton.LeftButton


def menu_at(widget: QWidget, where: QPoint | None = None) -> QMenu:
    """The menu that a right click opens."""
    place = where or widget.rect().center()
    reason = QContextMenuEvent.Reason.Mouse  # a click of QTest on a widget brings none
    asks = QContextMenuEvent(reason, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, asks)
    return open_menu()


def open_menu() -> QMenu:
    """The menu that is open."""
    wait_for(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, name: str) -> None:
    """Click what a menu offers by the name of its command."""
    act = next(each for each in menu.actions() if each.objectName() == name)
    assert act.isEnabled(), name
    QTest.mouseClick(menu, LEFT_BUTTON, NONE, menu.actionGeometry(act).center())


def move_over(widget: QWidget) -> None:
    """Move the mouse over a widget."""
    for dx in (0, 8):
        QTest.mouseMove(widget, widget.rect().center() + QPoint(dx, 0))


def in_line(person: Person, name: str) -> CommandButton:
    """A button of the line of keys that is in sight."""
    return next(
        each
        for each in person.window.findChildren(CommandButton, f"line-{name}")
        if each.isVisible()
    )


@pytest.mark.ci
@at_the_window
def test_a_meeting_by_the_mouse_alone(person: Person) -> None:
    person.turn_to("meeting")
    page, window = meeting_page(person), person.window
    person.click("meetingStart")
    stage, bar = page.presenter.stage, person.find(QWidget, "stageBar")
    assert not bar.isVisible()
    move_over(stage)
    assert bar.isVisible()
    person.click("bar-next")
    person.click("bar-next")
    person.click("bar-next")
    assert place(person) == "1 / 15"
    person.click("bar-before")
    assert place(person) == "praise, screen 2 / 2"
    assert person.focus == "presenter"

    marks = page.presenter.stage.foot.progress
    QTest.mouseClick(marks, LEFT_BUTTON, NONE, QPoint(marks.width() - 2, marks.height() // 2))
    assert place(person) == "closing"
    step = marks.width() // 20
    QTest.mouseClick(marks, LEFT_BUTTON, NONE, QPoint(6 * step + step // 2, 8))
    number = place(person)

    QTest.mouseClick(in_line(person, "full-screen"), LEFT_BUTTON)
    assert window.isFullScreen()
    choose(menu_at(stage), "correct")
    person.click("correctAccept")
    assert page.presenter.line.isHidden() or "refus" not in page.presenter.line.text
    assert place(person) == number
    choose(menu_at(stage), "attendance")
    person.click("attendanceCancel")
    person.click("line-leave")
    assert not window.isFullScreen()
    assert place(person) == number
    person.click("back")
    assert page.opening.isVisible()

    agenda = page.opening.agenda.table
    menu = menu_at(agenda.viewport(), agenda.visualRect(agenda.model().index(1, 2)).center())
    choose(menu, "copy")
    assert "\t" in QApplication.clipboard().text()
    assert agenda.currentIndex().row() == 1
    person.click("meetingStart")
    person.click("stageMore")
    choose(open_menu(), "end")
    person.click("bannerAction", page.presenter.line)
    assert page.minutes.isVisible()
    person.click("back", page.minutes)
    assert page.opening.isVisible()
    person.click("meetingPast")
    click(page.past.table, page.past.model.index(0, 0), twice=True)
    assert page.minutes.isVisible()
    person.click("back", page.minutes)
    assert page.past.isVisible()
    choose(menu_at(page.past.table.viewport(), QPoint(20, 10)), "open")
    person.click("back", page.minutes)
    person.click("back", page.past)
    assert page.opening.isVisible()


@pytest.mark.ci
@at_the_window
def test_in_full_screen_the_keys_are_listed_and_left_by_the_mouse(person: Person) -> None:
    person.turn_to("meeting")
    page, window = meeting_page(person), person.window
    person.click("meetingStart")
    QTest.mouseClick(in_line(person, "full-screen"), LEFT_BUTTON)
    assert window.isFullScreen()
    QTest.mouseClick(in_line(person, "keys"), LEFT_BUTTON)
    sheet = person.find(KeySheet, "overlay", window)
    assert sheet.isVisible()
    QTest.mouseClick(sheet, LEFT_BUTTON)
    wait_for(lambda: not window.findChildren(KeySheet))
    person.click("line-more")
    pages = [each.menu() for each in open_menu().actions() if each.menu() is not None][-1]
    assert isinstance(pages, QMenu)
    assert [each.text().partition("\t")[0] for each in pages.actions()][:2] == [
        "Inspect",
        "Meeting",
    ]
    open_menu().close()
    QTest.mouseClick(in_line(person, "leave"), LEFT_BUTTON)
    assert not window.isFullScreen()
    assert page.presenter.isVisible()


@pytest.mark.ci
@at_the_window
def test_a_double_click_on_one_finding_opens_it_and_begins_nothing(person: Person) -> None:
    person.turn_to("meeting")
    agenda = meeting_page(person).opening.agenda
    click(agenda.table, agenda.table.model().index(1, 2), twice=True)
    ledger = person.window.page
    assert isinstance(ledger, RectifyPage)
    wait_for(lambda: ledger.model.ids == [agenda.model.row_at(1).findings[0].id])
    assert person.disk.rows("SELECT count(*) FROM meeting WHERE ended_at IS NULL") == [(0,)]
    person.turn_to("meeting")
    agenda.table.setFocus()
    person.press(ENTER)
    assert meeting_page(person).presenter.is_open


@pytest.mark.ci
@at_the_window
def test_a_click_that_was_for_the_next_screen_judges_nothing(person: Person) -> None:
    """What confirms a decision stands nowhere where a button to another screen just was."""

    def place_of(button: QWidget) -> QRect:
        return QRect(button.mapTo(person.window, QPoint()), button.size())

    person.turn_to("meeting")
    presenter = meeting_page(person).presenter
    person.press(ENTER)
    for size in (QSize(1366, 768), QSize(911, 512), QSize(800, 600)):
        person.window.resize(size)
        QApplication.processEvents()
        move_over(presenter.stage)
        turning = [person.find(QPushButton, f"bar-{way}") for way in ("before", "next")]
        turning.append(in_line(person, "next"))
        before = [place_of(each) for each in turning if each.isVisible()]
        assert len(before) == 3
        for key, name in (("c", "correct"), ("t", "assign"), ("n", "note")):
            person.press("1", ENTER, key)
            QApplication.processEvents()
            judging = person.find(QPushButton, f"{name}Accept"), in_line(person, "confirm")
            for each in judging:
                assert each.isVisible()
                assert not any(place_of(each).intersects(was) for was in before), (size, name)
            person.press(ESC)
