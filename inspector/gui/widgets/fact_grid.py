"""Facts about what is in front: names on the left, values on the right."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import breakable, label, wrapped


class FactGrid(QWidget):
    """A fact that is not known has no row."""

    def __init__(self, name: str, facts: Sequence[tuple[str, str]], spacing: int = 6) -> None:
        """`facts` are keys and titles; the value of one is called `name-key`."""
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(spacing)
        grid.setColumnStretch(1, 1)
        self._rows: dict[str, tuple[QLabel, QLabel]] = {}
        for row, (key, title) in enumerate(facts):
            said, value = label(title, "secondary"), wrapped()
            value.setObjectName(f"{name}-{key}")
            grid.addWidget(said, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
            self._rows[key] = said, value

    def value(self, key: str) -> QLabel:
        """Return what says a fact."""
        return self._rows[key][1]

    def show_facts(self, texts: Mapping[str, str]) -> None:
        """Show facts by their keys, '' for what is not known."""
        for key, text in texts.items():
            self.value(key).setText(breakable(text))
            for each in self._rows[key]:
                each.setVisible(bool(text))
