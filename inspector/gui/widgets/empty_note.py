"""What a panel with nothing in it says: what to do next, and the buttons for it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from inspector.gui.theme import GRID, fix_width
from inspector.gui.widgets.labels import label, wrapped
from inspector.gui.widgets.stacked import surface

_WIDTH = 520


class EmptyNote(QWidget):
    """A heading, a sentence and buttons, in the middle."""

    def __init__(self, title: str, text: str, buttons: Sequence[QPushButton] = ()) -> None:
        super().__init__()
        surface(area=self)
        heading = label(title, "title")
        heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sentence = self.sentence = wrapped(text, "secondary")
        sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        fix_width(sentence, _WIDTH)
        middle = QHBoxLayout()  # not an alignment, which would give the label one line
        middle.addStretch(1)
        middle.addWidget(sentence)
        middle.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addStretch(1)
        for made in buttons:
            row.addWidget(made)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addStretch(2)
        column.addWidget(heading)
        column.addLayout(middle)
        column.addLayout(row)
        column.addStretch(3)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            # Of a label with several lines a layout wants room for one.
            whole = self.sentence.heightForWidth(self.sentence.width())
            if self.sentence.minimumHeight() != whole:
                self.sentence.setMinimumHeight(whole)
        return done
