"""A whole visit as a sequence of pictures: `./run python -m tests.pictures.visit FOLDER`.

From the new visit to the signature, with photos, on sample data; `--size 911x512` with
QT_SCALE_FACTOR=1.5 is what a screen of 1366×768 shows at 150 %.
"""

import argparse
import os
import tempfile
from datetime import date
from itertools import count
from pathlib import Path

from PIL import Image, ImageDraw
from PySide6.QtCore import QPoint, QSettings, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from inspector.cli.speaking import speak
from inspector.domain.checklist.checklist import PhotoPolicy
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.program.application import make_application, open_window
from inspector.gui.visits.visits_page import InspectPage
from inspector.workspace.preferences import INSPECTORS, THEME
from inspector.workspace.sample.demo import write_demo
from inspector.workspace.workspace import Workspace
from tests.gui.waiting import pass_time
from tests.offscreen import do_at_once, go_offscreen

go_offscreen()
do_at_once()

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
CTRL = Qt.KeyboardModifier.ControlModifier


class Walk:
    """Presses keys where the focus is, and keeps numbered pictures."""

    def __init__(self, window: MainWindow, target: Path) -> None:
        self.window, self._target, self._numbers = window, target, count(1)
        page = window.page
        assert isinstance(page, InspectPage)
        self.page = page

    def press(self, *keys: str | Qt.Key, ctrl: bool = False) -> None:
        """Press keys one after the other; a string is typed letter by letter."""
        modifier = CTRL if ctrl else Qt.KeyboardModifier.NoModifier
        for key in keys:
            focus = QApplication.focusWidget()
            assert focus is not None
            if isinstance(key, str):
                QTest.keyClicks(focus, key, modifier)
            else:
                QTest.keyClick(focus, key, modifier)

    def keep(self, name: str) -> None:
        """Keep what the window shows, once the photos are there."""
        pass_time(1200)
        self.window.grab().save(str(self._target / f"{next(self._numbers):02}-{name}.png"))


def main() -> int:
    """Make the pictures; return 0."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", default="1366x768")
    parser.add_argument("--theme", default="light")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["HOME"] = scratch
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, scratch)
        folder = Path(scratch) / "data"
        write_demo(folder, inspections=4, seed=1, last_day=date.today())
        speak("zh_CN")
        app = make_application("zh_CN")
        workspace = Workspace(folder)
        workspace.preferences.set(THEME, options.theme)
        workspace.preferences.set(INSPECTORS, "检查一组")
        window = open_window(app, workspace)
        window.resize(QSize(*map(int, options.size.split("x"))))
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        _walk(Walk(window, options.folder))
        window.close()
        window.deleteLater()
        workspace.close()
    return 0


def _walk(walk: Walk) -> None:
    walk.keep("start")
    walk.press("n", ctrl=True)
    walk.press("cdyyt")
    walk.keep("new-visit")
    walk.press(ENTER, ctrl=True)
    walk.press("11")
    walk.keep("scoring")
    walk.press("2", "1", "+")
    walk.keep("deduction")
    _copy_photo("#7a8f6a")
    walk.press("v", ctrl=True)
    walk.keep("photo-pasted")
    walk.press(ESC, "c", "1")
    _copy_photo("#4f7da0")
    walk.press("v", ctrl=True)
    walk.keep("corrected")
    walk.press(ENTER, "v")
    pass_time(300)
    scoring = walk.page.scoring
    walk.press(Qt.Key.Key_Escape)
    scoring.items.setCurrentIndex(scoring.items.model().index(3, 0))
    walk.press("v")
    walk.keep("viewer")
    walk.press("b", Qt.Key.Key_Right, Qt.Key.Key_Right, ENTER)
    walk.keep("marked")
    walk.press(ESC)
    scoring.items.setFocus()
    walk.press(Qt.Key.Key_Down, "4", "ok")
    walk.keep("praise")
    walk.press(ENTER)
    walk.press("f", ctrl=True)
    walk.press("dd")
    walk.keep("find")
    walk.press(ESC)
    walk.press(ENTER, ctrl=True)
    walk.keep("missing")
    walk.press(ESC)
    scoring.items.setFocus()
    sheet = scoring.scoring.sheet
    assert any(item.photo is PhotoPolicy.ON_FAIL for item in sheet.pack.items())
    for _ in sheet.scorecards:
        walk.press("a", "a")
        pass_time(30)
        walk.press(ENTER)
    walk.press(ENTER, ctrl=True)
    walk.keep("completing")
    walk.press(ENTER, ctrl=True)
    walk.keep("result")
    walk.press("s")
    pad = walk.page.result.signing.pad
    for start, end in (((60, 80), (160, 140)), ((200, 60), (220, 180)), ((240, 120), (360, 110))):
        QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(*start))
        for step in range(1, 9):
            x = start[0] + (end[0] - start[0]) * step // 8
            y = start[1] + (end[1] - start[1]) * step // 8 + (step % 3) * 6
            QTest.mouseMove(pad, QPoint(x, y))
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(*end))
    walk.keep("signing")
    walk.press(ENTER)
    walk.keep("signed")


def _copy_photo(colour: str) -> None:
    """Copy something like a photo: a counter in a hall."""
    image = Image.new("RGB", (1600, 1200), "#d8d4cc")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 700, 1600, 1200), fill=colour)
    draw.rectangle((300, 420, 760, 720), fill="#5b6570")
    draw.ellipse((980, 300, 1140, 460), fill="#e3c3a6")
    draw.rectangle((920, 460, 1200, 760), fill="#34506b")
    copied = QImage(image.tobytes(), 1600, 1200, 4800, QImage.Format.Format_RGB888)
    QApplication.clipboard().setImage(copied.copy())


if __name__ == "__main__":
    raise SystemExit(main())
