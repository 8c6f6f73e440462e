"""What can be undone and redone on a visit. A write that is refused leaves the history as it is.

Qt's own undo stack moves on even when a command fails, and would skip that change ever after.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Step(Generic[S]):
    """A change of a part of a visit, from one state to another.

    `place` is the id of the scorecard or finding it happened at, `write` puts a state on disk;
    False when that was refused. `typing` says where it was typed letter by letter: field, items.
    """

    place: str
    before: S
    after: S
    write: Callable[[S], bool]
    typing: tuple[str, ...] = ()
    is_photo: bool = False
    """It changed a photo or file (an Evidence, None: removed) and nothing else."""

    def continued_by(self, later: "Step[Any]") -> bool:
        """Tell whether `later` is more typing at the same place."""
        return bool(self.typing) and (self.place, self.typing) == (later.place, later.typing)


class History:
    """Steps that happened, and a place among them: what is behind it was taken back."""

    def __init__(self, turned: Callable[[], object] = lambda: None) -> None:
        """`turned` is told whenever something else can be undone or redone."""
        self._turned = turned
        self._steps: list[Step[Any]] = []
        self._at = 0

    def add(self, step: Step[Any]) -> None:
        """Keep a step that is on disk already; what was taken back cannot be done again."""
        del self._steps[self._at :]
        if self._steps and self._steps[-1].continued_by(step):
            step = replace(step, before=self._steps.pop().before)
        if step.before != step.after:  # what was typed and deleted again is no step
            self._steps.append(step)
        self._at = len(self._steps)
        self._turned()

    @property
    def next_undo(self) -> Step[Any] | None:
        """What an undo would take back."""
        return self._steps[self._at - 1] if self._at else None

    @property
    def next_redo(self) -> Step[Any] | None:
        """What a redo would do again."""
        return self._steps[self._at] if self._at < len(self._steps) else None

    def undo(self) -> str | None:
        """Take the last step back; return its place, None when nothing was taken back."""
        step = self.next_undo
        if step is None or not step.write(step.before):
            return None
        self._at -= 1
        self._turned()
        return step.place

    def redo(self) -> str | None:
        """Do the step again that was taken back last; return its place, None when none was."""
        step = self.next_redo
        if step is None or not step.write(step.after):
            return None
        self._at += 1
        self._turned()
        return step.place
