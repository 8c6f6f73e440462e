"""Widths of columns for the longest text they hold, in the language in use."""

from datetime import date

from PySide6.QtGui import QFontMetrics

from inspector.gui.theme import GRID, text_font
from inspector.gui.words import short_day_text

_SIDES = 4 * GRID + 2  # left and right of a cell's text, as in the theme's sheet


def room_for(*texts: str) -> int:
    """Return the width of a column for the longest of `texts`."""
    metrics = QFontMetrics(text_font())
    return max(map(metrics.horizontalAdvance, texts)) + _SIDES


def day_width() -> int:
    """Return the width of a column of days."""
    return room_for(*(short_day_text(date(2026, month, 28)) for month in range(1, 13)))
