"""Waiting for what goes on behind a window."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from inspector.gui.jobs.runner import Runner

LONGEST = 180_000
"""Milliseconds; the machine may be busy."""


def wait_for(condition: Callable[[], object]) -> None:
    """Let the event loop run until something is so."""
    assert came(condition), "it never came"


def came(condition: Callable[[], object]) -> bool:
    """Let the event loop run until something is so; tell whether it came to that."""
    watch = QElapsedTimer()
    watch.start()
    while not condition():
        if watch.elapsed() > LONGEST:
            return False
        pass_time(10)
    return True


def pass_time(milliseconds: int) -> None:
    """Let the event loop run for so long.

    `QTest.qWait` holds the interpreter's lock meanwhile: what a thread does would stand still.
    """
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def rest(milliseconds: int) -> None:
    """Let the event loop run for so long, and do what is due by then.

    Of a machine that stops for a second Qt alone finds the time over, and nothing done in it.
    """
    pass_time(milliseconds)
    for _ in range(3):  # a timer, what it posts, and what lies in rows comes of that
        QCoreApplication.processEvents()


def wait_until_read() -> None:
    """Wait, as a person does, until a file that was chosen or dropped is read and shown."""
    windows = QApplication.topLevelWidgets()
    wait_for(lambda: all(each.is_free for one in windows for each in one.findChildren(Runner)))
