"""The one runner for everything long: exports, imports, backups, restores, checks.

One named job at a time, shown by the line below whatever page is in front, so that one can go on
working; it is stopped there, and ends done, refused, stopped or failed. What nobody asked for runs
beside it and is not shown. Every thread ends with `close` (`gui/jobs/joining.py`).
"""

import sys
from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from inspector.domain.errors import InspectorError
from inspector.gui.jobs.late_painting import painted_soon
from inspector.gui.jobs.task import Hear, Outcome, Task
from inspector.gui.measures import measures
from inspector.translation import tr


class Job(NamedTuple):
    """Something long: what is said while it runs, what it does, what is said when it ends."""

    said: str
    """Shown while it runs."""

    work: Callable[[Hear], Any]
    """Runs on a thread; tells how far it is."""

    done: Callable[[Any], object]
    """Runs in the window with what the work returned; may be refused, or fail, as the work may."""

    stopped: str = ""
    """The sentence when the person stopped it; '' says that nothing was changed."""

    failed: str = ""
    """The sentence when the program is at fault; '' says that nothing was changed."""

    undo: Callable[[Any], object] | None = None
    """Takes back what the work came to, when it was done before it could be stopped."""

    asks: tuple[type[InspectorError], ...] = ()
    """Refusals that are a question: `ended` asks it, and nothing is said of them here."""

    ended: Callable[[Outcome, InspectorError | None], object] = lambda outcome, error: None
    """Hears last how it ended, in the window; the error of what was refused."""


class Runner(QObject):
    """Runs long work of one window, and says how it ended."""

    began = Signal(str)
    """What is under way from now on."""

    progressed = Signal(int)
    """Percent."""

    freed = Signal()
    """Nothing is under way any more."""

    told = Signal(str)
    """The sentence of a job that was stopped."""

    warned = Signal(str)
    """The sentence of a job that failed, or cannot begin."""

    refused = Signal(object)
    """The InspectorError of a job."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ends: dict[Task, Callable[[Task], None]] = {}  # what is running
        self._task: Task | None = None  # of the named job
        self._stop_wanted = False
        self._closed = False
        self.stop_key = ""
        """The key that stops it, as the line says that shows what is under way."""

    @property
    def is_free(self) -> bool:
        """No job is under way."""
        return self._task is None

    @property
    def is_still(self) -> bool:
        """Nothing is under way, nor beside."""
        return not self._ends

    def require_free(self) -> bool:
        """Tell whether a job may begin; say so where another is under way."""
        if not self.is_free:
            self.warned.emit(self._busy())
        return self.is_free and not self._closed

    def _busy(self) -> str:
        if measures().by_finger:
            return tr("Something else is under way; wait for it, or stop it.")
        return tr("Something else is under way; {key} stops it.", key=self.stop_key)

    def run(self, job: Job) -> bool:
        """Begin a job; False, and said, while another is under way."""
        if not self.require_free():
            return False
        task = self._task = self._made(job.work, lambda task: self._end_job(job, task))
        self._stop_wanted = False
        task.progressed.connect(self.progressed)
        self.began.emit(job.said)
        task.start()
        return True

    def beside(
        self,
        work: Callable[[Hear], Any],
        done: Callable[[Any], object] = lambda result: None,
        refused: Callable[[InspectorError], object] = lambda error: None,
        halt: Callable[[], object] = lambda: None,
    ) -> Task | None:
        """Run what nobody asked for, after everything else; None when the window has closed.

        `halt` ends work that tells no progress. Once the window closes nobody hears of it.
        """
        if self._closed:
            return None

        def end(task: Task) -> None:
            if self._closed:
                return
            if task.outcome is Outcome.DONE:
                done(task.result)
            elif isinstance(task.result, InspectorError):
                refused(task.result)

        task = self._made(work, end, halt, asked=False)
        task.start(Task.Priority.LowestPriority)
        return task

    def let_paint(self) -> None:
        """Let the job wait, at its next word of progress, until what now changes is painted."""
        if self._task is not None:
            self._task.painted = painted_soon(self)

    def stop(self) -> None:
        """Stop the job after all; a file that was to be replaced stays as it was."""
        if self._task is not None:
            self._stop_wanted = True
            self._task.ask_to_stop()

    def close(self) -> None:
        """Stop everything and wait for it; nothing begins any more.

        What a job had done before it could be stopped is taken back, or kept, as ever.
        """
        self._closed = self._stop_wanted = True
        for task in self._ends:
            task.ask_to_stop()
        for task in list(self._ends):
            self._end(task)

    def _made(
        self,
        work: Callable[[Hear], object],
        end: Callable[[Task], None],
        halt: Callable[[], object] = lambda: None,
        *,
        asked: bool = True,
    ) -> Task:
        task = Task(work, self, halt, asked=asked)
        self._ends[task] = end
        task.finished.connect(self._on_finished)
        return task

    def _on_finished(self) -> None:
        for task in [each for each in self._ends if each.outcome is not None]:
            if task in self._ends:  # and not ended by the end of another
                self._end(task)

    def _end(self, task: Task) -> None:
        """Let a thread go, and say how it ended."""
        task.wait()
        end = self._ends.pop(task)
        task.deleteLater()
        if isinstance(task.result, BaseException) and task.outcome is Outcome.FAILED:
            sys.excepthook(type(task.result), task.result, task.result.__traceback__)
        end(task)

    def _end_job(self, job: Job, task: Task) -> None:
        self._task = None  # another job may begin
        self.freed.emit()
        outcome, error = self._outcome_of(job, task)
        if outcome is Outcome.STOPPED:
            self.told.emit(job.stopped or tr("Stopped; nothing was changed."))
        elif error is not None:
            if not isinstance(error, job.asks):
                self.refused.emit(error)
        elif outcome is Outcome.FAILED:
            fault = tr(
                "“{job}” did not end, by a fault of the program. Nothing was changed.", job=job.said
            )
            self.warned.emit(job.failed or fault)
        job.ended(outcome, error)

    def _outcome_of(self, job: Job, task: Task) -> tuple[Outcome, InspectorError | None]:
        """Do what follows a job, and return how that came out."""
        assert task.outcome is not None
        if isinstance(task.result, InspectorError) and task.outcome is Outcome.REFUSED:
            return Outcome.REFUSED, task.result
        if task.outcome is not Outcome.DONE:
            return task.outcome, None
        if self._stop_wanted and job.undo is not None:
            job.undo(task.result)
            return Outcome.STOPPED, None
        try:
            job.done(task.result)
        except InspectorError as error:
            return Outcome.REFUSED, error
        except Exception as error:
            sys.excepthook(type(error), error, error.__traceback__)
            return Outcome.FAILED, None
        return Outcome.DONE, None
