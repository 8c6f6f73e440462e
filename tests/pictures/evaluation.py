"""Make pictures of 综合评价, for looking at before a change counts as done.

./run python -m tests.pictures.evaluation FOLDER [--scale 1.5] [--theme dark] [--lang en]
"""

import argparse
import os
import sys
import tempfile
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSettings, Qt

from inspector.cli.speaking import speak
from inspector.domain.days.span import SpanKind, span_of
from inspector.gui.evaluation.evaluation_page import EvaluationPage
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.frame.window_place import FIRST_SIZE
from inspector.gui.program.application import make_application, open_window
from inspector.workspace.extent import Extent, Period
from inspector.workspace.preferences import THEME
from inspector.workspace.sample.demo import write_half_a_year
from inspector.workspace.workspace import Workspace
from tests.gui.waiting import pass_time
from tests.offscreen import do_at_once, go_offscreen

go_offscreen()
do_at_once()


def main() -> int:
    """Make the pictures; return 0."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--theme", default="light")
    parser.add_argument("--lang", default="zh_CN")
    asked = parser.parse_args()
    os.environ["QT_SCALE_FACTOR"] = f"{asked.scale}"
    asked.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["HOME"] = scratch
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, scratch)
        folder = Path(scratch) / "data"
        write_half_a_year(folder, date.today())
        speak(asked.lang)
        app = make_application(asked.lang)
        workspace = Workspace(folder)
        workspace.preferences.set(THEME, asked.theme)
        window = open_window(app, workspace)
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.resize(FIRST_SIZE / asked.scale)
        try:
            _pages(window, asked.folder)
        finally:
            window.close()
            window.deleteLater()
            workspace.close()
    return 0


def _pages(window: MainWindow, folder: Path) -> None:
    quarter = span_of(SpanKind.QUARTER, date.today())
    window.show_page("summary").enter()
    window._session.evaluation_wanted.emit(Extent(Period(quarter.first, quarter.last)))
    page = window.page
    assert isinstance(page, EvaluationPage)

    def keep(name: str) -> None:
        page.show_now()
        pass_time(60)
        window.grab().save(f"{folder / name}.png")

    keep("sites")
    for place, name in enumerate(("arithmetic", "named", "differing"), 1):
        page.sections.tabs.choose(place)
        keep(name)
    page.sections.tabs.choose(0)
    page.begin_publishing()
    keep("publish")
    page.publishing.left.emit()
    page.step(0)
    keep("published")
    page.edit_scheme()
    keep("weighed")
    page.scheme.left.emit()
    for _ in range(3):
        page.step(0)
    keep("empty")


if __name__ == "__main__":
    sys.exit(main())
