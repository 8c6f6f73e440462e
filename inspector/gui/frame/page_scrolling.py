"""What opens on a page comes into sight, where the screen is too small for all of the page."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from inspector.gui.frame.page_room import PageRoom
from inspector.gui.widgets.scrolling import bring_into_sight

_ENOUGH = 44
"""Pixels of a tall widget that has the keyboard: a row for a finger."""


class PageScrolling:
    """Follows what is in front and what has the keyboard.

    A page that is turned to is read from its top. When what opened on it closes again, it stands
    where it stood.
    """

    def __init__(self, room: PageRoom, front: Callable[[], tuple[QWidget, QWidget]]) -> None:
        """`front` returns the page in front, and the part of it whose keys work."""
        self._room, self._find_front = room, front
        self._front: tuple[QWidget | None, QWidget | None] = None, None
        self._stood: tuple[QWidget | None, int] = None, 0
        self._soon = QTimer(room, singleShot=True, interval=0)  # once it has been laid out
        self._soon.timeout.connect(self._look)
        self._opened = False  # what is in front was not there before
        self._left_at = 0
        room.pages.laid_out.connect(self._on_laid_out)
        room.resized.connect(self.follow)  # by a line below it, or a keyboard on the screen

    def follow(self) -> None:
        """Something else may be in front, or have the keyboard."""
        self._soon.start()

    def _look(self) -> None:
        (page, part), bar = self._front, self._room.verticalScrollBar()
        self._front = page_now, part_now = self._find_front()
        opened = part_now is not part
        if page_now is not page:
            bar.setValue(0)
        elif opened:
            back, value = self._stood
            self._stood = part, bar.value()
            if part_now is back:
                bar.setValue(value)
                opened = False
        self._opened = opened
        self._bring()

    def _on_laid_out(self) -> None:
        """What came pushed other things aside, or is filled only now: unless one scrolled."""
        bar = self._room.verticalScrollBar()
        if bar.value() == min(self._left_at, bar.maximum()):
            self._bring()

    def _bring(self) -> None:
        self._scroll(self._opened)
        self._left_at = self._room.verticalScrollBar().value()

    def _scroll(self, opened: bool) -> None:
        page, part = self._find_front()
        if opened and not self._is_in_sight(page, part):
            bring_into_sight(part)
        now = QApplication.focusWidget()
        if now is None or not page.isAncestorOf(now) or _seen(now) >= min(now.height(), _ENOUGH):
            return
        writes = now.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        if writes or not opened or not _fills(page, part):
            bring_into_sight(now)

    def _is_in_sight(self, page: QWidget, part: QWidget) -> bool:
        """Tell whether enough is seen of a part: half where it is most of the page."""
        whole = min(part.height(), self._room.viewport().height())
        large = part.height() > page.height() / 2
        return _seen(part) >= (whole / 2 if large else whole)


def _fills(page: QWidget, part: QWidget) -> bool:
    """Tell whether a part is the page: that is read from its top, too.

    A form that scrolls in a column of its own has no more of the page than that column.
    """
    around = part.parentWidget()
    room = part.height() if part is page or around is None else around.height()
    return min(part.height(), room) > 0.9 * page.height()


def _seen(widget: QWidget) -> int:
    return widget.visibleRegion().boundingRect().height()
