"""One long piece of work on a thread of its own, with progress, and a way to stop it."""

import time
from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QObject, QThread, Signal

from inspector.domain.errors import InspectorError

Hear: TypeAlias = Callable[[int, int], None]

_PACE = 0.05
"""Seconds between two words of progress."""


_BREATH = 0.0005
"""Seconds in which the window has Python to itself."""


class _StoppedError(BaseException):
    """Nobody waits for the work any more; no error, so that nothing takes it for one."""


class Task(QThread):
    """Runs `work(progress)`; the signals arrive on the thread that made the task."""

    progressed = Signal(int)
    """Percent."""

    done = Signal(object)
    """What the work returned."""

    refused = Signal(object)
    """The InspectorError it ended with."""

    def __init__(self, work: Callable[[Hear], object], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._said = 0.0

    def run(self) -> None:
        try:
            result = self._work(self._hear)
        except InspectorError as error:
            self.refused.emit(error)
        except _StoppedError:
            pass
        else:
            if not self.isInterruptionRequested():
                self.done.emit(result)

    def stop(self) -> None:
        """Stop at the next word of progress; returns when the thread has ended."""
        self.requestInterruption()
        self.wait()

    def _hear(self, done: int, total: int) -> None:
        if self.isInterruptionRequested():
            raise _StoppedError
        time.sleep(_BREATH)
        now = time.monotonic()
        if total and now - self._said > _PACE:
            self._said = now
            self.progressed.emit(100 * done // total)
