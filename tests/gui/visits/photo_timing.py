"""How long a key takes until it is painted, with and without 7,200 photos in the visit.

./run python -m tests.gui.visits.photo_timing
"""

import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter, thread_time

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from inspector.cli.speaking import speak
from inspector.gui.program.application import make_application, open_window
from inspector.gui.visits.visits_page import InspectPage
from inspector.workspace.workspace import Workspace
from tests.gui.visits.full_hall import PHOTOS, write_full_folder
from tests.gui.waiting import pass_time
from tests.offscreen import do_at_once, go_offscreen

go_offscreen()
do_at_once()

ROUNDS = 200


def main() -> int:
    """Print a line for a visit without photos and one for a full one; return 0."""
    with tempfile.TemporaryDirectory() as scratch:
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, scratch)
        for photos in (0, PHOTOS):
            folder = Path(scratch) / f"data-{photos}"
            visit = write_full_folder(folder, Path(scratch) / "camera", photos)
            _measure(folder, visit, photos)
    return 0


def _measure(folder: Path, visit: str, photos: int) -> None:
    speak("zh_CN")
    app = make_application("zh_CN")
    workspace = Workspace(folder)
    window = open_window(app, workspace)
    page = window.page
    assert isinstance(page, InspectPage)
    loads = sorted(_time(lambda: workspace.inspections.sheet(visit)) for _ in range(5))
    opened = _time(partial(_open, app, page, visit))
    items = page.scoring.items
    _say(f"{photos} photos an item: visit read {loads[2]:.0f} ms, opened {opened:.0f} ms")
    for name, key in (
        ("1", Qt.Key.Key_1),
        ("down", Qt.Key.Key_Down),
        ("page", Qt.Key.Key_PageDown),
    ):
        walls, works = [], []
        for _ in range(ROUNDS):
            pass_time(5)  # as a person pauses; threads go on
            work = thread_time()
            walls.append(_time(partial(_press, app, items, key)))
            works.append((thread_time() - work) * 1000)
        _say(f"  {name:5} key to painted: {_spread(walls)}; of that at work {_spread(works)}")
    window.close()
    window.deleteLater()
    workspace.close()


def _open(app: QApplication, page: InspectPage, visit: str) -> None:
    page.resume(visit)
    app.processEvents()


def _press(app: QApplication, items: object, key: Qt.Key) -> None:
    QTest.keyClick(items, key)  # type: ignore[call-overload]
    app.processEvents()
    window = app.activeWindow()
    if window is not None:
        window.repaint()


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _spread(times: list[float]) -> str:
    times = sorted(times)
    return f"p50 {times[len(times) // 2]:.1f} ms, p99 {times[len(times) * 99 // 100]:.1f} ms"


def _time(act: Callable[[], object]) -> float:
    begun = perf_counter()
    act()
    return (perf_counter() - begun) * 1000


if __name__ == "__main__":
    sys.exit(main())
