"""What was done while a pack is edited, to be taken back and done again, step by step."""

from inspector.workspace.packs.pack_edit import PackEdit, Standing

LONGEST = 200
"""Steps that are kept; each holds what is typed, and not the pack."""


class EditHistory:
    """What is typed into one field without a pause in another is one step."""

    def __init__(self, edit: PackEdit) -> None:
        self._edit = edit
        self._done: list[Standing] = []
        self._undone: list[Standing] = []
        self._field: object = None

    @property
    def can_undo(self) -> bool:
        """Something can be taken back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Something can be done again."""
        return bool(self._undone)

    def before(self, field: object = None) -> None:
        """Something is about to be done; `field` is the one that is typed into."""
        if field is None or field != self._field or self._undone:
            self._done = [*self._done[1 - LONGEST :], self._edit.standing()]
        self._undone.clear()
        self._field = field

    def undo(self) -> None:
        """Take the last step back."""
        self._travel(self._done, self._undone)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._travel(self._undone, self._done)

    def _travel(self, stack: list[Standing], other: list[Standing]) -> None:
        other.append(self._edit.standing())
        self._edit.go_back(stack.pop())
        self._field = None
