"""What every page of the window offers to the frame around it."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cached_property

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from inspector.domain.errors import InspectorError
from inspector.gui.commands.command_table import CommandTable


class Page(QWidget):
    """A page: its keys change with what is in front on it.

    What it costs before it is seen is told in pieces, for those who have other things to do between
    them: `build` makes its parts, `get_ready` reads what it shows first. Who needs all of it at
    once says `be_whole`.
    """

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

    is_whole = False
    """All its parts are there."""

    def build(self) -> Iterator[None]:
        """Make its parts, some of them each time; nothing where they were made with the page."""
        yield from ()

    def be_whole(self) -> None:
        """Make the parts that are not there yet."""
        for _ in self.parts():
            pass

    def parts(self) -> Iterator[None]:
        """Make the parts that are not there yet, some of them each time."""
        while not self.is_whole:
            next(self.pieces)
            yield

    @cached_property
    def pieces(self) -> Iterator[None]:
        """What is left to do before it is seen, a piece each time: the same for all who ask."""
        return self._come()

    def _come(self) -> Iterator[None]:
        yield
        yield from self.build()
        self.is_whole = True
        yield
        with suppress(InspectorError):  # who looks at it hears of it
            yield from self.get_ready()
        self.lay_out()
        yield

    def lay_out(self) -> None:
        """Lay it out at the size that it will have, behind the page in front."""
        if (room := self.parentWidget()) is not None and not self.isVisible():
            self.resize(room.size())
            self.grab(QRect(0, 0, 1, 1))  # for which Qt dresses and lays out all that is in it

    def enter(self) -> None:
        """The page comes to the front: take the focus where work goes on."""

    def get_ready(self) -> Iterator[None]:
        """Nobody is there yet: read what is shown when the page is entered, a piece each time."""
        yield from ()

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
