"""How much more a field takes, said while one types; what it does not take is never cut unsaid."""

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QToolTip, QWidget

from inspector.gui.announcing import announce
from inspector.translation import tr, tr_count

NAME, LINE, NOTE = 60, 500, 30_000
"""Characters of a name that is given here, of a reason or names in one line, and of a note: a cell
of a workbook holds 32,767 of them, and beside a note it has phrases."""

_NEAR = 10
"""Characters that are left when it begins to say so."""


class TextLimit(QObject):
    """Lets a line hold so many characters at most, and says so under it."""

    def __init__(self, line: QLineEdit, most: int) -> None:
        super().__init__(line)
        self._line, self._refused = line, False
        line.setMaxLength(most)
        line.textEdited.connect(self._on_edited)
        line.textChanged.connect(self._on_changed)
        line.inputRejected.connect(self._refuse)

    def _on_changed(self, text: str) -> None:
        if not text:  # kept and emptied for the next one: nothing is left to say
            QToolTip.hideText()

    def _on_edited(self, text: str) -> None:
        most = self._line.maxLength()
        left = most - len(text)
        if self._refused:  # it was said just now that something was left out
            return
        if left <= min(_NEAR, most // 4):
            _say(self._line, _left_words(left, most))
        else:
            QToolTip.hideText()

    def _refuse(self) -> None:
        self._refused = True  # and what fitted is told as an edit after this
        QTimer.singleShot(0, self, self._forget)
        _say(self._line, _beyond_words(self._line.maxLength()))

    def _forget(self) -> None:
        self._refused = False


class NoteLimit(QObject):
    """Lets a field of several lines hold so many characters at most, and says so under it."""

    def __init__(self, field: QPlainTextEdit, most: int = NOTE) -> None:
        super().__init__(field)
        self._field, self._most = field, most
        self._end = 0  # of what came in last
        field.document().contentsChange.connect(self._on_change)
        field.textChanged.connect(self._on_text)

    def _on_change(self, at: int, removed: int, added: int) -> None:
        self._end = at + added if added > removed else 0

    def _on_text(self) -> None:
        document = self._field.document()
        last = document.characterCount() - 1
        end = min(self._end, last)
        beyond = min(last - self._most, end)
        if beyond <= 0:
            if end and self._most - last <= _NEAR:
                _say(self._field, _left_words(self._most - last, self._most))
            return
        if "\ud800" <= document.characterAt(end - beyond - 1) <= "\udbff":
            beyond += 1  # no half of a character
        self._end = 0
        cursor = QTextCursor(document)
        cursor.joinPreviousEditBlock()  # one undo takes back what came in, and this
        cursor.setPosition(end - beyond)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        cursor.endEditBlock()
        _say(self._field, _beyond_words(self._most))


def _left_words(left: int, most: int) -> str:
    said = tr_count(left, "1 more character", "{count} more characters")
    return said if left else tr("That is all: {count} at most.", count=most)


def _beyond_words(most: int) -> str:
    return tr("At most {count} characters: what is beyond was not taken in.", count=most)


def _say(field: QWidget, said: str) -> None:
    below = field.mapToGlobal(QPoint(0, field.height() // 2))
    QToolTip.showText(below, said, field)
    announce(field, said)
