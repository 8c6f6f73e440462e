"""What can be taken back and done again. A write that is refused leaves the history as it is.

Qt's own undo stack moves on even when a command fails, and would skip that change ever after.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from inspector.domain.visit.evidence import Evidence
from inspector.domain.visit.inspection import Answer


@dataclass(frozen=True, slots=True)
class State:
    """A part of a scorecard: answers by item (None: 未查), whether it is left out (None: as is).

    Or one piece of evidence by its id, as it stands (None: removed).
    """

    answers: Mapping[str, Answer | None] = field(default_factory=dict)
    left_out: bool | None = None
    reason: str = ""  # why it is left out
    evidence: Mapping[str, Evidence | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Step:
    """A change of one scorecard. `typing` names the field it was typed into letter by letter."""

    scorecard_id: str
    before: State
    after: State
    typing: str = ""

    def continued_by(self, later: "Step") -> bool:
        """Tell whether `later` is more typing at the same place."""
        return bool(self.typing) and (
            (self.scorecard_id, self.typing, set(self.after.answers))
            == (later.scorecard_id, later.typing, set(later.after.answers))
        )


Write: TypeAlias = Callable[[str, State], bool]
"""Puts a state of a scorecard on disk; False when that was refused."""


class History:
    """Steps that happened, and a place among them: what is behind it was taken back."""

    def __init__(self) -> None:
        self._steps: list[Step] = []
        self._place = 0

    def add(self, step: Step) -> None:
        """Keep a step that is on disk already; what was taken back cannot be done again."""
        del self._steps[self._place :]
        if self._steps and self._steps[-1].continued_by(step):
            step = replace(step, before=self._steps.pop().before)
        if step.before != step.after:  # what was typed and deleted again is no step
            self._steps.append(step)
        self._place = len(self._steps)

    @property
    def next_undo(self) -> Step | None:
        """What an undo would take back."""
        return self._steps[self._place - 1] if self._place else None

    @property
    def next_redo(self) -> Step | None:
        """What a redo would do again."""
        return self._steps[self._place] if self._place < len(self._steps) else None

    def undo(self, write: Write) -> bool:
        """Take the last step back; tell whether it was."""
        step = self.next_undo
        done = step is not None and write(step.scorecard_id, step.before)
        self._place -= done
        return done

    def redo(self, write: Write) -> bool:
        """Do the step again that was taken back last; tell whether it was."""
        step = self.next_redo
        done = step is not None and write(step.scorecard_id, step.after)
        self._place += done
        return done
