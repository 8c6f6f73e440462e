"""A line that asks why a window is left out of the visit."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from inspector.gui.commands.command_table import CommandTable
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import label
from inspector.gui.widgets.note_edit import LineEdit
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr

LONGEST = 200


class ReasonBar(QFrame):
    """Enter keeps what was written, Esc leaves it as it was."""

    written = Signal(str)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.field = LineEdit("leftOutReason", tr("Why it is not inspected"))
        self.field.setPlaceholderText(tr("Printed on the record"))
        self.field.setMaxLength(LONGEST)
        row = (label(tr("Why it is not inspected")), (self.field, 1))
        margin = (2 * GRID, GRID, 2 * GRID, GRID)
        stack(self, row, margin=margin, spacing=2 * GRID, across=True)
        self.commands = CommandTable(self)
        self.commands.add_answers((tr("Keep"), self._keep), (tr("Back"), self.given_up.emit))
        self.hide()

    def open(self, reason: str) -> None:
        """Take the keyboard; what was written before is there to be typed over."""
        self.field.setText(reason)
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def _keep(self) -> None:
        self.written.emit(" ".join(self.field.text().split()))
