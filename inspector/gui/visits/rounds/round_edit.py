"""Fields of a round: while one is empty, digits choose what stands above it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SHORTCUT = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class RoundEdit(QLineEdit):
    """One line of text. While an input method composes, every key belongs to the composition."""

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
        self._composing = False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self.only_digits:
            return
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._composing = False  # not every input method says that it gave up
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()  # leaves the field, not the page
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._composing:
            super().keyPressEvent(event)
            event.accept()
            return
        key, text = event.key(), event.text()
        if key in _ENTER and event.modifiers() & _SHORTCUT:
            event.ignore()  # the page's own
        elif key in _ENTER:
            self.finished.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif not event.modifiers() & _SHORTCUT and self._is_choice(text):
            if not event.isAutoRepeat():
                self.digit.emit(int(text))
        elif not self.only_digits:
            super().keyPressEvent(event)

    def _is_choice(self, text: str) -> bool:
        if len(text) != 1 or text not in "123456789"[: self.digits]:
            return False
        return self.only_digits or not self.text()
