"""Make pictures of the slides of a meeting, on screens of four sizes.

./run python -m tests.pictures.slides FOLDER [--theme dark] [--lang en] [--size 1024x768]
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from inspector.cli.speaking import speak
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.meeting.meeting_page import MeetingPage
from inspector.gui.program.application import make_application, open_window
from inspector.workspace.meeting.slides import key_of
from inspector.workspace.preferences import THEME
from inspector.workspace.workspace import Workspace
from tests.gui.meeting.hall_photos import write_photo_hall
from tests.gui.waiting import pass_time
from tests.offscreen import do_at_once, go_offscreen

go_offscreen()
do_at_once()

SCREENS = ("1024x768", "1280x720", "1366x768", "1920x1080")


def main() -> int:
    """Make the pictures; return 0."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--theme", default="light")
    parser.add_argument("--lang", default="zh_CN")
    parser.add_argument("--size", action="append")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["HOME"] = scratch
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, scratch)
        for site in (False, True):
            data = Path(scratch) / f"data{site}"
            write_photo_hall(data, site)
            speak(options.lang)
            app = make_application(options.lang)
            workspace = Workspace(data)
            workspace.preferences.set(THEME, options.theme)
            window = open_window(app, workspace)
            _show(window, options.folder, options.size or SCREENS, "-long" if site else "")
            window.close()
            window.deleteLater()
            workspace.close()
    return 0


def _show(window: MainWindow, folder: Path, screens: Sequence[str], end: str) -> None:
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    page = window.show_page("meeting")
    assert isinstance(page, MeetingPage)
    page.opening.start()
    presenter = page.presenter
    for each in (window.rail, window.key_line):
        each.hide()
    page.set_full_screen(window.commands)  # as on a whole screen, of any size
    for screen in screens:
        width, height = map(int, screen.split("x"))
        window.resize(QSize(width, height))
        QApplication.processEvents()
        presenter.mouse.rested.emit()
        slides = presenter.course.slides[:1] if end else presenter.course.slides
        for at, slide in enumerate(slides):
            presenter.course.go_to(at)
            pass_time(120)
            name = key_of(slide).partition(" ")[0]
            window.grab().save(str(folder / f"{screen}-{at:02}-{name}{end}.png"))


if __name__ == "__main__":
    sys.exit(main())
