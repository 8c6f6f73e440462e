"""The window's place and size: inside of the screen it is on, and kept however it ends."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from inspector.workspace.sample.demo import write_demo
from tests.lengths import in_turn

_RUNS = """
import os
import signal
import subprocess
import sys
from PySide6.QtCore import QPoint, QSettings, QSize, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from inspector.__main__ import main
from inspector.gui.frame.ending import Restart
from inspector.gui.frame.main_window import MainWindow

begun = []

def monitor(*args):
    subprocess.run(["xrandr", *args], check=True, capture_output=True)
    QTest.qWait(500)

def unplug(window):
    monitor("--setmonitor", "LAPTOP", "1366/300x768/200+0+0", "screen")
    monitor("--setmonitor", "PROJECTOR", "1366/300x768/200+1366+0", "none")
    window.resize(QSize(1000, 600))
    window.move(QPoint(100, 60))
    page = window.show_page("meeting")
    page.opening.start()
    page.presenter.turn_full_screen()
    QTest.qWait(200)
    print(window.screen().name(), window.x(), flush=True)
    monitor("--delmonitor", "PROJECTOR")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_End)
    shown = window.isFullScreen() and page.presenter.slide is page.presenter.course.slides[-1]
    print(window.screen().name(), window.x(), window.width(), shown, flush=True)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    QTest.qWait(200)
    print(window.isFullScreen(), window.x(), window.y(), window.width(), flush=True)
    window.close()

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
        elif then == "unplugged":
            unplug(window)
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


@pytest.mark.parametrize("scale", in_turn({"1": "1", "1.25": "1.25", "1.75": "1.75", "2": "2"}))
def test_on_the_laptop_it_fills_the_screen_and_not_more(tmp_path: Path, scale: str) -> None:
    """1366×768, of which a task bar takes 40."""
    maximized, ratio, *_, width, height, inside = run(tmp_path, "look", LAPTOP, scale=scale)
    room = 1366 / float(scale), 728 / float(scale)
    assert (maximized, float(ratio), inside) == ("True", float(scale), "True")
    assert room[0] - 10 < int(width) <= room[0] + 1  # the platform may draw an edge
    assert room[1] - 10 < int(height) <= room[1] + 1


@pytest.mark.parametrize("then", in_turn(["killed", "terminated", "presenting", "restarted"]))
def test_it_is_where_it_was_after_any_end_also_on_a_screen_less(tmp_path: Path, then: str) -> None:
    said = run(tmp_path, then, LAPTOP, BESIDE)
    if then != "restarted":  # which opens again by itself
        assert said == []
        said = run(tmp_path, "look", LAPTOP, BESIDE)
    assert said == ["False", "1.0", "1500", "60", "1000", "600", "True"]
    *_, width, height, inside = run(tmp_path, "look", LAPTOP)
    assert (width, height, inside) == ("1000", "600", "True")


@pytest.fixture
def x_screen() -> Iterator[str]:
    """A display of an X server whose screen is the laptop's, without a window manager."""
    yield from _display("1366x768x24")


@pytest.fixture
def two_screens() -> Iterator[str]:
    """One with the room of two screens, which RandR divides and puts together again."""
    if shutil.which("xrandr") is None:
        pytest.skip("there is no xrandr")
    yield from _display("2732x768x24")


def _display(size: str) -> Iterator[str]:
    server = shutil.which("Xvfb")
    if server is None:
        pytest.skip("there is no Xvfb")
    read, write = os.pipe()
    process = subprocess.Popen(
        [server, "-displayfd", str(write), "-screen", "0", size],
        pass_fds=(write,), stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    with os.fdopen(read) as said:
        number = said.readline().strip()
    yield f":{number}"
    process.terminate()
    process.wait()


@pytest.mark.ci
@pytest.mark.parametrize("scale", ["1", "1.25", "1.5", "1.75", "2"])
def test_on_a_real_screen(tmp_path: Path, x_screen: str, scale: str) -> None:
    *_, width, height, inside = _run(tmp_path, "look", "xcb", scale, DISPLAY=x_screen)
    assert inside == "True", (width, height)


@pytest.mark.ci
def test_a_meeting_comes_back_from_a_screen_that_is_gone(tmp_path: Path, two_screens: str) -> None:
    write_demo(tmp_path / "data", 3, 1, date.today(), rounds=True)
    said = _run(tmp_path, "unplugged", "xcb", "1", DISPLAY=two_screens)
    assert said[:2] == ["PROJECTOR", "1366"]
    assert said[2:6] == ["LAPTOP", "0", "1366", "True"]
    assert said[6:] == ["False", "100", "60", "1000"]
