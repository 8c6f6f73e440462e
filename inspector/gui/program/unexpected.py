"""Unexpected errors, wherever they come up: into the log, and into one window.

Catches what slots, timers and threads raise; the window below it works on.
"""

import logging
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal

from inspector.domain.errors import MACHINE_ERRORS
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.program.crash_report import DiscreetFormatter, crash_report
from inspector.paths import make_private_folder

LOG_SIZE = 1_000_000
"""Bytes of one log file; three are kept."""


class Unexpected(QObject):
    """Takes the place of Python's own hooks while a window is open."""

    _raised = Signal(str)
    _refused = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._last = ""
        # Queued: what fails may be painting, and must not open a window in the middle of it.
        self._raised.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self._refused.connect(window.refuse, Qt.ConnectionType.QueuedConnection)
        self._before, self._before_thread = sys.excepthook, threading.excepthook
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

    def let_go(self) -> None:
        """Give Python's hooks back."""
        sys.excepthook, threading.excepthook = self._before, self._before_thread

    def _hook(
        self, kind: type[BaseException], error: BaseException, traceback: TracebackType | None
    ) -> None:
        if isinstance(error, MACHINE_ERRORS):  # a drive that fails while a page reads
            logging.getLogger("inspector").error("the machine is at fault", exc_info=error)
            self._refused.emit(error)
            return
        if isinstance(error, Exception):
            self._tell(error)
        self._before(kind, error, traceback)

    def _thread_hook(self, arguments: threading.ExceptHookArgs) -> None:
        if isinstance(arguments.exc_value, Exception):
            self._tell(arguments.exc_value)
        self._before_thread(arguments)

    def _tell(self, error: Exception) -> None:
        logging.getLogger("inspector").critical("unexpected error", exc_info=error)
        self._raised.emit(crash_report(error, datetime.now()))

    def _show(self, report: str) -> None:
        from inspector.gui.frame.ending import Restart
        from inspector.gui.program.crash_window import CrashWindow

        window = self._window.findChild(CrashWindow)
        if window is None:
            window = CrashWindow(self._window)
            window.restarted.connect(lambda: self._window.end(Restart(self._window.visit)))
            window.quitted.connect(lambda: self._window.end(None))
            window.finished.connect(window.deleteLater)
        window.add(report)


@contextmanager
def logged_to(folder: Path) -> Iterator[None]:
    """Log to rotating files in `folder`, for the user's eyes only and without personal data."""
    handler = _FirstWords(folder / "inspector.log")
    try:
        make_private_folder(folder)
    except OSError:
        yield  # a folder that takes no log still takes readers
        return
    handler.setFormatter(DiscreetFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger("inspector").addHandler(handler)
    try:
        yield
    finally:
        logging.getLogger("inspector").removeHandler(handler)
        handler.close()


class _FirstWords(logging.Handler):
    """Begins the log with the first thing there is to say: a good run has nothing.

    The window does not wait for what turns log files, which brings sockets and mail with it.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._file is None:
            from inspector.gui.program.log_file import PrivateFile

            self._file = PrivateFile(self._path, LOG_SIZE)
            self._file.setFormatter(self.formatter)
        self._file.emit(record)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()
