"""What was done in the window and is not on the disk yet: a queue that is written in its order.

A disk that is full, a drive that was pulled out or another program that holds the database stop
nobody: what they refuse waits here, is tried again every few seconds, and lies in a file of its own
meanwhile, should the program end. The bytes of a photo that a data folder refused are brought into
it behind the window, before the photo itself is written.
"""

import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeGuard

from PySide6.QtCore import QObject, QTimer, Signal

from inspector.domain.errors import MACHINE_ERRORS, InspectorError, MachineError
from inspector.gui.jobs.background import Background
from inspector.workspace.changes import Changes
from inspector.workspace.recovery import Recovery
from inspector.workspace.workspace import Workspace
from inspector.workspace.write_target import WriteTarget

if TYPE_CHECKING:  # loaded with the first write that has to wait
    from inspector.domain.visit.evidence import Evidence
    from inspector.workspace.evidence.pending_photos import PhotoPending, PhotoStandsPending
    from inspector.workspace.pending.pending_writes import Pending

PATIENCE = 500
"""Milliseconds that a key waits for another program; while something waits, none does."""

TRY_AGAIN_AFTER = 3000
"""Milliseconds."""


class Leftover(NamedTuple):
    """What became of what an earlier run left: how much is on the disk now, what can never be."""

    saved: int
    lost: tuple[tuple[Exception, Path | None], ...]  # why, and where it is kept
    unreadable: tuple[Path, ...]  # files that hold nothing of ours


