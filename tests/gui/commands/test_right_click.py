"""Every list and every picture opens a menu behind the right button, or it is said why not."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QWidget

from inspector.gui.frame.main_window import MainWindow
from inspector.gui.photos.before_after import BeforeAfter
from inspector.gui.photos.photo_pane import PhotoPane
from inspector.gui.photos.photo_strip import PhotoStrip
from inspector.gui.photos.photo_viewer import PhotoViewer
from tests.gui.commands.conftest import Look
from tests.gui.waiting import wait_for

NONE = {
    "meetingAttendance": "a click says who is there, and there is nothing else to say",
    "attendanceList": "the same, during the meeting",
    "movePlaces": "a click moves the photo there",
    "handbookContents": "a click turns to the chapter",
    "surveySites": "a click turns to the site",
    "staff": "seen while people are moved: the form below is answered first",
}
"""Lists without a menu, and why."""


@pytest.mark.ci
def test_every_list_and_picture_has_a_menu(walk: Callable[[str, Look], None]) -> None:
    offers: dict[str, list[str]] = {}

    def look(name: str, window: MainWindow) -> None:
        for at, where in _rows_and_pictures(window):
            around = at.parentWidget()
            known = (around if isinstance(around, QAbstractItemView) else at).objectName()
            if not offers.get(known):
                offers[known] = _menu(window, at, where)

    walk("zh_CN", look)
    assert {name for name, words in offers.items() if not words} <= NONE.keys()
    assert len(offers) > 30


def _menu(window: MainWindow, at: QWidget, where: QPoint) -> list[str]:
    """Click with the right button; return what can be done."""
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(at, QContextMenuEvent(reason, where, at.mapToGlobal(where)))
    menu = QApplication.activePopupWidget()
    if not isinstance(menu, QMenu):
        return []
    words = [each.text() for each in menu.actions() if each.isEnabled()]
    menu.close()
    window.activateWindow()  # a screen that is none does not
    wait_for(window.isActiveWindow)
    return words


def _rows_and_pictures(window: MainWindow) -> Iterator[tuple[QWidget, QPoint]]:
    """Return what is in sight, with a place of a row or of the picture."""
    for view in window.findChildren(QAbstractItemView):
        if not view.visibleRegion().isEmpty() and (where := _first_row(view)) is not None:
            yield view.viewport(), where
    for kind in (PhotoStrip, PhotoPane, PhotoViewer, BeforeAfter):
        for picture in window.findChildren(kind):
            if not picture.visibleRegion().isEmpty():
                yield picture, picture.rect().center()


def _first_row(view: QAbstractItemView) -> QPoint | None:
    for row in range(view.model().rowCount()):
        index = view.model().index(row, 0)
        where = view.visualRect(index).center()
        if index.flags() & Qt.ItemFlag.ItemIsSelectable and view.viewport().rect().contains(where):
            return where
    return None
