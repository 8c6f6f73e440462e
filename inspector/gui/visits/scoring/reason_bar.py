"""A line that asks why a window is left out of the visit."""

from PySide6.QtCore import Signal

from inspector.gui.visits.parts.field_bar import FieldBar
from inspector.gui.widgets.note_edit import LineEdit
from inspector.translation import tr

LONGEST = 200


class ReasonBar(FieldBar):
    """Enter keeps what was written, Esc leaves it as it was."""

    written = Signal(str)
    given_up = Signal()

    def __init__(self) -> None:
        title = tr("Why it is not inspected")
        super().__init__(
            title, LineEdit("leftOutReason", title, LONGEST), tr("Printed on the record")
        )
        self.commands.add_answers((tr("Keep"), self._keep), (tr("Back"), self.given_up.emit))

    def open(self, reason: str) -> None:
        """Take the keyboard; what was written before is there to be typed over."""
        self.field.setText(reason)
        self._take_keyboard()

    def _keep(self) -> None:
        self.written.emit(" ".join(self.field.text().split()))
