"""The line that says how many things wait for a choice between laptops; gone where none do."""

from dataclasses import replace

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from inspector.gui.commands.command import Command
from inspector.gui.commands.command_button import command_button
from inspector.gui.session import Session
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import hairline, wrapped
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import tr_count
from inspector.workspace.changes import Changes
from inspector.workspace.sharing.conflicts import Conflicts


class ConflictLine(QWidget):
    """Counts anew when it comes to the front and when more was written than a visit's answers."""

    def __init__(self, session: Session, shows: Command) -> None:
        """`shows` leads to what waits."""
        super().__init__()
        self._conflicts = session.workspace.of(Conflicts)
        self.said = wrapped("", "caution")
        self.said.setObjectName("conflictCount")
        row = surface()
        parts = ((self.said, 1), command_button(shows, "toConflicts", "quiet"))
        stack(row, parts, margin=(2 * GRID, GRID // 2, 2 * GRID, GRID // 2), across=True)
        self._whole = QWidget()  # this stays, without a height: it hears when it would be seen
        stack(self._whole, (row, hairline()))
        stack(self, (self._whole,))
        session.changed.connect(self._on_changed)
        self.count()

    def count(self) -> None:
        """Say how many wait now."""
        number = self._conflicts.count()
        self.said.setText(
            tr_count(
                number,
                "On 1 thing laptops say different things.",
                "On {count} things laptops say different things.",
            )
        )
        self._whole.setVisible(bool(number))

    def _on_changed(self, changes: Changes) -> None:
        # An answer or a photo leaves what waits as it is; a key pressed costs no counting.
        if replace(changes, scorecard=None, entries=None, evidence=None) != Changes():
            self.count()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.count()
