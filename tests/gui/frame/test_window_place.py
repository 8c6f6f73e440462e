"""The window's place and size: inside of the screen it is on, and kept however it ends."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.lengths import in_turn

_RUNS = """
import os
import signal
import sys
from PySide6.QtCore import QPoint, QSettings, QSize, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from inspector.__main__ import main
from inspector.gui.frame.ending import Restart
from inspector.gui.frame.main_window import MainWindow

begun = []

def begin():
    (window,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
    QTest.qWait(200)
    if then != "look" and not begun:
        begun.append(True)
        window.showNormal()
        window.resize(QSize(1000, 600))
        window.move(QPoint(1500, 60))
        QTest.qWait(50)
        if then == "killed":
            while QSettings().value("geometry") != window.saveGeometry():  # until it has rested
                QTest.qWait(20)
            os.kill(os.getpid(), signal.SIGKILL)
        elif then == "terminated":
            os.kill(os.getpid(), signal.SIGTERM)
            return
        elif then == "presenting":
            window.present(True)
            window.close()
        else:
            window.end(Restart())
        return
    room = window.screen().availableGeometry().adjusted(-1, -1, 1, 1)  # half pixels
    print(window.isMaximized(), window.devicePixelRatio(), window.x(), window.y(),
          window.width(), window.height(), room.contains(window.frameGeometry()), flush=True)
    window.close()

then = sys.argv[1]
wait = QApplication.exec
QApplication.exec = lambda *_: (QTimer.singleShot(0, begin), wait())[1]
main(sys.argv[2:])
"""

LAPTOP = {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 728, "dpr": 1}
BESIDE = {"name": "beside", "x": 1366, "y": 0, "width": 1366, "height": 728, "dpr": 1}


def run(home: Path, then: str, *screens: dict[str, object], scale: str = "1") -> list[str]:
    """Start the program on screens and let it end in a way; return what it said of its window."""
    config = home / "screens.json"
    config.write_text(json.dumps({"screens": screens}))
    return _run(home, then, f"offscreen:configfile={config}", scale)


def _run(home: Path, then: str, platform: str, scale: str, **more: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", _RUNS, then, "--data", str(home / "data")],
        env={
            **os.environ, "QT_QPA_PLATFORM": platform, "QT_SCALE_FACTOR": scale,
            "HOME": str(home), "XDG_CONFIG_HOME": str(home), **more,
        },
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout.split()


@pytest.mark.ci
@pytest.mark.parametrize("scale", in_turn({"1": "1", "1.25": "1.25", "1.75": "1.75", "2": "2"}))
def test_on_the_laptop_it_fills_the_screen_and_not_more(tmp_path: Path, scale: str) -> None:
    """1366×768, of which a task bar takes 40."""
    maximized, ratio, *_, width, height, inside = run(tmp_path, "look", LAPTOP, scale=scale)
    room = 1366 / float(scale), 728 / float(scale)
    assert (maximized, float(ratio), inside) == ("True", float(scale), "True")
    assert room[0] - 10 < int(width) <= room[0] + 1  # the platform may draw an edge
    assert room[1] - 10 < int(height) <= room[1] + 1


@pytest.mark.ci
@pytest.mark.parametrize("then", in_turn(["killed", "terminated", "presenting", "restarted"]))
def test_it_is_where_it_was_after_any_end_also_on_a_screen_less(tmp_path: Path, then: str) -> None:
    said = run(tmp_path, then, LAPTOP, BESIDE)
    if then != "restarted":  # which opens again by itself
        assert said == []
        said = run(tmp_path, "look", LAPTOP, BESIDE)
    assert said == ["False", "1.0", "1500", "60", "1000", "600", "True"]
    *_, width, height, inside = run(tmp_path, "look", LAPTOP)
    assert (width, height, inside) == ("1000", "600", "True")


@pytest.mark.ci
@pytest.mark.parametrize("scale", ["1", "1.25", "1.5", "1.75", "2"])
def test_on_a_real_screen(tmp_path: Path, x_screen: str, scale: str) -> None:
    *_, width, height, inside = _run(tmp_path, "look", "xcb", scale, DISPLAY=x_screen)
    assert inside == "True", (width, height)
