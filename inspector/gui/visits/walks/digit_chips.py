"""A few choices side by side, each behind its digit."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from inspector.gui.measures import measures
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import label, set_role
from inspector.gui.widgets.stacked import stack


class _Chip(QWidget):
    """A digit and a word."""

    def __init__(self, digit: int, text: str, row: "ChipRow") -> None:
        super().__init__()
        self._row, self._digit = row, digit
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{digit} {text}")
        self._text = text
        self.word = label(text, "secondary")
        self._key = label(str(digit), "key")
        stack(self, (self._key, self.word), spacing=GRID // 2, across=True)
        self._suit_hand()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._suit_hand()

    def _suit_hand(self) -> None:
        """A finger has no digits, and finds what is large."""
        least = measures().row_of(0)
        if self.minimumHeight() != least or self._key.isHidden() is measures().shows_keys:
            self.setMinimumSize(least, least)
            self._key.setVisible(measures().shows_keys)

    def mark(self, chosen: bool) -> None:
        """A chosen one is ticked as well as bold."""
        self.word.setText(f"{self._text} ✓" if chosen else self._text)
        set_role(self.word, "section" if chosen else "secondary")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._row.chosen.emit(self._digit - 1)


class ChipRow(QWidget):
    """The digits are pressed in a field beside it; the mouse may choose as well."""

    chosen = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._chips: list[_Chip] = []
        self._layout = stack(self, (), spacing=2 * GRID, across=True)
        self._layout.addStretch(1)

    def show_chips(self, texts: Sequence[str]) -> None:
        """Show choices; called once."""
        for position, text in enumerate(texts):
            chip = _Chip(position + 1, text, self)
            self._chips.append(chip)
            self._layout.insertWidget(position, chip)

    def mark(self, chosen: int | None) -> None:
        """Tick one choice, or none."""
        for position, chip in enumerate(self._chips):
            chip.mark(position == chosen)
