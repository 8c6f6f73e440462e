"""Small copies of photos that nobody has seen, made while nobody is at the window.

They come of a bundle, or of a folder of an older version; the first paper would wait for them. One
process at a time makes them. It ends at the first key, and when a job begins or the window closes;
once all are made nothing goes on any more.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from inspector.gui.frame.window_lock import SIGNS
from inspector.workspace.changes import Changes

if TYPE_CHECKING:
    from inspector.gui.frame.main_window import MainWindow
    from inspector.gui.jobs.task import Task

REST = 20_000
"""Milliseconds in which nobody did anything before it begins."""


class PhotosAhead(QObject):
    """Serves one window; gone with it."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._task: Task | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._begin)
        self.is_done = True
        """Nothing is to be made, or all that can be is being made."""
        self._session.runner.began.connect(self._make_way)
        self._session.changed.connect(self._on_changed)
        self._look_again()

    @property
    def is_working(self) -> bool:
        """Copies are being made, or looked for."""
        return self._task is not None and self._task.outcome is None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in SIGNS:
            self._wait()
        return False

    def _on_changed(self, changes: Changes) -> None:
        if changes.laptops:  # a bundle came
            self._look_again()
        else:
            self._wait()

    def _look_again(self) -> None:
        self.is_done = False
        # Few events come to the system's window, and they are listened to until all is made.
        if handle := self._window.windowHandle():
            handle.installEventFilter(self)
        self._wait()

    def _wait(self, *_: object) -> None:
        """Somebody does something: it ends, and goes on once the window has rested."""
        if self.is_working and self._task is not None:
            self._task.ask_to_stop()
            self._task, self.is_done = None, False
        if not self.is_done:
            self._timer.start(REST)

    def _make_way(self) -> None:
        """A job begins: it finds no file in use, which Windows would neither move nor remove."""
        task = self._task
        self._wait()
        if task is not None and task.outcome is None:
            task.wait()

    def _begin(self) -> None:
        runner, workspace = self._session.runner, self._session.workspace
        if not runner.is_still:  # a check, a backup: the disk is for one at a time
            self._timer.start(REST)
            return
        self.is_done = True  # also if it fails: it would again
        if workspace.database.damage is None:
            from inspector.workspace.evidence.copies_ahead import make_ahead

            self._task = runner.beside(partial(make_ahead, workspace), self._end, self._end)

    def _end(self, _: object) -> None:
        if self.is_done and (handle := self._window.windowHandle()):
            handle.removeEventFilter(self)
