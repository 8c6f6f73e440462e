"""Keys that a form does when no widget in it took them: Enter, unless a button has the focus."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from inspector.gui.commands.command import Command, key_sequence

_KEYPAD = Qt.KeyboardModifier.KeypadModifier.value
_TYPED = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class LeftOverKeys(QObject):
    """Gives a command its keys where `at` has the keyboard, or a widget in it leaves them over.

    A button keeps its Enter and Space, a text its lines, an input method what it composes with.
    Where `at` is a field, the command comes before the text that the key would be.
    """

    def __init__(self, command: Command, at: QWidget, keys: Sequence[str]) -> None:
        super().__init__(command)
        self._command = command
        self._keys = [key_sequence(each) for each in keys]
        self._composing = False
        at.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            self._composing = bool(event.preeditString())
        elif isinstance(event, QFocusEvent) and event.lostFocus():
            self._composing = False  # not every input method says that it gave up
        if not isinstance(event, QKeyEvent) or event.type() is QEvent.Type.KeyRelease:
            return False
        place = self._place(event)
        if place is None or self._composing or not self._command.isEnabled():
            return False
        event.accept()
        if event.type() is QEvent.Type.ShortcutOverride:
            return True  # no shortcut of the page around it
        if self._command.autoRepeat() or not event.isAutoRepeat():
            self._command.press_at(place)
        return True

    def _place(self, event: QKeyEvent) -> int | None:
        """Return which of the keys was pressed; a digit is one with Shift as well."""
        pressed = QKeySequence(event.keyCombination().toCombined() & ~_KEYPAD)
        if pressed not in self._keys and event.text().strip() and not event.modifiers() & ~_TYPED:
            pressed = QKeySequence(event.text().upper())
        return self._keys.index(pressed) if pressed in self._keys else None
