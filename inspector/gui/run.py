"""From a data folder to its window, and what comes after the window.

One window per folder; a run that did not end well is looked at more closely; a damaged database
is left alone and a backup offered; restoring and restarting open the folder again.
"""

import gc
import os
from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from inspector.domain.errors import DamagedDatabaseError, FolderInUseError, InspectorError
from inspector.gui.application import make_application, open_window, refuse_to_start
from inspector.gui.ending import Ending, PutInPlace, Restart, StartEmpty
from inspector.gui.theme import apply_theme
from inspector.gui.unexpected import Unexpected, logged_to
from inspector.storage.folder_lock import FolderLock, lock_folder
from inspector.translation import tr
from inspector.workspace.opening import lost_log, open_with, require_at_hand
from inspector.workspace.preferences import LANGUAGE
from inspector.workspace.workspace import Workspace, local_now

Say = Callable[[str | None], None]
"""Makes the program speak a language."""

DONE, REFUSED = 0, 1


class Run:
    """One call of the program with a window. `explain` tells a refusal on standard error.

    With `ends_when_ready` the process ends once the first page takes keys.
    """

    def __init__(
        self,
        folder: Path,
        language: str | None,
        speak: Say,
        explain: Callable[[InspectorError], None],
        keeps_backups: bool,
        ends_when_ready: bool = False,
    ) -> None:
        self._folder = folder
        self._language = language
        self._speak = speak
        self._explain = explain
        self._keeps_backups = keeps_backups
        self._ends_when_ready = ends_when_ready
        self._visit = ""
        self._told: str | InspectorError = ""

    def run(self) -> int:
        """Show the window until the person quits; return the exit code."""
        if not os.path.exists(self._folder):
            from inspector.storage.restoring import finish_restoring

            finish_restoring(self._folder)
        try:
            require_at_hand(self._folder)
        except InspectorError as error:
            return self._refuse(error)
        while True:
            try:
                lock = lock_folder(self._folder)
            except FolderInUseError as error:
                return DONE if self._bring_forward() else self._refuse(error)
            except InspectorError as error:
                return self._refuse(error)
            try:
                ending = self._with(lock)
            except InspectorError as error:
                return self._refuse(error)
            finally:
                lock.release()
            if ending is None:
                return DONE
            self._follow(ending)

    def _with(self, lock: FolderLock) -> Ending:
        try:
            workspace = open_with(lock)
        except DamagedDatabaseError as error:
            return self._offer_backup(error)
        lost = lost_log(lock, workspace)
        with ExitStack() as stack:
            stack.callback(workspace.close)
            stack.enter_context(logged_to(self._folder / "log"))
            language = self._language or workspace.preferences.get(LANGUAGE)
            self._speak(language)
            app = make_application(language)
            window = open_window(app, workspace, lock if self._keeps_backups else None)
            stack.callback(_delete, window)
            unexpected = Unexpected(window)
            stack.callback(unexpected.let_go)
            if lost and not self._told:
                self._told = tr(
                    "The last run did not end properly and the log of its last entries is gone:"
                    " please look through what was entered last."
                )
            self._go_on(window.tell_at_start, window.go_to)
            if self._ends_when_ready:
                from inspector.gui.readiness import when_ready

                kept = self._keeps_backups  # else what called goes on, and tidies up
                leave = partial(_leave, workspace, lock) if kept else window.close
                when_ready(window.page, leave)
            gc.freeze()  # what stands now is not looked at again while one works
            gc.enable()
            app.exec()
            window.close()
            return window.ending

    def _go_on(
        self, tell: Callable[[str | InspectorError], None], go_to: Callable[[str], None]
    ) -> None:
        if self._visit:
            go_to(self._visit)
        if self._told:
            tell(self._told)
        self._visit, self._told = "", ""

    def _follow(self, ending: Ending) -> None:
        """Do what cannot be done while the database is open."""
        from inspector.workspace.restoring import finish, restored_sentence, set_database_aside

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

    def _offer_backup(self, error: InspectorError) -> Ending:
        from inspector.gui.damaged_window import DamagedWindow

        if isinstance(self._told, InspectorError):  # what was chosen could not be done
            error, self._told = self._told, ""
        self._explain(error)
        self._dress()
        window = DamagedWindow(self._folder, error, local_now)
        window.exec()
        ending = window.ending
        _delete(window)
        return ending

    def _bring_forward(self) -> bool:
        from inspector.gui.second_start import ring

        make_application(self._language or LANGUAGE.default)
        return ring(self._folder)

    def _refuse(self, error: InspectorError) -> int:
        from inspector.workspace.sentences import sentence

        self._explain(error)
        self._dress()
        refuse_to_start(sentence(error))
        return REFUSED

    def _dress(self) -> None:
        """Make the application without knowing what the user prefers."""
        gc.enable()  # what is shown now may stand for long
        apply_theme(make_application(self._language or LANGUAGE.default), "system")


def _leave(workspace: Workspace, lock: FolderLock) -> None:
    """End the process with everything on disk, without taking the window to pieces."""
    workspace.close()
    lock.release()
    os._exit(DONE)


def _delete(window: QWidget) -> None:
    """Let a window go for good, before another takes its place."""
    window.deleteLater()
    if QApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    gc.unfreeze()
    gc.collect()
