"""Fields that leave to the page what is no text: a photo that is pasted, undo of what is kept."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import (
    QDragEnterEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from inspector.gui.theme import fix_height
from inspector.gui.widgets.evidence_source import is_evidence
from inspector.gui.widgets.fields.text_limit import LINE, NOTE, NoteLimit, TextLimit

_UNDO, _REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo


def leaves_to_page(field: "NoteEdit | ValueEdit", event: QEvent) -> bool:
    """Tell whether a key is the page's: a photo to paste, undo where nothing typed is left to."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.matches(_UNDO) or event.matches(_REDO):
        left = not (field.can_undo if event.matches(_UNDO) else field.can_redo)
    else:
        pastes = event.matches(QKeySequence.StandardKey.Paste)
        left = pastes and is_evidence(QGuiApplication.clipboard().mimeData(), in_text=True)
    if left and not field.is_composing:
        event.ignore()
        return True
    return False


def pastes_a_picture(event: QKeyEvent) -> bool:
    """Tell whether a key pastes a picture or files, and no text."""
    pastes = event.matches(QKeySequence.StandardKey.Paste)
    return pastes and is_evidence(QGuiApplication.clipboard().mimeData(), in_text=True)


class NoteEdit(QPlainTextEdit):
    """A note. While an input method composes, every key belongs to the composition."""

    def __init__(self, name: str, title: str, *, height: int | None = 64, most: int = NOTE) -> None:
        """`height` in pixels, None: all the room there is; `most` characters."""
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setTabChangesFocus(True)
        NoteLimit(self, most)
        if height is not None:
            fix_height(self, height)
        self.is_composing = False

    @property
    def can_undo(self) -> bool:
        """Something typed can be taken back."""
        return self.document().isUndoAvailable()

    @property
    def can_redo(self) -> bool:
        """Something typed can be done again."""
        return self.document().isRedoAvailable()

    @property
    def text(self) -> str:
        """The note as it can be kept: half of a character that was pasted is left out."""
        return self.toPlainText().encode("utf-8", "ignore").decode()

    def event(self, event: QEvent) -> bool:
        if leaves_to_page(self, event):
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
        self.is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.is_composing = False  # not every input method says that it gave up
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_composing:
            super().keyPressEvent(event)
            event.accept()  # Esc ends the composition, not the note
        else:
            super().keyPressEvent(event)


class LineEdit(QLineEdit):
    """A line of text, `most` characters long; what is kept already is shown whole, if longer.

    While an input method composes, every key belongs to the composition.
    """

    def __init__(self, name: str = "", title: str = "", most: int = LINE) -> None:
        super().__init__()
        self._most = most
        TextLimit(self, most)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.is_composing = False

    def setText(self, text: str | None, /) -> None:
        length = len((text or "").encode("utf-16-le", "replace")) // 2
        self.setMaxLength(max(self._most, length))
        super().setText(text)

    def command(self, event: QKeyEvent) -> bool:
        """Take a key as a command; False when it is text."""
        return False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.is_composing = False  # not every input method says that it gave up
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_composing:
            super().keyPressEvent(event)
            event.accept()  # Esc ends the composition, not the field
        elif pastes_a_picture(event):
            event.ignore()  # the window says where it can be pasted
        elif not self.command(event):
            super().keyPressEvent(event)


class ValueEdit(LineEdit):
    """A measured value; a photo and Ctrl+Z mean what they mean in a note."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__(name, title)
        self.setAcceptDrops(False)  # a photo is for the page around it

    @property
    def can_undo(self) -> bool:
        """Something typed can be taken back."""
        return self.isUndoAvailable()

    @property
    def can_redo(self) -> bool:
        """Something typed can be done again."""
        return self.isRedoAvailable()

    def event(self, event: QEvent) -> bool:
        if leaves_to_page(self, event):
            return False
        return super().event(event)
