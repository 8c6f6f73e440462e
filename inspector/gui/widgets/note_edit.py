"""Fields that know when a key is a command: digits choose phrases until there is text."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from inspector.gui.widgets.evidence_source import is_evidence

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_SHORTCUT = _CTRL | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_UNDO, _REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo


def leaves_photo_to_page(event: QEvent) -> bool:
    """Tell whether it is Ctrl+V with a photo or file on the clipboard: no text to paste here."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if not event.matches(QKeySequence.StandardKey.Paste):
        return False
    wanted = is_evidence(QGuiApplication.clipboard().mimeData(), in_text=True)
    if wanted:
        event.ignore()
    return wanted


class NoteEdit(QPlainTextEdit):
    """A note. While it is empty, digits choose and + − count what stands above it.

    While an input method composes, every key belongs to the composition.
    """

    digit = Signal(int)
    step = Signal(int)
    finished = Signal()  # Enter
    left = Signal()  # Esc
    undo_wanted = Signal()  # Ctrl+Z with nothing typed to take back
    redo_wanted = Signal()  # Ctrl+Y with nothing typed to do again
    forget_wanted = Signal()  # Ctrl+Del: the chosen text of the user's own

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFixedHeight(64)
        self._composing = False
        self.commands = False
        """There is something to choose: an empty note passes digits on."""
        self.counts = False
        """There is something to count: an empty note passes + and − on."""

    @property
    def text(self) -> str:
        """The note as it can be kept: half of a character that was pasted is left out."""
        return self.toPlainText().encode("utf-8", "ignore").decode()

    def event(self, event: QEvent) -> bool:
        if leaves_photo_to_page(event):
            return False
        return super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_evidence(event.mimeData(), in_text=True):
            event.ignore()  # a photo is for the page around it
        else:
            super().dragEnterEvent(event)

    def show_text(self, text: str) -> None:
        """Show a note as it is kept, without saying that it was typed."""
        if self.text != text:
            self.blockSignals(True)
            self.setPlainText(text)
            self.moveCursor(QTextCursor.MoveOperation.End)  # one goes on where it ends
            self.blockSignals(False)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._composing = False  # not every input method says that it gave up
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._composing:
            super().keyPressEvent(event)
            event.accept()  # Esc ends the composition, not the note
        elif event.matches(_UNDO) and not self.document().isUndoAvailable():
            self.undo_wanted.emit()
        elif event.matches(_REDO) and not self.document().isRedoAvailable():
            self.redo_wanted.emit()
        elif event.key() in _ENTER and event.modifiers() & _CTRL:
            event.ignore()  # the page's own
        elif event.key() in _ENTER and not event.modifiers() & _SHIFT:
            self.finished.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif self.commands and not self.toPlainText() and _is_forgetting(event):
            self.forget_wanted.emit()
        elif not self._command(event):
            super().keyPressEvent(event)

    def _command(self, event: QKeyEvent) -> bool:
        """Take a key of an empty note as a command; False when it is none."""
        text = event.text()
        if not text or event.modifiers() & _SHORTCUT or self.toPlainText():
            return False
        if text in "123456789" and self.commands:
            if not event.isAutoRepeat():  # a digit held down would say and unsay its phrase
                self.digit.emit(int(text))
            return True
        if text in "+=-" and (self.commands or self.counts):
            self.step.emit(-1 if text == "-" else 1)
            return True
        return False


class CorrectionEdit(NoteEdit):
    """How a deduction was put right. Empty, digits choose and Backspace takes it off."""

    taken_off = Signal()

    def _command(self, event: QKeyEvent) -> bool:
        empty = not self.toPlainText()
        if empty and event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.taken_off.emit()
            return True
        if event.text() in ("+", "=", "-"):
            return False  # nothing is counted here
        return super()._command(event)


class LineEdit(QLineEdit):
    """A line of text. While an input method composes, every key belongs to the composition."""

    def __init__(self, name: str = "", title: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._composing = False

    def command(self, event: QKeyEvent) -> bool:
        """Take a key as a command; False when it is text."""
        return False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._composing = False  # not every input method says that it gave up
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._composing:
            super().keyPressEvent(event)
            event.accept()  # Esc ends the composition, not the field
        elif not self.command(event):
            super().keyPressEvent(event)


class ValueEdit(LineEdit):
    """A measured value; Enter, Esc and Ctrl+Z mean what they mean in a note, + asks for another."""

    another = Signal()
    finished = Signal()
    left = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, name: str, title: str) -> None:
        super().__init__(name, title)
        self.setAcceptDrops(False)  # a photo is for the page around it

    def event(self, event: QEvent) -> bool:
        if leaves_photo_to_page(event):
            return False
        return super().event(event)

    def command(self, event: QKeyEvent) -> bool:
        if event.matches(_UNDO) and not self.isUndoAvailable():
            self.undo_wanted.emit()
        elif event.matches(_REDO) and not self.isRedoAvailable():
            self.redo_wanted.emit()
        elif event.key() in _ENTER and event.modifiers() & _CTRL:
            event.ignore()
        elif event.key() in _ENTER:
            self.finished.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text() in ("+", "="):
            self.another.emit()
        else:
            return False
        return True


def _is_forgetting(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Delete and bool(event.modifiers() & _CTRL)
