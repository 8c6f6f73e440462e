"""A few lines of text: Enter is done with it, Shift+Enter begins a line."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from inspector.gui.theme import fix_height
from inspector.gui.widgets.evidence_source import is_evidence
from inspector.gui.widgets.fields.text_limit import NoteLimit

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HEIGHT = 64


class WordsBox(QPlainTextEdit):
    """Tab goes on; while an input method composes, every key is part of the composition."""

    finished = Signal()
    picture_pasted = Signal()
    """What was pasted is a picture or files, and no text."""

    def __init__(self, name: str, title: str, height: int = _HEIGHT) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setTabChangesFocus(True)
        NoteLimit(self)
        fix_height(self, height)
        self.setAcceptDrops(False)  # a file is for the page, or the window, around it
        self._composing = False

    @property
    def text(self) -> str:
        """What is written, without blanks around it."""
        return self.toPlainText().strip()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if is_evidence(source, in_text=True):
            self.picture_pasted.emit()
        else:
            super().insertFromMimeData(source)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in _ENTER and not shift and not self._composing:
            self.finished.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
