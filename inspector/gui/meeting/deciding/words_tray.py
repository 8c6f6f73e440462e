"""One line of words: how it was corrected, why it is contested, what there is to remember."""

from PySide6.QtWidgets import QLineEdit

from inspector.gui.meeting.deciding.tray import Tray
from inspector.gui.widgets.fields.text_limit import LINE, TextLimit


class WordsTray(Tray):
    """A field for words, which may stay empty where the operation allows it."""

    def __init__(self, name: str, accept: str) -> None:
        super().__init__(name, accept)
        self.words = QLineEdit()
        TextLimit(self.words, LINE)
        self.words.setObjectName(f"{name}Words")
        self.faults.words = {"reason": self.words}
        self.fields.addWidget(self.words, 0, 0)

    def open(self, title: str, hint: str, words: str = "") -> None:
        """Ask for words; `hint` says of what kind."""
        self.ask(title)
        self.words.setPlaceholderText(hint)
        self.words.setAccessibleName(hint)
        self.words.setText(words)

    def begin(self) -> None:
        self.words.setFocus()
        self.words.selectAll()
