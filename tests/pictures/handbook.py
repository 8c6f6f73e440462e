"""Make the pictures of the handbook from the running program, in both languages.

    ./run python -m tests.pictures.handbook [FOLDER]

Without FOLDER they go where the handbook looks for them. They are as small as a page may be, so
that one can read what stands in them, and have few colours, so that they weigh little.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from inspector.cli.speaking import speak
from inspector.domain.visit.inspection import InspectionKind
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.meeting.meeting_page import MeetingPage
from inspector.gui.program.application import make_application, open_window
from inspector.gui.rectify.ledger_page import RectifyPage
from inspector.gui.summary.summary_page import SummaryPage
from inspector.gui.visits.visits_page import InspectPage
from inspector.paths import handbook_folder
from inspector.translation import LANGUAGES
from inspector.workspace.preferences import INSPECTORS, THEME
from inspector.workspace.sample.demo import write_demo
from inspector.workspace.workspace import Workspace
from tests.gui.meeting.hall import write_hall
from tests.offscreen import go_offscreen

go_offscreen()

SIZE = QSize(1093, 640)
COLOURS = 96
REST = 400
"""Milliseconds until lists, photos and figures are there."""

Keep = Callable[[str], None]


def main() -> int:
    """Make the pictures; return 0."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else handbook_folder() / "pictures"
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["HOME"] = scratch  # the pictures show no path of this machine
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, scratch)
        for language in LANGUAGES:
            into = target / language
            into.mkdir(parents=True, exist_ok=True)
            sample, hall = Path(scratch) / f"data-{language}", Path(scratch) / f"hall-{language}"
            write_demo(
                sample, inspections=30, seed=1, last_day=date.today(), rounds=True, photos=True
            )
            write_hall(hall)
            for folder, walk in ((sample, _pages), (hall, _meeting)):
                with _window(folder, language) as window:
                    walk(window, partial(_keep, window, into))
    return 0


@contextmanager
def _window(folder: Path, language: str) -> Iterator[MainWindow]:
    speak(language)
    app = make_application(language)
    workspace = Workspace(folder)
    workspace.preferences.set(THEME, "light")
    workspace.preferences.set(INSPECTORS, "检查一组")
    window = open_window(app, workspace)
    window.resize(SIZE)
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    try:
        yield window
    finally:
        window.close()
        window.deleteLater()
        workspace.close()


def _keep(window: MainWindow, into: Path, name: str) -> None:
    QTest.qWait(REST)
    QApplication.processEvents()
    file = str(into / f"{name}.png")
    window.grab().save(file)
    few = Image.open(file).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(file, optimize=True)


def _pages(window: MainWindow, keep: Keep) -> None:
    page = window.page
    assert isinstance(page, InspectPage)
    page.show_new()
    keep("new")
    page.show_start()
    model = page.start.unfinished_model
    begun = [model.row_at(row).inspection for row in range(model.rowCount())]
    page.resume(next(each.id for each in begun if each.kind.scores))
    items = page.scoring.items
    QTest.keyClicks(items, "112")
    QTest.keyClicks(page.scoring.panel.note, "1")
    keep("scoring")
    QTest.keyClick(page.scoring.panel.note, Qt.Key.Key_Return)
    page.show_start()
    page.resume(next(each.id for each in begun if each.kind is InspectionKind.RECHECK))
    keep("recheck")
    page.show_start()
    done = page.start.completed_model
    ended = [done.row_at(row).inspection for row in range(done.rowCount())]
    page.show_result(next(each.id for each in ended if each.kind.scores))
    keep("result")
    ledger = window.show_page("rectify")
    assert isinstance(ledger, RectifyPage)
    ledger.show_now()
    keep("ledger")
    QTest.keyClicks(ledger.table, "  t")
    keep("ledger-assign")
    summary = window.show_page("summary")
    assert isinstance(summary, SummaryPage)
    summary.board.show_now()
    keep("summary")
    data = window.show_page("data")
    keep("roster")
    QTest.keyClick(data, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    keep("checklists")


def _meeting(window: MainWindow, keep: Keep) -> None:
    page = window.show_page("meeting")
    assert isinstance(page, MeetingPage)
    keep("meeting")
    page.opening.start()
    QTest.keyClicks(page.presenter, "13")
    QTest.keyClick(page.presenter, Qt.Key.Key_Return)
    keep("meeting-finding")


if __name__ == "__main__":
    sys.exit(main())
