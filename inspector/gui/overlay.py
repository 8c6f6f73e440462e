"""A panel over the window that any key or click closes, giving the keyboard back."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from inspector.gui.theme import GRID


class Overlay(QFrame):
    """Fill `column`, then let it `appear`."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("overlay")
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._before = parent.window().focusWidget()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        self.column.setSpacing(GRID)

    def appear(self) -> None:
        """Show it in the middle of its parent, as large as it has to be; take the keyboard."""
        parent = self.parentWidget()
        assert parent is not None
        room = parent.size()
        self.setMaximumSize(room.width() - 4 * GRID, room.height() - 4 * GRID)
        self.adjustSize()
        self.move(parent.rect().center() - self.rect().center())
        self.show()
        self.raise_()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt):
            self._close()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._close()

    def _close(self) -> None:
        self.hide()
        if self._before is not None:
            self._before.setFocus()
        self.deleteLater()
