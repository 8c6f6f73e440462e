"""A row of tabs: one is in front; Left and Right choose the next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from inspector.gui.theme import GRID, text_font
from inspector.gui.widgets.labels import button


class TabRow(QWidget):
    """Tabs are (name, text); the group gives them the arrow keys."""

    chosen = Signal(int)

    def __init__(self, tabs: Sequence[tuple[str, str]], title: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for index, (name, text) in enumerate(tabs):
            tab = button(text, name, "tab")
            tab.setCheckable(True)
            tab.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self._group.addButton(tab, index)
            row.addWidget(tab)
            self.set_text(index, text)
        self._group.idToggled.connect(self._on_toggled)
        self.choose(0)

    @property
    def current(self) -> int:
        """The tab in front."""
        return self._group.checkedId()

    def choose(self, index: int) -> None:
        """Put a tab in front."""
        self._group.button(index).setChecked(True)

    def take_focus(self) -> None:
        """Give the keyboard to the tab in front."""
        self._group.button(self.current).setFocus()

    def least_width(self) -> int:
        """Return the pixels in which no tab is cut; what the layout says may be of before."""
        tabs = self._group.buttons()
        return sum(max(tab.minimumWidth(), tab.sizeHint().width()) for tab in tabs)

    def set_text(self, index: int, text: str) -> None:
        """Change what a tab says."""
        tab = self._group.button(index)
        tab.setText(text)
        tab.setAccessibleName(text)
        # The tab in front is bold: every tab has the room for that.
        widest = QFontMetrics(text_font(bold=True)).horizontalAdvance(text)
        tab.setMinimumWidth(widest + 2 * GRID)

    def _on_toggled(self, index: int, checked: bool) -> None:
        # Tab stops at the tab in front only; a choice by code is not seen to by the group.
        policy = Qt.FocusPolicy.StrongFocus if checked else Qt.FocusPolicy.ClickFocus
        self._group.button(index).setFocusPolicy(policy)
        if checked:
            self.chosen.emit(index)
