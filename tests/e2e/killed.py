"""The real program in a process of its own, killed in the middle of a key: run by test_killed.

    python -m tests.e2e.killed DATA KEYS

Opens the newest unfinished visit of DATA by Enter, presses KEYS (letters; ⏎ is Enter, ⎋ Esc,
⇟ PgDn; Chinese is committed by an input method) and is gone by SIGKILL before it could close
anything.
"""

import os
import signal
import sys
from typing import NoReturn

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from inspector.__main__ import main
from inspector.gui.inspect.place import STAND_DELAY

_KEYS = {"⏎": Qt.Key.Key_Return, "⎋": Qt.Key.Key_Escape, "⇟": Qt.Key.Key_PageDown}


def _press(key: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    if key in _KEYS:
        QTest.keyClick(focus, _KEYS[key])
    elif key.isascii():
        QTest.keyClicks(focus, key)
    else:
        commit = QInputMethodEvent()
        commit.setCommitString(key)
        QApplication.sendEvent(focus, commit)


def _instead_of_waiting(*_: object) -> NoReturn:
    (window,) = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    for key in "⏎" + sys.argv[2]:
        _press(key)
    QTest.qWait(2 * STAND_DELAY)
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("still alive")


if __name__ == "__main__":
    QApplication.exec = _instead_of_waiting  # type: ignore[method-assign]
    sys.exit(main(["--data", sys.argv[1], "--lang", "en"]))
