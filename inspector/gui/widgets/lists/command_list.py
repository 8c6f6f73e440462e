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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MODIFIERS:
            return  # the beginning of a shortcut, which may be the answer waited for
        self.pressed_other.emit()
        if event.text().strip() and not event.modifiers() & ~_ALLOWED:
            event.ignore()  # not the view's own search by letter
        else:
            super().keyPressEvent(event)
