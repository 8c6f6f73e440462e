"""Marks are begun and placed on the photo in front, by keys; a text is asked for first."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from inspector.gui.commands.keyed_words import HandWords
from inspector.gui.commands.shared_keys import CONFIRM, UNDO, by_hand, key_name, press
from inspector.gui.photos.annotation import Mark
from inspector.gui.photos.annotation_canvas import AnnotationCanvas
from inspector.gui.widgets.fields.keyed_edit import KeyedEdit
from inspector.translation import tr

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS = ((0, -1), (0, 1), (-1, 0), (1, 0))
"""Up, down, left, right, as steps to the right and down."""


class MarkDrawing(QObject):
    """`words` is the field for a text; who keeps the marks takes them from the canvas."""

    said = Signal(str)
    """What to do next, in a sentence."""

    asked = Signal()
    """A text is asked for."""

    answered = Signal()
    """It was written, or is not wanted any more."""

    def __init__(self, canvas: AnnotationCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.words = KeyedEdit(self._on_key)
        self.words.setObjectName("markText")
        words = tr("Text on the photo")
        then = tr("Text on the photo, then {enter}", enter=key_name(CONFIRM))
        self.words.setAccessibleName(words)
        HandWords(self.words, self.words.setPlaceholderText, lambda: by_hand(then, words))

    @property
    def asks(self) -> bool:
        """A text is being typed."""
        return not self.words.isHidden()

    def draw(self, mark: Mark, text: str = "") -> None:
        """Begin a mark in the middle of the photo."""
        self._canvas.begin(mark, text)
        self.said.emit(
            by_hand(
                tr(
                    "The mouse or arrow keys place it, {enter} keeps it, {undo} takes it back.",
                    enter=press(CONFIRM, tr("Keep")),
                    undo=press(UNDO),
                ),
                tr(
                    "A finger drags it to its place; {keep} keeps it, {undo} takes it back.",
                    keep=press(CONFIRM, tr("Keep")),
                    undo=press(UNDO),
                ),
            )
        )

    def ask_text(self) -> None:
        """Ask for the words of a mark."""
        self.said.emit("")
        if self._canvas.has_image:
            self.words.clear()
            self.words.show()
            self.words.setFocus()
            self.asked.emit()

    def move(self, stretch: bool, arrow: int) -> None:
        """Move the mark that is being placed (up 0, down, left, right), or its second corner."""
        self._canvas.move_draft(*_ARROWS[arrow], stretch)

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() in _ENTER:
            self.take_text()
        elif event.key() == Qt.Key.Key_Escape:
            self.answered.emit()
        else:
            return False
        return True

    def take_text(self) -> None:
        """Begin a mark of the text that was typed; without one there is none."""
        text = self.words.text().strip()
        self.answered.emit()
        if text:
            self.draw(Mark.TEXT, text)
