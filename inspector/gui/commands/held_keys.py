"""A key that is held down, on X11: Qt takes its repeats for presses when they come in slowly."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget


class HeldKeys(QObject):
    """Tells whether the key of a shortcut repeats: X11 lets it go and presses it in one moment."""

    repeats = False

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._released = (0, 0)
        window.installEventFilter(self)

    @classmethod
    def watch(cls, window: QWidget) -> None:
        """Watch the keys of a window, where it has to be."""
        if QGuiApplication.platformName() == "xcb":
            cls(window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            moment = (event.key(), event.timestamp())
            if event.type() is QEvent.Type.KeyRelease:
                self._released = moment
            elif event.type() is QEvent.Type.ShortcutOverride:
                HeldKeys.repeats = event.isAutoRepeat() or moment == self._released
        return False
