"""A panel over the window that any key or click closes, giving the keyboard back."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from inspector.gui.theme import GRID

_MODIFIERS = (
    Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta,
)  # fmt: skip


class Overlay(QFrame):
    """Fill `column`, then let it `appear`."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("overlay")
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # No `event` of its own: the one that deletes it would then run inside a call of Python
        # on what it deletes.
        self.installEventFilter(self)
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
        if app := QApplication.instance():  # much of a page takes clicks and no focus
            app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # every key closes it, F1 and the shortcuts of the page below as well
            return True
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            within = watched is self or self.isAncestorOf(watched)
            if self.isVisible() and not within and watched.window() is self.window():
                self._close_up()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _MODIFIERS:
            self._close_up()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._close_up()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._go()  # the keyboard is elsewhere already, by a click

    def _close_up(self) -> None:
        if self._before is not None and isValid(self._before):  # a page may be made anew meanwhile
            self._before.setFocus()
        self._go()

    def _go(self) -> None:
        if app := QApplication.instance():
            app.removeEventFilter(self)
        self.hide()
        self.deleteLater()
