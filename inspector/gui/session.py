"""The only bridge between the views and an opened data folder.

Views read through `workspace` and write through `attempt` or `keep`: what an operation changed goes
out as one signal, what was refused as another.
"""

import sys
from collections.abc import Callable
from contextlib import nullcontext
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from inspector.domain.errors import (
    MACHINE_ERRORS,
    CannotWriteError,
    DamagedDatabaseError,
    InspectorError,
    MachineError,
    UnsavedError,
)
from inspector.gui.jobs.commit_wait import CommitWait
from inspector.gui.jobs.runner import Runner
from inspector.gui.missing import Missing
from inspector.gui.unsaved import PATIENCE, Unsaved
from inspector.storage.files.live_file import log_of
from inspector.translation import tr
from inspector.workspace.changes import Changes
from inspector.workspace.workspace import Workspace

if TYPE_CHECKING:  # loaded with the first backup: no start pays for it
    from inspector.workspace.keeping.backups import BackupOutcome
    from inspector.workspace.pending.pending_writes import Pending

T = TypeVar("T")

COMMIT_PATIENCE = 0.025
"""Seconds that the window stands still for a commit; one that takes longer goes on beside it."""


class Session(QObject):
    """An opened data folder with its signals."""

    changed = Signal(Changes)
    """What a write touched."""

    taken = Signal()
    """Something was written, or is as good as written: what was wrong before is put right."""

    saved = Signal()
    """Something was committed to disk just now."""

    refused = Signal(object)
    """The InspectorError of an operation that changed nothing."""

    told = Signal(str, str)
    """A sentence about something that went well, and the path of a file it is about, or ''."""

    told_offering = Signal(str, str, object)
    """What went well, in a sentence; what a button beside it says, and what it does."""

    told_undoable = Signal(str, object)
    """The same, and what takes it back, a function: a button does it."""

    hinted = Signal(str)
    """A sentence about why nothing happened: neither a success nor a fault."""

    warned = Signal(str)
    """A sentence about something that a person should look at."""

    closing = Signal()
    """The window closes: what was typed is to be kept now; what is under way is ended then."""

    ended = Signal(object)
    """The window is to close; what is to come then is an `Ending`."""

    reads_all = Signal()
    """Somebody asked for something that reads the whole database: what nobody asked for waits."""

    backed_up = Signal(object)
    """The `BackupOutcome` of a backup just now."""

    lock_wanted = Signal()
    """Somebody wants the window locked now."""

    papers_wanted = Signal()
    """Somebody wants to see the papers that were written last."""

    form_words_wanted = Signal(object)
    """The words for a superior's form, with the values of an extent."""

    evaluation_wanted = Signal(object)
    """Somebody wants to see the evaluation of an Extent."""

    plan_wanted = Signal()
    """Somebody wants to see the plans of visits."""

    drawn_visit_wanted = Signal(object)
    """A visit is to be started as it was drawn from a plan: a Draw."""

    survey_wanted = Signal()
    """Somebody wants to ask how satisfied people are."""

    complaints_wanted = Signal()
    """Somebody wants to see the complaints."""

    conflicts_wanted = Signal()
    """Somebody wants to see what laptops say differently, to choose."""

    complaint_wanted = Signal(str)
    """One complaint is to be seen on the register: its id."""

    preview_begun = Signal()
    """A workbook is made that is to be seen as it is printed."""

    preview_wanted = Signal(object, object)
    """Somebody wants to see a workbook as it is printed: its Path, and what keeps it there."""

    filled_form_wanted = Signal(object)
    """A superior's form is to be seen as it would be filled: a `FormDraft`."""

    training_wanted = Signal(object)
    """What an extent shows should be trained."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.last_backup: BackupOutcome | None = None
        """What the newest backup came to, of this run."""
        self.backed_up.connect(self._remember)
        self.told_undoable.connect(
            lambda text, undo: self.told_offering.emit(text, tr("Undo"), undo)
        )
        self.runner = Runner(self)
        """Runs what takes long."""
        self.runner.told.connect(lambda said: self.told.emit(said, ""))
        self.runner.warned.connect(self.warned)
        self.runner.refused.connect(self.refused)
        self.unsaved = Unsaved(workspace, self)
        self.unsaved.wrote.connect(self._tell_written)
        self.missing = Missing(self)
        self._commit = CommitWait(self)

    def _remember(self, outcome: "BackupOutcome") -> None:
        self.last_backup = outcome

    def is_about_data(self, error: DamagedDatabaseError) -> bool:
        """Tell whether the damage is that of the open database, and not of a copy of it."""
        path = self.workspace.database.path
        return error.path in (path, log_of(path))

    def attempt(self, operation: Callable[[], T]) -> T | None:
        """Run an operation or a read that can be refused; None when it was.

        A `Changes` that is returned, alone or last in a tuple, is sent out.
        """
        self._commit.end()
        try:
            result = operation()
        except InspectorError as error:
            self.refused.emit(error)
            return None
        last = result[-1] if isinstance(result, tuple) and result else result
        if isinstance(last, Changes):
            self._tell_written(last)
            self.unsaved.retry()  # the disk takes something again
        return result

    def keep(
        self, write: "Pending", refused: MachineError | None = None, *, goes_on: bool = False
    ) -> bool:
        """Write something, or let it wait until it can be; False when it was refused for good.

        What waits is as good as done for the window: it shows it, marked as unsaved. `refused`
        is why the data folder did not take the bytes of a photo: then it waits at once.

        Whoever `goes_on` shows it by what it is, and reads nothing back: a disk that is busy then
        has it a moment later, before the next key is handled, and it is told of once it has.
        """
        unsaved, database = self.unsaved, self.workspace.database
        self._commit.end()
        unsaved.retry()
        self._commit.end()  # what heard of it may have written
        if unsaved.error is not None:
            refused = refused or unsaved.why_behind(write)
        if refused is not None:
            unsaved.add(write, refused)
            return True
        try:
            with database.committing_apart(COMMIT_PATIENCE) if goes_on else nullcontext():
                changes = write.write(self.workspace)
        except MACHINE_ERRORS as error:
            self._let_wait(write, error)
            return True
        except InspectorError as error:
            self.refused.emit(error)
            return False
        if database.open_commit is None:
            self._tell_written(changes)
        else:
            self._commit.follow(database.open_commit, partial(self._end_commit, write, changes))
            self.taken.emit()  # what is said from now on stays
        return True

    def once_kept(self, act: Callable[[], object]) -> None:
        """Do what a timer does and nobody waits for: on a busy disk, behind what was kept.

        It has to do until the window closes.
        """
        self._commit.afterwards(act)

    @property
    def is_committing(self) -> bool:
        """Something was kept that the disk may not have yet."""
        return self.workspace.database.open_commit is not None

    def _end_commit(self, write: "Pending", changes: Changes) -> None:
        try:
            self.workspace.database.end_commit()
        except MACHINE_ERRORS as error:
            self._let_wait(write, error)
        except Exception as error:  # no memory, say: it is shown, and must not be lost
            sys.excepthook(type(error), error, error.__traceback__)
            self._let_wait(write, CannotWriteError(self.workspace.database.path, str(error)))
        else:
            self._tell_saved(changes)

    def _let_wait(self, write: "Pending", error: MachineError) -> None:
        if isinstance(error, DamagedDatabaseError):
            self.refused.emit(error)
        self.unsaved.add(write, error)

    def keep_quietly(self, write: "Pending") -> None:
        """Write a draft or a place, which nobody asked to be kept, or let it wait; say nothing.

        No key waits for another program here: what it holds up is written a little later.
        """
        unsaved = self.unsaved
        error = unsaved.why_behind(write) if unsaved.error is not None else None
        if error is None:
            self.workspace.database.wait_at_most(0)
            try:
                write.write(self.workspace)
                return
            except MACHINE_ERRORS as refused:
                error = refused
            except InspectorError:
                return  # what it belongs to is over
            finally:
                self.workspace.database.wait_at_most(PATIENCE)
        unsaved.add(write, error)

    def settle(self) -> bool:
        """Write what waits; False, and refused with a sentence, while some of it cannot be.

        To be asked before a record is closed, discarded or handed out.
        """
        self._commit.end()
        self.unsaved.settle()
        if not self.unsaved.count:
            return True
        self.refused.emit(UnsavedError(self.unsaved.count))
        return False

    def _tell_written(self, changes: Changes) -> None:
        self.taken.emit()
        self._tell_saved(changes)

    def _tell_saved(self, changes: Changes) -> None:
        self.saved.emit()
        self.changed.emit(changes)
