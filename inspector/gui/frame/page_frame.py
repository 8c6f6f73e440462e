"""What every page of the window offers to the frame around it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.gui.commands.command_table import CommandTable


class Page(QWidget):
    """A page: its keys change with what is in front on it."""

    keys_changed = Signal()

    turned = Signal()
    """Another part of it is in front; what was said about the one before is said."""

    row_changed = Signal()
    """Another row is in front; a hint about the one before is said."""

    full_screen_wanted = Signal(bool)
    """The page wants the whole screen for itself, or gives it back."""

    commands: CommandTable | None = None
    """What the page can do. None: it has not been given its table yet, and says its keys itself."""

    @property
    def chapter(self) -> str:
        """The chapter of the handbook that is about what is in front."""
        return ""

    def tables(self) -> Sequence[CommandTable]:
        """Return the tables of what is in front: of a form, a tab, and then of the page itself."""
        return (self.commands,) if self.commands else ()

    def enter(self) -> None:
        """The page comes to the front: take the focus where work goes on."""

    def get_ready(self) -> None:
        """Nobody is there yet, and has time: read what is shown when the page is entered."""

    def begin_anew(self) -> None:
        """One comes by the rail, or is led here: what another page wanted seen is over."""

    def come_from(self, page: "Page") -> None:
        """One goes into it from another page, to which its way back leads."""

    def set_full_screen(self, of_window: CommandTable | None) -> None:
        """The page has the whole screen for itself now, or (None) shares the window again.

        `of_window` is what the window can do: the line of keys, which says it, is gone.
        """

    @property
    def visit(self) -> str:
        """The visit that is being worked on, or ''."""
        return ""

    def go_to(self, visit: str) -> None:
        """Go on with a visit, where the page knows of visits."""
