"""Keys that work anywhere within a widget."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def add_shortcut(
    widget: QWidget, keys: str, slot: Callable[[], object], repeats: bool = False
) -> None:
    """Let `keys` call `slot` while the keyboard is inside `widget`; held down, if it `repeats`."""
    shortcut = QShortcut(QKeySequence(keys), widget)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.setAutoRepeat(repeats)
    shortcut.activated.connect(slot)
