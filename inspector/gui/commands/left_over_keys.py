"""Keys that a form does when no widget in it took them: Enter, unless a button has the focus."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from inspector.gui.commands.command import Command

_KEYPAD = Qt.KeyboardModifier.KeypadModifier.value


class LeftOverKeys(QObject):
    """Gives a command its keys where `at` has the keyboard, or a widget in it leaves them over.

    A button keeps its Enter and Space, a text its lines, an input method what it composes with.
    """

    def __init__(self, command: Command, at: QWidget, keys: Sequence[str]) -> None:
        super().__init__(command)
        self._command = command
        self._keys = [QKeySequence(each) for each in keys]
        at.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() is QEvent.Type.KeyRelease:
            return False
        pressed = QKeySequence(event.keyCombination().toCombined() & ~_KEYPAD)
        if pressed not in self._keys or not self._command.isEnabled():
            return False
        event.accept()
        if event.type() is QEvent.Type.ShortcutOverride:
            return True  # no shortcut of the page around it
        if self._command.autoRepeat() or not event.isAutoRepeat():
            self._command.press_at(self._keys.index(pressed))
        return True
