"""The visit being scored: what is answered now, and every change undoable until completion."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from inspector.domain.inspection import Answer, Scorecard, passed, unanswered
from inspector.domain.inspection_sheet import InspectionSheet
from inspector.gui.session import Session


class Scoring(QObject):
    """One open inspection with its undo history. What it shows is on disk already."""

    answered = Signal(str, str)
    """Answers of a scorecard (its id) changed, the last of them for an item (its id)."""

    left_out = Signal(str)
    """A scorecard was left out or taken in again."""

    def __init__(self, session: Session, sheet: InspectionSheet, parent: QObject) -> None:
        super().__init__(parent)
        self.session = session
        self.sheet = sheet
        self.undo_stack = QUndoStack(self)

    def record(
        self,
        card: Scorecard,
        answers: Sequence[Answer],
        cleared: Sequence[str] = (),
        next_item: str | None = None,
        typing: bool = False,
    ) -> bool:
        """Keep answers of a scorecard; False when that was refused, and nothing changed.

        With `typing`, one answer written letter by letter is one step to undo.
        """
        change = _Answered(self, card, answers, cleared, next_item, typing)
        self.undo_stack.push(change)
        return not change.refused

    def pass_rest(self, card: Scorecard) -> bool:
        """Mark everything unanswered on a scorecard 合格, as one step to undo."""
        rest = unanswered(self.sheet.items(card), self.sheet.answers_of(card))
        return self.record(card, [passed(item) for item in rest])

    def leave_out(self, card: Scorecard, left_out: bool) -> None:
        """Leave a window out of the visit, or take it in again; its answers stay."""
        self.undo_stack.push(_LeftOut(self, card, left_out))

    def stand_at(self, card: Scorecard, item_id: str | None) -> None:
        """Remember where the inspector stands."""
        inspections = self.session.workspace.inspections
        self.session.attempt(
            lambda: inspections.stand_at(self.sheet.inspection.id, card.id, item_id)
        )

    def write(
        self,
        scorecard_id: str,
        answers: Sequence[Answer],
        cleared: Sequence[str],
        next_item: str | None = None,
    ) -> bool:
        """Write to disk, then show. Only the undo steps call this."""
        inspections, inspection = self.session.workspace.inspections, self.sheet.inspection
        done = self.session.attempt(
            lambda: inspections.record(inspection.id, scorecard_id, answers, cleared, next_item)
        )
        if done is None:
            return False
        self.sheet = self.sheet.with_answers(scorecard_id, answers, cleared)
        touched = [answer.item_id for answer in answers] or list(cleared)
        self.answered.emit(scorecard_id, touched[-1] if touched else "")
        return True

    def write_left_out(self, scorecard_id: str, left_out: bool) -> bool:
        """Write to disk, then show. Only the undo steps call this."""
        inspections, inspection = self.session.workspace.inspections, self.sheet.inspection
        done = self.session.attempt(
            lambda: inspections.leave_out(inspection.id, scorecard_id, left_out)
        )
        if done is None:
            return False
        card = replace(self.sheet.scorecard(scorecard_id), left_out=left_out)
        self.sheet = self.sheet.with_scorecard(card)
        self.left_out.emit(scorecard_id)
        return True


class _Answered(QUndoCommand):
    """Answers of one scorecard replaced, added or cleared."""

    def __init__(
        self,
        scoring: Scoring,
        card: Scorecard,
        answers: Iterable[Answer],
        cleared: Iterable[str],
        next_item: str | None,
        typing: bool,
    ) -> None:
        super().__init__()
        self._scoring = scoring
        self._card_id = card.id
        self._after = list(answers)
        self._cleared = list(cleared)
        self._next_item = next_item
        self._typing = typing
        self.refused = False
        before = scoring.sheet.answers_of(card)
        touched = [*(answer.item_id for answer in self._after), *self._cleared]
        self._before = [before[item] for item in touched if item in before]
        self._absent_before = [item for item in touched if item not in before]

    def redo(self) -> None:
        self.refused = not self._scoring.write(
            self._card_id, self._after, self._cleared, self._next_item
        )
        self.setObsolete(self.refused)

    def undo(self) -> None:
        self._scoring.write(self._card_id, self._before, self._absent_before)

    def id(self) -> int:
        return 1 if self._typing else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Answered) or other._card_id != self._card_id:
            return False
        if other.refused or [a.item_id for a in other._after] != [a.item_id for a in self._after]:
            return False
        self._after = other._after
        return True


class _LeftOut(QUndoCommand):
    """A window left out of the visit, or taken in again."""

    def __init__(self, scoring: Scoring, card: Scorecard, left_out: bool) -> None:
        super().__init__()
        self._scoring = scoring
        self._card_id = card.id
        self._left_out = left_out

    def redo(self) -> None:
        self.setObsolete(not self._scoring.write_left_out(self._card_id, self._left_out))

    def undo(self) -> None:
        self._scoring.write_left_out(self._card_id, not self._left_out)
