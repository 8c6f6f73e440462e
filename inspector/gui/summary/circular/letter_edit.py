"""The editor of a letter's text: plain text, its headings to be seen as such."""

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument

from inspector.domain.papers.letter_text import LONGEST_TEXT, heading_level, lead_of
from inspector.gui.theme import GRID
from inspector.gui.widgets.note_edit import NoteEdit
from inspector.translation import tr


class LetterEdit(NoteEdit):
    """Takes as much as a letter may have; what is put into it by a command can be undone."""

    def __init__(self) -> None:
        super().__init__("circularText", tr("Text of the circular"), height=None, most=LONGEST_TEXT)
        self.setMinimumHeight(3 * GRID)  # else a small window would grow to hold it
        self.document().setDocumentMargin(2 * GRID)
        self._headings = _Headings(self.document())

    def replace(self, text: str) -> None:
        """Put another text in the place of this one, as one step that can be undone."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def begin(self, text: str) -> None:
        """Show the text of another period: there is nothing to undo."""
        self.show_text(text)
        self.document().clearUndoRedoStacks()
        self.moveCursor(QTextCursor.MoveOperation.Start)


class _Headings(QSyntaxHighlighter):
    """Makes headings bold."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._bold = QTextCharFormat()
        self._bold.setFontWeight(QFont.Weight.Bold)

    def highlightBlock(self, text: str) -> None:
        if heading_level(text):
            self.setFormat(0, len(text), self._bold)
        elif lead := lead_of(text):
            self.setFormat(0, len(lead), self._bold)
