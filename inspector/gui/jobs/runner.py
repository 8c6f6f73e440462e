"""The window's long jobs, one at a time, and the four ways in which a job ends.

The line with the progress lies below whatever page is in front, so that one can go on working.
The thread of a job is joined where the window closes (`MainWindow.closeEvent`).
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from inspector.domain.errors import InspectorError
from inspector.gui.jobs.job_line import JobLine
from inspector.gui.jobs.task import Hear, Task
from inspector.gui.session import Session
from inspector.translation import tr

SHOWN_AFTER = 300
"""Milliseconds: what is quicker needs no progress."""


class Outcome(Enum):
    """How a job ended."""

    DONE = auto()
    REFUSED = auto()  # with an InspectorError, which says why
    STOPPED = auto()  # by the person
    FAILED = auto()  # anything else: a fault of ours, told as one


@dataclass(frozen=True, slots=True)
class Job:
    """Something long: what is said while it runs, what it does, what is said when it ends."""

    said: str
    """Shown while it runs."""

    work: Callable[[Hear], Any]
    """Runs on a thread; tells how far it is."""

    done: Callable[[Any], object]
    """Runs in the window with what the work returned; may be refused, or fail, as the work may."""

    stopped: str
    """The sentence when the person stopped it."""

    failed: str
    """The sentence when the program is at fault."""

    undo: Callable[[Any], object] | None = None
    """Takes back what the work came to, when it was done before it could be stopped."""

    ended: Callable[[Outcome, InspectorError | None], object] = lambda outcome, error: None
    """Hears last how it ended, in the window; the error of what was refused."""


class Runner(QObject):
    """Runs a job and says how it ended; `line` shows how far it is."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._task: Task | None = None
        self._job: Job | None = None
        self._stop_wanted = False
        self.line = JobLine()
        self.line.stop.clicked.connect(self.stop)
        self._show_late = QTimer(self)
        self._show_late.setSingleShot(True)
        self._show_late.setInterval(SHOWN_AFTER)
        self._show_late.timeout.connect(self._show_line)
        session.closing.connect(self.wait)
        app = QCoreApplication.instance()
        assert app is not None
        app.aboutToQuit.connect(self.wait)

    @staticmethod
    def of(session: Session) -> "Runner":
        """Return the runner of a session, the same one each time."""
        return session.findChild(Runner) or Runner(session)

    @property
    def is_free(self) -> bool:
        """No job is under way."""
        return self._task is None

    def require_free(self) -> bool:
        """Tell whether a job may begin; say so where another is under way."""
        if not self.is_free:
            self._session.warned.emit(tr("Something else is under way; Ctrl+. stops it."))
        return self.is_free

    def run(self, job: Job) -> bool:
        """Begin a job; False, and said, while another is under way."""
        if not self.require_free():
            return False
        task = self._task = Task(job.work, self)
        self._job, self._stop_wanted = job, False
        task.progressed.connect(self.line.show_progress)
        task.done.connect(self._on_done)
        task.refused.connect(self._on_refused)
        task.stopped.connect(self._on_stopped)
        task.failed.connect(self._on_failed)
        self.line.begin(job.said)
        self._show_late.start()
        task.start()
        return True

    def stop(self) -> None:
        """Stop the job after all; a file that was to be replaced stays as it was."""
        if self._task is not None:
            self._stop_wanted = True
            self._task.ask_to_stop()

    def wait(self) -> None:
        """Stop the job, and return when nothing is under way any more."""
        if self._task is not None:
            self._task.stop()

    def _show_line(self) -> None:
        if self.line.parent() is not None:  # a page on its own has no place for it
            self.line.show()

    def _on_done(self, result: object) -> None:
        job = self._close()
        if self._stop_wanted and job.undo is not None:
            job.undo(result)
            self._tell_stopped(job)
            return
        try:
            job.done(result)
        except InspectorError as error:
            self._refuse(job, error)
        except Exception as error:
            sys.excepthook(type(error), error, error.__traceback__)
            self._fail(job)
        else:
            job.ended(Outcome.DONE, None)

    def _on_refused(self, error: InspectorError) -> None:
        self._refuse(self._close(), error)

    def _on_stopped(self) -> None:
        self._tell_stopped(self._close())

    def _on_failed(self) -> None:
        self._fail(self._close())

    def _tell_stopped(self, job: Job) -> None:
        self._session.told.emit(job.stopped, "")
        job.ended(Outcome.STOPPED, None)

    def _refuse(self, job: Job, error: InspectorError) -> None:
        self._session.refused.emit(error)
        job.ended(Outcome.REFUSED, error)

    def _fail(self, job: Job) -> None:
        self._session.warned.emit(job.failed)
        job.ended(Outcome.FAILED, None)

    def _close(self) -> Job:
        """Let the thread go; another job may begin."""
        self._show_late.stop()
        self.line.hide()
        task, job = self._task, self._job
        assert task is not None
        assert job is not None
        self._task = self._job = None
        task.wait()
        task.deleteLater()
        return job
