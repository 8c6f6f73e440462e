"""A button whose key stands in a small frame behind its words, as on the line of keys."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication

from inspector.gui.measures import sized
from inspector.gui.theme import GRID, SMALL_SIZE, colours_for, text_font
from inspector.gui.widgets.labels import PatientButton

if TYPE_CHECKING:  # its enumerations take as long to load as a page
    from PySide6.QtWidgets import QStyleOptionButton

_KEY_SIDES = 4
"""Pixels left and right of a key's letters in its frame."""

KEY_HEIGHT = 20
_MANY = 20

_BLANKS: dict[tuple[str, str], str] = {}
"""By font and key: measuring takes longer than the rest of what a button does."""


class ChipButton(PatientButton):
    """Who derives from it says the key, which ends its text after two blanks: `words  key`.

    A double click opens and never judges: a `steady` or primary button takes it for one click.
    """

    def __init__(self, name: str, role: str = "", *, steady: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAutoDefault(True)  # Enter presses the button in focus, as in a dialog
        self._steady = steady or role == "primary"
        if role:
            self.setProperty("role", role)

    @property
    def _key(self) -> str:
        """The key that is shown now."""
        return ""

    def sizeHint(self) -> QSize:
        """Leave room for what is drawn: Qt measures the text, whose key is drawn as a frame."""
        hint, key = super().sizeHint(), self._key
        if not key:
            return hint
        text, metrics = self.text(), self.fontMetrics()
        drawn = metrics.horizontalAdvance(self._drawn(text, key))
        return hint + QSize(max(0, drawn - metrics.horizontalAdvance(text)), 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._steady:
            event.accept()
        else:
            super().mouseDoubleClickEvent(event)

    def initStyleOption(self, option: "QStyleOptionButton") -> None:
        """Let the style leave room for the key behind the words."""
        super().initStyleOption(option)
        if key := self._key:
            option.text = self._drawn(option.text, key)

    def _drawn(self, text: str, key: str) -> str:
        """Return a text whose key is a blank as wide as the frame that is drawn there."""
        known = self.font().key(), key
        if known not in _BLANKS:
            room = self._width_of_key() + GRID // 2
            # One alone is a whole number of pixels, and many are not that many times as wide.
            many = max(1, self.fontMetrics().horizontalAdvance("\u2009" * _MANY))
            _BLANKS[known] = "\u2009" * -(-room * _MANY // many)
        return text.removesuffix(f"  {key}") + _BLANKS[known]

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        key = self._key
        if not key:
            return
        words = self.fontMetrics().horizontalAdvance(self.text().removesuffix(f"  {key}"))
        chip = self._width_of_key()
        left = max(0, (self.width() - words - GRID // 2 - chip) // 2) + words + GRID // 2
        painter = QPainter(self)
        high = sized(KEY_HEIGHT)
        self._draw_key(painter, QRect(left, (self.height() - high) // 2, chip, high))
        painter.end()

    def _width_of_key(self) -> int:
        """Return how wide the key in its frame is, in pixels."""
        return key_width(self._key)

    def _draw_key(self, painter: QPainter, chip: QRect) -> None:
        primary = self.property("role") == "primary" and self.isEnabled()
        draw_key(painter, chip, self._key, primary=primary)


def key_width(key: str) -> int:
    """Return how wide a key in its frame is, in pixels."""
    return QFontMetrics(text_font(SMALL_SIZE)).horizontalAdvance(key) + 2 * _KEY_SIDES


def draw_key(painter: QPainter, chip: QRect, key: str, *, primary: bool = False) -> None:
    """Draw a key in its frame; `primary`: on the accent colour."""
    # Of the application: a sheet gives a button the palette of its own background.
    colours = colours_for(QApplication.palette())
    ink = colours.colour("on_accent" if primary else "secondary")
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(ink if primary else colours.colour("hairline"))
    painter.setBrush(Qt.BrushStyle.NoBrush if primary else colours.colour("chip"))
    painter.drawRoundedRect(chip.adjusted(0, 0, -1, -1).toRectF().translated(0.5, 0.5), 3, 3)
    painter.setPen(ink)
    painter.setFont(text_font(SMALL_SIZE))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, key)
