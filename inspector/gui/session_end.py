"""The system ends the program, at a logout or a shutdown: it closes as by its own close.

On POSIX that is a signal. Python attends to one only between two of its own steps, and Qt's event
loop sleeps outside of them: what comes in is written to a socket, which wakes it. Windows and
session managers ask through Qt.
"""

import signal
import socket
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtGui import QGuiApplication, QSessionManager

_SIGNALS = [
    number for name in ("SIGTERM", "SIGHUP") if (number := getattr(signal, name, None)) is not None
]
_MOST = 64


class SessionEnd(QObject):
    """Ends the program when the system asks to: `leave` closes the window and asks nothing.

    Windows ends the process right after; there `end`, which closes the folder, ends it before.
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
        self._here, self._there = socket.socketpair()
        for each in (self._here, self._there):
            each.setblocking(False)
        self._notifier = QSocketNotifier(self._here.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)
        self._before = {number: signal.signal(number, _ignored) for number in _SIGNALS}
        self._woken = signal.set_wakeup_fd(self._there.fileno(), warn_on_full_buffer=False)

    def let_go(self) -> None:
        """Let signals do what they did before."""
        signal.set_wakeup_fd(self._woken)
        for number, before in self._before.items():
            signal.signal(number, before)
        self._notifier.setEnabled(False)
        self._here.close()
        self._there.close()

    def _hear(self) -> None:
        with suppress(BlockingIOError):
            if set(self._here.recv(_MOST)) & set(_SIGNALS):
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
