"""The visit being scored: what is answered now, and every change undoable until completion."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from inspector.domain.errors import MachineError
from inspector.domain.visit.evidence import Evidence
from inspector.domain.visit.inspection import Answer, Inspection, Scorecard, passed, unanswered
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.gui.photos import evidence_steps
from inspector.gui.session import Session
from inspector.gui.visits.parts.undo_history import History, State, Step
from inspector.gui.visits.scoring.judging.own_phrases import OwnPhrases
from inspector.workspace.pending import AnswersPending, LeftOutPending, PlacePending


class Scoring(QObject):
    """One open inspection with its history.

    What it shows is on disk, or waits in the session's `unsaved` until the disk takes it.
    """

    answered = Signal(str, str)
    """Answers of a scorecard (its id) changed, the first of them for an item (its id).

    No item: what changed is not where the inspector is working.
    """

    left_out = Signal(str)
    """A scorecard was left out or taken in again."""

    evidence_changed = Signal(str, str, bool)
    """The photos of an answer (scorecard's id, item's id) changed; by undo or redo?"""

    def __init__(self, session: Session, sheet: InspectionSheet, parent: QObject) -> None:
        super().__init__(parent)
        self.session = session
        self.sheet = sheet
        self.own = OwnPhrases(session, sheet.pack.id)
        self._history = History()

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
            self._history.add(Step(card.id, State(before), State(after), typing))
        return True

    def pass_rest(self, card: Scorecard) -> bool:
        """Mark everything unanswered on a scorecard 合格, as one step to undo."""
        rest = unanswered(self.sheet.items(card), self.sheet.answers_of(card))
        return self.record(card, [passed(item) for item in rest])

    def leave_out(self, card: Scorecard, left_out: bool, reason: str = "") -> None:
        """Leave a window out of the visit for a reason, or take it in again; its answers stay."""
        if self._write_left_out(card.id, left_out, reason):
            before = State(left_out=card.left_out, reason=card.left_out_reason)
            self._history.add(Step(card.id, before, State(left_out=left_out, reason=reason)))

    def stand_at(self, card: Scorecard, item_id: str | None) -> None:
        """Remember where the inspector stands."""
        self.session.keep(PlacePending(self.sheet.inspection.id, card.id, item_id))

    def take_named(self, inspection: Inspection) -> None:
        """Take in who inspects; the place in it is of no use while the visit is in front."""
        visit = replace(
            self.sheet.inspection,
            inspectors=inspection.inspectors,
            conflicts=inspection.conflicts,
        )
        self.sheet = replace(self.sheet, inspection=visit)

    def attached(self, evidence: Evidence) -> None:
        """Take in a piece of evidence that was attached just now."""
        self.sheet = evidence_steps.with_one(self.sheet, evidence.id, evidence)
        self._add_evidence_step(evidence.id, None, evidence)
        self._tell_evidence(None, evidence, False)

    def change_evidence(self, evidence_id: str, then: Evidence | None) -> bool:
        """Let a piece of evidence stand otherwise, None: removed; False when that was refused."""
        now = evidence_steps.find(self.sheet, evidence_id)
        done = self._write_evidence({evidence_id: then}, False)
        if done:
            self._add_evidence_step(evidence_id, now, then)
        return done

    def annotate(self, evidence: Evidence, picture: bytes) -> bool:
        """Show a copy with marks instead of the original; False when that was refused."""
        made = evidence_steps.annotated(self.session, evidence, picture)
        if made is None or not self._let_stand(evidence, *made):
            return False
        then = made[0]
        self.sheet = evidence_steps.with_one(self.sheet, evidence.id, then)
        self._add_evidence_step(evidence.id, evidence, then)
        self._tell_evidence(evidence, then, False)
        return True

    def evidence_step(self, *, back: bool) -> list[tuple[Evidence | None, Evidence | None]]:
        """Return what an undo (`back`) or a redo would change evidence from and to."""
        step = self._history.next_undo if back else self._history.next_redo
        if step is None:
            return []
        now, then = (step.after, step.before) if back else (step.before, step.after)
        return [(now.evidence.get(key), each) for key, each in then.evidence.items()]

    @property
    def undoes_evidence(self) -> bool:
        """An undo would change photos or files and no answer."""
        step = self._history.next_undo
        return step is not None and bool(step.before.evidence)

    @property
    def redoes_evidence(self) -> bool:
        """A redo would change photos or files and no answer."""
        step = self._history.next_redo
        return step is not None and bool(step.after.evidence)

    def undo(self) -> bool:
        """Take the last change back; False when there is none or it was refused."""
        return self._history.undo(self._write)

    def redo(self) -> bool:
        """Do again what was taken back; False when there is nothing or it was refused."""
        return self._history.redo(self._write)

    def _write(self, scorecard_id: str, state: State) -> bool:
        if state.left_out is not None:
            return self._write_left_out(scorecard_id, state.left_out, state.reason)
        if state.evidence:
            return self._write_evidence(state.evidence, True)
        # After a power cut one comes back to the item that was taken back.
        return self._write_answers(scorecard_id, state.answers, next(iter(state.answers)))

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
        if not self.session.keep(AnswersPending(visit, scorecard_id, answers, cleared, next_item)):
            return False
        self.sheet = self.sheet.with_answers(scorecard_id, answers, cleared)
        self.answered.emit(scorecard_id, next(iter(state)) if follow else "")
        return True

    def _write_left_out(self, scorecard_id: str, left_out: bool, reason: str) -> bool:
        """Write to disk, then show."""
        visit = self.sheet.inspection.id
        if not self.session.keep(LeftOutPending(visit, scorecard_id, left_out, reason)):
            return False
        card = self.sheet.scorecard(scorecard_id)
        card = replace(card, left_out=left_out, left_out_reason=reason if left_out else "")
        self.sheet = self.sheet.with_scorecard(card)
        self.left_out.emit(scorecard_id)
        return True

    def _write_evidence(self, state: Mapping[str, Evidence | None], travelling: bool) -> bool:
        """Write to disk, then show."""
        for evidence_id, then in state.items():
            now = evidence_steps.find(self.sheet, evidence_id)
            if not self._let_stand(now, then):
                return False
            self.sheet = evidence_steps.with_one(self.sheet, evidence_id, then)
            self._tell_evidence(now, then, travelling)
        return True

    def _let_stand(
        self, now: Evidence | None, then: Evidence | None, refused: MachineError | None = None
    ) -> bool:
        write = evidence_steps.standing(now, then, self.session.workspace.now())
        return write is None or self.session.keep(write, refused)

    def _add_evidence_step(
        self, evidence_id: str, before: Evidence | None, after: Evidence | None
    ) -> None:
        one = after or before
        if one is not None:
            states = [State(evidence={evidence_id: each}) for each in (before, after)]
            self._history.add(Step(one.scorecard_id or "", states[0], states[1]))

    def _tell_evidence(
        self, before: Evidence | None, after: Evidence | None, travelling: bool
    ) -> None:
        places = {(each.scorecard_id, each.item_id): None for each in (before, after) if each}
        for card_id, item_id in places:  # where it is now comes last
            self.evidence_changed.emit(card_id, item_id, travelling)
