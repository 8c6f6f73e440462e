"""触控模式: whether everything is as large as a finger needs; kept for a computer, not its data."""

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from inspector.gui.measures import FINGER, MOUSE, use_hand
from inspector.gui.theme import dress_anew

OFF, ON, AUTOMATIC = "off", "on", "automatic"
CHOICES = (AUTOMATIC, ON, OFF)
"""Automatic: as for a mouse, until the first finger comes; then it is offered."""

_KEY = "touch"


def touch_choice() -> str:
    """Return what was chosen on this computer."""
    kept = QSettings().value(_KEY)
    return kept if kept in CHOICES else AUTOMATIC


def begin_touch_mode() -> None:
    """Let the measures be as was chosen, before anything is dressed."""
    use_hand(FINGER if touch_choice() == ON else MOUSE)


def choose_touch(choice: str) -> None:
    """Keep a choice, and let everything have its size at once."""
    QSettings().setValue(_KEY, choice)
    use_hand(FINGER if choice == ON else MOUSE)
    app = QApplication.instance()
    if isinstance(app, QApplication):
        dress_anew(app)
