"""From a data folder to its window, and what comes after the window.

One window per folder; a run that did not end well is looked at more closely; a damaged database
is left alone and a backup offered; restoring and restarting open the folder again.
"""

import gc
import logging
import os
from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from inspector.domain.errors import DamagedDatabaseError, FolderInUseError, InspectorError
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.jobs.joining import join
from inspector.gui.program.application import (
    hand_over,
    make_application,
    open_window,
    refuse_to_start,
)
from inspector.gui.program.collecting import Collecting
from inspector.gui.program.session_end import HeldSignals, SessionEnd
from inspector.gui.program.unexpected import Unexpected, logged_to
from inspector.gui.theme import apply_theme
from inspector.storage.database.read_only_opening import require_there
from inspector.storage.database.sqlite_version import require_sqlite
from inspector.storage.files.folder_lock import FolderLock, lock_folder
from inspector.translation import tr
from inspector.workspace.folder_opening import (
    lost_log,
    make_ready,
    open_with,
    require_at_hand,
    takes_long,
)
from inspector.workspace.opened_folder import local_now
from inspector.workspace.preferences import LANGUAGE
from inspector.workspace.workspace import Workspace

if TYPE_CHECKING:
    from inspector.gui.frame.ending import Ending

Say = Callable[[str | None], None]
"""Makes the program speak a language."""

DONE, REFUSED = 0, 1


class _FaultError(Exception):
    """What was raised while the folder was opened is a fault of the program's own."""

    def __init__(self, fault: Exception) -> None:
        super().__init__(fault)
        self.fault = fault


