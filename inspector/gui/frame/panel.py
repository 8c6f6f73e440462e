"""What stands below a tab of the data page: a page of its own, drawn when it is first seen."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.row_copying import add_copy
from inspector.gui.commands.shared_keys import UP_DOWN
from inspector.gui.frame.page_frame import Page
from inspector.gui.session import Session
from inspector.gui.widgets.lists.table import TableView
from inspector.translation import tr
from inspector.workspace.changes import Changes


class Panel(Page):
    """A tab's content. `keys_changed` also says that subtitle or actions are others now."""

    nothing_left = Signal()
    """There is nothing here for the keyboard: it goes to the tab."""

    head_buttons: Sequence[QWidget] = ()
    """Buttons for the head of the page."""

    commands: CommandTable

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.commands = CommandTable(self)
        self.commands.changed.connect(self.keys_changed)
        self._stale = True
        session.changed.connect(self._on_changed)

    def concerns(self, changes: Changes) -> bool:
        """Tell whether a write touched what the panel shows."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Read again what the panel shows."""
        raise NotImplementedError

    def propose(self, path: Path) -> bool:
        """Begin to show what taking in a file would change; False where nothing is taken in."""
        return False

    @property
    def subtitle(self) -> str:
        """What the head of the page says beside the title."""
        return ""

    @property
    def shows_head_buttons(self) -> bool:
        """False while the panel shows its own buttons instead of those in the head."""
        return bool(self.head_buttons)

    def shows_in_head(self, made: QWidget) -> bool:
        """Tell whether one of the buttons is wanted in the head now."""
        return self.shows_head_buttons

    def showEvent(self, event: QShowEvent) -> None:
        self.draw()
        super().showEvent(event)

    def get_ready(self) -> Iterator[None]:
        self.draw()
        yield

    def draw(self) -> None:
        """Redraw when that is due."""
        if self._stale:
            self._stale = False
            self.redraw()
            self.keys_changed.emit()

    def _on_changed(self, changes: Changes) -> None:
        if self.concerns(changes):
            self._stale = True
            if self.isVisible():
                self.draw()


def add_table_keys(commands: CommandTable, *tables: TableView) -> None:
    """Add what every table can do; of several it is the one with the keyboard."""
    commands.add("choose", tr("Choose"), UP_DOWN)
    add_copy(commands, *tables)
