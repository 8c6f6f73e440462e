"""After a click on what is no text field the keys work that are shown: heads, bars, chips, tabs."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QHeaderView, QScrollBar, QWidget
from shiboken6 import isValid

from inspector.gui.commands.command import Command
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.frame.page_head import PageHead
from tests.gui.commands.conftest import Look
from tests.gui.commands.test_every_table import is_asked_by, is_typed_in, letters, shown
from tests.gui.commands.views import VIEWS
from tests.gui.waiting import wait_for

TRIED = 2
"""Keys after each click; which work after a click on a list is tried with all of them."""


@pytest.mark.ci
def test_keys_work_after_a_click_on_what_is_around_the_lists(
    walk: Callable[..., None],
) -> None:
    clicked: set[str] = set()

    def look(name: str, window: MainWindow) -> None:
        for place in [*_around(window.page)]:
            if not isValid(place) or not place.isVisible():
                continue  # the click before was answered
            kind = type(place).__name__
            _click(window, place)
            if is_typed_in(QApplication.focusWidget()) or not isValid(place):
                continue
            keys = [
                (command, key)
                for command in filter(Command.isEnabled, shown(window))
                for key in letters(command)
            ]
            for command, key in keys[:TRIED]:
                assert is_asked_by(command, key, place), (name, place, key)
                clicked.add(kind)

    looks: Look = look
    walk("en", looks, VIEWS)
    assert len(clicked) > 3


def _click(window: MainWindow, place: QWidget) -> None:
    QTest.mouseClick(place, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    if (menu := QApplication.activePopupWidget()) is not None:
        menu.close()
        window.activateWindow()  # a screen that is none does not
        wait_for(window.isActiveWindow)


def _around(page: QWidget) -> Iterator[QWidget]:
    """Return heads of columns and pages, scroll bars, chips and tabs."""
    yield from (each.viewport() for each in page.findChildren(QHeaderView))
    yield from page.findChildren(QScrollBar)
    yield from page.findChildren(PageHead)
    for button in page.findChildren(QAbstractButton):
        if button.property("role") in ("chip", "tab"):
            yield button
