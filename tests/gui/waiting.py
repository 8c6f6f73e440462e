"""Waiting for what goes on behind a window."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer
from PySide6.QtTest import QTest

LONGEST = 60_000
"""Milliseconds; the machine may be busy."""


def wait_for(condition: Callable[[], object]) -> None:
    """Let the event loop run until something is so."""
    watch = QElapsedTimer()
    watch.start()
    while not condition():
        assert watch.elapsed() < LONGEST, "it never came"
        QTest.qWait(10)
