"""T on the last screen: what there is to do today, line by line."""

from PySide6.QtWidgets import QPlainTextEdit

from inspector.gui.commands.shared_keys import COMPLETE
from inspector.gui.meeting.deciding.tray import Tray
from inspector.gui.widgets.fields.text_limit import NoteLimit
from inspector.translation import tr

_LINES = 4


class TasksTray(Tray):
    """Some lines of text. Enter begins another line, so Ctrl+Enter keeps them, and Esc as well."""

    def __init__(self) -> None:
        super().__init__("tasks", tr("Keep"), COMPLETE)
        self.commands["leave"].set_words(tr("Keep and go back"))
        self.cancel.hide()  # what was written is kept in any case
        self.words = QPlainTextEdit()
        NoteLimit(self.words)
        self.words.setObjectName("tasksWords")
        self.words.setAccessibleName(tr("Tasks of today"))
        self.words.setTabChangesFocus(True)
        self.words.setAcceptDrops(False)  # a file is for the window around it
        self.fields.addWidget(self.words, 0, 0)
        self.ask(tr("Tasks and duty of today, a line each"))

    def open(self, words: str, line_height: int) -> None:
        """Show what is written already."""
        self.words.setPlainText(words)
        self.words.setFixedHeight(_LINES * line_height)

    def begin(self) -> None:
        self.words.setFocus()
