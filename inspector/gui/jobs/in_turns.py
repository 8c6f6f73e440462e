"""What takes long before a page can be shown, a piece in each turn of the event loop.

The page before stays in sight meanwhile, and the window alive: it is painted, resized, closed. A
key is for the page that comes: the pieces that are left are done at once then, before it is heard.
"""

from collections.abc import Callable, Iterator
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from shiboken6 import isValid

from inspector.translation import tr

AT_ONCE = False
"""All pieces are done in one go."""

_KEYS = QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.InputMethod
_CLICKS = QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick

LATE = 400
"""Milliseconds after which somebody wonders whether anything comes."""

PAINTING = 0.4
"""Seconds in which what came reads its rows, and is shown and painted for the first time."""

_HELD = Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta


class Turns(QObject):
    """Does one thing after its pieces, and is gone with its owner."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._pieces: Iterator[None] | None = None
        self._then: Callable[[], object] = lambda: None
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._do_piece)

    def do(self, pieces: Iterator[None], then: Callable[[], object]) -> None:
        """Do the pieces, and `then`: now where there are none. What was under way is dropped."""
        self.drop()
        self._pieces, self._then = pieces, then
        if AT_ONCE:
            self.finish()
        else:
            self._do_piece()

    def finish(self) -> None:
        """Do all that is left of it now."""
        if (pieces := self._pieces) is not None:
            for _ in pieces:
                pass
            self._end()

    def drop(self) -> None:
        """Do nothing more of it."""
        self._turn.stop()
        self._pieces = None

    def _do_piece(self) -> None:
        if self._pieces is None:
            return
        for _ in self._pieces:
            self._turn.start()
            return
        self._end()

    def _end(self) -> None:
        self.drop()
        self._then()


class InTurns(Turns):
    """So comes what somebody asked for; `old` is what stands until then, and takes no click.

    Where it takes long, a word over it says that something comes.

    It listens at the window of the system and at what has the keyboard, not at the application:
    there each of the thousands of events with which widgets are dressed would go through Python,
    and PySide make every kind of widget first, for those that only Qt knows.
    """

    under_way = False
    """Somebody waits for what comes."""

    _came_at = -PAINTING

    @classmethod
    def is_awaited(cls) -> bool:
        """Tell whether somebody waits, or what came is only being painted; on any thread.

        What is loaded for later waits, too: in one step with that it would be a long one.
        """
        return cls.under_way or monotonic() - cls._came_at < PAINTING

    def __init__(self, old: QWidget) -> None:
        super().__init__(old)
        self._old = old
        self._heard: list[QObject] = []
        self._word: QLabel | None = None
        self._late = QTimer(self, singleShot=True, interval=LATE)
        self._late.timeout.connect(self._say)

    def finish(self) -> None:
        self._hear()
        super().finish()

    def drop(self) -> None:
        super().drop()
        InTurns.under_way = False
        self._hear()
        self._late.stop()
        if self._word is not None:
            self._word.hide()

    def _end(self) -> None:
        super()._end()
        InTurns._came_at = monotonic()

    def _do_piece(self) -> None:
        self._hear()
        super()._do_piece()
        if self._pieces is not None:
            InTurns.under_way = True
            window = self._old.window()
            self._hear(window, window.windowHandle(), QApplication.focusWidget())
            if not self._late.isActive() and (self._word is None or self._word.isHidden()):
                self._late.start()

    def _say(self) -> None:
        if self._word is None:
            self._word = QLabel(tr("Opening…"), self._old)
            self._word.setObjectName("comingWord")
        self._word.adjustSize()
        place = self._word.rect()
        place.moveCenter(self._old.rect().center())
        self._word.setGeometry(place)
        self._word.raise_()
        self._word.show()

    def _hear(self, *heard: QObject | None) -> None:
        """Listen at these, and no longer at those before."""
        for each in self._heard:
            if isValid(each):
                each.removeEventFilter(self)
        self._heard = [each for each in heard if each is not None]
        for each in self._heard:
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _KEYS:
            if not isinstance(event, QKeyEvent) or _is_meant(event):
                self.finish()
        elif event.type() in _CLICKS and isinstance(event, QMouseEvent):
            old, at = self._old, event.globalPosition().toPoint()
            return watched is not old.window() and old.rect().contains(old.mapFromGlobal(at))
        return False


def _is_meant(event: QKeyEvent) -> bool:
    """Tell whether a key does something: held ones do not, nor does Ctrl before its key."""
    return not event.isAutoRepeat() and event.key() not in _HELD
