"""The words of a button that is none of a command, with the key that does the same beside them."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QPushButton

from inspector.gui.commands.shared_keys import with_key


class KeyedWords(QObject):
    """Says the key while there is a keyboard in the hands: for a finger it is the words alone."""

    def __init__(self, button: QPushButton, words: str, key: str, *, first: bool = False) -> None:
        """`first`: the key stands before the words."""
        super().__init__(button)
        self._button, self._words, self._key, self._first = button, words, key, first
        button.setAccessibleName(words)
        button.installEventFilter(self)
        self._say()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.StyleChange:  # another hand
            self._say()
        return False

    def _say(self) -> None:
        said = with_key(self._words, self._key, first=self._first)
        if said != self._button.text():
            self._button.setText(said)
