"""Make pictures of every state of 晨会, for looking at before a change counts as done.

./run python -m tests.pictures.meeting FOLDER [--only NAME] [--size 911x440] [--theme dark]
"""

import argparse
import os
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from inspector.cli.speaking import speak
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.meeting.meeting_page import MeetingPage
from inspector.gui.program.application import make_application, open_window
from inspector.workspace.preferences import THEME
from inspector.workspace.workspace import Workspace
from tests.gui.meeting.hall import write_hall
from tests.gui.waiting import pass_time
from tests.offscreen import do_at_once, go_offscreen

go_offscreen()
do_at_once()

RIGHT, ENTER, ESC, END = Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_End
CTRL = Qt.KeyboardModifier.ControlModifier


class Camera:
    """Presses keys and keeps pictures."""

    def __init__(self, window: MainWindow, target: Path, end: str) -> None:
        self.window, self._target, self._end = window, target, end

    def press(self, *keys: str | Qt.Key, ctrl: bool = False) -> None:
        """Press keys where the focus is."""
        modifier = CTRL if ctrl else Qt.KeyboardModifier.NoModifier
        for key in keys:
            focus = QApplication.focusWidget()
            assert focus is not None
            if isinstance(key, str):
                QTest.keyClicks(focus, key, modifier)
            else:
                QTest.keyClick(focus, key, modifier)

    def say(self, text: str) -> None:
        """Commit Chinese, as an input method does."""
        commit = QInputMethodEvent()
        commit.setCommitString(text)
        focus = QApplication.focusWidget()
        assert focus is not None
        QApplication.sendEvent(focus, commit)

    def keep(self, name: str) -> None:
        """Keep a picture, once the photos are there."""
        pass_time(150)
        self.window.grab().save(str(self._target / f"{name}{self._end}.png"))


def main() -> int:
    """Make the pictures; return 0."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", default="1366x768")
    parser.add_argument("--theme", default="light")
    parser.add_argument("--full", action="store_true", help="full screen")
    parser.add_argument("--lang", default="zh_CN")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    width, height = map(int, options.size.split("x"))
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["HOME"] = scratch
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, scratch)
        end = f"-{options.size}-{options.theme}-{options.lang}"
        for name, filled in (("", True), ("empty-", False)):
            data = Path(scratch) / f"data{name}"
            if filled:
                write_hall(data)
            speak(options.lang)
            app = make_application(options.lang)
            workspace = Workspace(data)
            workspace.preferences.set(THEME, options.theme)
            window = open_window(app, workspace)
            window.resize(QSize(width, height))
            window.activateWindow()
            QTest.qWaitForWindowActive(window)
            camera = Camera(window, options.folder, end)
            camera.press("2", ctrl=True)
            camera.keep(f"{name}opening")
            if filled:
                _hold(camera, workspace, QSize(width, height) if options.full else None)
            window.close()
            window.deleteLater()
            workspace.close()
    return 0


def _hold(camera: Camera, workspace: Workspace, whole: QSize | None) -> None:
    page = camera.window.page
    assert isinstance(page, MeetingPage)
    camera.press(ENTER)
    if whole is not None:
        camera.press(Qt.Key.Key_F11)
        camera.window.resize(whole)
    camera.keep("praise-photo")
    camera.press(RIGHT)
    camera.keep("praise")
    camera.press(RIGHT)
    camera.keep("finding-without-photo")
    camera.press("t")
    camera.keep("assign")
    camera.press(ENTER)
    camera.keep("assigned")
    camera.press(RIGHT, "c")
    camera.keep("correct")
    camera.press(ESC, "r")
    camera.say("监控可以证明")
    camera.press(ENTER, "r")
    camera.keep("decide")
    camera.press(ESC, "?")
    camera.keep("keys")
    camera.press(ESC, "8", ENTER)
    camera.keep("before-and-after")
    camera.press("1", ENTER, "e")
    camera.keep("extend")
    camera.press(ESC, "2", ENTER)
    camera.keep("repeat-two-photos")
    page.presenter.stage.foot.show_clock(
        page.presenter.meeting, workspace.now() + timedelta(minutes=16, seconds=20)
    )
    QApplication.processEvents()
    camera.window.grab().save(str(camera._target / f"over-time{camera._end}.png"))
    camera.press(RIGHT)
    camera.keep("drill")
    camera.press(RIGHT, "a")
    camera.keep("attendance")
    camera.press(Qt.Key.Key_Space, ENTER, "t")
    camera.say("迎接市局检查\n值班：1001")
    camera.keep("tasks")
    camera.press(ESC)
    camera.keep("closing")
    camera.press(Qt.Key.Key_Return, ctrl=True)
    camera.keep("asked")
    camera.press(Qt.Key.Key_Return, ctrl=True)
    camera.keep("minutes")
    camera.press(ESC)
    camera.press("h", ctrl=True)
    camera.keep("past")


if __name__ == "__main__":
    sys.exit(main())
