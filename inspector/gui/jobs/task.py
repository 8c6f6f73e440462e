"""One long piece of work on a thread of its own, with progress, and a way to stop it.

Only the runner makes one (`gui/jobs/runner.py`), which also ends it.
"""

import time
import traceback
from collections.abc import Callable
from enum import Enum, auto
from threading import Event
from typing import TypeAlias

from PySide6.QtCore import QObject, QThread, Signal

from inspector.domain.errors import InspectorError
from inspector.gui.jobs.in_turns import InTurns
from inspector.gui.jobs.late_painting import LONGEST

Hear: TypeAlias = Callable[[int, int], None]

_PACE = 0.05
"""Seconds between two words of progress."""


_BREATH = 0.0005
"""Seconds in which the window has Python to itself, at each word of progress."""

_LONG_BREATH = 0.004
"""The same of what nobody asked for: between two turns of it the window does eight of its own."""


class Outcome(Enum):
    """How a piece of work ended."""

    DONE = auto()
    REFUSED = auto()  # with an InspectorError, which says why
    STOPPED = auto()  # by the person
    FAILED = auto()  # anything else: a fault of ours, or no memory


class _StoppedError(BaseException):
    """Nobody waits for the work any more; no error, so that nothing takes it for one."""


class Task(QThread):
    """Runs `work(progress)`; once `outcome` is known, `result` is what it came to.

    `halt` makes work end soon that tells no progress. At each word of progress it rests; where
    nobody `asked` for it, for as long as somebody waits for a page.
    """

    progressed = Signal(int)
    """Percent."""

    def __init__(
        self,
        work: Callable[[Hear], object],
        parent: QObject,
        halt: Callable[[], object] = lambda: None,
        *,
        asked: bool = True,
    ) -> None:
        super().__init__(parent)
        self._work, self._halt, self._asked = work, halt, asked
        self._said = 0.0
        self.painted: Event | None = None
        """What it waits for at its next word of progress: the window has something to paint."""
        self.outcome: Outcome | None = None
        """None while it runs."""
        self.result: object = None
        """What the work returned, or the error it ended with."""

    def run(self) -> None:
        try:
            self.result, ended = self._work(self._hear), Outcome.DONE
        except InspectorError as error:
            self.result, ended = error, Outcome.REFUSED
        except _StoppedError:
            ended = Outcome.STOPPED
        except BaseException as error:
            traceback.clear_frames(error.__traceback__)  # what it holds may be all the memory
            self.result, ended = error, Outcome.FAILED
        self.outcome = ended

    def ask_to_stop(self) -> None:
        """Stop at the next word of progress; what is done before that is done."""
        self.requestInterruption()
        if self.painted is not None:
            self.painted.set()
        self._halt()

    def _hear(self, done: int, total: int) -> None:
        if (painted := self.painted) is not None:
            painted.wait(LONGEST)
            self.painted = None
        time.sleep(_BREATH if self._asked else _LONG_BREATH)
        while not self._asked and InTurns.is_awaited() and not self.isInterruptionRequested():
            time.sleep(_LONG_BREATH)
        if self.isInterruptionRequested():
            raise _StoppedError
        now = time.monotonic()
        if total and now - self._said > _PACE:
            self._said = now
            self.progressed.emit(100 * done // total)
