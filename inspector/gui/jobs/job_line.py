"""The line below the page that shows what goes on beside it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import button, label
from inspector.translation import tr


class JobLine(QWidget):
    """What is under way, how far it is, and a way to stop."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._said = label("", "secondary")
        self._said.setObjectName("writingProgress")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(GRID)
        self._bar.setAccessibleName(tr("Progress"))
        self.stop = button(tr("Stop  Ctrl+."), "stopWriting", "quiet")
        self.stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        QShortcut(QKeySequence("Ctrl+."), self).activated.connect(self.stop.click)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID // 2, 2 * GRID, GRID // 2)
        row.setSpacing(2 * GRID)
        row.addWidget(self._said)
        row.addWidget(self._bar, 1)
        row.addWidget(self.stop)
        self.hide()

    def begin(self, said: str) -> None:
        """Say what is under way; how far it is nobody knows yet."""
        self._said.setText(said)
        self._bar.setRange(0, 0)

    def show_progress(self, percent: int) -> None:
        """Show how far it is."""
        self._bar.setRange(0, 100)
        self._bar.setValue(percent)
