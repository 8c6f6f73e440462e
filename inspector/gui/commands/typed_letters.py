"""Letters and digits by what is typed, not by the key: with Shift or Caps Lock, on any keyboard."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from inspector.gui.commands.command import Command

_TYPED = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class TypedLetters(QObject):
    """Takes what a list would search for: digits of a French keyboard need Shift."""

    def __init__(self, commands: Iterable[Command], widget: QWidget) -> None:
        super().__init__(widget)
        self._commands = commands
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.modifiers() & ~_TYPED or not event.text().strip():
            return False
        key = QKeySequence(event.text().upper())
        for command in self._commands:
            if command.isEnabled() and key in command.shortcuts():
                if not event.isAutoRepeat():
                    command.press(key)
                return True
        return False
