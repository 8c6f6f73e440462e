"""Nothing that works is only a key: with little room, too, each has a button or a menu in sight."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from inspector.gui.commands.command import Command
from inspector.gui.commands.command_button import CommandButton, MenuButton
from inspector.gui.frame.main_window import MainWindow
from tests.gui.commands.conftest import Look
from tests.gui.commands.said import line_buttons
from tests.gui.waiting import wait_for

SIZES = (QSize(911, 512), QSize(683, 384))
"""A laptop of 1366×768 at 150 and 200 %."""

IN_SIGHT = {
    "page": "the rail",
    "number": "the marks of the head, one a screen",
    "scroll": "the wheel, or dragging",
    "list": "the tabs above the list",
    "pages": "the list, which scrolls",
}
"""Keys that each do their own and have no words: what is in sight answers a click instead."""


@pytest.mark.ci
def test_nothing_is_only_a_key(walk: Callable[[str, Look], None]) -> None:
    told: set[str] = set()

    def look(name: str, window: MainWindow) -> None:
        window.showNormal()
        for size in SIZES:
            window.resize(size)
            QApplication.processEvents()
            seen = {*_on_buttons(window), *_behind_more(name, window)}
            for command in _works(window):
                named = command.objectName()
                assert command in seen or named in IN_SIGHT, (name, size.width(), named)
                told.update({named} - {each.objectName() for each in seen if each})
        for button in line_buttons(window):
            assert button.command is not None
            assert not button.command.is_numbered or button.command.choices(), (name, button.text())
        window.resize(1366, 768)

    walk("zh_CN", look)
    assert told == IN_SIGHT.keys()


def _works(window: MainWindow) -> Iterator[Command]:
    for table in (*window.page.tables(), window.commands):
        yield from (each for each in table if each.isVisible() and each.can_be_pressed)


def _on_buttons(window: MainWindow) -> Iterator[Command | None]:
    for button in window.findChildren(CommandButton):
        if not button.visibleRegion().isEmpty():
            yield button.command
    for opens in window.findChildren(MenuButton):
        if not opens.visibleRegion().isEmpty():
            yield from opens.commands


def _behind_more(name: str, window: MainWindow) -> list[Command]:
    """Click 更多 in the line of keys; return what its menu offers, each once."""
    more = [each for each in window.findChildren(MenuButton, "line-more") if each.isVisible()]
    assert len(more) == 1, name
    assert window.rect().contains(more[0].mapTo(window, more[0].rect().bottomRight())), name
    before = window.focusWidget()
    QTest.mouseClick(more[0], Qt.MouseButton.LeftButton)
    wait_for(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = list(more[0].offered())
    words = [each.text() for each in menu.actions()]
    assert [each.objectName() for each in menu.actions()] == [e.objectName() for e in offered]
    assert len({*words}) == len(words), (name, sorted(words))
    menu.close()
    assert window.focusWidget() is before, name
    window.activateWindow()  # a screen that is none does not
    wait_for(window.isActiveWindow)
    return offered
