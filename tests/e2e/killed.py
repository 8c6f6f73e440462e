"""The real program in a process of its own, killed in the middle of a key: run by test_killed.

    python -m tests.e2e.killed DATA KEYS

Opens the newest unfinished visit of DATA by Enter, presses KEYS (letters; ⏎ is Enter, ⎋ Esc,
⇟ PgDn, ▣ pastes a picture that is like no other, █ fills the disk of DATA; Chinese is committed by
an input method) and is gone by SIGKILL before it could close anything.
"""

import os
import signal
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from inspector.__main__ import main
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.visits.scoring.position_in_visit import STAND_DELAY
from inspector.gui.visits.scoring.scoring_page import ScoringPage
from tests.faults import full
from tests.gui.waiting import pass_time, rest, wait_for
from tests.offscreen import do_at_once

_kept_open = ExitStack()
_KEYS = {"⏎": Qt.Key.Key_Return, "⎋": Qt.Key.Key_Escape, "⇟": Qt.Key.Key_PageDown}


def _paste(focus: QWidget, number: int) -> None:
    """Paste, and wait until the window shows it."""
    image = QImage(320 + 8 * number, 240, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    QApplication.clipboard().setImage(image)
    (page,) = _windows()[0].findChildren(ScoringPage)
    before = len(page.scoring.sheet.evidence)
    QTest.keyClick(focus, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    while len(page.scoring.sheet.evidence) == before:
        pass_time(1)


def _press(key: str, number: int) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    if key == "▣":
        _paste(focus, number)
    elif key == "█":
        _kept_open.enter_context(full(Path(sys.argv[1]).parent))
    elif key in _KEYS:
        QTest.keyClick(focus, _KEYS[key])
    elif key.isascii():
        QTest.keyClicks(focus, key)
    else:
        commit = QInputMethodEvent()
        commit.setCommitString(key)
        QApplication.sendEvent(focus, commit)


def _windows() -> list[QWidget]:
    return [each for each in QApplication.topLevelWidgets() if each.isVisible()]


def _instead_of_waiting(*_: object) -> NoReturn:
    (window,) = _windows()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    for number, key in enumerate("⏎" + sys.argv[2]):
        _press(key, number)
    if "▣" in sys.argv[2]:  # at the instant at which it is shown
        os.kill(os.getpid(), signal.SIGKILL)
    rest(2 * STAND_DELAY)
    assert isinstance(window, MainWindow)
    wait_for(lambda: not window.session.is_committing)  # as the next key would
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("still alive")


if __name__ == "__main__":
    do_at_once()  # a key of Qt's tests goes to what had the keyboard before the page came
    QApplication.exec = _instead_of_waiting  # type: ignore[method-assign]
    sys.exit(main(["--data", sys.argv[1], "--lang", "en"]))
