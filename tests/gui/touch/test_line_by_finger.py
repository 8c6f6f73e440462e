"""The line at the foot in touch mode: a tap does what stood there when it began."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from inspector.gui.commands.command_button import CommandButton
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.touch.touch_mode import ON, choose_touch
from inspector.gui.visits.visits_page import InspectPage
from tests.gui.commands.said import line_buttons
from tests.gui.commands.views import VIEWS, press
from tests.gui.looks import settle
from tests.gui.touch.conftest import WithFinger
from tests.gui.touch.finger import Finger
from tests.gui.waiting import pass_time


def places(window: MainWindow) -> dict[str, QPoint]:
    """Return where the buttons of the line are, in the window, by their names."""
    shown = line_buttons(window)
    return {each.objectName(): each.mapTo(window, each.rect().center()) for each in shown}


def button(window: MainWindow, name: str) -> CommandButton:
    return next(each for each in line_buttons(window) if each.objectName() == name)


def patrol(window: MainWindow) -> InspectPage:
    window.resize(1366, 768)
    choose_touch(ON)
    settle()
    VIEWS["patrol"](window)
    QApplication.processEvents()
    assert isinstance(window.page, InspectPage)
    return window.page


@pytest.mark.ci
def test_the_line_stays_while_a_finger_is_on_it(with_finger: WithFinger) -> None:
    def work(window: MainWindow, finger: Finger) -> None:
        page = patrol(window)
        before = places(window)
        assert "line-rest" in before, before
        held = button(window, "line-rest")
        where = finger.press(held)
        press("2")  # somebody else writes meanwhile: other things can be done
        QApplication.processEvents()
        assert page.patrol.panel.is_writing
        assert places(window) == before
        finger.lift(held, where)
        pass_time(20)
        assert page.patrol.line.isVisible()  # it was asked for what stood there
        assert "Rest fine" in page.patrol.line.text

    with_finger(work)


@pytest.mark.ci  # with today's Qt (tests/packaging/every_version.py says why)
def test_two_quick_taps_do_one_thing(with_finger: WithFinger) -> None:
    def work(window: MainWindow, finger: Finger) -> None:
        page = patrol(window)
        press("2")
        QApplication.processEvents()
        before = places(window)
        finger.tap_twice(window, before["line-leave"])
        assert not page.patrol.panel.is_writing
        assert page.patrol.isVisible()  # the second tap left nothing else
        assert places(window) != before
        assert not page.patrol.walk.entries
        finger.rest(window)
        asked = button(window, "line-rest")  # and a moment later everything answers again
        finger.tap(asked)
        assert page.patrol.line.isVisible()

    with_finger(work)
