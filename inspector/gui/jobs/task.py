"""One long piece of work on a thread of its own, with progress, and a way to stop it."""

import sys
import time
import traceback
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
    """Runs `work(progress)`; the signals arrive on the thread that made the task.

    One of four comes: done, refused, stopped, failed. What failed is told as any fault of the
    program is, whoever listens.
    """

    progressed = Signal(int)
    """Percent."""

    done = Signal(object)
    """What the work returned."""

    refused = Signal(object)
    """The InspectorError it ended with."""

    stopped = Signal()
    """A person stopped it before it was done."""

    failed = Signal(object)
    """Anything else that it ended with: a fault of ours, or no memory."""

    def __init__(self, work: Callable[[Hear], object], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._said = 0.0
        self._left = False  # nobody is there any more to hear how it ends
        self.failed.connect(self._tell)

    def run(self) -> None:
        try:
            result = self._work(self._hear)
        except InspectorError as error:
            self._end(self.refused, error)
        except _StoppedError:
            self._end(self.stopped)
        except BaseException as error:
            traceback.clear_frames(error.__traceback__)  # what it holds may be all the memory
            if self._left:
                self._tell(error)
            else:
                self.failed.emit(error)
        else:
            self._end(self.done, result)

    def ask_to_stop(self) -> None:
        """Stop at the next word of progress; what is done before that is done."""
        self.requestInterruption()

    def stop(self) -> None:
        """Stop, and tell nobody how it ended; returns when the thread has."""
        self._left = True
        self.requestInterruption()
        self.wait()

    def _end(self, signal: object, *result: object) -> None:
        if not self._left:
            signal.emit(*result)  # type: ignore[attr-defined]

    def _tell(self, error: BaseException) -> None:
        sys.excepthook(type(error), error, error.__traceback__)

    def _hear(self, done: int, total: int) -> None:
        if self.isInterruptionRequested():
            raise _StoppedError
        time.sleep(_BREATH)
        now = time.monotonic()
        if total and now - self._said > _PACE:
            self._said = now
            self.progressed.emit(100 * done // total)
