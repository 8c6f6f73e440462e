"""A button that is none of a command, with the key that does the same behind its words."""

from PySide6.QtCore import QEvent

from inspector.gui.commands.chip_button import ChipButton
from inspector.gui.commands.shared_keys import with_key
from inspector.gui.measures import measures


class KeyedButton(ChipButton):
    """Says the key while there is a keyboard in the hands: for a finger it is the words alone."""

    _words = _does_same = ""

    def __init__(self, words: str, key: str, name: str, role: str = "") -> None:
        super().__init__(name, role)
        self._words, self._does_same = words, key
        self.setAccessibleName(words)
        self._say()

    @property
    def _key(self) -> str:
        return self._does_same if measures().shows_keys else ""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:  # another hand
            self._say()

    def _say(self) -> None:
        said = with_key(self._words, self._does_same)
        if said != self.text():
            self.setText(said)
