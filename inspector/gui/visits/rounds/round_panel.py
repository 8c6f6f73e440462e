"""The column of a round that tells of the stop in front, with the lines to write in."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from inspector.gui.theme import GRID


class RoundPanel(QWidget):
    """At most one line to write in is open at a time."""

    left = Signal()
    """The keyboard goes back to the list."""

    given_up = Signal()
    """Esc in the line that is open: what is in it is not wanted."""

    lines: Sequence[QWidget] = ()

    @property
    def is_writing(self) -> bool:
        """A line to write in is open."""
        return any(not each.isHidden() for each in self.lines)

    def close_lines(self) -> None:
        """Close the lines to write in; the keyboard is elsewhere by now."""
        for each in self.lines:
            each.hide()

    def give_way(self, is_narrow: bool) -> None:
        """The window is narrow, or wide enough again."""


class RoundColumn(QScrollArea):
    """Widgets one under the other; what is typed into stays in sight."""

    def __init__(self, name: str, spacing: int, widgets: Sequence[QWidget]) -> None:
        super().__init__()
        self._inner = QWidget()
        self._inner.setObjectName(name)
        self._inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(spacing)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(self._inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._show_focused)

    def _show_focused(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            place = focused.mapTo(self._inner, QPoint(0, 0))
            self.ensureVisible(0, place.y() + focused.height(), 0, GRID)
