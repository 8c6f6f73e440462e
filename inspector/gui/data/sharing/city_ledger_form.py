"""The line that says where the city's ledger is, and what was published there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.theme import GRID
from inspector.gui.widgets.fields.text_limit import TextLimit
from inspector.gui.widgets.labels import breakable, label, wrapped
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import tr

_EXAMPLE = "postgresql://checks@ledger/city"

_LONGEST = 1000
"""Characters of an address with its options, or of a path."""


class CityLedgerForm(QWidget):
    """Enter publishes to `target`, Esc leaves it."""

    confirmed = Signal()
    left = Signal()
    file_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(area=self)
        title = tr("Address of the ledger ({example}), or a file in .sqlite", example=_EXAMPLE)
        self._said = wrapped("", "secondary")
        self._said.setObjectName("publishSaid")
        self._target = QLineEdit()
        self._target.setObjectName("ledgerAddress")
        self._target.setAccessibleName(tr("Address or file of the ledger"))
        TextLimit(self._target, _LONGEST)
        self.commands = CommandTable(self)
        publish, leave = self.commands.add_answers(
            (tr("Publish there"), self._confirm), (tr("Cancel"), self.left.emit)
        )
        choose = self.commands.add(
            "file", tr("A file…"), "Ctrl+O", self.file_wanted.emit, short=tr("A file…")
        )
        named = stack(None, (label(title, "secondary"), self._target), spacing=GRID // 2)
        row = stack(None, ((named, 1),), spacing=GRID, across=True)
        for made in (
            command_button(choose, "chooseLedgerFile", "quiet"),
            command_button(leave, "cancelPublishing"),
            command_button(publish, "publish", "primary"),
        ):
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignBottom)
        inside = stack(
            None, (self._said, row), margin=(2 * GRID, GRID, 2 * GRID, GRID), spacing=GRID
        )
        stack(self, (inside,))
        self.hide()

    @property
    def target(self) -> str:
        """Where to publish, as it was typed or chosen."""
        return self._target.text().strip()

    def open_for(self, target: str, said: str) -> None:
        """Ask for the ledger, the one published to last first; `said` is what it has."""
        self._target.setText(target)
        self._said.setText(breakable(said))
        self.show()
        self.take_focus()

    def put(self, target: str) -> None:
        """Take a file that was chosen."""
        self._target.setText(target)
        self.take_focus()

    def take_focus(self) -> None:
        """Take the keyboard, as when it was opened."""
        self._target.setFocus(Qt.FocusReason.TabFocusReason)
        self._target.selectAll()

    def _confirm(self) -> None:
        if self.target:
            self.confirmed.emit()
        else:
            self.take_focus()
