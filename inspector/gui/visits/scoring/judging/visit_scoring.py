"""The visit being scored: what is answered now, and every change undoable until completion."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from inspector.domain.visit.answer_move import AnswerMove, AnswersMoved
from inspector.domain.visit.evidence import Evidence
from inspector.domain.visit.inspection import Answer, Scorecard
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.gui.photos import evidence_steps
from inspector.gui.session import Session
from inspector.gui.visits.parts.undo_history import Step
from inspector.gui.visits.parts.undoable_visit import UndoableVisit
from inspector.gui.visits.scoring.judging.own_phrases import OwnPhrases
from inspector.workspace.pending.pending_writes import (
    AnswersPending,
    LeftOutPending,
    MovePending,
    OnDutyPending,
)


class Scoring(UndoableVisit):
    """One open inspection with its history.

    What it shows is on disk, or waits in the session's `unsaved` until the disk takes it.
    """

    answered = Signal(str, str)
    """Answers of a scorecard (its id) changed, the first of them for an item (its id).

    No item: what changed is not where the inspector is working.
    """

    left_out = Signal(str)
    """A scorecard was left out or taken in again."""

    on_duty_changed = Signal(str)
    """Somebody else is on duty at a window (its scorecard's id)."""

    evidence_changed = Signal(str, str, bool)
    """The photos of an answer (scorecard's id, item's id) changed; by undo or redo?"""

    def __init__(self, session: Session, sheet: InspectionSheet, parent: QObject) -> None:
        super().__init__(session, sheet, parent)
        self.own = OwnPhrases(session, sheet.pack.id)

    @property
    def writing_ids(self) -> Sequence[str]:
        """The ids of the windows left out, whose reason can be written."""
        return [card.id for card in self.sheet.scorecards if card.left_out]

    def record(
        self,
        card: Scorecard,
        answers: Sequence[Answer],
        cleared: Sequence[str] = (),
        next_item: str | None = None,
        typing: str = "",
        follow: bool = True,
    ) -> bool:
        """Keep answers of a scorecard; False when that was refused, and nothing changed.

        With `typing`, what is written into the field of that name is one step to undo. Without
        `follow` it does not matter where they are: the inspector stays.
        """
        now = self.sheet.answers_of(card)
        after: dict[str, Answer | None] = dict.fromkeys(cleared)
        after.update((answer.item_id, answer) for answer in answers)
        before = {item: now.get(item) for item in after}
        if before == after and next_item is None:
            return True
        if not self._write_answers(card.id, after, next_item, follow):
            return False
        if before != after:
            # After a power cut one comes back to the item that was taken back.
            first = next(iter(after))
            where = (typing, *after) if typing else ()

            def write(state: Mapping[str, Answer | None]) -> bool:
                return self._write_answers(card.id, state, first)

            self._history.add(Step(card.id, before, after, write, where))
        return True

    def leave_out(self, card: Scorecard, left_out: bool, reason: str = "") -> None:
        """Leave a window out of the visit for a reason, or take it in again; its answers stay."""
        before, after = (card.left_out, card.left_out_reason), (left_out, reason)

        def write(state: tuple[bool, str]) -> bool:
            return self._write_left_out(card.id, *state)

        if write(after):
            self.add_step(card.id, before, after, write)

    def name_on_duty(self, card: Scorecard, number: str, name: str) -> None:
        """Say who is on duty at a window, as one step to undo."""
        before, after = (card.staff_number, card.staff_name), (number, name)

        def write(state: tuple[str, str]) -> bool:
            return self._write_on_duty(card.id, *state)

        if before != after and write(after):
            self.add_step(card.id, before, after, write)

    def move(self, planned: AnswerMove) -> bool:
        """Move answers to another window with their photos, as one step to undo."""
        source, target, now = planned.source.id, planned.target.id, self.session.workspace.now()
        moved = AnswersMoved(source, target, planned.items, now)
        there = planned.photos_there()
        before = MovePending(
            self.id, moved, planned.answers, planned.over, planned.photos, back=True
        )
        after = MovePending(self.id, moved, (), planned.answers, there)
        done = self._write_move(after)
        if done:
            self.add_step(source, before, after, self._write_move)
        return done

    def _write_move(self, state: MovePending) -> bool:
        """Write to disk, then show; one stands where the answers are now."""
        if not self.session.keep(state, goes_on=True):
            return False
        self.sheet = state.upon(self.sheet)
        moved = state.moved
        first, last = moved.source_id, moved.target_id
        if state.back:
            first, last = last, first
        self.answered.emit(first, "")
        self.answered.emit(last, moved.items[0])
        if state.photos:
            self.evidence_changed.emit(last, moved.items[0], False)
        return True

    def _write_answers(
        self,
        scorecard_id: str,
        state: Mapping[str, Answer | None],
        next_item: str | None = None,
        follow: bool = True,
    ) -> bool:
        """Write to disk, then show."""
        answers = tuple(answer for answer in state.values() if answer is not None)
        cleared = tuple(item for item, answer in state.items() if answer is None)
        visit = self.sheet.inspection.id
        write = AnswersPending(visit, scorecard_id, answers, cleared, next_item)
        if not self.session.keep(write, goes_on=True):
            return False
        self.sheet = self.sheet.with_answers(scorecard_id, answers, cleared)
        self.answered.emit(scorecard_id, next(iter(state)) if follow else "")
        return True

    def _write_left_out(self, scorecard_id: str, left_out: bool, reason: str) -> bool:
        """Write to disk, then show."""
        visit = self.sheet.inspection.id
        write = LeftOutPending(visit, scorecard_id, left_out, reason)
        if not self.session.keep(write, goes_on=True):
            return False
        card = self.sheet.scorecard(scorecard_id)
        card = replace(card, left_out=left_out, left_out_reason=reason if left_out else "")
        self.sheet = self.sheet.with_scorecard(card)
        self.left_out.emit(scorecard_id)
        return True

    def _write_on_duty(self, scorecard_id: str, number: str, name: str) -> bool:
        """Write to disk, then show."""
        write = OnDutyPending(self.sheet.inspection.id, scorecard_id, number, name)
        if not self.session.keep(write, goes_on=True):
            return False
        self.sheet = write.upon(self.sheet)
        self.on_duty_changed.emit(scorecard_id)
        return True

    def _photo_stands(
        self, before: Evidence | None, after: Evidence | None, travelling: bool
    ) -> None:
        one = after or before
        assert one is not None
        self.sheet = evidence_steps.with_one(self.sheet, one.id, after)
        places = {(each.scorecard_id, each.item_id): None for each in (before, after) if each}
        for card_id, item_id in places:  # where it is now comes last
            self.evidence_changed.emit(card_id, item_id, travelling)
