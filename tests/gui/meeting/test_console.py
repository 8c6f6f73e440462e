"""With a second screen the laptop is a console, and the audience sees the screens alone."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

LAPTOP, PROJECTOR = (0, 0, 1366, 768), (1366, 0, 1920, 1080)

TWO_SCREENS = {
    "screens": [
        {"name": name, "x": x, "y": y, "width": width, "height": height, "logicalDpi": 96,
         "logicalBaseDpi": 96, "dpr": 1}
        for name, (x, y, width, height) in (("laptop", LAPTOP), ("projector", PROJECTOR))
    ]
}  # fmt: skip

BEGUN = """
import json, os, sys
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLabel, QLineEdit, QMenu
from PySide6.QtWidgets import QPushButton
from inspector.__main__ import main
from inspector.gui.frame.main_window import MainWindow
from tests.gui.waiting import came, rest

CTRL = Qt.KeyboardModifier.ControlModifier

def press(key, held=Qt.KeyboardModifier.NoModifier):
    focus = QApplication.focusWidget()
    (QTest.keyClicks if isinstance(key, str) else QTest.keyClick)(focus, key, held)

def rect(widget):
    return list(widget.geometry().getRect())

def begun():
    window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    press(Qt.Key.Key_2, CTRL)
    press(Qt.Key.Key_Return)
    return window, window.page.presenter
"""

HELD = """
def drive(*_):
    window, presenter = begun()
    console, said = presenter.console, {}
    audience = console.audience
    said["audience"], said["is on"] = rect(audience), console.is_on
    said["full"] = window.isFullScreen()
    press("2")
    press(Qt.Key.Key_Return)
    said["places"] = [presenter.stage.foot.position.text(), audience.stage.foot.position.text()]
    said["notes"] = presenter.findChild(QLabel, "consoleNotes").text()
    said["next"] = presenter.findChild(QLabel, "consoleNext").text()
    press("t")
    forms = (QLineEdit, QComboBox, QAbstractSpinBox, QMenu, QPushButton)
    said["form"] = presenter.trays.assign.owner.isVisible()
    said["seen"] = [type(w).__name__ for kind in forms for w in audience.findChildren(kind)
                    if w.isVisible()]
    said["spoken"] = audience.stage.view.announced
    press(Qt.Key.Key_Return)
    said["decided"] = audience.stage.view.announced
    press("v")
    said["large"] = [audience.large.isVisible(), bool(audience.large.photos)]
    press("+")
    zooms = [audience.large.zoom, presenter.stage.viewer.beside.zoom]
    said["closer"] = came(lambda: zooms[0].factor == zooms[1].factor > 1)
    press(Qt.Key.Key_Escape)
    said["large again"] = audience.large.isVisible()
    press("b")
    said["dark"] = [audience.dark.isVisible(), presenter.blank.isVisible()]
    press(Qt.Key.Key_Right)
    said["light"] = audience.dark.isVisible()
    press(Qt.Key.Key_F5)  # a remote control begins what is shown already
    said["still on"] = console.is_on
    said["moved"] = [presenter.stage.foot.position.text(), audience.stage.foot.position.text()]
    press("s")
    said["swapped"] = [window.screen().name(), rect(audience)]
    press("s")
    said["back"] = [window.screen().name(), rect(audience)]
    button = presenter.findChild(QPushButton, "stageScreen")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    said["menu"] = [each.text().partition("\\t")[0] for each in menu.actions()]
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton,
                     pos=menu.actionGeometry(menu.actions()[0]).center())
    said["chosen"] = [window.screen().name(), rect(audience), button.text()]
    press("s")
    press(Qt.Key.Key_F11)
    said["off"] = [console.is_on, button.isVisible(), button.text()]
    press(Qt.Key.Key_F11)
    press(Qt.Key.Key_Escape)
    said["escaped"] = [console.is_on, presenter.isVisible()]
    press(Qt.Key.Key_F11)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape)
    said["left"] = [audience.isVisible(), window.page.opening.isVisible()]
    press(Qt.Key.Key_Return)
    said["again"] = audience.isVisible()
    window.close()
    said["closed"] = audience.isVisible()
    print(json.dumps(said))
    return 0

