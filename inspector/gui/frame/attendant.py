"""What goes on behind the window: the daily backup, tidying up, other starts on the same folder.

Loaded when the first page takes keys.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from inspector.domain.errors import DamagedDatabaseError, InspectorError
from inspector.gui.commands.key_line import KeyLine
from inspector.gui.frame.backup_words import backup_state
from inspector.gui.frame.second_start import Bell
from inspector.gui.jobs.task import Task
from inspector.gui.session import Session
from inspector.storage.database.soundness import Soundness
from inspector.storage.files.folder_lock import FolderLock
from inspector.storage.files.whole_files import Progress
from inspector.workspace.changes import Changes
from inspector.workspace.clock import odd_times
from inspector.workspace.keeping.backups import BackupOutcome, back_up, second_target, tidy

if TYPE_CHECKING:
    from inspector.gui.frame.clock_line import ClockLine
    from inspector.gui.frame.main_window import MainWindow

BACK_UP_AFTER = 2500
"""Milliseconds: the disk is the inspector's at first."""

LOOK_AGAIN_AFTER = 3_600_000
"""Milliseconds: a laptop may run for days."""

CHECK_AGAIN_AFTER = 60_000
"""Milliseconds after a check that had to step back."""

TRY_AGAIN_AFTER = 300_000
"""Milliseconds after a backup that failed: room was made, or the drive plugged in."""


class Attendant(QObject):
    """Serves one window until it closes."""

    def __init__(
        self,
        window: "MainWindow",
        key_line: KeyLine,
        session: Session,
        lock: FolderLock,
        take: Callable[[Path], object],
    ) -> None:
        """`take` gets the file that another start was given."""
        super().__init__(window)
        self._window = window
        self._key_line = key_line
        self._session = session
        self._lock = lock
        self._task: Task | None = None
        self._clock_line: ClockLine | None = None
        self._bell = Bell(session.workspace.folder, self)
        self._bell.rung.connect(self._come_forward)
        self._bell.handed.connect(take)
        session.backed_up.connect(self._show)
        self._clock = QTimer(self, interval=LOOK_AGAIN_AFTER)
        self._clock.timeout.connect(partial(session.once_kept, self._back_up_if_due))
        self._clock.start()
        for each in (self._back_up_if_due, self._sweep):
            QTimer.singleShot(BACK_UP_AFTER, self, partial(session.once_kept, each))
        session.changed.connect(self._on_changed)
        session.reads_all.connect(self._check_later)
        self._checked: Soundness | None = None
        self._check_task: Task | None = None
        self._check()
        self._look_at_clock()

    def _sweep(self) -> None:
        with suppress(InspectorError):  # nobody misses it
            self._session.workspace.drafts.sweep()

    # Every start is followed by a check, also one after a run that ended well

    def _check(self) -> None:
        """Read the whole database through for signs of damage, beside whoever works on it."""
        if self.is_checking or self._session.workspace.database.damage is not None:
            return
        checked = self._checked = Soundness(self._session.workspace.database.path)

        self._check_task = self._session.runner.beside(
            lambda hear: checked.require(), refused=self._on_unsound, halt=checked.stop
        )

    def _on_unsound(self, error: InspectorError) -> None:
        if isinstance(error, DamagedDatabaseError):
            self._session.refused.emit(error)
        else:  # its drive failed, which the next write says
            QTimer.singleShot(CHECK_AGAIN_AFTER, self, self._check)

    def _check_later(self) -> None:
        if self._check_task is not None and self.is_checking:
            self._check_task.ask_to_stop()
            QTimer.singleShot(CHECK_AGAIN_AFTER, self, self._check)

    @property
    def is_checking(self) -> bool:
        """The database is being read through."""
        return self._check_task is not None and self._check_task.outcome is None

    def _on_changed(self, changes: Changes) -> None:
        if changes.inspections or changes.meetings:
            look = partial(self._session.once_kept, self._look_at_clock)
            QTimer.singleShot(0, self, look)  # when the next page is in front

    def _look_at_clock(self) -> None:
        """Say which record bears a time that has not come: days are counted by the clock."""
        odd = self._session.attempt(lambda: odd_times(self._session.workspace))
        if odd and self._clock_line is None:
            from inspector.gui.frame.clock_line import ClockLine

            self._clock_line = ClockLine(
                self._session, self._window.banner, self._window.commands, self._window
            )
            self._window.add_line(self._clock_line)
        if self._clock_line is not None and odd is not None:
            self._clock_line.offer(odd)

    def _back_up_if_due(self) -> None:
        if self._task is not None and self._task.outcome is None:
            return
        if self._session.workspace.database.damage is not None:
            return  # the sound ones are the way back: none of them is to go for a damaged one
        if self.is_checking:  # the disk is for one of them at a time
            QTimer.singleShot(BACK_UP_AFTER, self, self._back_up_if_due)
            return
        workspace = self._session.workspace
        target, now = second_target(workspace), workspace.now()

        def attend(hear: Progress) -> BackupOutcome:
            tidy(workspace.folder, now)
            return back_up(workspace.folder, now, target, hear, only_if_due=True)

        self._task = self._session.runner.beside(attend, self._session.backed_up.emit)

    def _show(self, outcome: object) -> None:
        assert isinstance(outcome, BackupOutcome)
        if isinstance(outcome.error, DamagedDatabaseError):
            self._session.refused.emit(outcome.error)
            self._clock.setInterval(LOOK_AGAIN_AFTER)  # it does not mend itself
        else:
            failed = outcome.error is not None or outcome.copy_error is not None
            self._clock.setInterval(TRY_AGAIN_AFTER if failed else LOOK_AGAIN_AFTER)
        text, warning, tip = backup_state(outcome, self._session.workspace.now().date())
        self._key_line.show_backup(text, warning, tip)

    def _come_forward(self) -> None:
        window = self._window
        window.setWindowState(
            (window.windowState() & ~Qt.WindowState.WindowMinimized) | Qt.WindowState.WindowActive
        )
        window.show()
        window.raise_()
        window.activateWindow()
