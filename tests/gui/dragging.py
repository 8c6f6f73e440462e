"""Dragging something over a widget and letting it fall, with any PySide6 that is promised."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.gui.waiting import wait_until_read

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


def drop(target: QWidget, *paths: Path) -> None:
    """Drag files over a widget, as a person does, let them fall, and wait until they are read."""
    data, copy = QMimeData(), Qt.DropAction.CopyAction
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    centre = QPointF(target.rect().center())
    enter = entering(centre, copy, data)
    enter.ignore()
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(target, falling(centre, copy, data))
    wait_until_read()
