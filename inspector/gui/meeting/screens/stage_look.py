"""The colours of the stage, and how large what is written down below it is."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from inspector.gui.measures import measures
from inspector.gui.theme import DARK, DARK_STRONG, LIGHT_STRONG, Colours, colours_of

BASE = 20
"""Pixels of the smallest words of what is filled in at a meeting."""

_REFERENCE = QSize(1366, 768)


def stage_colours(widget: QWidget) -> Colours:
    """Return the colours of a screen: dark in every theme, as a hall is and as photos want it."""
    return DARK_STRONG if colours_of(widget) in (LIGHT_STRONG, DARK_STRONG) else DARK


def text_size(room: QSize) -> int:
    """Return the pixels of ordinary text on a screen of `room`; it never shrinks below BASE."""
    scale = min(room.width() / _REFERENCE.width(), room.height() / _REFERENCE.height())
    return max(BASE, round(BASE * scale))


def stage_sheet(size: int) -> str:
    """Return the style sheet of the stage whose ordinary text is `size` pixels."""
    title, small_gap, box = (
        round(size * 1.6),
        round(size * 0.4),
        max(round(size * 1.9), measures().button),
    )
    return f"""
QLabel, QCheckBox, QPushButton, QLineEdit, QComboBox, QDateEdit, QPlainTextEdit, QListView,
QLabel[role="small"], QLabel[role="secondary"], QLabel[role="section"] {{ font-size: {size}px; }}
QLabel[role="title"] {{ font-size: {title}px; font-weight: bold; }}
QLabel[role="section"] {{ font-weight: bold; }}
QLabel[role="figure"], QLabel[role="alarm"] {{ font-size: {title}px; font-weight: bold; }}
QLabel[role="key"] {{
    font-size: {size}px; padding: 0 {small_gap}px; min-height: {size + 10}px;
    max-height: {size + 10}px;
}}
QLabel[role="chip"] {{
    font-size: {size}px; border: 1px solid palette(mid); border-radius: 4px;
    padding: 2px {small_gap}px; background: palette(base);
}}
QPushButton, QLineEdit, QComboBox, QDateEdit {{ min-height: {box}px; }}
"""
