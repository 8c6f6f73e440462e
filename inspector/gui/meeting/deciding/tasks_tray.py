"""T on the last screen: what there is to do today, line by line."""

from collections.abc import Sequence

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit

from inspector.domain.training.suggestion import FOR_MEETING
from inspector.gui.commands.shared_keys import COMPLETE
from inspector.gui.meeting.deciding.tray import Tray
from inspector.gui.widgets.fields.text_limit import NoteLimit
from inspector.translation import tr

_LINES = 4


class TasksTray(Tray):
    """Some lines of text. Enter begins another line, so Ctrl+Enter keeps them, and Esc as well.

    Trainings that the figures suggest are lines below them, to be put in or taken out.
    """

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
        self.suggested = [QCheckBox() for _ in range(FOR_MEETING)]
        for number, box in enumerate(self.suggested, 1):
            box.setObjectName(f"tasksSuggestion{number}")
            box.clicked.connect(lambda _, place=number - 1: self.toggle(place))
            self.fields.addWidget(box, number, 0)
        self._lines: Sequence[str] = ()
        words = tr("Suggested training in or out")
        keys = tuple(f"Alt+{number}" for number in range(1, FOR_MEETING + 1))
        self._suggest = self.commands.add(
            "suggested", words, keys, self.toggle, short=words, numbered=True,
            choices=lambda: self._lines,
        )  # fmt: skip
        self.words.textChanged.connect(self._tick)
        self.ask(tr("Tasks and duty of today, a line each"))

    def open(self, words: str, line_height: int, suggested: Sequence[str] = ()) -> None:
        """Show what is written already, and the lines of training that may be put in."""
        self._lines = suggested
        for place, box in enumerate(self.suggested):
            box.setVisible(place < len(suggested))
            box.setText(suggested[place] if place < len(suggested) else "")
        self._suggest.setVisible(bool(suggested))
        self.words.setPlainText(words)
        self.words.setFixedHeight(_LINES * line_height)

    def toggle(self, place: int) -> None:
        """Put a suggested line below what is written, or take it out again."""
        if place >= len(self._lines):
            return
        written, line = self.words.toPlainText().splitlines(), self._lines[place]
        without = [each for each in written if each.strip() != line]
        if len(without) == len(written):
            without = [*filter(str.strip, written), line]
        self.words.setPlainText("\n".join(without))
        self.words.moveCursor(QTextCursor.MoveOperation.End)

    def _tick(self) -> None:
        """Tick the lines that are in the text."""
        written = {each.strip() for each in self.words.toPlainText().splitlines()}
        for line, box in zip(self._lines, self.suggested, strict=False):
            box.setChecked(line in written)

    def begin(self) -> None:
        self.words.setFocus()
