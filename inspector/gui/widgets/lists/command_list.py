"""A list whose letters and digits are commands, never a search: places of a round, findings."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QAbstractListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStyledItemDelegate

from inspector.gui.widgets.lists.drawn_list import DrawnList

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MODIFIERS = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta)
_ALLOWED = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


class CommandList(DrawnList):
    """One model, one delegate; it has the keyboard while somebody walks."""

    pressed_other = Signal()
    """A key that is no command came in: whatever waited for an answer is off."""

    tabbed = Signal()
    """Tab, to what is beside the list; whether there is anything, the page knows."""

    def __init__(
        self, name: str, title: str, model: QAbstractListModel, delegate: QStyledItemDelegate
    ) -> None:
        super().__init__(name, title, model, delegate)
        self._commands: Mapping[str | int, Callable[[], object]] = {}

    def set_commands(self, commands: Mapping[str | int, Callable[[], object]]) -> None:
        """Say what a character (lower case) or a key does."""
        self._commands = commands

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not (event.modifiers() & ~_ALLOWED)
        key = Qt.Key.Key_Return if event.key() in _ENTER else event.key()
        command = self._commands.get(key) or self._commands.get(event.text().lower())
        if plain and command is not None:
            if not event.isAutoRepeat():  # held down, a key would answer its own question
                command()
            return
        if event.key() in _MODIFIERS:
            return  # the beginning of a shortcut, which may be the answer waited for
        self.pressed_other.emit()
        if plain and event.text().strip():
            event.ignore()  # not the view's own search by letter
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        if forward:
            self.tabbed.emit()
        return super().focusNextPrevChild(forward)
