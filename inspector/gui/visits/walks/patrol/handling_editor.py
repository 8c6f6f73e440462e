"""What was done about a finding at once (现场处理): a line, or one of the usual by its digit."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.domain.visit.patrol import USUAL_HANDLING
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.theme import GRID
from inspector.gui.visits.walks.digit_chips import ChipRow
from inspector.gui.widgets.labels import label
from inspector.gui.widgets.note_edit import LineEdit
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr


class HandlingEditor(QWidget):
    """Says `written` with the words; '' for: not handled after all."""

    written = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._usual = ChipRow("usualHandling", USUAL_HANDLING)
        self.text = LineEdit("handled", tr("What was done about it"))
        self.text.setPlaceholderText(tr("What was done about it; left empty: nothing"))
        title = label(tr("Handled on the spot"), "section")
        stack(self, (title, self._usual, self.text), spacing=GRID)
        table = self.commands = CommandTable(self)
        usual, digits = tr("What is usual"), tuple(map(str, range(1, len(USUAL_HANDLING) + 1)))
        table.add(
            "usual", usual, digits, self._say_usual, short=usual, at=self.text, numbered=True,
            choices=USUAL_HANDLING, left_over=True,
        )  # fmt: skip
        table.add_answers((tr("Keep"), self._keep), (tr("Back"), self.left.emit))
        self.text.textChanged.connect(lambda text: table.set_there("usual", not text))
        self._usual.chosen.connect(self._say_usual)

    def begin(self, handled: str) -> None:
        """Take the keyboard, with what was written before."""
        self.text.setText(handled)
        self.show()
        self.text.setFocus()
        self.text.selectAll()

    def _keep(self) -> None:
        self.written.emit(self.text.text().strip())

    def _say_usual(self, position: int) -> None:
        self.written.emit(USUAL_HANDLING[position])
