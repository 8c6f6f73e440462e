"""Asked when the window is to close while something is not on the disk yet."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from inspector.gui.frame.panel import key_button
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import breakable, label, wrapped
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
            leave = key_button(tr("Close, keep the copy"), "Q", "unsavedLeave")
        else:
            said = tr(
                "No disk takes a copy of them either: they are lost when the program closes now."
            )
            leave = key_button(tr("Close and lose them"), "Q", "unsavedLeave", "quiet")
        again = key_button(tr("Try again"), "F5", "unsavedTryAgain")
        stay = key_button(tr("Stay"), "↵", "unsavedStay", "primary")
        text = wrapped(breakable(said))
        text.setObjectName("unsavedText")
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addStretch(1)
        for made in (leave, again, stay):
            row.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(label(title, "title"))
        column.addWidget(text)
        column.addLayout(row)
        stay.clicked.connect(self.reject)
        again.clicked.connect(self._try_again)
        leave.clicked.connect(self._leave)
        for key, slot in (("F5", self._try_again), ("Q", self._leave)):
            QShortcut(QKeySequence(key), self).activated.connect(slot)
        self.setFixedWidth(_WIDTH)
        stay.setDefault(True)
        stay.setFocus()

    def _try_again(self) -> None:
        self.accept()
        self.tried_again.emit()

    def _leave(self) -> None:
        self.accept()
        self.left.emit()
