"""Dragging something over a widget and letting it fall, with any PySide6 that is promised."""

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent

_BUTTON, _NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def entering(at: QPointF, actions: Qt.DropAction, data: QMimeData) -> QDragEnterEvent:
    """Return the event of something that is dragged in."""
    try:
        return QDragEnterEvent(at, actions, data, _BUTTON, _NO_KEY)
    except TypeError:  # before 6.12, whole pixels
        return QDragEnterEvent(at.toPoint(), actions, data, _BUTTON, _NO_KEY)


def falling(at: QPointF, actions: Qt.DropAction, data: QMimeData) -> QDropEvent:
    """Return the event of something that is let fall."""
    return QDropEvent(at, actions, data, _BUTTON, _NO_KEY)
