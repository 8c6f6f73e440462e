"""What was done about a finding at once (现场处理): a line, or one of the usual by its digit."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.domain.visit.patrol import USUAL_HANDLING
from inspector.gui.theme import GRID
from inspector.gui.visits.walks.digit_chips import ChipRow
from inspector.gui.visits.walks.walk_edit import WalkEdit
from inspector.gui.widgets.labels import label
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr


class HandlingEditor(QWidget):
    """Says `written` with the words; '' for: not handled after all."""

    written = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._usual = ChipRow("usualHandling")
        self._usual.show_chips(USUAL_HANDLING)
        self.text = WalkEdit("handled", tr("What was done about it"))
        self.text.setPlaceholderText(tr("What was done about it; left empty: nothing"))
        self.text.digits = len(USUAL_HANDLING)
        title = label(tr("Handled on the spot"), "section")
        stack(self, (title, self._usual, self.text), spacing=GRID)
        self.text.finished.connect(lambda: self.written.emit(self.text.text().strip()))
        self.text.left.connect(self.left)
        self.text.digit.connect(lambda digit: self.written.emit(USUAL_HANDLING[digit - 1]))
        self._usual.chosen.connect(lambda at: self.written.emit(USUAL_HANDLING[at]))

    def begin(self, handled: str) -> None:
        """Take the keyboard, with what was written before."""
        self.text.setText(handled)
        self.show()
        self.text.setFocus()
        self.text.selectAll()
