"""The check box in the head of the ledger: all of the filter, or none."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHeaderView

from inspector.gui.measures import LEAST_TARGET, measures
from inspector.gui.widgets.labels import plain_tip
from inspector.translation import tr

_EDGE = 1
"""Pixel of the border of its square."""

_LEFT = 10
"""Pixels before it, as before the boxes of the rows."""


class MarkAllBox(QCheckBox):
    """Lies over a section of the head; `clicked` asks, and `show_marks` says what is the case."""

    def __init__(self, header: QHeaderView, section: int) -> None:
        super().__init__(header.viewport())
        self.setObjectName("markAll")
        self.setAccessibleName(tr("Mark all of the filter, or none"))
        self.setToolTip(plain_tip(self.accessibleName()))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+A and Esc do it for the keyboard
        self._header, self._section = header, section

    def show_marks(self, marked: int, total: int) -> None:
        """Show whether none, some or all are marked."""
        state = Qt.CheckState
        whole = state.Checked if marked >= total else state.PartiallyChecked
        self.setCheckState(whole if marked else state.Unchecked)
        self.setEnabled(total > 0)

    def nextCheckState(self) -> None:
        """Nothing by itself: the marks say what it shows."""

    def fit(self) -> None:
        """Lie where the section is, after the table was resized or scrolled."""
        height = self._header.height()
        left = self._header.sectionViewportPosition(self._section) + _LEFT
        box = measures().tick + 2 * _EDGE
        high = max(box + 2, measures().check)
        wide = LEAST_TARGET if measures().by_finger else box
        self.setGeometry(left, (height - high) // 2, wide, high)
