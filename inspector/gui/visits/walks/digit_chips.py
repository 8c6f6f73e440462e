"""A few choices side by side, each behind its digit."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from inspector.gui.measures import measures
from inspector.gui.theme import GRID
from inspector.gui.widgets.flow_row import FlowRow
from inspector.gui.widgets.labels import label, set_role
from inspector.gui.widgets.stacked import stack


class _Chip(QWidget):
    """A digit and a word."""

    def __init__(self, digit: int, text: str, row: "ChipRow") -> None:
        super().__init__()
        self._row, self._digit = row, digit
        self.setObjectName("digitChip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{digit} {text}")
        self._text = text
        self.word = label(text, "secondary")
        self._key = label(str(digit), "key")
        parts, sides = (self._key, self.word), (GRID, GRID // 2, GRID, GRID // 2)
        stack(self, parts, margin=sides, spacing=GRID // 2, across=True)
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


class ChipRow(FlowRow):
    """The digits are pressed in a field beside it; the mouse may choose as well."""

    chosen = Signal(int)

    def __init__(self, name: str, texts: Sequence[str]) -> None:
        """`texts` are the choices."""
        self._chips = [_Chip(digit, text, self) for digit, text in enumerate(texts, 1)]
        super().__init__(self._chips)
        self.setObjectName(name)

    def mark(self, chosen: int | None) -> None:
        """Tick one choice, or none."""
        for position, chip in enumerate(self._chips):
            chip.mark(position == chosen)
        self.arrange()
