"""What stands in front on the 检查 page, as the page knows it: the lists, a visit, a result."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.gui.commands.key_line import Keys


class Part(QWidget):
    """One of them; it is built when it first comes to the front."""

    left = Signal()
    """Back to the lists."""

    def keys(self) -> Keys:
        """Return the few keys worth a place in the line at the bottom."""
        return ()

    def all_keys(self) -> Keys:
        """Return every key of the part."""
        return self.keys()

    def take_focus(self) -> None:
        """Put the keyboard where work goes on."""


class VisitPart(Part):
    """A visit that is under way."""

    completed = Signal(str)
    """The inspection's id."""

    def close_visit(self) -> None:
        """Let go of the visit; everything of it is on disk."""
