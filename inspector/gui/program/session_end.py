"""The system ends the program, at a logout or a shutdown, or Ctrl+C does in the terminal it was
begun in: it closes as by its own close.

On POSIX that is a signal. Python attends to one only between two of its own steps, and Qt's event
loop sleeps outside of them: what comes in is written to a pipe, which wakes it. Windows and
session managers ask through Qt.
"""

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtGui import QGuiApplication, QSessionManager

_SIGNALS = () if sys.platform == "win32" else (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
_MOST = 64


class HeldSignals:
    """The signals that end the program, which end nothing of themselves until they are given back:
    one that comes while the folder is being closed leaves it closed, not half closed.
    """

    def __init__(self) -> None:
        self._before = {number: signal.signal(number, _ignored) for number in _SIGNALS}

    def give_back(self) -> None:
        """Let them do what they did before."""
        for number, before in self._before.items():
            signal.signal(number, before)


class SessionEnd(QObject):
    """Ends the program when the system asks to: `leave` closes the window and asks nothing.

    The signals are held before (`HeldSignals`). Windows ends the process right after it asked;
    there `end`, which closes the folder, ends it before.
    """

    def __init__(
        self,
        app: QGuiApplication,
        leave: Callable[[], None],
        end: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._leave, self._end_process = leave, end
        app.commitDataRequest.connect(self._commit)
        if not _SIGNALS:
            return
        self._here, self._there = os.pipe()
        for each in (self._here, self._there):
            os.set_blocking(each, False)
        self._notifier = QSocketNotifier(self._here, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)
        self._woken = signal.set_wakeup_fd(self._there, warn_on_full_buffer=False)

    def let_go(self) -> None:
        """Hear no signal any more."""
        if not _SIGNALS:
            return
        signal.set_wakeup_fd(self._woken)
        self._notifier.setEnabled(False)
        os.close(self._here)
        os.close(self._there)

    def _hear(self) -> None:
        with suppress(BlockingIOError):
            if set(os.read(self._here, _MOST)) & set(_SIGNALS):
                self._leave()
                QGuiApplication.exit(0)  # out of any dialog, too

    def _commit(self, manager: QSessionManager) -> None:
        self._leave()
        app = QGuiApplication.instance()
        assert app is not None
        app.aboutToQuit.connect(self._end_process)  # when no event comes any more
        app.exit(0)


def _ignored(number: int, frame: object) -> None:
    """Leave it to the socket."""
