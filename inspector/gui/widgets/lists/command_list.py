"""A list whose letters and digits are commands of the page, never a search in the list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from inspector.gui.widgets.lists.drawn_list import DrawnList

_MODIFIERS = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta)
_ALLOWED = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


class CommandList(DrawnList):
    """It has the keyboard while somebody scores, or walks."""

    pressed_other = Signal()
    """A key that is no command came in: whatever waited for an answer is off."""

    _laid_out_for = (0, 0)
    """Rows, and the height of the window in pixels."""

    def updateGeometries(self) -> None:
        """Leave the rows under the mouse when a line below closes, though these are the last.

        Qt would move them down into the room that is free now. That stays empty until one scrolls.
        """
        bar = self.verticalScrollBar()
        before, stood = self._laid_out_for, bar.value()
        super().updateGeometries()
        self._laid_out_for = (self.model().rowCount(), self.window().height())
        if stood > bar.maximum() > 0 and before == self._laid_out_for:
            bar.setMaximum(stood)
            bar.setValue(stood)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MODIFIERS:
            return  # the beginning of a shortcut, which may be the answer waited for
        self.pressed_other.emit()
        if event.text().strip() and not event.modifiers() & ~_ALLOWED:
            event.ignore()  # not the view's own search by letter
        else:
            super().keyPressEvent(event)
