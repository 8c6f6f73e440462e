"""One field of an item or a head: what it is typed or chosen in, and what is wrong beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from inspector.domain.checklist.schema_fields import Field, Key, Rows
from inspector.domain.checklist.value_kinds import Flag, Points, Text, Texts, Whole, Words
from inspector.gui.data.checklists.editing.kind_choice import KindChoice
from inspector.gui.data.checklists.editing.rows_edit import RowsEdit
from inspector.gui.data.checklists.editing.words_choice import WordsChoice
from inspector.gui.theme import GRID, fix_height
from inspector.gui.widgets.choice import Choice
from inspector.gui.widgets.combo import Combo
from inspector.gui.widgets.labels import label, set_role, wrapped
from inspector.gui.widgets.note_edit import LineEdit, NoteEdit
from inspector.translation import tr
from inspector.workspace.packs.edit_words import field_help
from inspector.workspace.packs.typed_fields import YES

_TEXT_HEIGHT, _LINES_HEIGHT = 56, 80


class ItemField(QWidget):
    """Made of its entry in the schema alone.

    `text` is what is typed, in the words of `typed_fields`; `typed` says that it is another.
    """

    typed = Signal(str)

    def __init__(
        self,
        key: Key,
        field: Field,
        about: str = "item",
        wide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`about` begins its name; a `wide` text takes a line of its own."""
        super().__init__(parent)
        self.key, self.kind, self._wide = key, field.kind, wide
        title = self._said = tr(field.said.english)
        name = f"{about}-{'-'.join(key)}"
        self._title = label(title, "small", self)
        self.editor = _editor(key, field, name, title, wide)
        self._fault = wrapped("", "wrong")
        self._fault.setObjectName(f"fault-{'-'.join(key)}")
        self._fault.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self._title)
        column.addWidget(self.editor)
        column.addWidget(self._fault)
        column.addStretch(1)
        match self.editor:
            case QCheckBox():
                self.editor.toggled.connect(self._tell)
                self._title.setText("")  # the tick says it
            case KindChoice() | WordsChoice() | RowsEdit():
                self.editor.changed.connect(self._tell)
            case QPlainTextEdit() | QLineEdit():
                self.editor.textChanged.connect(self._tell)
            case Choice():
                self.editor.currentIndexChanged.connect(self._tell)
            case Combo():
                self.editor.editTextChanged.connect(self._tell)

    @property
    def is_wide(self) -> bool:
        """It takes a line of its own."""
        if self._wide or isinstance(self.editor, RowsEdit):
            return self._wide
        match self.kind:
            case Text():
                return self.kind.long
            case Texts():
                return not self.kind.of_kinds
        return isinstance(self.kind, Rows)

    @property
    def is_short(self) -> bool:
        """A number, a tick or a word to choose, which need less than a text."""
        if isinstance(self.editor, KindChoice | WordsChoice):
            return False
        return isinstance(self.kind, Points | Whole) or isinstance(
            self.editor, QCheckBox | Choice | Combo
        )

    @property
    def text(self) -> str:
        """What is typed."""
        match self.editor:
            case QCheckBox():
                return YES if self.editor.isChecked() else ""
            case Choice():
                return str(self.editor.currentData())
            case Combo():
                return self.editor.currentText()
            case QPlainTextEdit():
                return self.editor.toPlainText()
            case QLineEdit() | KindChoice() | WordsChoice() | RowsEdit():
                return self.editor.text()
        raise TypeError(type(self.editor))

    def show_text(self, text: str) -> None:
        """Show what is typed, without saying that it was typed here."""
        if text == self.text:
            return
        blocked = QSignalBlocker(self.editor)
        match self.editor:
            case QCheckBox():
                self.editor.setChecked(bool(text))
            case Choice():
                self.editor.choose(text)
            case Combo():
                self.editor.setEditText(text)
            case QPlainTextEdit():
                self.editor.setPlainText(text)
            case QLineEdit():
                self.editor.setText(text)
                self.editor.setCursorPosition(0)
            case KindChoice() | WordsChoice() | RowsEdit():
                self.editor.show_text(text)
        del blocked

    def _tell(self) -> None:
        self.typed.emit(self.text)

    def offer_kinds(self, titles: Sequence[str]) -> None:
        """Offer the window kinds of a pack, where this is the field of them."""
        if isinstance(self.editor, KindChoice):
            self.editor.offer(titles)

    def show_change(self, was: str | None) -> None:
        """Mark it where something else was there in the version before; None: nothing was."""
        changed = was is not None and was != self.text
        words = tr("{field} · changed", field=self._said) if changed else self._said
        if isinstance(self.editor, QCheckBox):
            self.editor.setText(words)
        else:
            self._title.setText(words)
        set_role(self._title, "changed" if changed else "small")

    def take_focus(self, row: int = 0) -> None:
        """Give the keyboard to it; to a row where it has several."""
        if isinstance(self.editor, RowsEdit):
            self.editor.take_focus(row)
        else:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_fault(self, said: str, missing: bool) -> None:
        """Say what is wrong; what is only not written yet is no alarm."""
        self._fault.setText(said)
        set_role(self._fault, "secondary" if missing else "wrong")
        self._fault.setVisible(bool(said))
        self.editor.setAccessibleDescription(said)


def _editor(key: Key, field: Field, name: str, title: str, wide: bool) -> QWidget:
    kind = field.kind
    made: QWidget
    if isinstance(kind, Flag):
        made = QCheckBox(title)
    elif isinstance(kind, Words):
        made = WordsChoice(kind.words, name)
    elif kind.words is not None:
        made = Choice(name, title)
        lowest = tr("the lowest grade")
        made.offer(
            [(tr(said.english, grade=lowest), str(word)) for word, said in kind.words.items()]
        )
    elif field.offered:
        made = Combo()
        made.setLineEdit(LineEdit())  # which makes it editable
        made.addItems(list(field.offered))
    elif isinstance(kind, Texts) and kind.of_kinds:
        made = KindChoice()
    elif isinstance(kind, Rows) and len(key) == 1:
        made = RowsEdit(kind.record, name, title)
    elif isinstance(kind, Rows | Texts) or (isinstance(kind, Text) and (kind.long or wide)):
        made = NoteEdit(name, title)
        fix_height(made, _TEXT_HEIGHT if isinstance(kind, Text) else _LINES_HEIGHT)
        made.setPlaceholderText(field_help(field))
    else:
        made = LineEdit(name, title)
        if not isinstance(kind, Text) or field.offered:
            made.setMaximumWidth(120)
    made.setObjectName(name)
    made.setAccessibleName(title)
    return made
