"""What every page of the window offers to the frame around it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.gui.key_line import Keys


class Page(QWidget):
    """A page: its keys change with what is in front on it."""

    keys_changed = Signal()

    def keys(self) -> Keys:
        """Return the few keys worth a place in the line at the bottom."""
        return ()

    def all_keys(self) -> Keys:
        """Return every key of the page, for `?` and F1."""
        return self.keys()

    def enter(self) -> None:
        """The page comes to the front: take the focus where work goes on."""

    @property
    def visit(self) -> str:
        """The visit that is being worked on, or ''."""
        return ""

    def go_to(self, visit: str) -> None:
        """Go on with a visit, where the page knows of visits."""
