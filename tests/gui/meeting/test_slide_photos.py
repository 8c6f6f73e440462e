"""Photos of a screen: closer in place, large over the screen, on the whole screen as well."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from inspector.gui.meeting.presenter import Presenter
from tests.gui.commands.said import sheet_of
from tests.gui.meeting.in_front import RIGHT, meeting_page, place
from tests.gui.meeting.test_by_mouse import move_over
from tests.gui.meeting.test_presenter import F11, begin
from tests.gui.visits.visit import ENTER, ESC, Person, at_the_window

OF_PHOTOS = {"large", "zoom-in", "zoom-out"}


def told(presenter: Presenter) -> set[str]:
    """What the sheet of keys has of photos."""
    return OF_PHOTOS & {each.objectName() for each in presenter.front_commands.sheet()}


@pytest.mark.ci
@at_the_window
def test_plus_and_minus_look_closer_until_the_next_screen(person: Person) -> None:
    presenter = begin(person, 2)
    zoom = presenter.stage.view.pane.zoom
    person.press("+", "=")
    closest = zoom.factor
    assert closest > 1
    person.press("-")
    assert 1 < zoom.factor < closest
    person.press("1", ENTER, "2", ENTER)
    assert zoom.factor == 1


@pytest.mark.ci
@at_the_window
def test_v_lays_the_photo_over_the_screen_and_escape_takes_it_off(person: Person) -> None:
    presenter = begin(person, 2)
    assert told(presenter) == OF_PHOTOS
    assert "Photos large" in [each.iconText() for each in presenter.front_commands.line()]
    person.press("v")
    viewer = presenter.stage.viewer
    assert viewer.is_open
    assert viewer.beside.captions[0].startswith("As found")
    assert ("+", "Larger") in sheet_of(meeting_page(person))
    person.press("+", RIGHT, "t")  # neither the next screen nor a tray is behind it
    assert viewer.beside.zoom.factor == 1  # another photo: the last time's
    person.press("+")
    assert viewer.beside.zoom.factor > 1
    assert place(person) == "2 / 15"
    assert not presenter.trays.is_open
    person.press(ESC)
    assert person.focus == "presenter"
    assert told(presenter) == OF_PHOTOS  # those of the screen again
    person.press("1", ENTER)
    assert place(person) == "1 / 15"


@pytest.mark.ci
@at_the_window
def test_a_double_click_goes_on_once_and_opens_nothing(person: Person) -> None:
    presenter = begin(person, 2)
    pane = presenter.stage.view.pane
    QTest.mouseClick(pane, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(pane, Qt.MouseButton.LeftButton)  # its second half only
    assert place(person) == "3 / 15"
    assert not presenter.stage.viewer.is_open
    assert not presenter.trays.is_open


@pytest.mark.ci
@at_the_window
def test_a_screen_without_a_photo_has_none_of_these_keys(person: Person) -> None:
    presenter = begin(person, 3)
    assert not told(presenter)
    person.press("v", "+")
    assert not presenter.stage.viewer.is_open
    move_over(presenter.stage)
    large = person.find(QWidget, "bar-large")
    assert person.find(QWidget, "bar-next").isVisible()
    assert not large.isVisible()
    person.press("2", ENTER)  # under the bar that is open
    assert told(presenter) == OF_PHOTOS
    assert large.isVisible()
    person.press("3", ENTER)
    assert not large.isVisible()


@pytest.mark.ci
@at_the_window
def test_on_the_whole_screen_the_keys_stay_in_sight_below_the_photo(person: Person) -> None:
    presenter = begin(person, 2)
    person.press(F11, "v")
    QApplication.processEvents()
    viewer, foot = presenter.stage.viewer, presenter.whole.keys
    assert viewer.isVisible()
    assert foot.isVisible()
    below = viewer.mapToGlobal(viewer.rect().bottomLeft()).y()
    assert below <= foot.mapToGlobal(foot.rect().topLeft()).y()
    person.press("+")
    assert viewer.beside.zoom.factor > 1
    person.press(ESC)
    assert person.window.isFullScreen()
    person.press(ESC)
    assert not person.window.isFullScreen()


@pytest.mark.ci
@at_the_window
def test_leaving_the_meeting_by_the_rail_and_back_finds_the_photo_again(person: Person) -> None:
    presenter = begin(person, 2)
    person.press("v")
    person.turn_to("rectify")
    person.turn_to("meeting")
    assert presenter.stage.viewer.hasFocus()
    person.press(ESC, ESC)
    assert not presenter.is_open
    assert not presenter.stage.viewer.is_open
