"""What can be taken back on a patrol or recheck, and done again. A refused write moves nothing."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RoundStep:
    """A change that happened; both ways tell whether the write went through."""

    undo: Callable[[], bool]
    redo: Callable[[], bool]
    place: str  # the id of the place or finding it happened at
    photo: bool = False  # it changed a photo and nothing else


class RoundHistory:
    """Steps, and a place among them: what is behind it was taken back."""

    def __init__(self) -> None:
        self._steps: list[RoundStep] = []
        self._at = 0

    def add(self, step: RoundStep) -> None:
        """Keep a step that is on disk already; what was taken back cannot be done again."""
        del self._steps[self._at :]
        self._steps.append(step)
        self._at = len(self._steps)

    @property
    def undoes_photo(self) -> bool:
        """An undo would change a photo and nothing else."""
        return bool(self._at) and self._steps[self._at - 1].photo

    @property
    def redoes_photo(self) -> bool:
        """A redo would change a photo and nothing else."""
        return self._at < len(self._steps) and self._steps[self._at].photo

    def undo(self) -> str | None:
        """Take the last step back; return where it happened, None when nothing was."""
        if self._at and self._steps[self._at - 1].undo():
            self._at -= 1
            return self._steps[self._at].place
        return None

    def redo(self) -> str | None:
        """Do the step again that was taken back last; return where, None when nothing was."""
        if self._at < len(self._steps) and self._steps[self._at].redo():
            self._at += 1
            return self._steps[self._at - 1].place
        return None
