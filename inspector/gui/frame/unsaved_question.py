"""Asked when the window is to close while something is not on the disk yet."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.theme import GRID, fix_width
from inspector.gui.widgets.labels import breakable, label, wrapped
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr, tr_count

_WIDTH = 560
"""Pixels."""


class UnsavedQuestion(QDialog):
    """Stay, which Enter and Esc choose; try again; or leave."""

    tried_again = Signal()
    left = Signal()

    def __init__(self, parent: QWidget, count: int, copy: Path | None) -> None:
        """`copy` is where the entries lie meanwhile, None when no disk takes them."""
        super().__init__(parent)
        self.setObjectName("unsavedQuestion")
        self.setWindowTitle(tr("Service window inspection"))
        self.setModal(True)
        title = tr_count(count, "1 entry is not saved yet", "{count} entries are not saved yet")
        if copy is not None:
            said = tr(
                "A copy lies in {path}. They are written the next time the program opens this data"
                " folder, as soon as it can be written.",
                path=copy,
            )
            leave, role = tr("Close, keep the copy"), ""
        else:
            said = tr(
                "No disk takes a copy of them either: they are lost when the program closes now."
            )
            leave, role = tr("Close and lose them"), "quiet"
        table = CommandTable(self)
        leaves = table.add("leave", leave, "Q", self._leave)
        again = table.add("save-again", tr("Try again"), "F5", self._try_again)
        stays = table.add("stay", tr("Stay"), "Return")  # a dialog's own keys
        stay = command_button(stays, "unsavedStay", "primary")
        text = wrapped(breakable(said))
        text.setObjectName("unsavedText")
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addStretch(1)
        row.addWidget(command_button(leaves, "unsavedLeave", role))
        row.addWidget(command_button(again, "unsavedTryAgain"))
        row.addWidget(stay)
        parts = (label(title, "title"), text, row)
        stack(self, parts, margin=(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID), spacing=2 * GRID)
        stay.clicked.connect(self.reject)
        fix_width(self, _WIDTH)
        stay.setDefault(True)
        stay.setFocus()

    def _try_again(self) -> None:
        self.accept()
        self.tried_again.emit()

    def _leave(self) -> None:
        self.accept()
        self.left.emit()
