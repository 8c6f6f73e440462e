"""Make pictures of every state of 汇总, for looking at before a change counts as done.

./run python -m tests.pictures.summary FOLDER [--size 911x440] [--theme dark] [--lang en]
"""

import argparse
import os
import sys
import tempfile
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from inspector.cli.speaking import speak
from inspector.gui.program.application import make_application, open_window
from inspector.gui.summary.summary_page import SummaryPage
from inspector.workspace.preferences import THEME
from inspector.workspace.sample.demo import write_demo
from inspector.workspace.workspace import Workspace
from tests.gui.summary.halls import write_halls
from tests.gui.waiting import pass_time
from tests.offscreen import do_at_once, go_offscreen

go_offscreen()
do_at_once()

SHIFT = Qt.KeyboardModifier.ShiftModifier
RIGHT, LEFT, ENTER, ESC = (
    Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Return, Qt.Key.Key_Escape,
)  # fmt: skip


def main() -> int:
    """Make the pictures; return 0."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", default="1366x768")
    parser.add_argument("--theme", default="light")
    parser.add_argument("--lang", default="zh_CN")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    size = QSize(*map(int, options.size.split("x")))
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["HOME"] = scratch
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, scratch)
        end = f"{options.size}-{options.theme}-{options.lang}"
        demo, halls, empty = (Path(scratch) / name for name in ("demo", "halls", "empty"))
        write_demo(demo, inspections=150, seed=1, last_day=date.today(), rounds=True, photos=True)
        write_halls(halls)
        for name, folder in (("demo", demo), ("halls", halls), ("empty", empty)):
            _make(folder, name, options.folder, end, size, options.theme, options.lang)
    return 0


def _make(
    folder: Path, name: str, target: Path, end: str, size: QSize, theme: str, language: str
) -> None:
    speak(language)
    app = make_application(language)
    workspace = Workspace(folder)
    workspace.preferences.set(THEME, theme)
    window = open_window(app, workspace)
    window.showNormal()
    window.resize(size)
    front = window.show_page("summary")
    assert isinstance(front, SummaryPage)
    page = front.board

    def keep(state: str) -> None:
        page.show_now()
        pass_time(30)
        window.grab().save(str(target / f"{name}-{state}-{end}.png"))

    def press(*keys: str | Qt.Key, shift: bool = False) -> None:
        for key in keys:
            page.show_now()
            focus = QApplication.focusWidget()
            assert focus is not None
            if isinstance(key, str):
                QTest.keyClicks(focus, key)
            else:
                QTest.keyClick(focus, key, SHIFT if shift else Qt.KeyboardModifier.NoModifier)

    try:
        keep("month")
        if page.figures is not None and not page.figures.is_empty:
            for number in range(1, len(page.sections) + 1):
                press(str(number))
                keep(f"section{number}")
            press("1")
            press(RIGHT, RIGHT, shift=True)
            keep("figure")
            press("g")
            keep("cards")
            press(ESC, "w")
            keep("week")
            press("m", "g")
            press(ESC, "1")
            press(LEFT, LEFT, LEFT, shift=True)
            press(ENTER)
            keep("visits")
            press(ESC, "y", "3")
            keep("year")
            press("f")
            keep("free")
            press(ESC, "d")
            keep("day")
            press("m", RIGHT, RIGHT)
            keep("none")
            press("t", "s", Qt.Key.Key_Down, ESC)
            keep("one-site")
    finally:
        window.close()
        window.deleteLater()
        workspace.close()


if __name__ == "__main__":
    sys.exit(main())
