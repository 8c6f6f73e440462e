"""An open visit in front: its photos and its history, so that every change of it can be undone.

Scoring, a patrol and a recheck add what they write. What the disk refuses waits in the session's
`unsaved`.
"""

from abc import abstractmethod
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from inspector.domain.errors import MachineError
from inspector.domain.visit.evidence import Evidence
from inspector.domain.visit.inspection import Inspection
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.gui.photos import evidence_steps
from inspector.gui.session import Session
from inspector.gui.visits.parts.undo_history import History, Step
from inspector.translation import tr
from inspector.workspace.pending.pending_writes import PlacePending

S = TypeVar("S")


class UndoableVisit(QObject):
    """Every method that writes returns False when that was refused, and nothing changed."""

    history_turned = Signal()
    """Something else can be undone or redone."""

    def __init__(self, session: Session, sheet: InspectionSheet, parent: QObject) -> None:
        super().__init__(parent)
        self.session = session
        self.sheet = sheet
        self._history = History(self.history_turned.emit)

    @property
    def id(self) -> str:
        """The id of the visit."""
        return self.sheet.inspection.id

    @property
    @abstractmethod
    def writing_ids(self) -> Sequence[str]:
        """The ids of the windows, places or findings that have a line to write in, in order."""

    @property
    def entry_ids(self) -> Collection[str]:
        """The ids of what may be written anew there, '' for what is new."""
        return [""]

    def take_named(self, inspection: Inspection) -> None:
        """Take in who inspects; the place in it is of no use while the visit is in front."""
        visit = replace(
            self.sheet.inspection,
            inspectors=inspection.inspectors,
            conflicts=inspection.conflicts,
        )
        self.sheet = replace(self.sheet, inspection=visit)

    def stand_at(self, card_id: str, item_id: str | None = None) -> None:
        """Remember where one stands: a window or place, and at a window an item."""
        self.session.keep(PlacePending(self.id, card_id, item_id), goes_on=True)

    # Photos

    def attached(self, evidence: Evidence) -> None:
        """A photo or file came in and is on disk; undo takes it off again."""
        self._add_photo_step(None, evidence)
        self._photo_stands(None, evidence, False)

    def change_photo(self, evidence: Evidence, then: Evidence | None) -> bool:
        """Let a photo stand otherwise, None: removed."""
        done = self._let_stand(evidence, then)
        if done:
            self._add_photo_step(evidence, then)
        return done

    def annotate(self, evidence: Evidence, picture: bytes) -> bool:
        """Show a copy with marks instead of the original."""
        made = evidence_steps.annotated(self.session, evidence, picture)
        if made is None or not self._let_stand(evidence, *made):
            return False
        self._add_photo_step(evidence, made[0])
        return True

    def _add_photo_step(self, before: Evidence | None, after: Evidence | None) -> None:
        one = after or before
        assert one is not None

        def write(then: Evidence | None) -> bool:
            return self._let_stand(before if then is after else after, then, travelling=True)

        place = one.finding_id or one.scorecard_id or ""
        self._history.add(Step(place, before, after, write, is_photo=True))

    def _let_stand(
        self,
        now: Evidence | None,
        then: Evidence | None,
        refused: MachineError | None = None,
        travelling: bool = False,
    ) -> bool:
        write = evidence_steps.standing(now, then, self.session.workspace.now())
        if write is not None and not self.session.keep(write, refused):
            return False
        self._photo_stands(now, then, travelling)
        return True

    @abstractmethod
    def _photo_stands(
        self, before: Evidence | None, after: Evidence | None, travelling: bool
    ) -> None:
        """A photo stands otherwise on disk (None: it was, or is, not there); by undo or redo?"""

    # Undo

    def add_step(self, place: str, before: S, after: S, write: Callable[[S], bool]) -> None:
        """Remember a change that happened at a place (an id), to be undone and redone in turn."""
        self._history.add(Step(place, before, after, write))

    def undo(self) -> str | None:
        """Take the last change back; return where it was, None when there is none or refused."""
        return self._history.undo()

    def redo(self) -> str | None:
        """Do again what was taken back; return where it is, None when there is none or refused."""
        return self._history.redo()

    def why_no_undo(self) -> str:
        """Return why nothing can be taken back; '' when something can."""
        if self._history.next_undo:
            return ""
        if self._history.next_redo:
            return tr("Everything that was changed since the visit was opened is undone.")
        return tr(
            "Nothing was changed since the visit was opened. What was entered before is changed"
            " where it stands."
        )

    def why_no_redo(self) -> str:
        """Return why nothing can be done again; '' when something can."""
        return "" if self._history.next_redo else tr("Nothing was undone that could be redone.")

    def photo_change(self, *, back: bool) -> tuple[Evidence | None, Evidence | None] | None:
        """Return what an undo (`back`) or a redo would change a photo from and to.

        None: it would change something else, or nothing.
        """
        step: Step[Any] | None = self._history.next_undo if back else self._history.next_redo
        if step is None or not step.is_photo:
            return None
        return (step.after, step.before) if back else (step.before, step.after)
