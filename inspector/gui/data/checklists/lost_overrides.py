"""Overrides of the chosen site that do not apply to the pack in front; hidden without any."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import button, hairline, label, wrapped
from inspector.translation import tr
from inspector.workspace.packs.override_sentences import lost_text
from inspector.workspace.packs.overrides import LostOverride

TALLEST = 104
"""Pixels before the lines scroll: two of two lines each."""


class LostOverrides(QScrollArea):
    """A line for each, with why, and a button that drops it."""

    dropped = Signal(str)
    """The override of an item (its id) is to be dropped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lostOverrides")
        self.setAccessibleName(tr("Overrides that do not apply"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._buttons: list[QPushButton] = []
        self.hide()

    def show_lost(self, lost: Sequence[LostOverride]) -> None:
        """Show these, or nothing."""
        had_keyboard = any(each.hasFocus() for each in self._buttons)
        inside = QWidget()
        inside.setObjectName("surface")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._buttons = [self._add(column, each) for each in lost]
        self.setWidget(inside)
        self.setFixedHeight(min(TALLEST, inside.sizeHint().height()))
        self.setVisible(bool(lost))
        if had_keyboard and lost:
            self._buttons[0].setFocus()

    def _add(self, column: QVBoxLayout, lost: LostOverride) -> QPushButton:
        item = lost.unfit.override.item_id
        said = lost_text(lost)
        drop = button(tr("Drop"), f"dropLost-{item}")
        drop.setAccessibleName(tr("Drop: {override}", override=said))
        drop.clicked.connect(lambda: self.dropped.emit(item))
        row = QHBoxLayout()
        row.setContentsMargins(2 * GRID, GRID // 2, 2 * GRID, GRID // 2)
        row.setSpacing(GRID)
        row.addWidget(label("!", "caution"))
        row.addWidget(wrapped(said), 1)
        row.addWidget(drop)
        column.addLayout(row)
        column.addWidget(hairline())
        return drop
