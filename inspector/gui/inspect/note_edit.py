"""Fields that know when a key is a command: digits choose phrases until there is text."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NoteEdit(QPlainTextEdit):
    """A note. While it is empty, digits and + − are commands; once it has text they are text.

    While an input method composes, every key belongs to the composition.
    """

    digit = Signal(int)
    step = Signal(int)
    finished = Signal()  # Enter
    left = Signal()  # Esc
    undo_wanted = Signal()  # Ctrl+Z with nothing typed to take back

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFixedHeight(64)
        self._composing = False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._composing:
            super().keyPressEvent(event)
            return
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable():
            self.undo_wanted.emit()
        elif event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # the page's own
        elif event.key() in _ENTER and not shift:
            self.finished.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif not self.toPlainText() and event.text() and event.text() in "123456789":
            self.digit.emit(int(event.text()))
        elif not self.toPlainText() and event.text() and event.text() in "+=-":
            self.step.emit(-1 if event.text() == "-" else 1)
        else:
            super().keyPressEvent(event)


class ValueEdit(QLineEdit):
    """A measured value; Enter and Esc mean what they mean in a note, + asks for another value."""

    another = Signal()
    finished = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif event.key() in _ENTER:
            self.finished.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text() in ("+", "="):
            self.another.emit()
        else:
            super().keyPressEvent(event)
