"""Waiting for a busy disk with the window alive: what was entered is shown, the next key waits.

A commit takes five milliseconds; where another program writes to the same disk, it may be some
hundred. The operation that made it has returned by then, and nothing is half done: painting,
timers and what comes from threads go their way. Keys, clicks and touches do not, as an answer is
on the disk before the next of them is handled. The first waits in front of what it is for, in a
loop that leaves those behind it with Qt: none is lost, none is early, they stay in their order.

What reads or writes through the same connection meanwhile waits there (`Database`).
"""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, Signal
from shiboken6 import isValid

_TYPES = QEvent.Type
_ACTS = frozenset({
    _TYPES.KeyPress, _TYPES.KeyRelease, _TYPES.ShortcutOverride, _TYPES.Shortcut,
    _TYPES.InputMethod, _TYPES.MouseButtonPress, _TYPES.MouseButtonRelease,
    _TYPES.MouseButtonDblClick, _TYPES.Wheel, _TYPES.ContextMenu, _TYPES.TouchBegin,
    _TYPES.TouchUpdate, _TYPES.TouchEnd, _TYPES.TabletPress, _TYPES.TabletRelease, _TYPES.Drop,
})  # fmt: skip
"""What a person does. A mouse that only moves does nothing."""


class Going(Protocol):
    """What is waited for: a `Commit`."""

    def when_over(self, hear: Callable[[], object]) -> None:
        """Call `hear` once it is over, on whichever thread."""


class CommitWait(QObject):
    """Holds what a person does while a commit goes on; one at a time."""

    _over = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._number = 0
        self._then: Callable[[], object] | None = None
        self._afterwards: list[Callable[[], object]] = []
        self._behind: list[tuple[QObject, QEvent]] = []
        self._loop: QEventLoop | None = None
        self._over.connect(self._end_this, Qt.ConnectionType.QueuedConnection)

    def follow(self, commit: Going, then: Callable[[], object]) -> None:
        """Let no act of a person through until it is over and `then`, which asks it, was called."""
        self._then = then
        self._number += 1
        app = QCoreApplication.instance()
        assert app is not None
        app.installEventFilter(self)
        commit.when_over(partial(self._over.emit, self._number))

    def afterwards(self, act: Callable[[], object]) -> None:
        """Do something that reads the database, and would stand still for a commit that goes on."""
        if self._then is None:
            act()
        else:
            self._afterwards.append(act)

    def end(self) -> None:
        """Call what is to come then, which waits for the commit; nothing where none goes on."""
        while self._then is not None:  # what hears of one may begin another
            then, self._then = self._then, None
            if app := QCoreApplication.instance():
                app.removeEventFilter(self)
            if self._loop is not None:
                self._loop.quit()
            then()
        afterwards, self._afterwards = self._afterwards, []
        for act in afterwards:
            self.afterwards(act)

    def _end_this(self, number: int) -> None:
        if number == self._number:  # no other was begun before the loop came to hear of this one
            self.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _ACTS:
            return False
        if self._loop is not None:
            return self._put_behind(watched, event)
        gone: list[object] = []
        watched.destroyed.connect(gone.append)
        self._loop = QEventLoop()
        try:
            self._loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        finally:
            self._loop = None
        self.end()  # where the program is to end, no loop goes on
        behind, self._behind = self._behind, []
        for each, act in behind:  # not in that loop, which the first has not left
            if isValid(each):
                QCoreApplication.postEvent(each, act)
        if gone:
            return True
        watched.destroyed.disconnect(gone.append)
        return False

    def _put_behind(self, watched: QObject, event: QEvent) -> bool:
        """Put an act behind the one that waits: an input method's word, say, which is no key.

        Whether it is a shortcut is asked at once: what the shortcut does comes behind.
        """
        if event.type() is not _TYPES.ShortcutOverride:
            self._behind.append((watched, event.clone()))
            return True
        return False
