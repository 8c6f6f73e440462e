"""What happened to the roster of inspectors: gone into, and left again."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.domain.people.inspector_event import InspectorEvent
from inspector.domain.visit.roster_event import kind_of
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.data.inspectors.inspectors_preview import differences, kind_word
from inspector.gui.frame.panel import add_table_keys
from inspector.gui.theme import GRID
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.labels import hairline
from inspector.gui.widgets.lists.row_heights import fit_rows
from inspector.gui.widgets.lists.table import Column, TableModel, TableView
from inspector.gui.widgets.stacked import stack, surface
from inspector.gui.words import day_text
from inspector.translation import tr


class InspectorsHistory(QWidget):
    """A row for each thing that was changed, newest first; Esc goes back."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(area=self)
        self._model = TableModel[InspectorEvent](
            [
                Column(tr("Day"), lambda event: day_text(event.at.date()), 144),
                Column(tr("What"), _what, 112),
                Column(tr("Person's name"), lambda event: event.name, 160),
                Column(tr("Before → after"), lambda event: differences(event.before, event.after)),
            ]
        )
        said = tr("What happened to the list of inspectors")
        self.table = TableView(self._model, "inspectorsHistory", said, self)
        fit_rows(self.table)
        self.commands = CommandTable(self)
        back = self.commands.add(
            "leave", tr("Back to the inspectors"), "Esc", self.left.emit, short=tr("Back")
        )
        add_table_keys(self.commands, self.table)
        give_context_menu(self.table, [self.commands["copy"], back])
        title = ElidedLabel("section")
        title.setText(tr("Changes made"))
        head = stack(
            None,
            (command_button(back, "leaveInspectorsHistory", text=f"← {tr('Back')}"), (title, 1)),
            margin=(2 * GRID, GRID, 2 * GRID, GRID),
            spacing=2 * GRID,
            across=True,
        )
        stack(self, (head, hairline(), (self.table, 1)))

    def show_events(self, events: Sequence[InspectorEvent]) -> None:
        """Show what happened; there is something, or there would be nobody."""
        self._model.set_rows(events)
        self.table.setFocus()
        self.table.selectRow(0)


def _what(event: InspectorEvent) -> str:
    return kind_word(kind_of(event.before, event.after))
