"""Fields of a walk: while one is empty, digits choose what stands above it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from inspector.gui.widgets.note_edit import LineEdit

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SHORTCUT = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class WalkEdit(LineEdit):
    """One line of text; a key that is a command says so by a signal."""

    digit = Signal(int)
    stepped = Signal(int)  # ↑ and ↓
    finished = Signal()  # Enter
    left = Signal()  # Esc

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.digits = 0
        """How many choices an empty field passes digits on for."""
        self.only_digits = False
        """The text is written; a digit is all that is asked for."""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if not self.only_digits:
            super().inputMethodEvent(event)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()  # leaves the field, not the page
            return True
        return super().event(event)

    def command(self, event: QKeyEvent) -> bool:
        key, text, held = event.key(), event.text(), event.modifiers() & _SHORTCUT
        if key in _ENTER and held:
            event.ignore()  # the page's own
        elif key in _ENTER:
            self.finished.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif not held and self._is_choice(text):
            if not event.isAutoRepeat():
                self.digit.emit(int(text))
        else:
            return self.only_digits
        return True

    def _is_choice(self, text: str) -> bool:
        if len(text) != 1 or text not in "123456789"[: self.digits]:
            return False
        return self.only_digits or not self.text()
