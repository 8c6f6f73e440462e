"""A walk in front: its stops (places of a patrol, findings of a recheck), and which are left."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from inspector.domain.errors import InspectorError
from inspector.domain.visit.evidence import Evidence
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.gui.session import Session
from inspector.gui.visits.parts.undoable_visit import UndoableVisit
from inspector.workspace.pending.pending_writes import Pending


class Stop(Protocol):
    """Where a walk stops: a Scorecard or a Finding."""

    @property
    def id(self) -> str:
        """Its identifier."""


A = TypeVar("A", bound=Stop)
S = TypeVar("S")


class OpenWalk(UndoableVisit, Generic[A]):
    """Every change is on disk at once, and read again from there, unless the disk is busy."""

    changed = Signal()

    def __init__(self, session: Session, sheet: InspectionSheet, parent: QObject) -> None:
        super().__init__(session, sheet, parent)
        self._is_ahead = False  # what is shown is not on the disk yet
        session.saved.connect(self._catch_up)

    @property
    @abstractmethod
    def stops(self) -> Sequence[A]:
        """The stops in the order of the walk."""

    @abstractmethod
    def is_done(self, stop_id: str) -> bool:
        """Tell whether something was said of a stop."""

    @property
    def writing_ids(self) -> Sequence[str]:
        """The ids of the stops."""
        return [each.id for each in self.stops]

    @property
    def unsaved(self) -> set[str]:
        """The ids of the stops (and photos) of which something is not on the disk."""
        return {spot for spot, _ in self.session.unsaved.targets}

    @property
    def left(self) -> list[A]:
        """The stops of which nothing was said yet."""
        return [each for each in self.stops if not self.is_done(each.id)]

    def next_left(self, stop_id: str) -> A | None:
        """Return the next stop that is left behind a stop, wrapping once."""
        at = [each.id for each in self.stops].index(stop_id)
        order = [*self.stops[at + 1 :], *self.stops[:at]]
        return next((each for each in order if not self.is_done(each.id)), None)

    def _change(self, stop_id: str, before: S, after: S, write: Callable[[S], bool]) -> bool:
        """Write a change as one step to undo."""
        done = write(after)
        if done:
            self.add_step(stop_id, before, after, write)
        return done

    def _keep(self, write: Pending) -> bool:
        done = self.session.keep(write, goes_on=True)
        if done and self.session.is_committing:
            self._is_ahead = True
            self._lay_upon((write,))
            self.changed.emit()
        elif done:
            self._read_again()
        return done

    def _photo_stands(
        self, before: Evidence | None, after: Evidence | None, travelling: bool
    ) -> None:
        self._read_again()

    def _catch_up(self) -> None:
        if self._is_ahead:
            self._read_again()

    def _read_again(self) -> None:
        self._is_ahead = False
        with suppress(InspectorError):  # a drive that was pulled out cannot be read either
            self._read()
        self._lay_upon(self.session.unsaved.waiting)
        self.changed.emit()

    @abstractmethod
    def _read(self) -> None:
        """Read what is on disk."""

    @abstractmethod
    def _lay_upon(self, writes: tuple[Pending, ...]) -> None:
        """Let what is shown be as it will be with writes that the disk does not have yet."""
