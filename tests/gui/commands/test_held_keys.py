"""A key that is held down on X11 is let go and pressed again in the same moment."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from inspector.gui.commands.held_keys import HeldKeys


def test_pressed_where_it_was_let_go_it_repeats(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(HeldKeys, "repeats", False)
    window = QWidget()
    HeldKeys(window)
    release, press = QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride

    def send(kind: QEvent.Type, key: Qt.Key, moment: int) -> bool:
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier)
        event.setTimestamp(moment)
        QApplication.sendEvent(window, event)
        return HeldKeys.repeats

    assert not send(press, Qt.Key.Key_1, 10)
    send(release, Qt.Key.Key_1, 670)
    assert send(press, Qt.Key.Key_1, 670)
    send(release, Qt.Key.Key_1, 900)
    assert not send(press, Qt.Key.Key_1, 940)  # twice by hand
    send(release, Qt.Key.Key_1, 1000)
    assert not send(press, Qt.Key.Key_2, 1000)
