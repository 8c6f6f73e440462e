"""Waiting for what goes on behind a window."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from inspector.gui.jobs.runner import Runner

LONGEST = 60_000
"""Milliseconds; the machine may be busy."""


def wait_for(condition: Callable[[], object]) -> None:
    """Let the event loop run until something is so."""
    watch = QElapsedTimer()
    watch.start()
    while not condition():
        assert watch.elapsed() < LONGEST, "it never came"
        QTest.qWait(10)


def wait_until_read() -> None:
    """Wait, as a person does, until a file that was chosen or dropped is read and shown."""
    windows = QApplication.topLevelWidgets()
    wait_for(lambda: all(each.is_free for one in windows for each in one.findChildren(Runner)))
