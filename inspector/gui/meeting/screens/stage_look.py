"""How large everything is on the projector: 20 pixels and up, larger on a larger screen."""

from PySide6.QtCore import QSize

from inspector.gui.measures import measures

BASE = 20
"""Pixels of the smallest text: read from five metres on a projector (DESIGN §8)."""

_REFERENCE = QSize(1366, 768)


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
