"""What is wrong with packs that cannot be used; hidden while there is nothing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import hairline, label
from inspector.gui.widgets.stacked import stack, surface
from inspector.gui.widgets.text_box import TextBox
from inspector.translation import tr


class PackFaults(QWidget):
    """Lines with a cross before them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(area=self)
        self._lines = TextBox("packFaults", tr("Checklists that cannot be used"))
        row = QHBoxLayout()
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(GRID)
        row.addWidget(label("✗", "wrong"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._lines, 1)
        stack(self, (row, hairline()))

    def show_faults(self, lines: list[str]) -> None:
        """Show these lines, or nothing."""
        self._lines.set_text("\n".join(lines))
        self.setVisible(bool(lines))
