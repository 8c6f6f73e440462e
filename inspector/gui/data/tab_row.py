"""A row of tabs: one is in front; Left and Right choose the next."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from inspector.gui.labels import button


class TabRow(QWidget):
    """Tabs are (name, text); the group gives them the arrow keys and one stop for Tab."""

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
            tab.setChecked(index == 0)
            self._group.addButton(tab, index)
            row.addWidget(tab)
        self._group.idToggled.connect(self._on_toggled)

    @property
    def current(self) -> int:
        """The tab in front."""
        return self._group.checkedId()

    def choose(self, index: int) -> None:
        """Put a tab in front."""
        self._group.button(index).setChecked(True)

    def set_text(self, index: int, text: str) -> None:
        """Change what a tab says."""
        tab = self._group.button(index)
        tab.setText(text)
        tab.setAccessibleName(text)

    def _on_toggled(self, index: int, checked: bool) -> None:
        if checked:
            self.chosen.emit(index)
