"""Another day begins while the window is open: at midnight, or under a lid closed overnight.

What is due, overdue and next is counted by the day. Pages that were read the day before are told
so, as after a write.
"""

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from inspector.workspace.changes import Changes

if TYPE_CHECKING:
    from inspector.gui.frame.main_window import MainWindow

LOOK_AGAIN_AFTER = 600_000
"""Milliseconds at most until the next look: a timer does not run while a laptop sleeps."""


class NewDay(QObject):
    """Serves one window; gone with it."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._session = window.session
        self._day = self._session.workspace.now().date()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        window.stack.currentChanged.connect(self.look)  # before the page that comes is entered
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self.look)
        self.look()

    def look(self, *_: object) -> None:
        """Tell the pages if it is another day than at the last look."""
        now = self._session.workspace.now()
        self._timer.start(min(LOOK_AGAIN_AFTER, _until_midnight(now)))
        if now.date() != self._day:
            self._day = now.date()
            self._session.changed.emit(Changes(day=True))


def _until_midnight(now: datetime) -> int:
    """Return the milliseconds until the next day has begun."""
    midnight = datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo)
    return int((midnight - now) / timedelta(milliseconds=1)) + 1
