"""What was done in the window and is not on the disk yet: a queue that is written in its order.

A disk that is full, a drive that was pulled out or another program that holds the database stop
nobody: what they refuse waits here, is tried again every few seconds, and lies in a file of its own
meanwhile, should the program end.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from inspector.domain.errors import MACHINE_ERRORS, InspectorError, MachineError
from inspector.workspace.changes import Changes
from inspector.workspace.pending import (
    AnswersPending,
    DraftPending,
    MeetingPlacePending,
    Pending,
    PlacePending,
    RecheckPending,
    Spot,
)
from inspector.workspace.recovery import Recovery
from inspector.workspace.workspace import Workspace

PATIENCE = 500
"""Milliseconds that a key waits for another program; while something waits, none does."""

TRY_AGAIN_AFTER = 3000
"""Milliseconds."""


@dataclass(frozen=True, slots=True)
class Leftover:
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
        self._spots: frozenset[Spot] = frozenset()
        self._lost: list[tuple[Pending, Exception, Path | None]] = []
        self.error: MachineError | None = None
        """Why the first of them could not be written."""
        self._trying = False
        self.copy: Path | None = None
        """The file that holds what waits; None when no disk takes one."""
        self._timer = QTimer(self, interval=TRY_AGAIN_AFTER)
        self._timer.timeout.connect(self.retry)
        workspace.database.wait_at_most(PATIENCE)

    @property
    def waiting(self) -> tuple[Pending, ...]:
        """What waits, the oldest first."""
        return tuple(self._waiting)

    @property
    def spots(self) -> frozenset[Spot]:
        """The answers, windows, places and findings that are not on the disk as they are shown."""
        return self._spots

    @property
    def count(self) -> int:
        """How many of them there are."""
        return len(self._spots)

    def add(self, write: Pending, error: MachineError) -> None:
        """Let a write wait that was refused just now, or has others before it."""
        self.error = error
        self._put([write])

    def recover(self) -> Leftover:
        """Write what an earlier run left, or let it wait; return what became of it."""
        found = self._recovery.read()
        self._waiting.extend(found.waiting)
        self._lost.clear()
        self.retry()
        spots = frozenset[Spot]().union(*(each.spots for each in found.waiting))
        never = frozenset[Spot]().union(*(write.spots for write, _, _ in self._lost))
        lost = tuple((error, kept) for _, error, kept in self._lost)
        return Leftover(len(spots - self._spots - never), lost, found.unreadable)

    def retry(self) -> None:
        """Write what waits, one after the other, until one is refused again."""
        if not self._waiting or self._trying:
            return
        database = self._workspace.database
        before = (len(self._waiting), self._timer.isActive(), repr(self.error))
        self._trying = True
        database.wait_at_most(0)  # it would be the same wait again
        try:
            while self._waiting and self._write_first():
                pass
        finally:
            database.wait_at_most(PATIENCE)
            self._trying = False
        if (len(self._waiting), True, repr(self.error)) != before:
            self._put([])

    def _write_first(self) -> bool:
        """Write the oldest; False when the disk refuses it still."""
        write = self._waiting[0]
        try:
            changes = write.write(self._workspace)
        except MACHINE_ERRORS as error:
            self.error = error
            return False
        except (InspectorError, LookupError) as error:
            # It was closed or discarded by an older copy of the data: of use to a person only.
            del self._waiting[0]
            kept = self._recovery.refuse([write])
            self._lost.append((write, error, kept))
            self.lost.emit(error, kept)
            return True
        del self._waiting[0]
        self.wrote.emit(changes)
        return True

    def _put(self, new: Iterable[Pending]) -> None:
        for write in new:
            last = self._waiting[-1] if self._waiting else None
            if last is not None and _replaces(write, last):
                self._waiting.pop()
            self._waiting.append(write)
        self._spots = frozenset().union(*(each.spots for each in self._waiting))
        self.copy = self._recovery.keep(self._waiting)
        if self._waiting:
            self._timer.start()
        else:
            self._timer.stop()
            self.error = None
            self.emptied.emit()
        self.changed.emit()


def _replaces(write: Pending, last: Pending) -> bool:
    """Tell whether a write makes the one before it needless."""
    match write, last:
        case PlacePending(), PlacePending():
            return True
        case MeetingPlacePending(), MeetingPlacePending():
            return True
        case DraftPending(), DraftPending():
            return last.key == write.key
        case AnswersPending(), AnswersPending():
            goes_on = write.next_item is not None or last.next_item is None
            return last.spots <= write.spots and goes_on
        case RecheckPending(), RecheckPending():
            return last.spots == write.spots
    return False