class Run:
    """One call of the program with a window. `explain` tells a refusal on standard error,
    `explain_fault` a slip of our own.

    With `ends_when_ready` the process ends once the first page takes keys. The window that opens
    takes `file`, a whole path; one that has the folder already gets it instead.
    """

    def __init__(
        self,
        folder: Path,
        language: str | None,
        speak: Say,
        explain: Callable[[InspectorError], None],
        explain_fault: Callable[[Exception], None],
        keeps_backups: bool,
        ends_when_ready: bool = False,
        file: Path | None = None,
    ) -> None:
        self._folder = folder
        self._language = language
        self._speak = speak
        self._explain = explain
        self._explain_fault = explain_fault
        self._keeps_backups = keeps_backups
        self._ends_when_ready = ends_when_ready
        self._file = file
        self._visit = ""
        self._told: str | InspectorError = ""
        self._held: HeldSignals | None = None  # while there is a window, and until all is closed
        self._is_first = True  # only then an empty folder is begun

    def run(self) -> int:
        """Show the window until the person quits; return the exit code."""
        if not os.path.exists(self._folder):
            from inspector.storage.backups.backup_restoring import finish_restoring

            finish_restoring(self._folder)
        try:
            require_sqlite()
            require_at_hand(self._folder)
        except InspectorError as error:
            return self._refuse(error)
        while True:
            try:
                if not self._is_first:  # a folder that was moved away is not made anew
                    require_there(self._folder)
                lock = lock_folder(self._folder)
            except FolderInUseError as error:
                return DONE if self._bring_forward() else self._refuse(error)
            except InspectorError as error:
                return self._refuse(error)
            try:
                ending = self._with(lock)
            except InspectorError as error:
                return self._refuse(error)
            except _FaultError as error:
                return self._tell_fault(error.fault)
            finally:
                lock.release()
                self._let_signals_go()
            if ending is None:
                return DONE
            self._follow(ending)

    def _with(self, lock: FolderLock) -> "Ending":
        with ExitStack() as stack:
            try:
                if not self._got_ready(lock):
                    return None
                window = self._opened(lock, stack)
            except DamagedDatabaseError as error:
                lock.distrust()
                damage = error
            except InspectorError:
                raise
            except Exception as error:  # a slip of ours, before there is a window to say so
                logging.getLogger("inspector").critical("unexpected error", exc_info=error)
                raise _FaultError(error) from error
            else:
                Collecting(window)
                QApplication.exec()
                window.close()
                return window.ending
        return self._offer_backup(damage)

    def _got_ready(self, lock: FolderLock) -> bool:
        """Do what opening the folder has to begin with; False when the person would not wait."""
        if not takes_long(lock):
            return True
        from inspector.gui.program.getting_ready_window import GettingReadyWindow

        self._dress(collects=False)  # on the thread that works, it would take widgets to pieces
        window = GettingReadyWindow(partial(make_ready, lock))
        try:
            return window.run()
        finally:
            _delete(window)

    def _opened(self, lock: FolderLock, stack: ExitStack) -> MainWindow:
        """Show the window; the stack takes it away again."""
        workspace = open_with(lock, create=self._is_first, is_ready=True)
        stack.callback(workspace.close)
        lost = lost_log(lock, workspace)
        stack.enter_context(logged_to(self._folder / "log"))
        language = self._language or workspace.preferences.get(LANGUAGE)
        self._speak(language)
        app = make_application(language)
        window = open_window(app, workspace, lock if self._keeps_backups else None)
        stack.callback(_delete, window)
        unexpected = Unexpected(window)
        stack.callback(unexpected.let_go)
        self._held = HeldSignals()
        session_end = SessionEnd(app, window.leave, partial(_leave, workspace, lock), window)
        stack.callback(session_end.let_go)
        if lost and not self._told:
            self._told = tr(
                "The last run did not end properly and the log of its last entries is gone:"
                " please look through what was entered last."
            )
        self._go_on(window.tell_at_start, window.go_to)
        if self._file is not None:  # not before the first page takes keys
            QTimer.singleShot(0, window, partial(hand_over, window, self._file))
            self._file = None
        if self._ends_when_ready:
            from inspector.gui.widgets.readiness import when_ready

            kept = self._keeps_backups  # else what called goes on, and tidies up
            leave = partial(_leave, workspace, lock) if kept else window.close
            when_ready(window.page if window.page.isVisible() else window, leave)
        return window

    def _go_on(
        self, tell: Callable[[str | InspectorError], None], go_to: Callable[[str], None]
    ) -> None:
        if self._visit:
            go_to(self._visit)
        if self._told:
            tell(self._told)
        self._visit, self._told = "", ""

    def _let_signals_go(self) -> None:
        if self._held:
            self._held.give_back()
            self._held = None

    def _follow(self, ending: "Ending") -> None:
        """Do what cannot be done while the database is open."""
        from inspector.gui.frame.ending import PutInPlace, Restart, StartEmpty
        from inspector.workspace.keeping.restore_from_backup import (
            finish,
            restored_sentence,
            set_database_aside,
        )

        self._is_first = isinstance(ending, StartEmpty)
        try:
            if isinstance(ending, Restart):
                self._visit = ending.visit
            elif isinstance(ending, PutInPlace):
                restored = finish(ending.prepared, self._folder, datetime.now())
                self._told = restored_sentence(restored)
            elif isinstance(ending, StartEmpty):
                set_database_aside(self._folder, datetime.now())
        except InspectorError as error:
            self._told = error

    def _offer_backup(self, error: InspectorError) -> "Ending":
        if self._ends_when_ready:
            raise error
        from inspector.gui.frame.damaged_window import DamagedWindow

        if isinstance(self._told, InspectorError):  # what was chosen could not be done
            error, self._told = self._told, ""
        self._explain(error)
        self._dress(collects=False)
        window = DamagedWindow(self._folder, error, local_now)
        Collecting(window)
        window.exec()
        ending = window.ending
        _delete(window)
        return ending

    def _bring_forward(self) -> bool:
        from inspector.gui.frame.second_start import ring

        make_application(self._language or LANGUAGE.default)
        return ring(self._folder, self._file)

    def _refuse(self, error: InspectorError) -> int:
        from inspector.workspace.sentences import sentence

        self._explain(error)
        if not self._ends_when_ready:  # else nobody is there to read it
            self._dress()
            refuse_to_start(sentence(error))
        return REFUSED

    def _tell_fault(self, error: Exception) -> int:
        """Say that the program is at fault, before there is a window that could."""
        self._explain_fault(error)
        if not self._ends_when_ready:
            from inspector.gui.program.crash_report import crash_report
            from inspector.workspace.way_out import fault_sentence

            self._dress()
            refuse_to_start(fault_sentence(), crash_report(error, datetime.now()))
        return REFUSED

    def _dress(self, *, collects: bool = True) -> None:
        """Make the application without knowing what the user prefers."""
        if collects:
            gc.enable()  # what is shown now may stand for long
        apply_theme(make_application(self._language or LANGUAGE.default), "system")


def _leave(workspace: Workspace, lock: FolderLock) -> None:
    """End the process with everything on disk, without taking the window to pieces."""
    workspace.close()
    lock.release()
    os._exit(DONE)


def _delete(window: QWidget) -> None:
    """Let a window go for good, before another takes its place."""
    join(window)  # one that would not close, or never opened
    window.deleteLater()
    if QApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    gc.unfreeze()
    gc.collect()
