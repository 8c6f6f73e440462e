"""What comes and goes above the lists of a visit, and such a line with one field."""

from PySide6.QtWidgets import QFrame

from inspector.gui.commands.command_table import CommandTable
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import label
from inspector.gui.widgets.note_edit import LineEdit
from inspector.gui.widgets.stacked import stack


class Bar(QFrame):
    """Hidden to begin with. `commands` are what can be done while one writes in it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("findBar")
        self.commands = CommandTable(self)
        self.hide()


class FieldBar(Bar):
    """It has a title and a field."""

    def __init__(self, title: str, field: LineEdit, placeholder: str) -> None:
        super().__init__()
        self.field = field
        field.setPlaceholderText(placeholder)
        row, margin = (label(title), (field, 1)), (2 * GRID, GRID, 2 * GRID, GRID)
        self._row = stack(None, row, margin=margin, spacing=2 * GRID, across=True)
        self._column = stack(self, (self._row,))

    def _take_keyboard(self) -> None:
        """Come to the page; what was written before is there to be typed over."""
        self.show()
        self.field.setFocus()
        self.field.selectAll()