class Unsaved(QObject):
    """The queue of one window; empty nearly always."""

    changed = Signal()
    """Something came in, or was written."""

    wrote = Signal(Changes)
    """Something that waited is on the disk."""

    emptied = Signal()
    """Nothing waits any more."""

    lost = Signal(object, object)
    """What waited can never be written: the InspectorError, the Path where it is kept or None."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._recovery = Recovery(workspace.folder)
        self._waiting: list[Pending] = []
        self._targets: frozenset[WriteTarget] = frozenset()
        self._marked: frozenset[WriteTarget] = frozenset()
        self._lost: list[tuple[Pending, Exception, Path | None]] = []
        self.error: MachineError | None = None
        """Why the first of them could not be written."""
        self._trying = False
        self.copy: Path | None = None
        """The file that holds what waits; None when no disk takes one."""
        self._timer = QTimer(self, interval=TRY_AGAIN_AFTER)
        self._timer.timeout.connect(self._go_on)
        self._work = Background(self)
        self._asked = False  # for another attempt, while one was under way
        workspace.database.wait_at_most(PATIENCE)

    @property
    def waiting(self) -> "tuple[Pending, ...]":
        """What waits, the oldest first."""
        return tuple(self._waiting)

    @property
    def targets(self) -> frozenset[WriteTarget]:
        """What lists mark: answers, windows, places, findings, photos and what those belong to."""
        return self._marked

    @property
    def count(self) -> int:
        """How many things are not on the disk as they are shown; a photo is one."""
        return len(self._targets)

    def add(self, write: "Pending", error: MachineError) -> None:
        """Let a write wait that was refused just now, or has others before it."""
        self.error = error
        self._put([write])

    def why_behind(self, write: "Pending") -> MachineError | None:
        """Return why a write has to wait behind what waits already; None when it need not.

        While all that waits are photos whose bytes the disk has no room for, answers go on.
        """
        photos_only = all(map(_is_photo, self._waiting)) and self._is_held(self._waiting[0])
        return None if photos_only and not _is_photo(write) else self.error

    def recover(self) -> Leftover:
        """Write what an earlier run left, or let it wait; return what became of it."""
        found = self._recovery.read()
        self._waiting.extend(found.waiting)
        self._lost.clear()
        self.settle()
        targets = frozenset[WriteTarget]().union(*(each.targets for each in found.waiting))
        never = frozenset[WriteTarget]().union(*(write.targets for write, _, _ in self._lost))
        lost = tuple((error, kept) for _, error, kept in self._lost)
        return Leftover(len(targets - self._targets - never), lost, found.unreadable)

    def retry(self) -> None:
        """Write what waits, in its order, until one is refused; no key waits for bytes."""
        self._write_all(with_bytes=False)

    def settle(self) -> None:
        """Write what waits, photos with their bytes, however long that takes."""
        self._work.finish()
        self._write_all(with_bytes=True)

    def try_again(self) -> None:
        """F5: write what waits, as far as it goes now."""
        self._asked = True
        self._go_on()

    def _go_on(self) -> None:
        """Write what waits; bytes that are held elsewhere are brought in behind the window."""
        self.retry()
        held = next((each for each in self._waiting if self._is_held(each)), None)
        if self._work.open_jobs or held is None or not _is_photo(held):
            return
        self._asked = False
        book = self._workspace.evidence  # loads its code here, not on the thread
        self._work.do(
            partial(book.bring_in, held.evidence), lambda _: self._go_on(), self._on_kept_out
        )

    def _on_kept_out(self, error: InspectorError) -> None:
        if not isinstance(error, MACHINE_ERRORS):
            self.settle()  # which tells of what can never be written
            return
        self.error = error
        self._put([])
        if self._asked:
            self._go_on()

    def _is_held(self, write: "Pending") -> bool:
        return _is_photo(write) and self._workspace.evidence.is_held(write.evidence)

    def _write_all(self, *, with_bytes: bool) -> None:
        if not self._waiting or self._trying:
            return
        database = self._workspace.database
        before = (len(self._waiting), self._timer.isActive(), repr(self.error))
        self._trying = True
        database.wait_at_most(0)  # it would be the same wait again
        let_go: list[Evidence] = []
        try:
            at = 0
            while at < len(self._waiting):
                write = self._waiting[at]
                # A photo without its bytes holds up no answer, but every photo behind it.
                if _is_photo(write) and (at or (not with_bytes and self._is_held(write))):
                    at += 1
                elif self._write(at):
                    if _is_photo(write):
                        let_go.append(write.evidence)
                elif self._is_held(write):
                    at += 1
                else:
                    break
        finally:
            database.wait_at_most(PATIENCE)
            self._trying = False
        if (len(self._waiting), True, repr(self.error)) != before:
            self._put([])
        for evidence in let_go:
            self._workspace.evidence.let_go(evidence)

    def _write(self, at: int) -> bool:
        """Write one; False when the disk refuses it still."""
        write = self._waiting[at]
        try:
            changes = write.write(self._workspace)
        except MACHINE_ERRORS as error:
            self.error = error
            return False
        except (InspectorError, LookupError) as error:
            # It was closed or discarded by an older copy of the data: of use to a person only.
            del self._waiting[at]
            kept = self._recovery.refuse([write])
            self._lost.append((write, error, kept))
            self.lost.emit(error, kept)
            return True
        except Exception as error:  # a slip of ours: it must not keep the next start out as well
            del self._waiting[at]
            kept = self._recovery.refuse([write])
            self._lost.append((write, error, kept))
            sys.excepthook(type(error), error, error.__traceback__)
            self.lost.emit(error, kept)
            return True
        del self._waiting[at]
        self.wrote.emit(changes)
        return True

    def _put(self, new: "Iterable[Pending]") -> None:
        from inspector.workspace.pending.pending_writes import marked, replaces

        for write in new:
            last = self._waiting[-1] if self._waiting else None
            if last is not None and replaces(write, last):
                self._waiting.pop()
            self._waiting.append(write)
        self._targets = frozenset().union(*(each.targets for each in self._waiting))
        self._marked = marked(self._waiting)
        self.copy = self._recovery.keep(self._waiting)
        if self._waiting:
            self._timer.start()
        else:
            self._timer.stop()
            self.error = None
            self.emptied.emit()
        self.changed.emit()


def _is_photo(write: "Pending") -> "TypeGuard[PhotoPending | PhotoStandsPending]":
    from inspector.workspace.evidence.pending_photos import PhotoPending, PhotoStandsPending

    return isinstance(write, PhotoPending | PhotoStandsPending)
