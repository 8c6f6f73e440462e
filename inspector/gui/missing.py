"""Photos and files that no disk took: each with its name, its place and the reason.

They stay listed until a person has read them; nothing says meanwhile that all is saved.
"""

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from inspector.domain.errors import MACHINE_ERRORS, InspectorError


class NotKept(NamedTuple):
    """One of them. `name` is that of its file, or '' when it was pasted."""

    name: str
    place: str  # what it was to belong to, in words
    error: InspectorError


class Missing(QObject):
    """The list of one window; empty nearly always."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: tuple[NotKept, ...] = ()

    def takes(self, name: str, place: str, error: InspectorError) -> bool:
        """List what was not kept if the machine is at fault; False when something else is."""
        if not isinstance(error, MACHINE_ERRORS):
            return False
        self.entries = (*self.entries, NotKept(name, place, error))
        self.changed.emit()
        return True

    def dismiss(self) -> None:
        """Everything listed was read."""
        self.entries = ()
        self.changed.emit()