QApplication.exec = drive
sys.exit(main(sys.argv[1:]))
"""


def run(script: str, folder: Path, platform: str, **more: str) -> dict[str, object]:
    """Start the program on screens; return what it said of itself."""
    done = subprocess.run(
        [sys.executable, "-c", BEGUN + script, "--data", str(folder), "--lang", "en"],
        env=os.environ | {"QT_QPA_PLATFORM": platform} | more,
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert not done.returncode, done.stderr
    said = json.loads(done.stdout.splitlines()[-1])
    assert isinstance(said, dict)
    return said


@pytest.mark.ci
def test_a_locked_laptop_leaves_the_audience_nothing(folder: Path, tmp_path: Path) -> None:
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps(TWO_SCREENS))
    said = run(LOCKED, folder, f"offscreen:configfile={screens}")
    assert said == {
        "before": False, "locked": [True, False], "open": [False, True, True], "goes on": "2"
    }  # fmt: skip


@pytest.mark.ci
def test_the_audience_sees_the_screens_and_never_a_form(
    folder: Path, home: Path, tmp_path: Path
) -> None:
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps(TWO_SCREENS))
    said = run(HELD, folder, f"offscreen:configfile={screens}")
    assert (said["audience"], said["is on"], said["full"]) == (list(PROJECTOR), True, False)
    assert said["places"] == ["2 / 15 · New finding"] * 2
    assert "张敏" in str(said["notes"])
    assert said["next"] == "Next: 3 / 15 · New finding"
    assert (said["form"], said["seen"]) == (True, [])
    assert "张敏" not in str(said["spoken"])
    assert said["decided"] != said["spoken"]  # what was decided is on the screen
    assert said["large"] == [True, True]
    assert (said["closer"], said["large again"]) == (True, False)
    assert (said["dark"], said["light"]) == ([True, False], False)
    assert said["still on"] is True
    assert said["moved"] == ["3 / 15 · New finding"] * 2
    assert said["swapped"] == ["projector", list(LAPTOP)]
    assert said["back"] == ["laptop", list(PROJECTOR)]
    assert said["menu"] == ["Screen 1: laptop, 1366 × 768", "Screen 2: projector, 1920 × 1080"]
    assert said["chosen"] == ["projector", list(LAPTOP), "Shown on screen 1 ▾"]
    assert said["off"] == [False, True, "Show on… ▾"]
    assert said["escaped"] == [False, True]
    assert said["left"] == [False, True]
    assert (said["again"], said["closed"]) == (True, False)


LOCKED = """
def drive(*_):
    from inspector.workspace.keeping.window_password import set_password
    window, presenter = begun()
    audience, said = presenter.console.audience, {}
    preferences = window.session.workspace.preferences
    window.session.attempt(lambda: set_password(preferences, "14 14"))

    def is_black():
        image = audience.grab().toImage()
        places = [(x, y) for x in range(0, image.width(), 16) for y in range(0, image.height(), 16)]
        return all(image.pixelColor(x, y) == Qt.GlobalColor.black for x, y in places)

    said["before"] = is_black()
    press("l", CTRL | Qt.KeyboardModifier.ShiftModifier)
    said["locked"] = [is_black(), presenter.isVisible()]
    press("14 14")
    press(Qt.Key.Key_Return)
    QTest.qWait(0)
    said["open"] = [is_black(), presenter.isVisible(), presenter.console.is_on]
    press("2")
    press(Qt.Key.Key_Return)
    said["goes on"] = audience.stage.foot.position.text()[:1]
    print(json.dumps(said))
    return 0

QApplication.exec = drive
sys.exit(main(sys.argv[1:]))
"""


COMES_AND_GOES = """
def drive(*_):
    projector = "1920/508x1080/286+1366+0"
    window, presenter = begun()
    console, said = presenter.console, {}
    said["one"] = [console.is_on, presenter.commands["swap"].isVisible()]
    def turned(add):
        name = [f"--setmonitor", "projector", projector, "none"] if add else [
            "--delmonitor", "projector"]
        os.spawnvp(os.P_WAIT, "xrandr", ["xrandr", *name])
        came(lambda: console.is_on is add)
        rest(100)
        return presenter.line.text
    press(Qt.Key.Key_F11)
    said["whole"] = window.isFullScreen()
    said["added"] = [turned(True), rect(console.audience), presenter.is_open]
    said["console"] = window.isFullScreen()
    said["removed"] = [turned(False), console.is_on, presenter.commands["swap"].isVisible()]
    said["again"] = [bool(turned(True)), rect(console.audience)]
    console.swap()
    rest(100)
    said["swapped"] = window.screen().name()
    turned(False)
    said["home"] = [window.screen().name(), window.x() < 1366, presenter.is_open]
    window.close()
    print(json.dumps(said))
    return 0

QApplication.exec = drive
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def x_monitors(tmp_path: Path) -> Iterator[str]:
    """A display of an X server wide enough for two monitors, of which one is there."""
    server, xrandr = shutil.which("Xvfb"), shutil.which("xrandr")
    if server is None or xrandr is None:
        pytest.skip("no Xvfb, or no xrandr")
    reading, writing = os.pipe()
    running = subprocess.Popen(
        [server, "-displayfd", str(writing), "-noreset", "-screen", "0", "3286x1080x24"],
        pass_fds=[writing], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    with os.fdopen(reading) as told:
        display = f":{told.readline().strip()}"
    subprocess.run(
        [xrandr, "-display", display, "--setmonitor", "laptop", "1366/361x768/203+0+0", "screen"],
        check=True, capture_output=True,
    )  # fmt: skip
    yield display
    running.terminate()
    running.wait()


@pytest.mark.ci
def test_a_screen_that_comes_or_goes_during_a_meeting_is_taken(
    folder: Path, home: Path, x_monitors: str
) -> None:
    said = run(COMES_AND_GOES, folder, "xcb", DISPLAY=x_monitors)
    assert said["one"] == [False, False]
    assert (said["whole"], said["console"]) == (True, False)
    assert said["added"] == [
        "The audience has a screen of its own; the forms stay here.", list(PROJECTOR), True,
    ]  # fmt: skip
    assert said["removed"] == [
        "The second screen is gone; the meeting goes on here.", False, False,
    ]  # fmt: skip
    assert said["again"] == [True, list(PROJECTOR)]
    assert said["swapped"] == "projector"
    assert said["home"] == ["laptop", True, True]
